package com.saqsommelier.bot;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.Problem;
import com.saqsommelier.api.ProductPage;
import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.ProductStores;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.api.ProductsApi;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** A catalogue of a few bottles, searched by part of the name; fails when it is told to. */
final class Shelf implements ProductsApi {

    private final List<ProductView> bottles;
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
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

    @Override
    public ProductPage list(ProductQuery query) {
        queries.add(query);
        RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        String words = Objects.requireNonNull(query.q()).toLowerCase(Locale.ROOT);
        int perPage = Objects.requireNonNull(query.perPage());
        List<ProductView> found = bottles.stream()
                .filter(bottle -> bottle.name().toLowerCase(Locale.ROOT).contains(words))
                .toList();
        return ProductPage.of(found.stream().limit(perPage).toList(), found.size(), 1, perPage);
    }

    @Override
    public ProductView get(String sku) {
        throw new ApiException(new Problem(null, "Not found", 404, sku, null, null));
    }

    @Override
    public ProductStores stores(String sku) {
        throw new UnsupportedOperationException("the bot asks for no stores yet");
    }
}
