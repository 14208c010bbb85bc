package com.saqsommelier.bot;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.Contract;
import com.saqsommelier.api.DeliveriesApi;
import com.saqsommelier.api.FacetsView;
import com.saqsommelier.api.HealthApi;
import com.saqsommelier.api.Problem;
import com.saqsommelier.api.ProductPage;
import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.ProductStores;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.api.ProductsApi;
import com.saqsommelier.api.RecommendationsApi;
import com.saqsommelier.api.SimilarProducts;
import com.saqsommelier.api.StoresApi;
import com.saqsommelier.api.UsersApi;
import com.saqsommelier.api.WatchesApi;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A backend with a few bottles, searched by part of the name; fails when it is told to. */
final class Shelf implements Contract, ProductsApi {

    private final List<ProductView> bottles;
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private final FakePeople people = new FakePeople(this);
    private final FakeDeliveries deliveries = new FakeDeliveries();
    private final Queue<ProductQuery> queries = new ConcurrentLinkedQueue<>();

    private Shelf(List<ProductView> bottles) {
        this.bottles = bottles;
    }

    static Shelf of(Bottles... bottles) {
        return new Shelf(Stream.of(bottles).map(Bottles::view).toList());
    }

    Shelf unreachableOnce() {
        return failingOnce(new ApiException("The backend did not answer", new IOException("connection refused")));
    }

    Shelf answeringOnce(int status) {
        return failingOnce(new ApiException(new Problem(null, "Problem", status, "on purpose", null, null)));
    }

    Shelf failingOnce(RuntimeException failure) {
        failures.add(failure);
        return this;
    }

    List<ProductQuery> queries() {
        return List.copyOf(queries);
    }

    /** What people chose and watch, in this process. */
    FakePeople people() {
        return people;
    }

    @Override
    public ProductsApi products() {
        return this;
    }

    @Override
    public StoresApi stores() {
        return people;
    }

    @Override
    public WatchesApi watches() {
        return people;
    }

    @Override
    public UsersApi users() {
        return people;
    }

    @Override
    public DeliveriesApi deliveries() {
        return deliveries;
    }

    @Override
    public RecommendationsApi recommendations() {
        return new FakeSommelier(bottles);
    }

    @Override
    public HealthApi health() {
        throw new UnsupportedOperationException("the bot asks for no health");
    }

    /** What is to be told. */
    FakeDeliveries alerts() {
        return deliveries;
    }

    @Override
    public ProductPage list(ProductQuery query) {
        queries.add(query);
        RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        String words = Objects.requireNonNullElse(query.q(), "").toLowerCase(Locale.ROOT);
        int perPage = Objects.requireNonNull(query.perPage());
        int page = Objects.requireNonNull(query.page());
        List<ProductView> found = bottles.stream()
                .filter(bottle -> bottle.name().toLowerCase(Locale.ROOT).contains(words))
                .toList();
        return ProductPage.of(
                found.stream().skip((page - 1L) * perPage).limit(perPage).toList(), found.size(), page, perPage);
    }

    @Override
    public ProductView get(String sku) {
        return bottles.stream()
                .filter(bottle -> bottle.sku().equals(sku))
                .findFirst()
                .orElseThrow(() -> new ApiException(new Problem(null, "Not found", 404, sku, null, null)));
    }

    @Override
    public ProductStores stores(String sku) {
        return new ProductStores(
                sku,
                Bottles.READ,
                people.all().stream()
                        .limit(1)
                        .map(store -> new ProductStores.Shelf(store, 12, Bottles.READ))
                        .toList());
    }

    @Override
    public FacetsView facets(ProductQuery query) {
        throw new UnsupportedOperationException("the bot asks for no facets yet");
    }

    @Override
    public ProductView random(ProductQuery query) {
        return bottles.getFirst();
    }

    @Override
    public SimilarProducts similar(String sku, @Nullable Integer limit) {
        return new SimilarProducts(
                sku,
                bottles.stream().filter(bottle -> !bottle.sku().equals(sku)).toList());
    }
}
