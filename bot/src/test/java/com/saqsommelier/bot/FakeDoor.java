package com.saqsommelier.bot;

import com.saqsommelier.api.AccessApi;
import com.saqsommelier.api.AccessDecision;
import com.saqsommelier.api.AccessList;
import com.saqsommelier.api.AccessView;
import com.saqsommelier.api.EndedVisits;
import com.saqsommelier.api.VisitLog;
import com.saqsommelier.api.VisitRequest;
import com.saqsommelier.api.VisitView;
import com.saqsommelier.api.VisitsApi;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What a backend knows of who comes in, in memory. */
final class FakeDoor implements AccessApi, VisitsApi {

    private final FakePeople people;
    private final Map<String, AccessView> decisions = new ConcurrentHashMap<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Set<Long> begun = ConcurrentHashMap.newKeySet();
    private final List<EndedVisits.Ended> ended = new CopyOnWriteArrayList<>();

    FakeDoor(FakePeople people) {
        this.people = people;
    }

    /** What was reported, in the order in which it was. */
    List<EndedVisits.Ended> reported() {
        return List.copyOf(ended);
    }

    @Override
    public AccessList list() {
        return new AccessList(List.copyOf(decisions.values()));
    }

    @Override
    public AccessView put(String userId, AccessDecision decision) {
        AccessView view = new AccessView(userId, decision.allowed(), decision.decidedBy(), Bottles.READ);
        decisions.put(userId, view);
        return view;
    }

    @Override
    public VisitView arrive(VisitRequest request) {
        AccessView decision = decisions.get(request.userId());
        boolean in = decision == null ? request.listed() : decision.allowed();
        VisitView.State state = begun.add(request.updateId()) ? VisitView.State.NEW : VisitView.State.DONE;
        VisitView.Entry entry = in
                ? VisitView.Entry.IN
                : told.add(request.userId()) ? VisitView.Entry.TELL : VisitView.Entry.OUT;
        return new VisitView(state, entry, people.get(request.userId()).language());
    }

    @Override
    public ResponseEntity<Void> ended(EndedVisits visits) {
        ended.addAll(visits.visits());
        return ResponseEntity.noContent().build();
    }

    @Override
    public VisitLog list(@Nullable String userId, @Nullable Integer limit) {
        return new VisitLog(ended.reversed().stream()
                .map(one -> new VisitLog.Line(
                        one.userId(), one.command(), one.begunAt(), one.outcome(), one.milliseconds()))
                .toList());
    }
}
