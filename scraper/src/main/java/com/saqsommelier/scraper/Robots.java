package com.saqsommelier.scraper;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * What a site's robots.txt allows us.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a>
 */
final class Robots {

    /** RFC 9309, 2.5: a crawler must read at least 500 KiB. */
    private static final int LARGEST = 512_000;

    private final SimpleRobotRules rules;

    private Robots(SimpleRobotRules rules) {
        this.rules = rules;
    }

    /**
     * Fetches and reads the rules. A robots.txt that is not there allows everything (2.3.1.3).
     *
     * @throws CrawlStoppedException when it cannot be had (2.3.1.4: then nothing is allowed), or is another kind of file
     */
    static Robots fetch(PoliteClient client, URI site, String userAgent)
            throws CrawlStoppedException, InterruptedException {
        URI address = site.resolve("/robots.txt");
        PoliteClient.Answer answer;
        try {
            answer = client.get(address, LARGEST);
        } catch (IOException e) {
            throw new CrawlStoppedException(
                    address + " cannot be fetched: " + e + ". Is " + site + " up and reachable from here?", e);
        }
        if (answer.status() >= 400 && answer.status() < 500) {
            return new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL));
        }
        if (!answer.ok()) {
            throw new CrawlStoppedException(
                    address + " answers " + answer.status() + ", which forbids crawling (RFC 9309). Try again later.",
                    null);
        }
        String contentType = answer.contentType().orElse("").toLowerCase(Locale.ROOT);
        if (contentType.contains("html") || startsWithMarkup(answer.body())) {
            throw new CrawlStoppedException(
                    address + " is a web page and not a robots.txt; the site may be showing an error page.", null);
        }
        return new Robots(new SimpleRobotRulesParser()
                .parseContent(address.toString(), answer.body(), contentType, List.of(productToken(userAgent))));
    }

    boolean allows(URI address) {
        return rules.isAllowed(address.toString());
    }

    /** The sitemaps it names. */
    List<URI> sitemaps() {
        return rules.getSitemaps().stream().map(URI::create).toList();
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
