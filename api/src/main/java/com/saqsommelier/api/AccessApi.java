package com.saqsommelier.api;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** What administrators decided about who may come in; it counts from the person's next command. Needs the key. */
@AccessControl(AccessControl.Level.PERSONAL)
@HttpExchange("/api/v1/access")
public interface AccessApi {

    /** All decisions, the latest first. */
    @GetExchange
    AccessList list();

    /** Keeps a decision in the place of an earlier one. */
    @PutExchange("/{user_id}")
    AccessView put(@PathVariable("user_id") @UserId String userId, @RequestBody @Valid AccessRequest decision);
}
