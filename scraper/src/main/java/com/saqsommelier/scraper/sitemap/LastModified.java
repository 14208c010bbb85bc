package com.saqsommelier.scraper.sitemap;

import crawlercommons.sitemaps.AbstractSiteMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The {@code lastmod} of a sitemap: a date, or a time with any offset.
 *
 * @see <a href="https://www.w3.org/TR/NOTE-datetime">W3C date and time formats</a>
 */
final class LastModified {

    private static final int LENGTH_OF_A_DATE = 10;
    private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");

    private LastModified() {}

    /** The last moment that is meant: for a date the end of that day in Montréal. Empty for what is neither. */
    static Optional<Instant> of(String text) {
        try {
            if (text.length() == LENGTH_OF_A_DATE) {
                return Optional.of(
                        LocalDate.parse(text).plusDays(1).atStartOfDay(MONTREAL).toInstant());
            }
            return Optional.ofNullable(AbstractSiteMap.convertToZonedDateTime(text))
                    .map(Instant::from);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
