package com.saqsommelier.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The weekly digest. Who gets it needs the key. */
@AccessControl(AccessControl.Level.CATALOGUE)
@HttpExchange("/api/v1/digest")
public interface DigestApi {

    /** How a week is written. */
    String WEEK = "[0-9]{4}-W[0-9]{2}";

    /**
     * What happened in a week.
     *
     * @param week as {@code 2026-W48}, one whose digest was begun; null for the present one, as it would be sent now. Another
     *     is answered with 404
     */
    @GetExchange
    DigestView get(
            @RequestParam(name = "week", required = false)
                    @Pattern(regexp = WEEK, message = "an ISO week, as 2026-W48")
                    @Nullable
                    String week);

    /**
     * Claims recipients of the present week's digest, and fixes what that covers. Nobody else is given them before
     * {@link DigestRecipients.Recipient#leasedUntil}.
     */
    @AccessControl(AccessControl.Level.PERSONAL)
    @PostExchange("/recipients/claim")
    DigestRecipients claim(@RequestBody @Valid DigestClaim claim);

    /**
     * Reports a step on the way to a recipient, with 204. A message that is begun must not be sent when the answer is 409:
     * it may have been sent before.
     */
    @AccessControl(AccessControl.Level.PERSONAL)
    @PostExchange("/recipients")
    ResponseEntity<Void> report(@RequestBody @Valid DigestStep step);
}
