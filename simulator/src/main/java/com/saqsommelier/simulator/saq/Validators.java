package com.saqsommelier.simulator.saq;

import com.saqsommelier.simulator.http.Exchange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.zip.CRC32C;

/** ETag and Last-Modified of a page, and whether a client's copy is still good (RFC 9110, section 13). */
record Validators(String etag, Instant lastModified) {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    /** The validators of a page; weak, because the bytes differ by compression. */
    static Validators of(byte[] page, Instant lastModified) {
        CRC32C checksum = new CRC32C();
        checksum.update(page);
        String etag = "W/\"" + Long.toHexString(checksum.getValue()) + "-" + page.length + "\"";
        return new Validators(etag, lastModified.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Last-Modified is looked at only when the client sent no entity tag (RFC 9110, section 13.2.2). */
    boolean match(Exchange exchange) {
        return exchange.header("If-None-Match")
                .map(tags -> tags.trim().equals("*") || tags.contains(etag.substring(2)))
                .or(() -> exchange.header("If-Modified-Since").map(this::unmodifiedSince))
                .orElse(false);
    }

    String httpDate() {
        return HTTP_DATE.format(lastModified.atOffset(ZoneOffset.UTC));
    }

    private boolean unmodifiedSince(String date) {
        try {
            Instant since = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return !lastModified.isAfter(since);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
