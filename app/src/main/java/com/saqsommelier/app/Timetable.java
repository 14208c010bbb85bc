package com.saqsommelier.app;

import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.saqsommelier.core.run.RunInProgressException;
import com.saqsommelier.scraper.CrawlStoppedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Steps that run one after the other when their time has come. What one of them comes to does not stop the next.
 *
 * @param name by which the database remembers when it is due; never to be changed
 * @param times when it is due
 * @param steps at least one
 * @param atOnce whether it is due as soon as it is started, whatever the times say
 */
record Timetable(String name, CronSchedule times, List<Step> steps, boolean atOnce) {

    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);

    /** A site that was down is asked again long before the next week. */
    static final Duration RETRY = Duration.ofHours(1);

    /** When a run of all steps is to be followed by the next. */
    enum Next {
        /** When the timetable says. */
        AS_PLANNED,
        /** After {@link #RETRY}, when that is sooner: a step could not do anything, or not all. */
        SOON,
        /** As soon as a process is there to do it: this one was asked to end. */
        AT_ONCE
    }

    /** Runs the steps. */
    Next run() {
        Next next = Next.AS_PLANNED;
        for (Step step : steps) {
            try {
                if (report(step, step.work().run())) {
                    next = Next.SOON;
                }
            } catch (InterruptedException e) {
                LOG.info("'{}' was interrupted; what it did is saved, and the next start goes on with it", step.name());
                return Next.AT_ONCE;
            } catch (RunInProgressException e) {
                LOG.info("Nothing to do for the schedule: {}", e.getMessage());
            } catch (CrawlStoppedException e) {
                LOG.error(
                        "'{}' stopped: {} It is tried again in {} minutes.",
                        step.name(),
                        e.getMessage(),
                        RETRY.toMinutes());
                next = Next.SOON;
            } catch (RuntimeException e) {
                LOG.error(
                        "'{}' failed in an unforeseen way, and is tried again in {} minutes; the usual causes are a full"
                                + " disk and a database that is gone.",
                        step.name(),
                        RETRY.toMinutes(),
                        e);
                next = Next.SOON;
            }
        }
        return next;
    }

    /** The moment that {@link #run()} came to. */
    Instant at(Next next, Instant now, Instant planned) {
        return switch (next) {
            case AS_PLANNED -> planned;
            case SOON -> planned.isBefore(now.plus(RETRY)) ? planned : now.plus(RETRY);
            case AT_ONCE -> now;
        };
    }

    /** Says what an exit code asks of the operator, and returns whether the step is to be tried again soon. */
    private static boolean report(Step step, int exit) {
        switch (exit) {
            case ExitCode.OK -> LOG.info("'{}' is done", step.name());
            case ExitCode.SOME_FAILED ->
                LOG.warn(
                        "'{}' is done, but some of it failed; the lines above name each. The next run tries those again.",
                        step.name());
            case Step.ENDED_EARLY ->
                LOG.warn(
                        "'{}' ended before it was through; the lines above say why. What it did is saved, and it goes on in"
                                + " {} minutes.",
                        step.name(),
                        RETRY.toMinutes());
            case ExitCode.REFUSED ->
                LOG.error(
                        "'{}' refused to go on, for safety; the lines above say why. Look at it, then run"
                                + " `sommelier {}` by hand; docs/operations.md says how.",
                        step.name(),
                        step.name());
            default ->
                LOG.error(
                        "'{}' could do nothing (exit {}); the lines above say why. It is tried again in {} minutes.",
                        step.name(),
                        exit,
                        RETRY.toMinutes());
        }
        return exit == ExitCode.NOTHING_DONE || exit == Step.ENDED_EARLY;
    }
}
