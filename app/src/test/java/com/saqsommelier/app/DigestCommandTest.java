package com.saqsommelier.app;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.api.DigestView;
import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.bot.digest.DigestSender;
import com.saqsommelier.bot.digest.DigestSummary;
import com.saqsommelier.bot.digest.WeeklyDigest;
import com.saqsommelier.bot.telegram.BotApi;
import com.saqsommelier.bot.telegram.Telegram;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.digest.DigestRecipients;
import com.saqsommelier.core.event.Event;
import com.saqsommelier.core.event.EventKind;
import com.saqsommelier.core.event.Events;
import com.saqsommelier.core.person.People;
import com.saqsommelier.core.person.Person;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.simulator.telegram.ChatMessage;
import com.saqsommelier.simulator.telegram.Conversation;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import com.saqsommelier.vocabulary.Language;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The digest, from events in PostgreSQL through the contract to the chats of the stand-in, and the command. */
@Timeout(180)
class DigestCommandTest {

    private static final long GROUP = -1001;
    private static final TelegramUser ANNE = new TelegramUser(501, "Anne", null, "en");

    @TempDir
    private Path directory;

    @Test
    void a_week_is_told_to_the_group_and_to_who_wants_it_once() throws Exception {
        try (Database database = TestDatabase.fresh();
                TelegramSimulator simulator = TelegramSimulator.start(0);
                Backend backend = Backend.start(new BackendSettings(0, Optional.of("key"), true), database);
                Telegram telegram = Telegram.connect(new BotApi("1:digest", simulator.baseUrl()))) {
            ApiClient client = new ApiClient(backend.baseUrl(), Optional.of("key"));
            Conversation group = simulator.group(GROUP, "Les amis du vin", ANNE);
            Conversation anne = simulator.conversation(ANNE);
            anne.send("/start");
            happened(database, "11111", "Château Nouveau", EventKind.NEW);
            happened(database, "22222", "Château Retour", EventKind.RELISTED);
            happened(database, "33333", "Château Parti", EventKind.DELISTED);
            new Products(database).delist(List.of("33333"), Instant.now());
            new People(database).save(new Person("tg:501", Optional.of("en"), true, false, List.of()));

            DigestView now = WeeklyDigest.present(client);
            assertThat(now.fresh().products()).extracting(one -> one.name()).containsExactly("Château Nouveau");
            assertThat(now.back().products()).extracting(one -> one.name()).containsExactly("Château Retour");
            assertThat(now.leaving().products()).extracting(one -> one.name()).containsExactly("Château Parti");
            assertThat(now.picks()).extracting(DigestView.Pick::why).contains("new");
            assertThat(WeeklyDigest.preview(now, Language.FRENCH))
                    .singleElement()
                    .asString()
                    .contains("La semaine à la SAQ");

            DigestSummary first = sender(client, telegram).send();
            DigestSummary second = sender(client, telegram).send();

            assertThat(first.sent()).isEqualTo(2);
            assertThat(second.recipients()).isZero();
            assertThat(texts(group)).singleElement().asString().startsWith("📰 La semaine à la SAQ");
            assertThat(texts(anne)).singleElement().asString().startsWith("📰 This week at the SAQ");
            assertThat(client.digest().get(first.week()).fresh().total()).isEqualTo(1);
        }
    }

    @Test
    void whoever_goes_on_after_a_kill_sends_no_message_twice() throws Exception {
        try (Database database = TestDatabase.fresh();
                TelegramSimulator simulator = TelegramSimulator.start(0);
                Backend backend = Backend.start(new BackendSettings(0, Optional.of("key"), true), database);
                Telegram telegram = Telegram.connect(new BotApi("1:digest", simulator.baseUrl()))) {
            happened(database, "11111", "Château Nouveau", EventKind.NEW);
            Conversation group = simulator.group(GROUP, "Les amis du vin", ANNE);
            // As a process leaves it that is killed between sending and saying so; its lease is over.
            Instant before = Instant.now().minus(DigestRecipients.LEASE).minusSeconds(10);
            DigestRecipients killed = new DigestRecipients(database, () -> before);
            String week =
                    killed.claim("killed", List.of("tg:" + GROUP), 1).week().week();
            assertThat(killed.begin(week, "tg:" + GROUP, "killed", 1)).isTrue();

            DigestSummary summary = sender(new ApiClient(backend.baseUrl(), Optional.of("key")), telegram)
                    .send();

            assertThat(summary.recipients()).isEqualTo(1);
            assertThat(texts(group)).isEmpty();
            assertThat(new DigestRecipients(database, InstantSource.system())
                            .claim("next", List.of("tg:" + GROUP), 1)
                            .waiting())
                    .isZero();
        }
    }

    @Test
    void the_command_prints_both_languages_and_a_summary_and_needs_a_token_to_send() throws Exception {
        Map<String, String> anyPort = Map.of("SOMMELIER_BACKEND_PORT", "1");
        try (SommelierProcess dry = SommelierProcess.start(directory, anyPort, "digest", "--dry-run")) {
            assertThat(dry.exitCode()).as(dry.errors()).isZero();
            assertThat(dry.output())
                    .contains("📰 Rien de nouveau à la SAQ cette semaine.", "📰 Nothing new at the SAQ this week.");
            assertThat(dry.lastLineOfOutput())
                    .startsWith("{\"command\":\"digest\",\"exit\":0,\"seconds\":")
                    .contains("\"week\":\"20", "\"new\":0", "\"recipients\":0");
        }
        try (SommelierProcess sending = SommelierProcess.start(directory, anyPort, "digest")) {
            assertThat(sending.exitCode()).isEqualTo(ExitCode.BAD_USAGE);
            assertThat(sending.errors()).contains("TELEGRAM_BOT_TOKEN is not set");
        }
        try (SommelierProcess elsewhere = SommelierProcess.start(
                directory, Map.of("SOMMELIER_BACKEND_URL", "http://127.0.0.1:1"), "digest", "--dry-run")) {
            assertThat(elsewhere.exitCode()).isEqualTo(ExitCode.NOTHING_DONE);
            assertThat(elsewhere.errors()).contains("http://127.0.0.1:1", "does not answer");
            assertThat(elsewhere.lastLineOfOutput())
                    .startsWith("{\"command\":\"digest\",\"exit\":2,\"seconds\":")
                    .contains("\"sent\":0");
        }
    }

    private static DigestSender sender(ApiClient client, Telegram telegram) {
        return new DigestSender(client, telegram, Set.of(), List.of(GROUP), Language.FRENCH, false);
    }

    private static void happened(Database database, String sku, String name, EventKind kind) {
        new Products(database).store(aRedWine().sku(sku).named(name).reading());
        new Events(database).add(new Event(sku, kind, "sitemap", Instant.now().minusSeconds(600)));
    }

    private static List<String> texts(Conversation chat) {
        return chat.messages().stream()
                .filter(ChatMessage::fromBot)
                .map(ChatMessage::text)
                .toList();
    }
}
