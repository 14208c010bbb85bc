package com.saqsommelier.core.claude;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The calls of Claude and what each day cost, counted over all processes on the database.
 *
 * <p>Before a call the most that it can cost is held, in the same statement that compares the day with its budget; when it
 * ended, the difference to what it did cost is given back. So calls at the same time cannot pass the budget together, and a
 * process that dies in the middle of a call leaves the day's sum too high rather than too low.
 */
public final class ClaudeCalls {

    /** Whose midnight begins a day. */
    private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");

    private final Database database;
    private final JdbcClient jdbc;

    /** The calls in a database. */
    public ClaudeCalls(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
    }

    /**
     * Notes a call before it is made, and holds what it can cost.
     *
     * @param budget dollars for the day; empty for any number
     * @return its number, or nothing when the day's budget does not allow it
     */
    public OptionalLong begin(CallBegun call, Optional<BigDecimal> budget) {
        return database.inTransaction(() -> {
            if (!hold(call, budget)) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(jdbc.sql("""
                            INSERT INTO claude_calls (recommendation_id, purpose, model, prompt_version, outcome, cost_usd,
                                created_at)
                            VALUES (:recommendation, :purpose, :model, :prompt, 'open', :most, :at)
                            RETURNING id
                            """)
                    .param("recommendation", call.recommendationId())
                    .param("purpose", call.purpose())
                    .param("model", call.model())
                    .param("prompt", call.promptVersion())
                    .param("most", call.most())
                    .param("at", Times.utc(call.at()))
                    .query(Long.class)
                    .single());
        });
    }

    private boolean hold(CallBegun call, Optional<BigDecimal> budget) {
        return jdbc.sql("""
                        INSERT INTO claude_days AS days (day, cost_usd)
                        SELECT :day, :most WHERE :budget::numeric IS NULL OR :most::numeric <= :budget::numeric
                        ON CONFLICT (day) DO UPDATE SET cost_usd = days.cost_usd + :most
                            WHERE :budget::numeric IS NULL OR days.cost_usd + :most <= :budget::numeric
                        """)
                        .param("day", day(call.at()))
                        .param("most", call.most())
                        .param("budget", budget.orElse(null))
                        .update()
                == 1;
    }

    /** Notes how a call went, and gives back what was held too much. */
    public void end(long id, CallEnded ended) {
        database.inTransaction(() -> {
            jdbc.sql("""
                            UPDATE claude_days SET cost_usd = claude_days.cost_usd - calls.cost_usd + :cost
                            FROM claude_calls AS calls
                            WHERE calls.id = :id AND calls.outcome = 'open'
                                AND claude_days.day = (calls.created_at AT TIME ZONE 'America/Toronto')::date
                            """).param("id", id).param("cost", ended.cost()).update();
            return jdbc.sql("""
                            UPDATE claude_calls SET outcome = :outcome, input_tokens = :input, output_tokens = :output,
                                cache_write_tokens = :written, cache_read_tokens = :read, cost_usd = :cost,
                                milliseconds = :milliseconds
                            WHERE id = :id AND outcome = 'open'
                            """)
                    .param("id", id)
                    .param("outcome", ended.outcome())
                    .param("input", ended.inputTokens())
                    .param("output", ended.outputTokens())
                    .param("written", ended.cacheWriteTokens())
                    .param("read", ended.cacheReadTokens())
                    .param("cost", ended.cost())
                    .param("milliseconds", ended.took().toMillis())
                    .update();
        });
    }

    /** Dollars that the day of an instant has cost so far, with what open calls may still cost. */
    public BigDecimal spentOnDayOf(Instant instant) {
        return jdbc.sql("SELECT cost_usd FROM claude_days WHERE day = ?")
                .param(day(instant))
                .query(BigDecimal.class)
                .optional()
                .orElse(BigDecimal.ZERO);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(MONTREAL).toLocalDate();
    }
}
