package com.saqsommelier.core.access;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has been told that the bot is private: once a day, however many processes there are and however often they start. */
public final class Strangers {

    /** How long a stranger who was told is not told again. */
    public static final Duration SILENCE = Duration.ofDays(1);

    private final JdbcClient jdbc;

    /** The strangers of a database. */
    public Strangers(Database database) {
        this.jdbc = database.jdbc();
    }

    /** Whether this stranger is to be told now; of several who ask at once one is told yes. */
    public boolean tellNow(String userId, Instant now) {
        return jdbc.sql("""
                        INSERT INTO strangers AS known (user_id, told_at) VALUES (:user, :now)
                        ON CONFLICT (user_id) DO UPDATE SET told_at = excluded.told_at WHERE known.told_at <= :before
                        """)
                        .param("user", userId)
                        .param("now", Times.utc(now))
                        .param("before", Times.utc(now.minus(SILENCE)))
                        .update()
                == 1;
    }
}
