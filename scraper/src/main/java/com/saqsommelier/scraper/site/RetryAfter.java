package com.saqsommelier.scraper.site;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How long a site asks to be left alone.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">RFC 9110, 10.2.3</a>
 */
final class RetryAfter {

    private RetryAfter() {}

    /** The pause that an answer asks for, in seconds or as a date; empty when it asks for none that can be read. */
    static Optional<Duration> of(SiteResponse answer, Instant now) {
        return answer.header("Retry-After").map(String::strip).flatMap(text -> parse(text, now));
    }

    private static Optional<Duration> parse(String text, Instant now) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
            return Optional.of(Duration.between(now, until)).filter(Duration::isPositive);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
