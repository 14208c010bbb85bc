package com.saqsommelier.core.person;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people chose. Nobody has to be known beforehand. */
public final class People {

    private final Database database;
    private final JdbcClient jdbc;

    /** The people of a database. */
    public People(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
    }

    /** A person; one who has chosen nothing where nothing is known. */
    public Person find(String userId) {
        List<String> stores = jdbc.sql(
                        "SELECT store_id FROM preferred_stores WHERE user_id = ? ORDER BY created_at, store_id")
                .param(userId)
                .query(String.class)
                .list();
        return jdbc.sql("SELECT * FROM people WHERE user_id = ?")
                .param(userId)
                .query((row, number) -> new Person(
                        userId,
                        Optional.ofNullable(row.getString("language")),
                        row.getBoolean("digest"),
                        row.getBoolean("paused"),
                        stores,
                        quiet(row),
                        ZoneId.of(row.getString("time_zone"))))
                .optional()
                .orElse(new Person(userId, Optional.empty(), false, false, stores));
    }

    /** The language that a person chose; empty where the choice is left to the channel. */
    public Optional<String> language(String userId) {
        return jdbc.sql("SELECT language FROM people WHERE user_id = ?")
                .param(userId)
                .query((row, number) -> Optional.ofNullable(row.getString("language")))
                .optional()
                .orElse(Optional.empty());
    }

    /** The languages that people chose, by user id; who chose none is left out. */
    public Map<String, String> languages(Collection<String> userIds) {
        Map<String, String> languages = new HashMap<>();
        jdbc.sql("SELECT user_id, language FROM people WHERE user_id = ANY (:users::text[]) AND language IS NOT NULL")
                .param("users", userIds.toArray(String[]::new))
                .query((RowCallbackHandler) row -> languages.put(row.getString("user_id"), row.getString("language")));
        return languages;
    }

    /**
     * Keeps what a person chose, but for the stores, which stay what they are. What waited for the end of quiet hours that
     * are others now is due at once.
     */
    public void save(Person person) {
        database.inTransaction(() -> {
            jdbc.sql("""
                            INSERT INTO people (user_id, language, digest, paused, quiet_from, quiet_until, time_zone)
                            VALUES (:user, :language, :digest, :paused, :from, :until, :zone)
                            ON CONFLICT (user_id) DO UPDATE SET
                                language = excluded.language, digest = excluded.digest, paused = excluded.paused,
                                quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
                                time_zone = excluded.time_zone
                            """)
                    .param("user", person.userId())
                    .param("language", person.language().orElse(null))
                    .param("digest", person.digest())
                    .param("paused", person.paused())
                    .param("from", person.quiet().map(QuietHours::from).orElse(null), Types.TIME)
                    .param("until", person.quiet().map(QuietHours::until).orElse(null), Types.TIME)
                    .param("zone", person.zone().getId())
                    .update();
            // Who claims next sees whether the new hours hold it as well.
            return jdbc.sql("""
                            UPDATE deliveries SET due_at = '-infinity'
                            WHERE user_id = ? AND ended_at IS NULL AND held
                            """).param(person.userId()).update();
        });
    }

    /**
     * Changes what a person chose, but for the stores. Two changes at once are made one after the other.
     *
     * @param change makes of what is stored what is to be
     * @return what is stored now
     */
    public Person change(String userId, UnaryOperator<Person> change) {
        return database.inTransaction(() -> {
            jdbc.sql("INSERT INTO people (user_id) VALUES (?) ON CONFLICT DO NOTHING")
                    .param(userId)
                    .update();
            jdbc.sql("SELECT FROM people WHERE user_id = ? FOR UPDATE")
                    .param(userId)
                    .query((row, number) -> userId)
                    .single();
            Person changed = change.apply(find(userId));
            save(changed);
            return changed;
        });
    }

    /**
     * Adds a store to those of a person, unless it is there.
     *
     * @return false when there is no such store
     */
    public boolean prefer(String userId, String storeId, Instant at) {
        try {
            database.inTransaction(
                    () -> jdbc.sql("""
                            INSERT INTO preferred_stores (user_id, store_id, created_at) VALUES (?, ?, ?)
                            ON CONFLICT DO NOTHING
                            """).params(userId, storeId, Times.utc(at)).update());
            return true;
        } catch (DataIntegrityViolationException e) {
            return false;
        }
    }

    /** Takes a store from those of a person, if it is there. */
    public void forget(String userId, String storeId) {
        jdbc.sql("DELETE FROM preferred_stores WHERE user_id = ? AND store_id = ?")
                .params(userId, storeId)
                .update();
    }

    private static Optional<QuietHours> quiet(ResultSet row) throws SQLException {
        LocalTime from = row.getObject("quiet_from", LocalTime.class);
        LocalTime until = row.getObject("quiet_until", LocalTime.class);
        return from == null || until == null ? Optional.empty() : Optional.of(new QuietHours(from, until));
    }
}
