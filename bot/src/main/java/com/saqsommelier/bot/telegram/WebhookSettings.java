package com.saqsommelier.bot.telegram;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where Telegram is to bring updates, and where they are waited for.
 *
 * @param address the public address that Telegram is told; https, as Telegram takes nothing else, or http for this machine
 * @param host the network address to listen at: {@code 127.0.0.1} behind a proxy on this machine
 * @param port to listen at, 1–65535, or 0 for any free one
 * @param secret what Telegram must send with each update: 1 to 256 letters, digits, {@code _} or {@code -}
 */
public record WebhookSettings(URI address, String host, int port, String secret) {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    /**
     * Checks what Telegram would refuse later.
     *
     * @throws IllegalArgumentException saying what is accepted; never with the secret in it
     */
    public WebhookSettings {
        if (!SECRET.matcher(secret).matches()) {
            throw new IllegalArgumentException("secret: accepted are 1 to 256 letters, digits, _ or -");
        }
        if (address.getHost() == null
                || !("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && BotApi.isLoopback(address)))) {
            throw new IllegalArgumentException(
                    "address: " + address + " is not accepted. Telegram brings updates to https:// only");
        }
    }

    /** Everything but the secret. */
    @Override
    public String toString() {
        return "WebhookSettings[address=" + address + ", host=" + host + ", port=" + port + ", secret=(secret)]";
    }
}
