package com.saqsommelier.api;

import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** What people watch. Needs the key. A call that fails throws {@link ApiException} on the client's side. */
@AccessControl(AccessControl.Level.PERSONAL)
@HttpExchange("/api/v1/watches")
public interface WatchesApi {

    /**
     * Begins to watch.
     *
     * @return the watch, with 201; an unknown product is answered with 404, a watch that is there already with 409
     */
    @PostExchange
    ResponseEntity<WatchView> add(@RequestBody @Valid WatchRequest request);

    /** What a person watches; nothing for a person that is not known. */
    @GetExchange
    WatchList list(@RequestParam("user_id") @UserId String userId);

    /**
     * Sets which lower prices of a watched product are told, measured from the present price, with 204; a product that the
     * person does not watch is answered with 404.
     */
    @PutExchange("/{sku}/price-alert")
    ResponseEntity<Void> alert(
            @PathVariable("sku") String sku,
            @RequestParam("user_id") @UserId String userId,
            @RequestBody @Valid PriceAlertView alert);

    /** Tells lower prices of a watched product no more, with 204; a product that is not watched is answered with 404. */
    @DeleteExchange("/{sku}/price-alert")
    ResponseEntity<Void> endAlert(@PathVariable("sku") String sku, @RequestParam("user_id") @UserId String userId);

    /** Ends a watch, with 204; one that is not there is answered with 404. */
    @DeleteExchange("/{sku}")
    ResponseEntity<Void> remove(@PathVariable("sku") String sku, @RequestParam("user_id") @UserId String userId);
}
