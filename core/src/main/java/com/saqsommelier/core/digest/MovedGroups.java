package com.saqsommelier.core.digest;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Groups that the channel knows by another number than before, as Telegram those that became supergroups. */
final class MovedGroups {

    /** Telegram moves a group once; more would be a circle. */
    private static final int MOST_MOVES = 5;

    private final JdbcClient jdbc;

    MovedGroups(Database database) {
        this.jdbc = database.jdbc();
    }

    /** Remembers where a group has gone. */
    void add(String group, String movedTo, Instant now) {
        jdbc.sql("""
                        INSERT INTO moved_groups (group_id, moved_to, moved_at) VALUES (?, ?, ?)
                        ON CONFLICT (group_id) DO UPDATE SET moved_to = excluded.moved_to, moved_at = excluded.moved_at
                        """).params(group, movedTo, Times.utc(now)).update();
    }

    /** By which number a group is known now; the same where it has not moved. */
    String present(String group) {
        String present = group;
        for (int moves = 0; moves < MOST_MOVES; moves++) {
            Optional<String> next = jdbc.sql("SELECT moved_to FROM moved_groups WHERE group_id = ?")
                    .param(present)
                    .query(String.class)
                    .optional();
            if (next.isEmpty()) {
                return present;
            }
            present = next.get();
        }
        return present;
    }
}
