package com.saqsommelier.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static final Instant EVENING = Instant.parse("2026-03-02T18:00:00Z");
    private static final String ANNE = "tg:1";
    private static final String ADMIN = "tg:9";

    private final Database database = TestDatabase.fresh();
    private final AccessDecisions entries = new AccessDecisions(database);
    private final Strangers strangers = new Strangers(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_last_word_about_a_person_counts() {
        assertThat(entries.of(ANNE)).isEmpty();

        entries.decide(new AccessDecision(ANNE, true, ADMIN, EVENING));
        entries.decide(new AccessDecision("tg:2", true, ADMIN, EVENING.plusSeconds(1)));
        entries.decide(new AccessDecision(ANNE, false, ADMIN, EVENING.plusSeconds(2)));

        assertThat(entries.of(ANNE)).contains(new AccessDecision(ANNE, false, ADMIN, EVENING.plusSeconds(2)));
        assertThat(entries.all()).extracting(AccessDecision::userId).containsExactly(ANNE, "tg:2");
    }

    @Test
    void a_stranger_is_told_once_a_day() {
        assertThat(strangers.tellNow(ANNE, EVENING)).isTrue();
        assertThat(strangers.tellNow(ANNE, EVENING.plus(Duration.ofHours(23)))).isFalse();
        assertThat(strangers.tellNow("tg:2", EVENING.plus(Duration.ofHours(23))))
                .isTrue();
        assertThat(strangers.tellNow(ANNE, EVENING.plus(Duration.ofHours(24)))).isTrue();
    }

    @Test
    void of_several_processes_that_ask_at_once_one_tells_the_stranger() {
        assertThat(IntStream.range(0, 8)
                        .parallel()
                        .filter(process -> strangers.tellNow(ANNE, EVENING))
                        .count())
                .isEqualTo(1);
    }
}
