package com.saqsommelier.bot;

import com.saqsommelier.bot.telegram.BotApi;
import com.saqsommelier.bot.telegram.WebhookSettings;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the bot must know to start.
 *
 * @param token as BotFather gave it: digits, a colon, then letters, digits, {@code _} and {@code -}
 * @param telegramUrl {@code https://api.telegram.org}, or a stand-in; http only for loopback, as the token travels in
 *     every address. It has no path: the library appends {@code /bot<token>/<method>} to host and port
 * @param allowedUsers Telegram's numeric ids; empty lets everyone in
 * @param admins Telegram's numeric ids of those who are told what needs an operator; empty for nobody
 * @param webhook where Telegram brings updates; empty for fetching them
 */
public record BotSettings(
        String token, URI telegramUrl, Set<Long> allowedUsers, Set<Long> admins, Optional<WebhookSettings> webhook) {

    /** Telegram itself. */
    public static final URI TELEGRAM = URI.create("https://api.telegram.org");

    // Bot API, "Authorizing your bot", shows the shape; the lengths have changed over the years and are not checked.
    private static final Pattern TOKEN = Pattern.compile("[0-9]+:[A-Za-z0-9_-]+");

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException naming the component and what is accepted; never with the token in it
     */
    public BotSettings {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "token: does not look like a bot token (" + token.length() + " characters)."
                            + " Accepted is what BotFather gives: digits, a colon, then letters, digits, _ and -");
        }
        allowedUsers = Set.copyOf(allowedUsers);
        admins = Set.copyOf(admins);
        String problem = problem(telegramUrl);
        if (!problem.isEmpty()) {
            throw new IllegalArgumentException("telegramUrl: " + telegramUrl + " " + problem
                    + ". Accepted is https://host[:port], or http://host:port for this machine");
        }
    }

    /** Without anybody who is told what needs an operator, fetching updates. */
    public BotSettings(String token, URI telegramUrl, Set<Long> allowedUsers) {
        this(token, telegramUrl, allowedUsers, Set.of(), Optional.empty());
    }

    /** With administrators, fetching updates. */
    public BotSettings(String token, URI telegramUrl, Set<Long> allowedUsers, Set<Long> admins) {
        this(token, telegramUrl, allowedUsers, admins, Optional.empty());
    }

    /** The same with administrators. */
    public BotSettings administeredBy(Set<Long> people) {
        return new BotSettings(token, telegramUrl, allowedUsers, people, webhook);
    }

    /** The same with updates that are brought. */
    public BotSettings with(WebhookSettings webhook) {
        return new BotSettings(token, telegramUrl, allowedUsers, admins, Optional.of(webhook));
    }

    /** Where the bot is. */
    public BotApi botApi() {
        return new BotApi(token, telegramUrl);
    }

    private static String problem(URI url) {
        if (url.getHost() == null) {
            return "has no host";
        }
        boolean loopback = BotApi.isLoopback(url);
        if (!"https".equals(url.getScheme()) && !(loopback && "http".equals(url.getScheme()))) {
            return "would send the token in clear, or by no known protocol";
        }
        boolean bare = (url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && url.getRawUserInfo() == null;
        return bare ? "" : "says more than a host and a port";
    }

    /** Everything but the token. */
    @Override
    public String toString() {
        return "BotSettings[token=(secret), telegramUrl=" + telegramUrl + ", allowedUsers=" + allowedUsers.size()
                + " of them, admins=" + admins.size() + " of them, webhook=" + webhook + "]";
    }
}
