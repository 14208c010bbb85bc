package com.saqsommelier.core.retention;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/**
 * Deletes rows whose {@link RetentionRule} has run out. Several processes may do it at once: each row is deleted by one of
 * them.
 */
public final class Retention {

    private final Database database;
    private final InstantSource clock;

    /** The retention of a database. */
    public Retention(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Applies every rule, each in a transaction of its own.
     *
     * @return how many rows each rule deleted; rules that found none are left out
     * @throws org.springframework.dao.DataAccessException when the database fails; what was deleted before stays deleted
     */
    public Map<RetentionRule, Integer> apply() {
        Map<RetentionRule, Integer> deleted = new EnumMap<>(RetentionRule.class);
        for (RetentionRule rule : RetentionRule.values()) {
            int rows = database.jdbc()
                    .sql(rule.deletion())
                    .param(Times.utc(clock.instant().minus(rule.period())))
                    .update();
            if (rows > 0) {
                deleted.put(rule, rows);
            }
        }
        return deleted;
    }
}
