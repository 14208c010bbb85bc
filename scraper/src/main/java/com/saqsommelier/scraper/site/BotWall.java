package com.saqsommelier.scraper.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The protection against programs that stands before a site and answers in its place, with a riddle for browsers or a
 * refusal, under any status: 200, 202, 403, 405, 429, 503. Such an answer says nothing of the page that was asked for.
 *
 * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html">AWS
 *     WAF CAPTCHA and Challenge</a>
 * @see <a href="https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/">
 *     Cloudflare challenge pages</a>
 */
final class BotWall {

    /** Headers that only such an answer has. */
    private static final List<String> HEADERS = List.of("x-amzn-waf-action", "cf-mitigated", "x-datadome-response");

    /** Texts that only such a page has, in lower case. */
    private static final List<String> MARKS = List.of(
            "<title>just a moment",
            "<title>un instant",
            "<title>attention required! | cloudflare",
            "_cf_chl_opt",
            "awswafcookiedomainlist",
            "token.awswaf.com",
            "_incapsula_resource",
            "incapsula incident id",
            "captcha-delivery.com",
            "px-captcha",
            "pardon our interruption",
            "errors.edgesuite.net",
            "sucuri_cloudproxy_js",
            "/.well-known/sgcaptcha",
            "/_sec/cp_challenge",
            "<title>human verification");

    /** Marks that every page of a shop has, and a challenge page never. */
    private static final String STRUCTURED_DATA = "application/ld+json";

    /** Riddles are short; where a page is longer, its beginning betrays it. */
    static final int LONGEST_HEAD = 32_768;

    /** The statuses with which such protection refuses when it does not show itself otherwise. */
    private static final List<Integer> REFUSALS = List.of(202, 401, 403, 405, 406, 429);

    private BotWall() {}

    /**
     * How an answer betrays that it is not the site's own; empty when it does not.
     *
     * @param body or its beginning
     */
    static Optional<String> sign(SiteResponse answer, byte[] body) {
        return HEADERS.stream()
                .flatMap(name -> answer.header(name).map(value -> name + ": " + value).stream())
                .findFirst()
                .or(() -> mark(body));
    }

    private static Optional<String> mark(byte[] body) {
        String head = new String(body, 0, Math.min(body.length, LONGEST_HEAD), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return head.contains("<") && !head.contains(STRUCTURED_DATA)
                ? MARKS.stream().filter(head::contains).findFirst().map(mark -> "its page holds '" + mark + "'")
                : Optional.empty();
    }

    /** Whether a status may be the refusal of such protection. */
    static boolean mayRefuseBy(int status) {
        return REFUSALS.contains(status);
    }

    /** The message to the operator. */
    static String words(SiteResponse answer, String sign) {
        return "The protection of " + answer.address().getHost() + " against programs answers in its place ("
                + answer.address() + ", status " + answer.status() + ", " + sign
                + "). The site is there and does not let"
                + " this program in, usually because of too many requests or of the network it comes from. Nothing is"
                + " concluded from it; the site is left alone. Try again later, more slowly (SOMMELIER_SAQ_DELAY) and"
                + " with a contact in SOMMELIER_SAQ_USER_AGENT.";
    }
}
