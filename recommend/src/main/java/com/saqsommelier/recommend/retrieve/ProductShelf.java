package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.document.Profiler;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The products that can be recommended, with what holds for each. Fed like the catalogue index; safe for several threads. */
public final class ProductShelf {

    private final Profiler profiler = new Profiler();
    private final Map<String, ProductProfile> profiles = new ConcurrentHashMap<>();
    private final SharedFacts shared = new SharedFacts();
    private final CompletableFuture<?> filled;

    /** An empty one. */
    public ProductShelf() {
        this(CompletableFuture.completedFuture(null));
    }

    /** @param filled done once the first products are there; who asks before waits */
    public ProductShelf(CompletableFuture<?> filled) {
        this.filled = filled;
    }

    /** Takes over the present state of these products; delisted ones leave. */
    public void update(List<Product> products) {
        for (Product product : products) {
            if (product.delisted()) {
                profiles.remove(product.sku());
            } else {
                profiles.put(product.sku(), shared.of(profiler.profile(product)));
            }
        }
    }

    /** One of them; nothing where it is not sold any more. */
    public Optional<ProductProfile> find(String sku) {
        filled.join();
        return Optional.ofNullable(profiles.get(sku));
    }

    /** All of them, in no order. */
    public Collection<ProductProfile> profiles() {
        filled.join();
        return profiles.values();
    }
}
