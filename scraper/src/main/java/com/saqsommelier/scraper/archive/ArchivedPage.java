package com.saqsommelier.scraper.archive;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A page as the site sent it.
 *
 * @param address where it was
 * @param readAt when it came
 * @param contentType the value of the header; empty when there was none
 * @param body decompressed
 */
@SuppressWarnings("ArrayRecordComponent") // Travels from the file to the parser and is compared nowhere.
public record ArchivedPage(URI address, Instant readAt, Optional<String> contentType, byte[] body) {}
