package com.saqsommelier.bot.telegram;

import java.net.URI;
import okhttp3.HttpUrl;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * Where a bot's methods are, and whose they are.
 *
 * @param token a secret: it is not in {@link #toString()}
 * @param server scheme, host and maybe a port
 */
public record BotApi(String token, URI server) {

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
