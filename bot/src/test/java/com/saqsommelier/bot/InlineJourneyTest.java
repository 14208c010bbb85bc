package com.saqsommelier.bot;

import static com.saqsommelier.bot.fixture.Bottles.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.bot.fixture.Bottles;
import com.saqsommelier.bot.fixture.Shelf;
import com.saqsommelier.simulator.telegram.CallRecord;
import com.saqsommelier.simulator.telegram.ChatMessage;
import com.saqsommelier.simulator.telegram.Conversation;
import com.saqsommelier.simulator.telegram.InlineAnswer;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever types the bot's name in a chat posts a card there. */
@Timeout(60)
class InlineJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final TelegramUser CAMILLE = new TelegramUser(1001, "Camille", "camille", "fr");
    private static final TelegramUser ALEX = new TelegramUser(1002, "Alex", null, "en-CA");

    private final Shelf shelf = Shelf.of(IntStream.rangeClosed(1, 45)
            .mapToObj(number -> aRedWine()
                    .sku(Integer.toString(100 + number))
                    .named("Château <" + number + "> & Fils")
                    .of(2018))
            .toArray(Bottles[]::new));

    private TelegramSimulator telegram;
    private Bot bot;

    @BeforeEach
    void start() throws IOException {
        telegram = TelegramSimulator.start(0);
        bot = Bot.start(new BotSettings("123456:ABC-def_789", telegram.baseUrl(), Set.of(1001L, 1002L)), shelf);
    }

    @AfterEach
    void stop() {
        bot.close();
        telegram.close();
    }

    @Test
    void words_list_products_page_by_page_and_the_chosen_one_is_posted() throws InterruptedException {
        Conversation group = telegram.group(-100, "Les vins du vendredi", CAMILLE);
        InlineAnswer first = group.askInline("château", SOON);
        assertThat(first.results()).hasSize(20);
        assertThat(first.results().getFirst().title()).isEqualTo("Château <1> & Fils 2018");
        assertThat(first.results().getFirst().description())
                .isEqualTo("16,95\u00a0$ · ✅ en ligne · France, Bordeaux · 750\u00a0ml");
        InlineAnswer second = group.askInline("château", first.nextOffset(), SOON);
        InlineAnswer last = group.askInline("château", second.nextOffset(), SOON);
        assertThat(last.results()).hasSize(5);
        assertThat(last.nextOffset()).isEmpty();

        ChatMessage posted = group.choose(first, "101");
        assertThat(posted.text()).startsWith("Château <1> & Fils 2018\n16,95\u00a0$ · ✅ en ligne");
        assertThat(posted.buttonTexts()).containsExactly("🔔 Suivre", "Voir sur saq.com");
        assertThat(telegram.calls("answerInlineQuery"))
                .extracting(CallRecord::status)
                .containsOnly(200);
    }

    @Test
    void no_words_list_what_is_new_in_the_language_of_who_asks() throws InterruptedException {
        InlineAnswer answer = telegram.conversation(ALEX).askInline("", SOON);

        assertThat(answer.results().getFirst().description()).startsWith("$16.95 · ✅ online");
        assertThat(shelf.queries().getLast().available()).isTrue();
    }

    @Test
    void nothing_found_a_stranger_and_a_silent_backend_get_a_button_and_no_spinner() throws InterruptedException {
        Conversation chat = telegram.conversation(CAMILLE);
        assertThat(chat.askInline("zzz", SOON).button()).isEqualTo("Rien trouvé. Chercher avec le bot?");
        shelf.unreachableOnce();
        assertThat(chat.askInline("autre", SOON).button()).isEqualTo("Le catalogue ne répond pas");
        InlineAnswer stranger =
                telegram.conversation(new TelegramUser(66, "X", null, null)).askInline("château", SOON);
        assertThat(stranger.button()).isEqualTo("Ce sommelier est privé");
        assertThat(List.of(stranger.results())).containsExactly(List.of());
    }

    @Test
    void an_offset_of_nobody_is_the_beginning_and_a_long_query_is_cut() throws InterruptedException {
        Conversation chat = telegram.conversation(CAMILLE);
        assertThat(chat.askInline("château", "-7", SOON).results().getFirst().id())
                .isEqualTo("101");
        chat.askInline("x".repeat(256), SOON);
        assertThat(shelf.queries().getLast().q()).hasSize(200);
    }
}
