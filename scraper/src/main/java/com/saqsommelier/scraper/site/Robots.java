package com.saqsommelier.scraper.site;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a site's robots.txt allows us.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a>
 */
final class Robots {

    /** RFC 9309, 2.5: a crawler must read at least 500 KiB; ten times that is nothing that a person wrote. */
    static final int LARGEST = 5_000_000;

    /** RFC 9309, 2.4: a cached version should not be used longer. */
    private static final Duration LONGEST_USE = Duration.ofHours(24);

    /** Beyond this the parser would take a pause for a prohibition, which nobody wrote. */
    private static final long LONGEST_PARSED = Long.MAX_VALUE;

    private static final int MOST_WARNINGS = 5;

    /** A pause between requests with which the catalogue would take years. */
    static final Duration LONGEST_DELAY = Duration.ofHours(1);

    /** A pause that an operator would want to know of. */
    private static final Duration LONG_DELAY = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Robots.class);

    private final BaseRobotRules rules;
    private final Instant fetchedAt;

    private Robots(BaseRobotRules rules, Instant fetchedAt) {
        this.rules = rules;
        this.fetchedAt = fetchedAt;
    }

    /**
     * Reads the rules out of an answer. A robots.txt that is not there allows everything (2.3.1.3).
     *
     * @throws SiteClosedException when the site could not say (2.3.1.4: then nothing is allowed), or sent another kind of
     *     file
     */
    static Robots of(SiteResponse answer, String userAgent, Instant now) throws SiteClosedException {
        if (answer.status() >= 400 && answer.status() < 500 && !answer.passing()) {
            return new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), now);
        }
        if (!answer.ok()) {
            throw new SiteClosedException(
                    answer.address() + " answers " + answer.status()
                            + ", which forbids crawling (RFC 9309). Try again later.",
                    null);
        }
        String contentType = answer.contentType().orElse("").toLowerCase(Locale.ROOT);
        if (contentType.contains("html") || startsWithMarkup(answer.body())) {
            throw new SiteClosedException(
                    answer.address() + " is a web page and not a robots.txt; the site may be showing an error page.",
                    null);
        }
        BaseRobotRules rules = new SimpleRobotRulesParser(LONGEST_PARSED, MOST_WARNINGS)
                .parseContent(
                        answer.address().toString(), answer.body(), contentType, List.of(productToken(userAgent)));
        return new Robots(rules, now).withinReason(answer.address());
    }

    private Robots withinReason(URI address) throws SiteClosedException {
        Duration delay = crawlDelay();
        if (delay.compareTo(LONGEST_DELAY) > 0) {
            throw new SiteClosedException(
                    address + " asks for a pause of " + delay.toSeconds()
                            + " s between requests (Crawl-delay), more than "
                            + LONGEST_DELAY.toSeconds()
                            + " s. It forbids nothing, but at that pace the catalogue cannot be"
                            + " read; nothing is asked for. It is usually a slip, or meant for other programs: write to the"
                            + " site.",
                    null);
        }
        if (delay.compareTo(LONG_DELAY) > 0) {
            LOG.warn(
                    "{} asks for a pause of {} s between requests (Crawl-delay), which is kept: {} pages a day at most",
                    address,
                    delay.toSeconds(),
                    Duration.ofDays(1).dividedBy(delay));
        }
        return this;
    }

    boolean allows(URI address) {
        return rules.isAllowed(address.toString());
    }

    /** The pause that the site asks for, which is no part of RFC 9309 and yet obeyed; zero when it asks for none. */
    Duration crawlDelay() {
        return Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
    }

    /** The sitemaps it names, as it writes them. */
    List<String> sitemaps() {
        return rules.getSitemaps();
    }

    boolean tooOld(Instant now) {
        return Duration.between(fetchedAt, now).compareTo(LONGEST_USE) >= 0;
    }

    /** The name by which rules address us: what stands before the version (2.2.1). */
    private static String productToken(String userAgent) {
        return userAgent.split("[/\\s]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static boolean startsWithMarkup(byte[] body) {
        for (byte b : body) {
            if (!Character.isWhitespace(b)) {
                return b == '<';
            }
        }
        return false;
    }
}
