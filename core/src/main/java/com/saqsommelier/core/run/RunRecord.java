package com.saqsommelier.core.run;

import com.saqsommelier.core.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run as it is written down.
 *
 * @param process who ran it, in words
 * @param passBeganAt start of the pass that it was part of
 * @param heartbeatAt its last sign of life
 * @param endedAt for a killed run its last sign of life; empty while it goes on
 * @param exitCode empty when it did not end by itself
 * @param complete whether it did all there was to do
 * @param reason why it ended; empty when that was because all was done
 * @param counters what it did, a JSON object
 */
public record RunRecord(
        String job,
        String process,
        RunState state,
        Instant passBeganAt,
        Instant startedAt,
        Instant heartbeatAt,
        Optional<Instant> endedAt,
        OptionalInt exitCode,
        boolean complete,
        Optional<String> reason,
        JsonNode counters) {

    static RunRecord read(ResultSet row, int number) throws SQLException {
        Integer exit = row.getObject("exit_code", Integer.class);
        return new RunRecord(
                row.getString("job"),
                row.getString("process"),
                RunState.of(row.getString("state")),
                Objects.requireNonNull(Times.read(row, "pass_began_at")),
                Objects.requireNonNull(Times.read(row, "started_at")),
                Objects.requireNonNull(Times.read(row, "heartbeat_at")),
                Optional.ofNullable(Times.read(row, "ended_at")),
                exit == null ? OptionalInt.empty() : OptionalInt.of(exit),
                row.getBoolean("complete"),
                Optional.ofNullable(row.getString("reason")),
                JsonMapper.shared().readTree(row.getString("counters")));
    }
}
