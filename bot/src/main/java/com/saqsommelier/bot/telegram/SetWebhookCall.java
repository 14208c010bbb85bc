package com.saqsommelier.bot.telegram;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethodBoolean;

/**
 * Bot API, setWebhook, as JSON. The library's own method is sent as a form with a file in it, for certificates of one's
 * own, which a proxy in front of the bot makes needless.
 */
final class SetWebhookCall extends BotApiMethodBoolean {

    private final String url;
    private final String secret;
    private final List<String> kinds;

    SetWebhookCall(WebhookSettings settings, List<String> kinds) {
        url = settings.address().toString();
        secret = settings.secret();
        this.kinds = List.copyOf(kinds);
    }

    @Override
    public String getMethod() {
        return "setWebhook";
    }

    @JsonProperty("url")
    String url() {
        return url;
    }

    @JsonProperty("secret_token")
    String secret() {
        return secret;
    }

    @JsonProperty("allowed_updates")
    List<String> kinds() {
        return kinds;
    }
}
