package com.saqsommelier.backend.access;

import com.saqsommelier.api.AccessApi;
import com.saqsommelier.api.AccessList;
import com.saqsommelier.api.AccessRequest;
import com.saqsommelier.api.AccessView;
import com.saqsommelier.core.access.AccessDecision;
import com.saqsommelier.core.access.AccessDecisions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Access")
class AccessController implements AccessApi {

    private final AccessDecisions decisions;
    private final InstantSource clock;

    AccessController(AccessDecisions decisions, InstantSource clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    @Operation(summary = "What was decided about who may come in")
    public AccessList list() {
        return new AccessList(
                decisions.all().stream().map(AccessController::view).toList());
    }

    @Override
    @Operation(summary = "Let a person in, or not")
    public AccessView put(String userId, AccessRequest request) {
        AccessDecision decision = new AccessDecision(
                userId, request.allowed(), request.decidedBy(), clock.instant(), Optional.ofNullable(request.name()));
        decisions.decide(decision);
        return view(decisions.of(userId).orElse(decision));
    }

    private static AccessView view(AccessDecision decision) {
        return new AccessView(
                decision.userId(),
                decision.allowed(),
                decision.decidedBy(),
                decision.decidedAt(),
                decision.name().orElse(null));
    }
}
