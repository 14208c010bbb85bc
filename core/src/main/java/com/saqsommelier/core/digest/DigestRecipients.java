package com.saqsommelier.core.digest;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import com.saqsommelier.core.person.People;
import com.saqsommelier.core.person.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who gets the digest of a week, and how far that is. Whoever sends says so before each message and after it: a message
 * that was begun is never sent again, so nobody gets one twice, whenever a process is killed. The price is that a message
 * can be lost whose sender died between the two (docs/decisions/0032-digest-at-most-once.md).
 */
public final class DigestRecipients {

    /** How long a claim holds, from the last message that was begun: longer than a call to the channel can take. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    /** After so many claims without success it has failed. */
    public static final int MOST_TRIES = 8;

    /** After it has failed in a run, so many further runs of the week try again. */
    public static final int MOST_ROUNDS = 24;

    private final Database database;
    private final JdbcClient jdbc;
    private final MovedGroups moved;
    private final Digests digests;
    private final People people;
    private final InstantSource clock;

    /** The recipients of a database. */
    public DigestRecipients(Database database, InstantSource clock) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.moved = new MovedGroups(database);
        this.digests = new Digests(database);
        this.people = new People(database);
        this.clock = clock;
    }

    /**
     * What was claimed, of which week.
     *
     * @param waiting how many others have not ended: they are claimed by somebody, or wait for another try
     */
    public record Claim(DigestWeek week, List<DigestRecipient> recipients, int waiting) {}

    /**
     * Claims recipients of the present week's digest, which the first claim fixes: those who opted in, and groups.
     *
     * @param consumer who claims, for the operator
     * @param groups further recipients, as {@code tg:-100123}
     * @param limit how many at most
     */
    public Claim claim(String consumer, Collection<String> groups, int limit) {
        Instant now = clock.instant();
        return database.inTransaction(() -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('claim_digest'))::text")
                    .query(String.class)
                    .single();
            DigestWeek week = digests.fix(now);
            enrol(week, groups.stream().map(moved::present).toList(), now);
            giveUp(week, consumer, now);
            takeUpAgain(week, consumer, now);
            List<DigestRecipient> claimed = jdbc
                    .sql("""
                            UPDATE digest_recipients recipient
                            SET leased_by = :consumer, due_at = :until, tries = tries + 1
                            WHERE week = :week AND user_id IN (
                                SELECT user_id FROM digest_recipients
                                WHERE week = :week AND ended_at IS NULL AND due_at <= :now
                                ORDER BY due_at, user_id LIMIT :limit)
                            RETURNING *
                            """)
                    .param("consumer", consumer)
                    .param("until", Times.utc(now.plus(LEASE)))
                    .param("week", week.week())
                    .param("now", Times.utc(now))
                    .param("limit", limit)
                    .query(Claimed::read)
                    .list()
                    .stream()
                    .map(row -> recipient(row, now))
                    .toList();
            return new Claim(week, claimed, open(week) - claimed.size());
        });
    }

    /**
     * Notes that a message is about to be sent, and whether it may be: false where it may have been sent before, or the
     * lease of the claimant is over.
     *
     * @param part the number of the message, from 1
     */
    public boolean begin(String week, String userId, String consumer, int part) {
        return jdbc.sql("""
                        UPDATE digest_recipients SET parts_begun = :part, due_at = :until
                        WHERE week = :week AND user_id = :user AND leased_by = :consumer AND ended_at IS NULL
                            AND due_at > :now AND parts_begun = :part - 1
                        """)
                        .param("part", part)
                        .param("week", week)
                        .param("user", userId)
                        .param("consumer", consumer)
                        .param("now", Times.utc(clock.instant()))
                        .param("until", Times.utc(clock.instant().plus(LEASE)))
                        .update()
                == 1;
    }

    /** Notes that the channel accepted a message, the last one perhaps. */
    public void sent(String week, String userId, int part, boolean last) {
        jdbc.sql("""
                        UPDATE digest_recipients SET parts_begun = greatest(parts_begun, :part), parts_sent = :part,
                            outcome = CASE WHEN :last THEN 'sent' END, ended_at = CASE WHEN :last THEN :now::timestamptz END
                        WHERE week = :week AND user_id = :user AND ended_at IS NULL
                        """)
                .param("part", part)
                .param("last", last)
                .param("now", Times.utc(clock.instant()))
                .param("week", week)
                .param("user", userId)
                .update();
    }

    /** Notes that the channel certainly did not accept a message that was begun; after a pause it may be tried again. */
    public void retry(String week, String userId, String consumer, int part, Duration pause) {
        jdbc.sql("""
                        UPDATE digest_recipients
                        SET parts_begun = :part - 1, leased_by = NULL, due_at = :due
                        WHERE week = :week AND user_id = :user AND leased_by = :consumer AND ended_at IS NULL
                            AND parts_begun = :part
                        """)
                .param("part", part)
                .param("due", Times.utc(clock.instant().plus(pause)))
                .param("week", week)
                .param("user", userId)
                .param("consumer", consumer)
                .update();
    }

    /**
     * Notes that the channel certainly did not accept a message as the group has another number now: it is claimed by
     * that one at once, in this week and from now on.
     */
    public void moved(String week, String userId, String movedTo, int part) {
        database.inTransaction(() -> {
            moved.add(userId, movedTo, clock.instant());
            return jdbc.sql("""
                            UPDATE digest_recipients SET user_id = :to, parts_begun = :part - 1, leased_by = NULL, due_at = :now
                            WHERE week = :week AND user_id = :user AND ended_at IS NULL
                                AND NOT EXISTS (SELECT FROM digest_recipients WHERE week = :week AND user_id = :to)
                            """)
                            .param("to", movedTo)
                            .param("part", part)
                            .param("now", Times.utc(clock.instant()))
                            .param("week", week)
                            .param("user", userId)
                            .update()
                    == 1;
        });
    }

    /**
     * Notes that nothing more will be sent in this run: the channel certainly did not accept a message. A person who
     * blocked us is paused. Where it failed, the next run tries again, within the week.
     */
    public void end(String week, String userId, int part, boolean blocked) {
        database.inTransaction(() -> {
            jdbc.sql("""
                            UPDATE digest_recipients
                            SET outcome = ?, ended_at = ?, parts_begun = greatest(parts_sent, least(parts_begun, ? - 1))
                            WHERE week = ? AND user_id = ? AND ended_at IS NULL
                            """)
                    .params(blocked ? "blocked" : "failed", Times.utc(clock.instant()), part, week, userId)
                    .update();
            return blocked ? jdbc.sql("""
                                    INSERT INTO people (user_id, paused) VALUES (?, true)
                                    ON CONFLICT (user_id) DO UPDATE SET paused = true
                                    """).param(userId).update() : 0;
        });
    }

    private void enrol(DigestWeek week, Collection<String> groups, Instant now) {
        jdbc.sql("""
                        INSERT INTO digest_recipients (week, user_id, due_at)
                        SELECT :week, user_id, :now FROM (
                            SELECT user_id FROM people WHERE digest AND NOT paused
                            UNION SELECT unnest(:groups::text[])) AS wanted
                        ON CONFLICT DO NOTHING
                        """)
                .param("week", week.week())
                .param("now", Times.utc(now))
                .param("groups", groups.toArray(String[]::new))
                .update();
    }

    private int open(DigestWeek week) {
        return jdbc.sql("SELECT count(*) FROM digest_recipients WHERE week = ? AND ended_at IS NULL")
                .param(week.week())
                .query(Integer.class)
                .single();
    }

    /** Once in each run, as a run has one consumer, and not for ever. */
    private void takeUpAgain(DigestWeek week, String consumer, Instant now) {
        jdbc.sql("""
                        UPDATE digest_recipients
                        SET outcome = NULL, ended_at = NULL, tries = 0, rounds = rounds + 1, leased_by = NULL, due_at = :now
                        WHERE week = :week AND outcome = 'failed' AND leased_by IS DISTINCT FROM :consumer
                            AND rounds < :most
                        """)
                .param("week", week.week())
                .param("consumer", consumer)
                .param("now", Times.utc(now))
                .param("most", MOST_ROUNDS)
                .update();
    }

    private void giveUp(DigestWeek week, String consumer, Instant now) {
        jdbc.sql("""
                        UPDATE digest_recipients SET outcome = 'failed', ended_at = :now, leased_by = :consumer
                        WHERE week = :week AND ended_at IS NULL AND due_at <= :now AND tries >= :most
                        """)
                .param("week", week.week())
                .param("now", Times.utc(now))
                .param("consumer", consumer)
                .param("most", MOST_TRIES)
                .update();
    }

    private DigestRecipient recipient(Claimed claimed, Instant now) {
        Person person = people.find(claimed.userId());
        return new DigestRecipient(
                person.userId(),
                person.language(),
                person.quiet()
                        .flatMap(hours -> hours.endAfter(now, person.zone()))
                        .isPresent(),
                claimed.partsBegun(),
                claimed.leasedUntil(),
                claimed.tries() >= MOST_TRIES);
    }

    private record Claimed(String userId, int partsBegun, Instant leasedUntil, int tries) {

        static Claimed read(ResultSet row, int number) throws SQLException {
            return new Claimed(
                    row.getString("user_id"),
                    row.getInt("parts_begun"),
                    row.getTimestamp("due_at").toInstant(),
                    row.getInt("tries"));
        }
    }
}
