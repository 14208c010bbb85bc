package com.saqsommelier.app;

import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.bot.BotSettings;
import com.saqsommelier.bot.BotStarter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "bot",
        description = "Runs the bot alone, against the backend at SOMMELIER_BACKEND_URL, until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class BotCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Settings settings = Configuration.read();
        Optional<BotSettings> bot = WebhookSecret.bot(settings);
        if (bot.isEmpty()) {
            System.err.println("TELEGRAM_BOT_TOKEN is not set; accepted: a token from @BotFather");
            return ExitCode.BAD_USAGE;
        }
        ApiClient client = new ApiClient(settings.backendUrl(), Optional.of(ApiKey.of(settings)));
        try (BotStarter running = BotStarter.start(bot.get(), client)) {
            System.err.println("Products come from the backend at " + settings.backendUrl());
            Services.untilStopped();
            return ExitCode.OK;
        }
    }
}
