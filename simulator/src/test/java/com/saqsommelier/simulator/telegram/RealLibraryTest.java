package com.saqsommelier.simulator.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.longpolling.util.DefaultLongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** The library that the bot uses, unchanged, against the stand-in. */
class RealLibraryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Echoes what it is told; a tap edits the message. */
    private static final class Echo extends DefaultLongPollingUpdateConsumer {

        private final OkHttpTelegramClient client;

        Echo(OkHttpTelegramClient client) {
            this.client = client;
        }

        @Override
        public void consume(Update update) {
            if (update.hasMessage()) {
                execute(SendMessage.builder()
                        .chatId(update.getMessage().getChatId())
                        .text("<b>" + update.getMessage().getText() + "</b>")
                        .parseMode("HTML")
                        .replyMarkup(
                                new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(InlineKeyboardButton.builder()
                                        .text("Encore")
                                        .callbackData("again")
                                        .build()))))
                        .build());
            } else if (update.hasCallbackQuery()) {
                CallbackQuery tap = update.getCallbackQuery();
                execute(AnswerCallbackQuery.builder()
                        .callbackQueryId(tap.getId())
                        .text("Fait")
                        .build());
                execute(EditMessageText.builder()
                        .chatId(tap.getMessage().getChatId())
                        .messageId(tap.getMessage().getMessageId())
                        .text("Changé : " + tap.getData())
                        .build());
            }
        }

        private void execute(BotApiMethod<?> method) {
            try {
                client.execute(method);
            } catch (TelegramApiException refused) {
                throw new IllegalStateException(refused);
            }
        }
    }

    private static TelegramUrl url(TelegramSimulator telegram) {
        URI base = telegram.baseUrl();
        return new TelegramUrl(base.getScheme(), base.getHost(), base.getPort(), false);
    }

    @Test
    void the_library_receives_updates_replies_and_edits() throws Exception {
        TelegramBotsLongPollingApplication application = new TelegramBotsLongPollingApplication();
        try (TelegramSimulator telegram = TelegramSimulator.start(0)) {
            Echo echo = new Echo(new OkHttpTelegramClient(BotClient.TOKEN, url(telegram)));
            application.registerBot(BotClient.TOKEN, () -> url(telegram), new DefaultGetUpdatesGenerator(), echo);
            Conversation marie = telegram.conversation(new TelegramUser(77, "Marie", null, "fr"));

            ChatMessage reply = marie.ask("Château Margaux", PATIENCE);
            assertThat(reply.html()).isEqualTo("<b>Château Margaux</b>");
            assertThat(reply.button("Encore")).isPresent();

            long mark = marie.mark();
            String tap = marie.tap(reply, "Encore");
            assertThat(marie.awaitAnswer(tap, mark, PATIENCE)).isEqualTo(new CallbackAnswer("Fait", false));
            assertThat(marie.awaitFromBot(mark, PATIENCE, ChatMessage::edited).text())
                    .isEqualTo("Changé : again");
            assertThat(telegram.calls("deleteWebhook")).hasSize(1);
            application.unregisterBot(BotClient.TOKEN);
        }
        application.close();
    }

    @Test
    void the_library_understands_refusals_and_plain_calls() throws Exception {
        try (TelegramSimulator telegram = TelegramSimulator.start(0)) {
            OkHttpTelegramClient client = new OkHttpTelegramClient(BotClient.TOKEN, url(telegram));

            assertThat(client.execute(new GetMe()).getUserName()).isEqualTo("saq_sommelier_bot");
            assertThat(client.execute(SetMyCommands.builder()
                            .command(BotCommand.builder()
                                    .command("help")
                                    .description("Aide")
                                    .build())
                            .languageCode("fr")
                            .build()))
                    .isTrue();
            telegram.failNext("sendMessage", 429, "Too Many Requests: retry after 3", Duration.ofSeconds(3));
            assertThatThrownBy(() -> client.execute(
                            SendMessage.builder().chatId(1L).text("x").build()))
                    .isInstanceOfSatisfying(TelegramApiRequestException.class, refusal -> {
                        assertThat(refusal.getErrorCode()).isEqualTo(429);
                        assertThat(refusal.getParameters().getRetryAfter()).isEqualTo(3);
                    });
        }
    }
}
