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

    /** Years of four digits; the database knows not many more. */
    private static final Instant OLDEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");

    private LastModified() {}

    /**
     * The last moment that is meant: for a date the end of that day in Montréal. Empty for what is neither, and for a year
     * that no calendar page has.
     */
    static Optional<Instant> of(String text) {
        return parse(text).filter(time -> !time.isBefore(OLDEST) && time.isBefore(LATEST));
    }

    private static Optional<Instant> parse(String text) {
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
