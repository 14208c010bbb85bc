package com.saqsommelier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.run.Run;
import com.saqsommelier.core.run.Runs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Timetables on a real database; moments are moved in its table, as a clock would move them. */
class SchedulesTest {

    private static final Duration POLLING = Duration.ofMillis(50);
    private static final CronSchedule EACH_SECOND = new CronSchedule("* * * * * *");
    private static final CronSchedule NEW_YEAR = new CronSchedule("0 0 0 1 1 *");
    private static final CronSchedule OFF = new CronSchedule("-");
    private static final String NAME = "weekly";

    private final Database database = TestDatabase.fresh();
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_schedule_that_is_due_runs_and_again_at_its_next_time() {
        try (Schedules schedules = start(EACH_SECOND, counting())) {
            await().until(() -> runs.get() >= 2);
        }
    }

    @Test
    void a_schedule_that_is_not_due_waits() {
        try (Schedules schedules = start(NEW_YEAR, counting())) {
            assertThat(schedules.due(NAME).orElseThrow()).isAfter(Instant.now());
        }
        assertThat(runs).hasValue(0);
    }

    @Test
    void a_time_that_passed_while_nothing_ran_is_made_up_for_at_the_next_start_once() {
        try (Schedules before = start(NEW_YEAR, counting())) {
            assertThat(before.due(NAME)).isPresent();
        }
        makeDue(Duration.ofDays(3));

        try (Schedules after = start(NEW_YEAR, counting())) {
            awaitPlanned(after);
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void two_processes_on_one_database_run_it_once() {
        try (Schedules one = start(NEW_YEAR, counting());
                Schedules other = start(NEW_YEAR, counting())) {
            for (int round = 1; round <= 10; round++) {
                makeDue(Duration.ZERO);
                awaitPlanned(one);
                awaitPlanned(other);
                assertThat(runs).hasValue(round);
            }
        }
    }

    @Test
    void a_step_that_throws_or_fails_does_not_stop_the_next_and_is_tried_again_within_the_hour() {
        List<String> done = new CopyOnWriteArrayList<>();
        Timetable timetable = new Timetable(
                NAME,
                NEW_YEAR,
                List.of(
                        new Step("throws", () -> {
                            done.add("throws");
                            throw new IllegalStateException("no such table");
                        }),
                        new Step("some", () -> {
                            done.add("some");
                            return ExitCode.SOME_FAILED;
                        }),
                        new Step("last", () -> {
                            done.add("last");
                            return ExitCode.OK;
                        })),
                true);

        try (Schedules schedules = Schedules.start(database, List.of(timetable), POLLING)) {
            await().until(() ->
                    done.size() == 3 && schedules.due(NAME).orElseThrow().isAfter(Instant.now()));
            assertThat(done).containsExactly("throws", "some", "last");
            assertThat(schedules.due(NAME).orElseThrow())
                    .isBefore(Instant.now().plus(Timetable.RETRY).plusSeconds(1));
        }
    }

    @Test
    void what_a_step_comes_to_decides_when_it_is_tried_again() {
        assertThat(next(ExitCode.OK)).isEqualTo(Timetable.Next.AS_PLANNED);
        assertThat(next(ExitCode.SOME_FAILED)).isEqualTo(Timetable.Next.AS_PLANNED);
        assertThat(next(Step.ENDED_EARLY)).isEqualTo(Timetable.Next.SOON);
        assertThat(next(ExitCode.REFUSED)).isEqualTo(Timetable.Next.AS_PLANNED);
        assertThat(next(ExitCode.NOTHING_DONE)).isEqualTo(Timetable.Next.SOON);
    }

    @Test
    void a_second_try_never_comes_later_than_planned() {
        Timetable timetable = new Timetable(NAME, NEW_YEAR, List.of(counting()), false);
        Instant now = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(timetable.at(Timetable.Next.SOON, now, now.plusSeconds(60))).isEqualTo(now.plusSeconds(60));
        assertThat(timetable.at(Timetable.Next.SOON, now, now.plus(Duration.ofDays(7))))
                .isEqualTo(now.plus(Timetable.RETRY));
    }

    @Test
    void a_job_that_runs_elsewhere_is_no_failure_of_the_schedule() throws Exception {
        Runs table = new Runs(database, InstantSource.system());
        try (Run elsewhere = table.begin("scrape")) {
            Timetable timetable = new Timetable(
                    NAME,
                    NEW_YEAR,
                    List.of(
                            new Step("scrape", () -> {
                                table.begin("scrape").close();
                                return ExitCode.OK;
                            }),
                            counting()),
                    false);

            assertThat(timetable.run()).isEqualTo(Timetable.Next.AS_PLANNED);
            assertThat(elsewhere.resumed()).isFalse();
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void a_stop_interrupts_a_step_and_the_next_start_goes_on_with_it_at_once() {
        CountDownLatch never = new CountDownLatch(1);
        Step endless = new Step("endless", () -> {
            runs.incrementAndGet();
            never.await();
            return ExitCode.OK;
        });
        try (Schedules before = start(NEW_YEAR, endless)) {
            makeDue(Duration.ZERO);
            await().until(() -> runs.get() == 1);
        }
        assertThat(database.jdbc()
                        .sql("SELECT execution_time <= now() AND NOT picked FROM scheduled_tasks")
                        .query(Boolean.class)
                        .single())
                .isTrue();

        try (Schedules after = start(NEW_YEAR, counting())) {
            awaitPlanned(after);
        }
        assertThat(runs).hasValue(2);
    }

    @Test
    void what_a_killed_process_was_running_is_run_again() {
        try (Schedules before = start(NEW_YEAR, counting())) {
            assertThat(before.due(NAME)).isPresent();
        }
        database.jdbc()
                .sql("UPDATE scheduled_tasks SET picked = true, picked_by = 'process 1 on elsewhere',"
                        + " execution_time = now() - interval '2 hours', last_heartbeat = now() - interval '1 hour'")
                .update();

        try (Schedules after = start(NEW_YEAR, counting())) {
            awaitPlanned(after);
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void a_schedule_that_is_switched_off_is_forgotten_with_the_times_it_missed() {
        try (Schedules on = start(NEW_YEAR, counting())) {
            assertThat(on.due(NAME)).isPresent();
        }
        makeDue(Duration.ofDays(3));

        try (Schedules off = start(OFF, counting())) {
            assertThat(off.due(NAME)).isEmpty();
        }
        try (Schedules onAgain = start(NEW_YEAR, counting())) {
            assertThat(onAgain.due(NAME).orElseThrow()).isAfter(Instant.now());
        }
        assertThat(runs).hasValue(0);
    }

    @Test
    void a_changed_setting_counts_from_the_next_start() {
        try (Schedules before = start(NEW_YEAR, counting())) {
            assertThat(before.due(NAME)).isPresent();
        }
        try (Schedules after = start(EACH_SECOND, counting())) {
            await().until(() -> runs.get() >= 1);
        }
    }

    @Test
    void what_is_to_begin_at_once_does_so_unless_it_is_switched_off() {
        try (Schedules off =
                Schedules.start(database, List.of(new Timetable(NAME, OFF, List.of(counting()), true)), POLLING)) {
            assertThat(off.due(NAME)).isEmpty();
        }
        try (Schedules planned = start(NEW_YEAR, counting())) {
            assertThat(planned.due(NAME)).isPresent();
        }
        try (Schedules atOnce =
                Schedules.start(database, List.of(new Timetable(NAME, NEW_YEAR, List.of(counting()), true)), POLLING)) {
            await().until(() -> runs.get() == 1);
            awaitPlanned(atOnce);
        }
        assertThat(runs).hasValue(1);
    }

    private Timetable.Next next(int exit) {
        return new Timetable(NAME, NEW_YEAR, List.of(new Step("step", () -> exit)), false).run();
    }

    private Schedules start(CronSchedule times, Step step) {
        return Schedules.start(database, List.of(new Timetable(NAME, times, List.of(step), false)), POLLING);
    }

    private Step counting() {
        return new Step("counting", () -> {
            runs.incrementAndGet();
            return ExitCode.OK;
        });
    }

    private void makeDue(Duration ago) {
        database.jdbc()
                .sql("UPDATE scheduled_tasks SET execution_time = now() - make_interval(secs => ?)")
                .param(ago.toSeconds())
                .update();
    }

    /** It has run, and its next time was written down. */
    private static void awaitPlanned(Schedules schedules) {
        await().until(() -> schedules.due(NAME).orElseThrow().isAfter(Instant.now()));
    }
}
