package com.saqsommelier.core.visit;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The log of commands given to the bot: the audit log of the administrators, and the record that makes updates idempotent,
 * since an update delivered twice is recognised by it.
 *
 * <p>Invariant: an update of a bot is begun by one process at a time. One that was begun and not ended may be begun again
 * by another process when the first is gone.
 */
public final class CommandLog {

    /** Who has not ended a command by then is taken for dead. */
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    /**
     * After that a number is not the same update any more: Telegram keeps updates for a day, and after a week without any
     * it begins at a random number (Bot API, Update).
     */
    public static final Duration REPEATED = Duration.ofDays(2);

    private final Database database;
    private final JdbcClient jdbc;

    /** The visits of a database. */
    public CommandLog(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
    }

    /**
     * Takes note of a command that arrived.
     *
     * @param visit without an ending
     * @param alone whether no other process can be handling updates of the bot, so that what another began is nobody's
     */
    public CommandClaim begin(LoggedCommand visit, boolean alone) {
        while (true) {
            if (insert(visit)) {
                return CommandClaim.NEW;
            }
            Optional<LoggedCommand> known = find(visit.bot(), visit.updateId());
            if (known.isEmpty()
                    || known.get().begunAt().isBefore(visit.begunAt().minus(REPEATED))) {
                // It was erased meanwhile, or the number stands for another update now.
                known.ifPresent(this::giveUpNumber);
                continue;
            }
            return again(visit, known.get(), alone);
        }
    }

    private CommandClaim again(LoggedCommand visit, LoggedCommand known, boolean alone) {
        if (known.ending().isPresent()) {
            return CommandClaim.DONE;
        }
        boolean orphaned = !known.begunBy().equals(visit.begunBy())
                && (alone || known.begunAt().isBefore(visit.begunAt().minus(PATIENCE)));
        return orphaned && takeOver(visit, known) ? CommandClaim.NEW : CommandClaim.BEGUN;
    }

    private boolean insert(LoggedCommand visit) {
        return jdbc.sql("""
                        INSERT INTO visits (bot, update_id, user_id, command, begun_at, begun_by)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                        .params(
                                visit.bot(),
                                visit.updateId(),
                                visit.userId(),
                                visit.command(),
                                Times.utc(visit.begunAt()),
                                visit.begunBy())
                        .update()
                == 1;
    }

    private Optional<LoggedCommand> find(String bot, long updateId) {
        return jdbc.sql("SELECT * FROM visits WHERE bot = ? AND update_id = ?")
                .params(bot, updateId)
                .query(CommandLog::read)
                .optional();
    }

    private void giveUpNumber(LoggedCommand old) {
        jdbc.sql("UPDATE visits SET update_id = NULL WHERE bot = ? AND update_id = ? AND begun_at = ?")
                .params(old.bot(), old.updateId(), Times.utc(old.begunAt()))
                .update();
    }

    private boolean takeOver(LoggedCommand visit, LoggedCommand known) {
        return jdbc.sql("""
                        UPDATE visits SET begun_by = :process, begun_at = :now
                        WHERE bot = :bot AND update_id = :update AND begun_by = :before AND outcome IS NULL
                        """)
                        .param("process", visit.begunBy())
                        .param("now", Times.utc(visit.begunAt()))
                        .param("bot", visit.bot())
                        .param("update", visit.updateId())
                        .param("before", known.begunBy())
                        .update()
                == 1;
    }

    /** Takes note of how commands ended whose arrival is noted; of one that was erased meanwhile nothing is noted. */
    public void end(Collection<LoggedCommand> visits) {
        batch("UPDATE visits SET outcome = ?, milliseconds = ? WHERE bot = ? AND update_id = ?", visits, visit -> {
            LoggedCommand.Ending ending = visit.ending().orElseThrow();
            return new Object[] {code(ending.outcome()), millis(ending), visit.bot(), visit.updateId()};
        });
    }

    /** Takes note of commands, with their endings, whose arrival could not be noted. What is noted already stays. */
    public void add(Collection<LoggedCommand> visits) {
        batch("""
                INSERT INTO visits (bot, update_id, user_id, command, begun_at, begun_by, outcome, milliseconds)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """, visits, visit -> {
            LoggedCommand.Ending ending = visit.ending().orElseThrow();
            return new Object[] {
                visit.bot(),
                visit.updateId(),
                visit.userId(),
                visit.command(),
                Times.utc(visit.begunAt()),
                visit.begunBy(),
                code(ending.outcome()),
                millis(ending)
            };
        });
    }

    /**
     * The last commands, the latest first.
     *
     * @param userId of the person whose they are; empty for everybody's
     */
    public List<LoggedCommand> latest(Optional<String> userId, int limit) {
        // Two statements, so that each has an index in its order.
        String latest = " ORDER BY begun_at DESC, id DESC LIMIT ?";
        JdbcClient.StatementSpec statement = userId.map(
                        user -> jdbc.sql("SELECT * FROM visits WHERE user_id = ?" + latest)
                                .param(user))
                .orElseGet(() -> jdbc.sql("SELECT * FROM visits" + latest));
        return statement.param(limit).query(CommandLog::read).list();
    }

    private void batch(String sql, Collection<LoggedCommand> visits, Function<LoggedCommand, Object[]> parameters) {
        if (!visits.isEmpty()) {
            List<Object[]> rows = visits.stream().map(parameters).toList();
            database.inTransaction(() -> new JdbcTemplate(database.dataSource()).batchUpdate(sql, rows));
        }
    }

    private static int millis(LoggedCommand.Ending ending) {
        return Math.toIntExact(ending.took().toMillis());
    }

    private static String code(LoggedCommand.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static LoggedCommand read(ResultSet row, int number) throws SQLException {
        Duration took = Duration.ofMillis(row.getLong("milliseconds"));
        return new LoggedCommand(
                row.getString("bot"),
                row.getLong("update_id"),
                row.getString("user_id"),
                row.getString("command"),
                Objects.requireNonNull(Times.read(row, "begun_at")),
                row.getString("begun_by"),
                Optional.ofNullable(row.getString("outcome"))
                        .map(code -> LoggedCommand.Outcome.valueOf(code.toUpperCase(Locale.ROOT)))
                        .map(outcome -> new LoggedCommand.Ending(outcome, took)));
    }
}
