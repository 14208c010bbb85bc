package com.saqsommelier.bench;

import com.saqsommelier.api.AccessApi;
import com.saqsommelier.api.Contract;
import com.saqsommelier.api.DeliveriesApi;
import com.saqsommelier.api.DigestApi;
import com.saqsommelier.api.HealthApi;
import com.saqsommelier.api.ProductsApi;
import com.saqsommelier.api.RecommendationsApi;
import com.saqsommelier.api.StoresApi;
import com.saqsommelier.api.UsersApi;
import com.saqsommelier.api.VisitRequest;
import com.saqsommelier.api.VisitsApi;
import com.saqsommelier.api.WatchesApi;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A backend whose answers are timed: for each command, how long the thread that handles it waited for them. */
final class TimedContract implements Contract {

    /** The command that a thread handles. */
    private static final ThreadLocal<Visit> CURRENT = new ThreadLocal<>();

    private final Contract backend;
    private final Map<String, List<Visit>> visits = new ConcurrentHashMap<>();

    /**
     * A command.
     *
     * @param begun when the backend was asked for the first time
     * @param nanos how long all its answers took
     */
    record Visit(Instant begun, AtomicLong nanos) {}

    TimedContract(Contract backend) {
        this.backend = backend;
    }

    /** The commands of each person, in their order. */
    Map<String, List<Visit>> perVisit() {
        return Map.copyOf(visits);
    }

    private <T> T timed(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (given != null && given.length == 1 && given[0] instanceof VisitRequest arrival) {
                        Visit visit = new Visit(Instant.now(), new AtomicLong());
                        visits.computeIfAbsent(arrival.userId(), user -> new CopyOnWriteArrayList<>())
                                .add(visit);
                        CURRENT.set(visit);
                    }
                    long begun = System.nanoTime();
                    try {
                        return method.invoke(real, given);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    } finally {
                        Visit visit = CURRENT.get();
                        if (visit != null) {
                            visit.nanos().addAndGet(System.nanoTime() - begun);
                        }
                    }
                }));
    }

    @Override
    public ProductsApi products() {
        return timed(ProductsApi.class, backend.products());
    }

    @Override
    public StoresApi stores() {
        return timed(StoresApi.class, backend.stores());
    }

    @Override
    public WatchesApi watches() {
        return timed(WatchesApi.class, backend.watches());
    }

    @Override
    public UsersApi users() {
        return timed(UsersApi.class, backend.users());
    }

    @Override
    public AccessApi access() {
        return timed(AccessApi.class, backend.access());
    }

    @Override
    public VisitsApi visits() {
        return timed(VisitsApi.class, backend.visits());
    }

    @Override
    public DeliveriesApi deliveries() {
        return backend.deliveries();
    }

    @Override
    public DigestApi digest() {
        return backend.digest();
    }

    @Override
    public RecommendationsApi recommendations() {
        return timed(RecommendationsApi.class, backend.recommendations());
    }

    @Override
    public HealthApi health() {
        return timed(HealthApi.class, backend.health());
    }
}
