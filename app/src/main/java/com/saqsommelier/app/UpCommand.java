package com.saqsommelier.app;

import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.app.settings.Settings;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.bot.Bot;
import com.saqsommelier.bot.BotSettings;
import com.saqsommelier.core.database.Database;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "up",
        description = "Runs backend and bot in one process, until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Settings settings = Configuration.read();
        try (Database database = Database.open(settings.database());
                Backend backend = Backend.start(settings.backend(), database)) {
            System.err.println("Backend: " + backend.baseUrl() + "  (API page: " + backend.baseUrl() + "/docs)");
            Optional<BotSettings> bot = settings.bot();
            if (bot.isEmpty()) {
                System.err.println("No bot: TELEGRAM_BOT_TOKEN is not set. @BotFather gives you one in a minute.");
                Services.untilStopped();
                return ExitCode.OK;
            }
            ApiClient client = new ApiClient(backend.baseUrl(), settings.apiKey());
            try (Bot running = Bot.start(bot.get(), client.products())) {
                Services.untilStopped();
            }
            return ExitCode.OK;
        }
    }
}
