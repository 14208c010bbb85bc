package com.saqsommelier.backend.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.access.Strangers;
import com.saqsommelier.core.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The schedule that deletes what is too old. */
class RetentionScheduleTest {

    @Test
    void it_deletes_after_the_start_without_being_asked() {
        try (Database database = TestDatabase.fresh()) {
            new Strangers(database).tellNow("tg:1", Instant.now().minus(Duration.ofDays(2)));
            assertThat(strangers(database)).isEqualTo(1);

            RetentionSchedule schedule = new RetentionSchedule(database, InstantSource.system(), Duration.ZERO);
            try {
                await().atMost(Duration.ofMinutes(1)).until(() -> strangers(database) == 0);
            } finally {
                schedule.close();
            }
        }
    }

    private static long strangers(Database database) {
        return database.jdbc()
                .sql("SELECT count(*) FROM strangers")
                .query(Long.class)
                .single();
    }
}
