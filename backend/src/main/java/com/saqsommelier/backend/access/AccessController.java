package com.saqsommelier.backend.access;

import com.saqsommelier.api.AccessApi;
import com.saqsommelier.api.AccessDecision;
import com.saqsommelier.api.AccessList;
import com.saqsommelier.api.AccessView;
import com.saqsommelier.core.access.Entries;
import com.saqsommelier.core.access.Entry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Access")
class AccessController implements AccessApi {

    private final Entries entries;
    private final InstantSource clock;

    AccessController(Entries entries, InstantSource clock) {
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    @Operation(summary = "What was decided about who may come in")
    public AccessList list() {
        return new AccessList(entries.all().stream().map(AccessController::view).toList());
    }

    @Override
    @Operation(summary = "Let a person in, or not")
    public AccessView put(String userId, AccessDecision decision) {
        Entry entry = new Entry(userId, decision.allowed(), decision.decidedBy(), clock.instant());
        entries.decide(entry);
        return view(entry);
    }

    private static AccessView view(Entry entry) {
        return new AccessView(entry.userId(), entry.allowed(), entry.decidedBy(), entry.decidedAt());
    }
}
