package com.saqsommelier.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.simulator.saq.SaqProduct;
import com.saqsommelier.simulator.telegram.ChatMessage;
import com.saqsommelier.simulator.telegram.Conversation;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a bottle that comes back on the stand-in for saq.com to the message that tells who waits for it. */
@ExtendWith(RunningDemo.class)
@Timeout(120)
class AlertJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static DemoSystem system;
    private static int people;

    @BeforeAll
    static void start(DemoSystem running) {
        system = running;
    }

    @AfterEach
    void telegramHasRefusedNothing() {
        assertThat(system.refused()).isEmpty();
    }

    @Test
    void a_bottle_that_sells_out_and_comes_back_is_told_once_each_to_who_watches_it() throws Exception {
        SaqProduct wine = online(0);
        Conversation chat = someone("fr");
        ChatMessage card = chat.ask(wine.sku(), SOON);
        assertThat(card.text()).contains("Code SAQ\u00a0: " + wine.sku());
        long mark = chat.mark();
        chat.awaitAnswer(chat.tap(card, "🔔 Suivre"), mark, SOON);

        mark = chat.mark();
        system.world().sellOut(wine.sku());
        system.readStock();
        assertThat(chat.awaitFromBot(mark, SOON).text())
                .startsWith("🔔 Du nouveau")
                .contains("⚪ épuisé en ligne");

        mark = chat.mark();
        system.world().restock(wine.sku());
        system.readStock();
        ChatMessage back = chat.awaitFromBot(mark, SOON);
        assertThat(back.text()).contains("✅ de retour en ligne");

        assertThat(tap(chat, back, "Voir " + wine.sku()).text()).contains("✅ en ligne");
        system.readStock();
        assertThat(chat.ask("/unwatch " + wine.sku(), SOON).text()).startsWith("🔕 Vous ne suivez plus");
        assertThat(chat.messages().stream().map(ChatMessage::text).filter(text -> text.startsWith("🔔 Du nouveau")))
                .hasSize(2);
    }

    @Test
    void what_sells_out_again_within_the_hour_is_put_right_in_the_message_that_told_of_it() throws Exception {
        SaqProduct wine = online(2);
        system.world().sellOut(wine.sku());
        system.readStock();
        Conversation chat = someone("fr");
        assertThat(chat.ask("/watch " + wine.sku(), SOON).text()).startsWith("🔔 C’est noté");

        long mark = chat.mark();
        system.world().restock(wine.sku());
        system.readStock();
        ChatMessage back = chat.awaitFromBot(mark, SOON);
        assertThat(back.text()).contains("✅ de retour en ligne");

        mark = chat.mark();
        system.world().sellOut(wine.sku());
        system.readStock();
        ChatMessage corrected = chat.awaitFromBot(mark, SOON);
        assertThat(corrected.id()).isEqualTo(back.id());
        assertThat(corrected.text())
                .contains("⚪ revenu en ligne, mais déjà épuisé")
                .doesNotContain("✅");
        assertThat(chat.messages().stream().map(ChatMessage::text).filter(text -> text.startsWith("🔔 Du nouveau")))
                .hasSize(1);
    }

    @Test
    void an_english_speaker_is_told_in_english_and_who_stopped_watching_is_not() throws Exception {
        SaqProduct wine = online(1);
        Conversation alex = someone("en");
        Conversation camille = someone("fr");
        assertThat(alex.ask("/watch https://www.saq.com/en/" + wine.sku() + "?x=1", SOON)
                        .text())
                .startsWith("🔔 Noted");
        camille.ask("/watch " + wine.sku(), SOON);
        camille.ask("/unwatch " + wine.sku(), SOON);

        long mark = alex.mark();
        long other = camille.mark();
        system.world().sellOut(wine.sku());
        system.readStock();

        assertThat(alex.awaitFromBot(mark, SOON).text()).startsWith("🔔 News").contains("⚪ sold out online");
        assertThat(camille.ask("/alerts", SOON).text()).startsWith("Vous ne suivez encore");
        assertThat(camille.awaitFromBot(other, SOON).text()).startsWith("Vous ne suivez encore");
    }

    @Test
    void the_sommelier_recommends_what_can_be_bought_with_a_reason() throws Exception {
        Conversation chat = someone("fr");

        ChatMessage advice = chat.ask("/recommend un rouge à moins de 40 $", SOON);

        assertThat(advice.text())
                .startsWith("🍷 Je vous propose")
                .contains("✅ en ligne")
                .doesNotContain("⚪");
        assertThat(advice.buttonTexts()).startsWith("1").endsWith("👍", "👎", "🔎 Chercher ces mots");
    }

    @Test
    void stores_are_found_by_place_and_by_city() throws Exception {
        Conversation chat = someone("fr");
        long mark = chat.mark();
        chat.shareLocation(45.5089, -73.5617);

        ChatMessage near = chat.awaitFromBot(mark, SOON);

        assertThat(near.text()).startsWith("📍 Les plus proches de vous");
        assertThat(near.buttonTexts())
                .hasSize(10)
                .allSatisfy(button -> assertThat(button).endsWith("km"));
    }

    @ParameterizedTest
    @CsvSource({
        "fr, /mystores Québec, 📍 Succursales : Québec, Québec",
        "fr, /mystores quebec, 📍 Succursales : quebec, Québec",
        "fr, /succursales G1R, 📍 Succursales : G1R, Beauport",
        "en, /mystores g1r 4p5, 📍 Stores: g1r 4p5, Beauport"
    })
    void a_city_or_the_beginning_of_a_postal_code_may_follow_the_command(
            String language, String asked, String heading, String city) throws Exception {
        ChatMessage found = someone(language).ask(asked, SOON);

        assertThat(found.text()).startsWith(heading);
        assertThat(found.buttonTexts())
                .filteredOn(button -> !button.equals("▶"))
                .isNotEmpty()
                .allSatisfy(button -> assertThat(button).startsWith("➕ ").contains(city));
    }

    private static SaqProduct online(int which) {
        return IntStream.range(0, system.world().size())
                .mapToObj(system.world()::product)
                .filter(product -> product.stock().isOnline())
                .skip(which)
                .findFirst()
                .orElseThrow();
    }

    private static ChatMessage tap(Conversation chat, ChatMessage message, String button) throws InterruptedException {
        long mark = chat.mark();
        chat.tap(message, button);
        return chat.awaitFromBot(mark, SOON);
    }

    private static Conversation someone(String language) {
        return system.telegram()
                .conversation(new TelegramUser(7_000 + people++, "Somebody", null, language))
                .overlooking(InterimMessage::isOne);
    }
}
