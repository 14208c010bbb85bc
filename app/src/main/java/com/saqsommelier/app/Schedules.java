package com.saqsommelier.app;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.saqsommelier.core.database.Database;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs timetables. When each is due is a row in the database: it survives restarts, a time that passed while nothing ran
 * is made up for at the next start, and of several processes on one database one takes each.
 *
 * @see <a href="https://github.com/kagkarlsson/db-scheduler">db-scheduler</a>
 */
final class Schedules implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
    private static final String INSTANCE = "recurring";

    /** A process that gave no sign of life for six of these is taken for dead, and what it ran becomes due again. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(8);

    private final Scheduler scheduler;
    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();

    private Schedules(Database database, List<Timetable> timetables, Duration polling) {
        List<CustomTask<Void>> tasks = timetables.stream().map(this::task).toList();
        scheduler = Scheduler.create(database.dataSource())
                .startTasks(tasks)
                .threads(Math.max(1, tasks.size()))
                .pollingInterval(polling)
                .heartbeatInterval(HEARTBEAT)
                .schedulerName(new SchedulerName.Fixed(process()))
                .shutdownMaxWait(LONGEST_STOP)
                .failureLogging(LogLevel.ERROR, true)
                .build();
    }

    /** Starts timetables; those of which the times are disabled are forgotten. */
    static Schedules start(Database database, List<Timetable> timetables) {
        return start(database, timetables, Duration.ofSeconds(10));
    }

    /**
     * Starts timetables.
     *
     * @param polling how often the database is asked what is due
     */
    static Schedules start(Database database, List<Timetable> timetables, Duration polling) {
        Schedules schedules = new Schedules(database, timetables, polling);
        timetables.stream()
                .filter(timetable -> timetable.atOnce() && !timetable.times().isDisabled())
                .forEach(timetable -> schedules.makeDue(timetable, Instant.now()));
        schedules.scheduler.start();
        return schedules;
    }

    /** When a timetable is due; empty when it never is. */
    Optional<Instant> due(String name) {
        return execution(name).map(ScheduledExecution::getExecutionTime);
    }

    /** Interrupts what runs and waits for it to have saved what it did, some seconds at most. */
    @Override
    public void close() {
        workers.forEach(Thread::interrupt);
        scheduler.stop();
    }

    private CustomTask<Void> task(Timetable timetable) {
        return Tasks.custom(timetable.name(), Void.class)
                .scheduleOnStartup(INSTANCE, null, timetable.times())
                .onFailureReschedule(timetable.times())
                .onDeadExecutionRevive()
                .execute((instance, context) -> run(timetable));
    }

    private CompletionHandler<Void> run(Timetable timetable) {
        Thread worker = Thread.currentThread();
        workers.add(worker);
        Timetable.Next next;
        try {
            next = timetable.run();
        } finally {
            workers.remove(worker);
        }
        // An interrupt that came too late for the steps must not reach the statement that writes down what is next.
        boolean interrupted = Thread.interrupted();
        LOG.debug("{} ended, next {}, interrupted {}", timetable.name(), next, interrupted);
        return (complete, operations) -> operations.reschedule(
                complete,
                timetable.at(next, complete.getTimeDone(), timetable.times().getNextExecutionTime(complete)));
    }

    private void makeDue(Timetable timetable, Instant now) {
        try {
            Optional<ScheduledExecution<Object>> known = execution(timetable.name());
            if (known.isEmpty()) {
                scheduler.scheduleIfNotExists(new TaskInstance<>(timetable.name(), INSTANCE), now);
            } else if (!known.get().isPicked() && known.get().getExecutionTime().isAfter(now)) {
                scheduler.reschedule(TaskInstanceId.of(timetable.name(), INSTANCE), now);
            }
        } catch (TaskInstanceException e) {
            // Another process has begun it between the two questions, which is what was wanted.
            LOG.debug("{} runs already", timetable.name(), e);
        }
    }

    private Optional<ScheduledExecution<Object>> execution(String name) {
        return scheduler.getScheduledExecution(TaskInstanceId.of(name, INSTANCE));
    }

    private static String process() {
        long id = ProcessHandle.current().pid();
        try {
            return "process " + id + " on " + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "process " + id;
        }
    }
}
