package com.saqsommelier.app;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
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
 * is made up for at the next start, and of several processes on one database one takes each. A start plans anew what is
 * due more than seconds from now, so that a changed setting counts.
 *
 * @see <a href="https://github.com/kagkarlsson/db-scheduler">db-scheduler</a>
 */
final class Schedules implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);

    /** A process that gave no sign of life for six of these is taken for dead, and what it ran becomes due again. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(8);

    private final Scheduler scheduler;
    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();

    private Schedules(Database database, List<Timetable> timetables, Duration polling) {
        List<RecurringTask<Void>> tasks = timetables.stream().map(this::task).toList();
        scheduler = Scheduler.create(database.dataSource())
                .startTasks(tasks)
                .threads(Math.max(1, tasks.size()))
                .pollingInterval(polling)
                .heartbeatInterval(HEARTBEAT)
                .schedulerName(new SchedulerName.Fixed(process()))
                .shutdownMaxWait(LONGEST_STOP)
                .failureLogging(LogLevel.OFF, false)
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

    private RecurringTask<Void> task(Timetable timetable) {
        return Tasks.recurring(timetable.name(), timetable.times())
                .onFailure((complete, operations) -> operations.reschedule(
                        complete, timetable.at(next(complete), complete.getTimeDone(), planned(timetable, complete))))
                .onDeadExecutionRevive()
                .execute((instance, context) -> run(timetable));
    }

    private void run(Timetable timetable) {
        Thread worker = Thread.currentThread();
        workers.add(worker);
        Timetable.Next next;
        try {
            next = timetable.run();
        } finally {
            workers.remove(worker);
        }
        if (Thread.interrupted()) {
            // It came too late for the steps, and must not reach the statement that writes down what is next.
            LOG.debug("{} had ended when it was interrupted", timetable.name());
        }
        if (next != Timetable.Next.AS_PLANNED) {
            throw new NotAsPlanned(next);
        }
    }

    private static Timetable.Next next(ExecutionComplete complete) {
        return complete.getCause()
                .filter(NotAsPlanned.class::isInstance)
                .map(cause -> ((NotAsPlanned) cause).next)
                .orElse(Timetable.Next.SOON);
    }

    private static Instant planned(Timetable timetable, ExecutionComplete complete) {
        return timetable.times().getNextExecutionTime(complete);
    }

    private void makeDue(Timetable timetable, Instant now) {
        try {
            Optional<ScheduledExecution<Object>> known = execution(timetable.name());
            if (known.isEmpty()) {
                scheduler.scheduleIfNotExists(new TaskInstance<>(timetable.name(), RecurringTask.INSTANCE), now);
            } else if (!known.get().isPicked() && known.get().getExecutionTime().isAfter(now)) {
                scheduler.reschedule(TaskInstanceId.of(timetable.name(), RecurringTask.INSTANCE), now);
            }
        } catch (TaskInstanceException e) {
            // Another process has begun it between the two questions, which is what was wanted.
            LOG.debug("{} runs already", timetable.name(), e);
        }
    }

    private Optional<ScheduledExecution<Object>> execution(String name) {
        return scheduler.getScheduledExecution(TaskInstanceId.of(name, RecurringTask.INSTANCE));
    }

    private static String process() {
        long id = ProcessHandle.current().pid();
        try {
            return "process " + id + " on " + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "process " + id;
        }
    }

    /** How db-scheduler is told that another time than the planned one comes next; the log has the reason already. */
    private static final class NotAsPlanned extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Timetable.Next next;

        NotAsPlanned(Timetable.Next next) {
            super(next.name(), null, false, false);
            this.next = next;
        }
    }
}
