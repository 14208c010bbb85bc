package com.saqsommelier.app.settings;

import com.saqsommelier.core.database.DatabaseSettings;
import com.saqsommelier.recommend.claude.Prompts;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the values of a setting look like.
 *
 * @param accepted in words, for messages
 * @param accepts whether a value, which is never blank, is one
 * @param secret whether its values must not be shown
 */
public record Kind(String accepted, Predicate<String> accepts, boolean secret) {

    static final Kind TEXT = open("text", value -> true);
    static final Kind PATH = open("a path", value -> value.indexOf('\0') < 0);
    static final Kind SECRET =
            new Kind("text without spaces", value -> value.chars().noneMatch(Character::isWhitespace), true);
    static final Kind BOT_TOKEN = new Kind(
            "a token as @BotFather gives it: digits, a colon, letters",
            value -> value.matches("[0-9]+:[A-Za-z0-9_-]+"),
            true);
    static final Kind URL =
            open("an address that starts with http:// or https:// and ends without a slash", Kind::isUrl);

    /** Bot API, setWebhook: https; a Bot API server of one's own takes http for its own machine. */
    static final Kind WEBHOOK_URL = open(
            "an address that starts with https://, or http:// for this machine, and ends without a slash",
            value -> isUrl(value)
                    && (value.startsWith("https://") || value.matches("http://(localhost|127\\.0\\.0\\.1)([:/].*)?")));

    /** RFC 9110, section 5.5: a field's value is printable ASCII; what the HTTP client makes of the rest, no site can read. */
    static final Kind USER_AGENT = open(
            "letters, digits and signs of ASCII (no accents, no emoji), as SAQSommelier/0.1 (you@example.com)",
            value -> value.chars().allMatch(sign -> sign >= 0x20 && sign < 0x7f));

    static final Kind JDBC_URL = open(
            "a JDBC address, as jdbc:postgresql://host:5432/sommelier, with user and password in"
                    + " SOMMELIER_DATABASE_USER and SOMMELIER_DATABASE_PASSWORD",
            DatabaseSettings::isAddress);

    static final Kind PORT = open("a port from 1 to 65535, or 0 for any free one", Kind::isPort);
    static final Kind ADDRESS = open(
            "an IP address, as 127.0.0.1, or 0.0.0.0 for all of this machine",
            value -> value.matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:]*"));

    static final Kind NETWORKS = open(
            "IP addresses or networks with commas between them, as 127.0.0.1,10.0.0.0/8",
            value -> value.matches("[0-9a-fA-F.:]+(/\\d{1,3})?(\\s*,\\s*[0-9a-fA-F.:]+(/\\d{1,3})?)*"));

    /** Bot API, setWebhook. */
    static final Kind WEBHOOK_SECRET =
            new Kind("1 to 256 letters, digits, _ or -", value -> value.matches("[A-Za-z0-9_-]{1,256}"), true);

    static final Kind DURATION = open(
            "a duration, as 2s, 500ms, 1m or 7d",
            value -> Durations.parse(value).isPresent());
    static final Kind SCHEDULE = open(
            "a cron expression of six fields, by the clock of Montréal, as 0 30 3 * * MON (second, minute, hour, day,"
                    + " month, weekday), or off",
            value -> Schedule.parse(value).isPresent());
    static final Kind USER_IDS =
            open("numeric ids with commas between them, as 123,456", value -> value.matches("\\d+(\\s*,\\s*\\d+)*"));
    static final Kind CHAT_ID = open("a numeric chat id, as -1001234567890", value -> value.matches("-?\\d+"));
    static final Kind DOLLARS = open("dollars, as 1.50", value -> value.matches("\\d+(\\.\\d{1,2})?"));

    static final Kind PROMPTS = open(
            "a version, as 1, or several with commas between them, as 1,2",
            value -> Stream.of(value.split(",", -1)).allMatch(version -> Prompts.exists(version.strip())));

    static final Kind PERCENT = open("a whole number from 1 to 100", value -> value.matches("[1-9]\\d?|100"));

    static final Kind COUNT = open("a whole number from 0 to 9999999", value -> value.matches("\\d{1,7}"));
    static final Kind ORIGINS = open(
            "origins with commas between them, as https://example.com,http://localhost:3000",
            value -> value.matches("https?://[^/\\s,]+(\\s*,\\s*https?://[^/\\s,]+)*"));

    static Kind oneOf(String... values) {
        return open("one of " + String.join(", ", values), List.of(values)::contains);
    }

    private static Kind open(String accepted, Predicate<String> accepts) {
        return new Kind(accepted, accepts, false);
    }

    private static boolean isUrl(String value) {
        try {
            URI uri = URI.create(value);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && !value.endsWith("/");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isPort(String value) {
        return value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65_535;
    }
}
