package com.saqsommelier.backend.person;

import com.saqsommelier.api.PriceAlertView;
import com.saqsommelier.api.WatchList;
import com.saqsommelier.api.WatchRequest;
import com.saqsommelier.api.WatchView;
import com.saqsommelier.api.WatchesApi;
import com.saqsommelier.backend.http.InvalidParameterException;
import com.saqsommelier.backend.http.ProblemKind;
import com.saqsommelier.backend.http.Problems;
import com.saqsommelier.backend.http.UnknownProductException;
import com.saqsommelier.backend.product.ProductViews;
import com.saqsommelier.core.person.PriceAlert;
import com.saqsommelier.core.person.Watch;
import com.saqsommelier.core.person.Watches;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.Products;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@Tag(name = "Watches")
class WatchesController implements WatchesApi {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

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
        Watch watch = new Watch(
                request.userId(),
                request.sku(),
                clock.instant(),
                Optional.ofNullable(request.priceAlert()).map(WatchesController::price));
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
    @Operation(summary = "Be told of lower prices of a watched product")
    public ResponseEntity<Void> alert(String sku, String userId, PriceAlertView alert) {
        return set(sku, userId, Optional.of(price(alert)));
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Problems(ProblemKind.NOT_FOUND)
    @Operation(summary = "Be told of lower prices no more")
    public ResponseEntity<Void> endAlert(String sku, String userId) {
        return set(sku, userId, Optional.empty());
    }

    private ResponseEntity<Void> set(String sku, String userId, Optional<PriceAlert> price) {
        if (!watches.alert(userId, sku, price, clock.instant())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, userId + " does not watch '" + sku + "'.");
        }
        return ResponseEntity.noContent().build();
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

    private static PriceAlert price(PriceAlertView alert) {
        PriceAlert.Rule rule = PriceAlert.Rule.valueOf(alert.rule().name());
        if (rule == PriceAlert.Rule.PERCENT && alert.value().compareTo(HUNDRED) > 0) {
            throw new InvalidParameterException("value", alert.value().toString(), "at most 100 percent");
        }
        return new PriceAlert(rule, alert.value());
    }

    private static WatchView view(Watch watch, Product product) {
        return new WatchView(
                watch.userId(),
                watch.sku(),
                watch.createdAt(),
                watch.price()
                        .map(price -> new PriceAlertView(
                                PriceAlertView.Rule.valueOf(price.rule().name()), price.value()))
                        .orElse(null),
                ProductViews.of(product));
    }
}
