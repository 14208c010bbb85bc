package com.saqsommelier.bot.telegram;

import java.net.URI;
import java.util.Set;
import okhttp3.HttpUrl;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * Where a bot's methods are, and whose they are.
 *
 * @param token a secret: it is not in {@link #toString()}
 * @param server scheme, host and maybe a port
 */
public record BotApi(String token, URI server) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Whether an address is this machine's own, by its looks. */
    public static boolean isLoopback(URI address) {
        return LOOPBACK.contains(address.getHost());
    }

    TelegramUrl telegramUrl() {
        String scheme = server.getScheme();
        int port = server.getPort();
        return new TelegramUrl(scheme, server.getHost(), port >= 0 ? port : HttpUrl.defaultPort(scheme), false);
    }

    /** The server alone. */
    @Override
    public String toString() {
        return "BotApi[token=(secret), server=" + server + "]";
    }
}
