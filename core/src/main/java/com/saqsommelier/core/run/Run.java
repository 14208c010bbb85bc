package com.saqsommelier.core.run;

import com.saqsommelier.core.database.Times;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A run that goes on. Closing one that has not ended leaves it as a killed one, to be gone on with. */
public final class Run implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final long id;
    private final Instant passBeganAt;
    private final boolean resumed;
    private final Connection connection;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    Run(long id, Instant passBeganAt, boolean resumed, Connection connection, JdbcClient jdbc, InstantSource clock) {
        this.id = id;
        this.passBeganAt = passBeganAt;
        this.resumed = resumed;
        this.connection = connection;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** When the pass began that this run is part of: its own start, or that of the first of the killed runs before it. */
    public Instant passBeganAt() {
        return passBeganAt;
    }

    /** Whether it goes on with the pass of a run that was killed. */
    public boolean resumed() {
        return resumed;
    }

    /**
     * Writes down how far it is, and shows that it lives; to be called about once a minute.
     *
     * @param counters anything that Jackson writes as a JSON object
     * @throws org.springframework.dao.DataAccessException when the connection, and with it the lock, is lost: another
     *     run may have begun, so this one must end
     */
    public void heartbeat(Object counters) {
        jdbc.sql("UPDATE runs SET heartbeat_at = ?, counters = ?::jsonb WHERE id = ?")
                .params(Times.utc(clock.instant()), JSON.writeValueAsString(counters), id)
                .update();
    }

    /**
     * Writes down its end.
     *
     * @param complete whether it did all there was to do
     * @param reason why it ended, when that was not because all was done
     */
    public void end(int exitCode, boolean complete, @Nullable String reason, Object counters) {
        Instant now = clock.instant();
        jdbc.sql("""
                        UPDATE runs SET state = 'ended', heartbeat_at = :now, ended_at = :now, exit_code = :exit,
                            complete = :complete, reason = :reason, counters = :counters::jsonb
                        WHERE id = :id
                        """)
                .param("now", Times.utc(now))
                .param("exit", exitCode)
                .param("complete", complete)
                .param("reason", reason)
                .param("counters", JSON.writeValueAsString(counters))
                .param("id", id)
                .update();
    }

    @Override
    public void close() {
        Runs.close(connection);
    }
}
