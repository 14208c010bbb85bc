package com.saqsommelier.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Who gave which command to a bot; what was written is never told. Needs the key. */
@AccessControl(AccessControl.Level.PERSONAL)
@HttpExchange("/api/v1/visits")
public interface VisitsApi {

    /** How many commands are listed where the caller does not say. */
    int LATEST = 20;

    /**
     * Notes a command that arrived, and says whether it is to be handled, whether the person may come in, and in which
     * language they want to be spoken to: all that a bot must know first, in one call.
     */
    @PostExchange
    VisitView arrive(@RequestBody @Valid VisitRequest request);

    /** Notes how commands ended, with 204. Reported twice, it is as reported once. */
    @PostExchange("/ended")
    ResponseEntity<Void> ended(@RequestBody @Valid EndedVisits visits);

    /**
     * Lists the last commands, the latest first.
     *
     * @param userId whose; null for everybody's
     * @param limit how many at most, 1 to 100; null for 20
     */
    @GetExchange
    VisitLog list(
            @RequestParam(name = "user_id", required = false)
                    @Pattern(regexp = UserId.PATTERN, message = "the channel and the id there, as tg:123")
                    @Nullable
                    String userId,
            @RequestParam(name = "limit", required = false)
                    @Min(value = 1, message = "a whole number from 1 to 100")
                    @Max(value = 100, message = "a whole number from 1 to 100")
                    @Nullable
                    Integer limit);
}
