package com.saqsommelier.scraper;

import java.net.URI;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How to crawl.
 *
 * @param site the address of saq.com or of a stand-in, without a trailing slash
 * @param delay the least time between the end of an answer and the next request
 * @param userAgent names the project and a contact
 * @param limit at most so many pages in one run; empty for all
 */
public record CrawlSettings(URI site, Duration delay, String userAgent, OptionalInt limit) {}
