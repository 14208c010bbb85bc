package com.saqsommelier.core.access;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The allow and deny decisions of administrators (access control); the last one about a person counts. */
public final class AccessDecisions {

    private final JdbcClient jdbc;

    /** The decisions of a database. */
    public AccessDecisions(Database database) {
        this.jdbc = database.jdbc();
    }

    /** Keeps a decision in the place of an earlier one, whose name stays where this one has none. */
    public void decide(AccessDecision entry) {
        jdbc.sql("""
                        INSERT INTO access (user_id, allowed, decided_by, decided_at, name) VALUES (:user, :allowed, :by, :at, :name)
                        ON CONFLICT (user_id) DO UPDATE SET allowed = excluded.allowed,
                            decided_by = excluded.decided_by, decided_at = excluded.decided_at,
                            name = coalesce(excluded.name, access.name)
                        """)
                .param("user", entry.userId())
                .param("allowed", entry.allowed())
                .param("by", entry.decidedBy())
                .param("at", Times.utc(entry.decidedAt()))
                .param("name", entry.name().orElse(null))
                .update();
    }

    /** What was decided about a person; empty where nothing was. */
    public Optional<AccessDecision> of(String userId) {
        return jdbc.sql("SELECT * FROM access WHERE user_id = ?")
                .param(userId)
                .query(AccessDecisions::read)
                .optional();
    }

    /** All decisions, the latest first. */
    public List<AccessDecision> all() {
        return jdbc.sql("SELECT * FROM access ORDER BY decided_at DESC, user_id")
                .query(AccessDecisions::read)
                .list();
    }

    private static AccessDecision read(ResultSet row, int number) throws SQLException {
        return new AccessDecision(
                row.getString("user_id"),
                row.getBoolean("allowed"),
                row.getString("decided_by"),
                row.getTimestamp("decided_at").toInstant(),
                Optional.ofNullable(row.getString("name")));
    }
}
