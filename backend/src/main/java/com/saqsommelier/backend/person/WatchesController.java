package com.saqsommelier.backend.person;

import com.saqsommelier.api.WatchList;
import com.saqsommelier.api.WatchRequest;
import com.saqsommelier.api.WatchView;
import com.saqsommelier.api.WatchesApi;
import com.saqsommelier.backend.http.ProblemKind;
import com.saqsommelier.backend.http.Problems;
import com.saqsommelier.backend.http.UnknownProductException;
import com.saqsommelier.backend.product.ProductViews;
import com.saqsommelier.core.person.Watch;
import com.saqsommelier.core.person.Watches;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.Products;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@Tag(name = "Watches")
class WatchesController implements WatchesApi {

    private final Watches watches;
    private final Products products;
    private final InstantSource clock;

    WatchesController(Watches watches, Products products, InstantSource clock) {
        this.watches = watches;
        this.products = products;
        this.clock = clock;
    }

    @Override
    @ResponseStatus(HttpStatus.CREATED)
    @Problems({ProblemKind.UNKNOWN_PRODUCT, ProblemKind.CONFLICT})
    @Operation(summary = "Begin to watch a product")
    public ResponseEntity<WatchView> add(WatchRequest request) {
        Product product = products.find(request.sku()).orElseThrow(() -> new UnknownProductException(request.sku()));
        Watch watch = new Watch(request.userId(), request.sku(), clock.instant());
        return switch (watches.add(watch)) {
            case NEW -> ResponseEntity.status(HttpStatus.CREATED).body(view(watch, product));
            case ALREADY_THERE ->
                throw new ResponseStatusException(
                        HttpStatus.CONFLICT, watch.userId() + " watches " + watch.sku() + " already.");
            case UNKNOWN_PRODUCT -> throw new UnknownProductException(request.sku());
        };
    }

    @Override
    @Operation(summary = "What a person watches")
    public WatchList list(String userId) {
        List<Watch> all = watches.of(userId);
        Map<String, Product> found =
                products.findAll(all.stream().map(Watch::sku).toList());
        return new WatchList(all.stream()
                .map(watch -> view(watch, Objects.requireNonNull(found.get(watch.sku()))))
                .toList());
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Problems(ProblemKind.NOT_FOUND)
    @Operation(summary = "End a watch")
    public ResponseEntity<Void> remove(String sku, String userId) {
        if (!watches.remove(userId, sku)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, userId + " does not watch '" + sku + "'.");
        }
        return ResponseEntity.noContent().build();
    }

    private static WatchView view(Watch watch, Product product) {
        return new WatchView(watch.userId(), watch.sku(), watch.createdAt(), ProductViews.of(product));
    }
}
