package com.saqsommelier.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** The stores of the SAQ that are open. */
@AccessControl(AccessControl.Level.CATALOGUE)
@HttpExchange("/api/v1/stores")
public interface StoresApi {

    /** How many stores are listed near a place where the caller does not say. */
    int NEAREST = 10;

    /**
     * Lists stores; without parameters all of them.
     *
     * @param near {@code latitude,longitude} in degrees; the nearest first, those without a known place left out
     * @param city a city, or how one begins, or how a postal code begins; accents and case do not matter
     * @param limit how many at most, 1 to 500; null for all, or for ten near a place
     */
    @GetExchange
    StorePage list(
            @RequestParam(name = "near", required = false) @Nullable String near,
            @RequestParam(name = "city", required = false)
                    @Size(min = 1, max = 100, message = "{min} to {max} characters")
                    @Nullable
                    String city,
            @RequestParam(name = "limit", required = false)
                    @Min(value = 1, message = "a whole number from 1 to 500")
                    @Max(value = 500, message = "a whole number from 1 to 500")
                    @Nullable
                    Integer limit);
}
