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

    /** Ends a watch, with 204; one that is not there is answered with 404. */
    @DeleteExchange("/{sku}")
    ResponseEntity<Void> remove(@PathVariable("sku") String sku, @RequestParam("user_id") @UserId String userId);
}
