package com.saqsommelier.backend.access;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import com.saqsommelier.api.EndedVisits;
import com.saqsommelier.api.VisitLog;
import com.saqsommelier.api.VisitOutcome;
import com.saqsommelier.api.VisitRequest;
import com.saqsommelier.api.VisitView;
import com.saqsommelier.api.VisitsApi;
import com.saqsommelier.core.access.AccessDecision;
import com.saqsommelier.core.access.AccessDecisions;
import com.saqsommelier.core.access.Strangers;
import com.saqsommelier.core.person.People;
import com.saqsommelier.core.visit.CommandClaim;
import com.saqsommelier.core.visit.CommandLog;
import com.saqsommelier.core.visit.LoggedCommand;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of the bots: every command comes by here once, so it is counted and timed here too. */
@RestController
@Tag(name = "Visits")
class VisitsController implements VisitsApi {

    private final CommandLog visits;
    private final AccessDecisions entries;
    private final Strangers strangers;
    private final People people;
    private final MeterRegistry metrics;
    private final InstantSource clock;

    VisitsController(
            CommandLog visits,
            AccessDecisions entries,
            Strangers strangers,
            People people,
            MeterRegistry metrics,
            InstantSource clock) {
        this.visits = visits;
        this.entries = entries;
        this.strangers = strangers;
        this.people = people;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    @Operation(summary = "Note a command that arrived; whether to handle it, and for whom")
    public VisitView arrive(VisitRequest request) {
        Instant now = clock.instant();
        LoggedCommand visit = new LoggedCommand(
                request.bot(),
                request.updateId(),
                request.userId(),
                request.command(),
                now,
                request.process(),
                Optional.empty());
        CommandClaim arrival = visits.begin(visit, request.alone());
        boolean in = entries.of(request.userId()).map(AccessDecision::allowed).orElse(request.listed());
        // Only who is handled is told: a repeated update must not use up the one time a day.
        boolean tell = !in
                && arrival == CommandClaim.NEW
                && !request.command().equals(VisitRequest.INLINE)
                && strangers.tellNow(request.userId(), now);
        return new VisitView(
                VisitView.State.valueOf(arrival.name()),
                in ? VisitView.Entry.IN : tell ? VisitView.Entry.TELL : VisitView.Entry.OUT,
                people.language(request.userId()).orElse(null));
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Note how commands ended")
    public ResponseEntity<Void> ended(EndedVisits ended) {
        Map<Boolean, List<LoggedCommand>> byNoted = ended.visits().stream()
                .collect(partitioningBy(EndedVisits.Ended::noted, mapping(one -> visit(ended, one), toList())));
        visits.end(Objects.requireNonNull(byNoted.get(true)));
        visits.add(Objects.requireNonNull(byNoted.get(false)));
        ended.visits().forEach(this::measure);
        return ResponseEntity.noContent().build();
    }

    @Override
    @Operation(summary = "The last commands")
    public VisitLog list(@Nullable String userId, @Nullable Integer limit) {
        return new VisitLog(
                visits.latest(Optional.ofNullable(userId), Objects.requireNonNullElse(limit, LATEST)).stream()
                        .map(VisitsController::line)
                        .toList());
    }

    private void measure(EndedVisits.Ended ended) {
        Timer.builder("sommelier.bot.commands")
                .description("Commands that the bots were given, from arrival to the end of the answer")
                .tag("command", ended.command())
                .tag("outcome", ended.outcome().name().toLowerCase(Locale.ROOT))
                .register(metrics)
                .record(Duration.ofMillis(ended.milliseconds()));
    }

    private static LoggedCommand visit(EndedVisits ended, EndedVisits.Ended one) {
        return new LoggedCommand(
                        ended.bot(),
                        one.updateId(),
                        one.userId(),
                        one.command(),
                        one.begunAt(),
                        ended.process(),
                        Optional.empty())
                .ended(LoggedCommand.Outcome.valueOf(one.outcome().name()), Duration.ofMillis(one.milliseconds()));
    }

    private static VisitLog.Line line(LoggedCommand visit) {
        return new VisitLog.Line(
                visit.userId(),
                visit.command(),
                visit.begunAt(),
                visit.ending()
                        .map(ending -> VisitOutcome.valueOf(ending.outcome().name()))
                        .orElse(null),
                visit.ending().map(ending -> ending.took().toMillis()).orElse(null));
    }
}
