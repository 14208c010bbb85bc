package com.saqsommelier.core.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandLogTest {

    private static final Instant EVENING = Instant.parse("2026-03-02T18:00:00Z");
    private static final String BOT = "tg:42";
    private static final String ANNE = "tg:1";

    private final Database database = TestDatabase.fresh();
    private final CommandLog visits = new CommandLog(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_update_is_begun_once_and_known_after_its_end() {
        assertThat(visits.begin(visit(7, "one"), false)).isEqualTo(CommandClaim.NEW);
        assertThat(visits.begin(visit(7, "one"), false)).isEqualTo(CommandClaim.BEGUN);
        assertThat(visits.begin(visit(7, "two"), false)).isEqualTo(CommandClaim.BEGUN);

        visits.end(List.of(visit(7, "one").ended(LoggedCommand.Outcome.ANSWERED, Duration.ofMillis(12))));

        assertThat(visits.begin(visit(7, "two"), false)).isEqualTo(CommandClaim.DONE);
        assertThat(visits.begin(visit(7, "two"), true)).isEqualTo(CommandClaim.DONE);
        assertThat(visits.begin(visit(8, "one"), false)).isEqualTo(CommandClaim.NEW);
    }

    @Test
    void of_several_processes_that_get_an_update_at_once_one_begins_it() {
        assertThat(IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(process -> visits.begin(visit(7, "process " + process), false))
                        .filter(CommandClaim.NEW::equals)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void what_a_dead_process_began_is_begun_again_by_whoever_is_alone_at_once_and_by_others_after_a_minute() {
        visits.begin(visit(7, "dead"), false);
        visits.begin(visit(8, "dead"), false);

        assertThat(visits.begin(visit(7, "alone"), true)).isEqualTo(CommandClaim.NEW);
        assertThat(visits.begin(at(EVENING.plusSeconds(60), 8, "other"), false)).isEqualTo(CommandClaim.BEGUN);
        assertThat(visits.begin(at(EVENING.plusSeconds(61), 8, "other"), false)).isEqualTo(CommandClaim.NEW);
        assertThat(visits.begin(at(EVENING.plusSeconds(61), 8, "third"), false)).isEqualTo(CommandClaim.BEGUN);
    }

    @Test
    void a_number_that_comes_again_after_days_is_another_update() {
        visits.begin(visit(7, "one"), false);
        visits.end(List.of(visit(7, "one").ended(LoggedCommand.Outcome.ANSWERED, Duration.ZERO)));
        Instant later = EVENING.plus(CommandLog.REPEATED).plusSeconds(1);

        assertThat(visits.begin(at(later, 7, "one"), false)).isEqualTo(CommandClaim.NEW);
        assertThat(visits.latest(Optional.empty(), 10)).hasSize(2);
    }

    @Test
    void the_log_says_who_what_when_and_how_it_ended() {
        visits.begin(visit(7, "one"), false);
        visits.end(List.of(visit(7, "one").ended(LoggedCommand.Outcome.FAILED, Duration.ofMillis(1234))));
        visits.add(List.of(
                at(EVENING.plusSeconds(5), 9, "one").ended(LoggedCommand.Outcome.UNAVAILABLE, Duration.ofSeconds(2))));
        visits.begin(
                new LoggedCommand(BOT, 8, "tg:2", "start", EVENING.plusSeconds(9), "one", Optional.empty()), false);

        assertThat(visits.latest(Optional.of(ANNE), 10))
                .containsExactly(
                        at(EVENING.plusSeconds(5), 9, "one")
                                .ended(LoggedCommand.Outcome.UNAVAILABLE, Duration.ofSeconds(2)),
                        visit(7, "one").ended(LoggedCommand.Outcome.FAILED, Duration.ofMillis(1234)));
        assertThat(visits.latest(Optional.empty(), 1))
                .extracting(LoggedCommand::command)
                .containsExactly("start");
    }

    @Test
    void what_was_noted_is_not_overwritten_by_what_comes_late() {
        visits.begin(visit(7, "one"), false);
        visits.add(List.of(visit(7, "two").ended(LoggedCommand.Outcome.FAILED, Duration.ZERO)));
        visits.end(List.of(visit(99, "one").ended(LoggedCommand.Outcome.FAILED, Duration.ZERO)));
        visits.end(List.of());

        assertThat(visits.latest(Optional.empty(), 10)).containsExactly(visit(7, "one"));
    }

    private static LoggedCommand visit(long update, String process) {
        return at(EVENING, update, process);
    }

    private static LoggedCommand at(Instant time, long update, String process) {
        return new LoggedCommand(BOT, update, ANNE, "search", time, process, Optional.empty());
    }
}
