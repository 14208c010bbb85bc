package com.saqsommelier.core.run;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;

/**
 * The runs of the one-shot jobs, one row each. A job runs once at a time, whatever the process or the machine.
 *
 * <p>A running job holds a session lock of PostgreSQL, which ends with its connection: a killed process leaves a row that
 * says {@code running} and no lock, by which the next run knows that it was killed.
 */
public final class Runs {

    /** What a run knew that was killed longer ago is too old to go on with. */
    private static final Duration WORTH_GOING_ON = Duration.ofDays(1);

    private final Database database;
    private final InstantSource clock;

    /** The runs of a database. */
    public Runs(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Begins a run of a job. Where the job's last run was killed within a day, this one goes on with that one's pass.
     *
     * @throws RunInProgressException when the job is running already
     */
    public Run begin(String job) throws RunInProgressException {
        Connection connection = connect();
        try {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            if (!jdbc.sql("SELECT pg_try_advisory_lock(hashtext('run'), hashtext(?))")
                    .param(job)
                    .query(Boolean.class)
                    .single()) {
                throw new RunInProgressException(job, last(job));
            }
            return start(job, connection, jdbc);
        } catch (RunInProgressException | RuntimeException e) {
            close(connection);
            throw e;
        }
    }

    /** The last run of a job; empty when it never ran. */
    public Optional<RunRecord> last(String job) {
        return recent(job, 1).stream().findFirst();
    }

    /** The last runs of a job, the latest first. */
    public List<RunRecord> recent(String job, int limit) {
        return database.jdbc()
                .sql("SELECT * FROM runs WHERE job = ? ORDER BY id DESC LIMIT ?")
                .params(job, limit)
                .query(RunRecord::read)
                .list();
    }

    /** The end of the first run of a job that did all there was to do. */
    public Optional<Instant> firstComplete(String job) {
        return complete(job, "ASC");
    }

    /** The end of the last run of a job that did all there was to do. */
    public Optional<Instant> lastComplete(String job) {
        return complete(job, "DESC");
    }

    private Optional<Instant> complete(String job, String order) {
        return database.jdbc()
                .sql("SELECT ended_at FROM runs WHERE job = ? AND complete ORDER BY id " + order + " LIMIT 1")
                .param(job)
                .query((row, number) -> row.getTimestamp("ended_at").toInstant())
                .optional();
    }

    private Run start(String job, Connection connection, JdbcClient jdbc) {
        Instant now = clock.instant();
        Optional<RunRecord> left = last(job).filter(run -> run.state() == RunState.RUNNING);
        jdbc.sql("UPDATE runs SET state = 'killed', ended_at = heartbeat_at WHERE job = ? AND state = 'running'")
                .param(job)
                .update();
        Optional<Instant> killed = left.filter(run -> run.heartbeatAt().isAfter(now.minus(WORTH_GOING_ON)))
                .map(RunRecord::passBeganAt);
        Instant passBegan = killed.orElse(now);
        long id = jdbc.sql("""
                        INSERT INTO runs (job, process, state, pass_began_at, started_at, heartbeat_at)
                        VALUES (?, ?, 'running', ?, ?, ?) RETURNING id
                        """)
                .params(job, process(), Times.utc(passBegan), Times.utc(now), Times.utc(now))
                .query(Long.class)
                .single();
        return new Run(id, passBegan, killed.isPresent(), connection, jdbc, clock);
    }

    private Connection connect() {
        try {
            return database.dataSource().getConnection();
        } catch (SQLException e) {
            throw new SQLErrorCodeSQLExceptionTranslator(database.dataSource()).translate("begin a run", null, e);
        }
    }

    static void close(Connection connection) {
        try (connection) {
            // Back in the pool the session lives on, and with it the lock.
            connection.createStatement().execute("SELECT pg_advisory_unlock_all()");
        } catch (SQLException e) {
            // The connection is gone, and the lock with it.
            return;
        }
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
