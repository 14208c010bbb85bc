package com.saqsommelier.bot.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.vocabulary.Language;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, il y a 1 minute, 1 minute ago",
        "PT-5M, il y a 1 minute, 1 minute ago",
        "PT59M, il y a 59 minutes, 59 minutes ago",
        "PT1H, il y a 1 heure, 1 hour ago",
        "PT47H, il y a 47 heures, 47 hours ago",
        "P3D, il y a 3 jours, 3 days ago"
    })
    void an_age_is_said_in_the_largest_unit_that_says_enough(Duration age, String french, String english) {
        assertThat(Ages.ago(NOW.minus(age), NOW, Language.FRENCH).replace('\u00a0', ' '))
                .isEqualTo(french);
        assertThat(Ages.ago(NOW.minus(age), NOW, Language.ENGLISH)).isEqualTo(english);
    }
}
