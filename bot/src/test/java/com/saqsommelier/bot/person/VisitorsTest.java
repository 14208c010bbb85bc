package com.saqsommelier.bot.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class VisitorsTest {

    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final Visitors visitors = new Visitors(Set.of(1L), () -> now);

    @Test
    void onlyTheListedMayEnter() {
        assertThat(visitors.mayEnter(1)).isTrue();
        assertThat(visitors.mayEnter(2)).isFalse();
    }

    @Test
    void anEmptyListLetsEveryoneIn() {
        assertThat(new Visitors(Set.of(), () -> now).mayEnter(2)).isTrue();
    }

    @Test
    void aStrangerIsToldOnceADay() {
        assertThat(visitors.tellNow(2)).isTrue();
        now = now.plus(Duration.ofHours(23));
        assertThat(visitors.tellNow(2)).isFalse();
        assertThat(visitors.tellNow(3)).isTrue();
        now = now.plus(Duration.ofHours(1));
        assertThat(visitors.tellNow(2)).isTrue();
    }

    @Test
    void aCrowdOfStrangersMeetsSilenceUntilTheNextDay() {
        LongStream.range(0, Visitors.MOST_REMEMBERED).forEach(visitors::tellNow);

        assertThat(visitors.tellNow(-1)).isFalse();
        now = now.plus(Duration.ofDays(1));
        assertThat(visitors.tellNow(-1)).isTrue();
    }
}
