package com.saqsommelier.app;

import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.bot.BotSettings;
import java.util.Optional;

/**
 * The secret of the webhook: one that is set, else one that lies in the data directory, where all processes of the bot
 * find it, as Telegram knows but one.
 */
final class WebhookSecret {

    private WebhookSecret() {}

    /** How to run the bot, with its webhook where there is one; empty without a token. */
    static Optional<BotSettings> bot(Settings settings) {
        return settings.bot()
                .map(bot -> settings.webhook(() -> OwnSecret.in(
                                settings.dataDirectory(), "webhook-secret", "SOMMELIER_TELEGRAM_WEBHOOK_SECRET"))
                        .map(bot::with)
                        .orElse(bot));
    }
}
