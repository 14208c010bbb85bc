package com.saqsommelier.api;

import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * What people chose. Needs the key. Nobody has to be known beforehand: a person who has chosen nothing yet has the
 * defaults.
 */
@AccessControl(AccessControl.Level.PERSONAL)
@HttpExchange("/api/v1/users/{user_id}")
public interface UsersApi {

    /** What a person chose. */
    @GetExchange
    UserView get(@PathVariable("user_id") @UserId String userId);

    /** Keeps what a person chooses; the stores stay what they are. */
    @PutExchange
    UserView put(@PathVariable("user_id") @UserId String userId, @RequestBody @Valid UserPreferences preferences);

    /** Changes some of what a person chose, in one step: two changes at once both count. */
    @PatchExchange
    UserView patch(@PathVariable("user_id") @UserId String userId, @RequestBody @Valid UserPatch change);

    /** Adds a store to those of a person, with 204; an unknown store is answered with 404. */
    @PutExchange("/stores/{store_id}")
    ResponseEntity<Void> prefer(
            @PathVariable("user_id") @UserId String userId, @PathVariable("store_id") String storeId);

    /** Takes a store from those of a person, with 204 whether it was there or not. */
    @DeleteExchange("/stores/{store_id}")
    ResponseEntity<Void> forget(
            @PathVariable("user_id") @UserId String userId, @PathVariable("store_id") String storeId);

    /** Erases all that is known of a person. What remains is that they were denied access, where they were. */
    @DeleteExchange
    ErasedView erase(@PathVariable("user_id") @UserId String userId);
}
