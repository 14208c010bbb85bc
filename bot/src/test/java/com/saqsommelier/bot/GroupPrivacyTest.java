package com.saqsommelier.bot;

import static com.saqsommelier.bot.fixture.Bottles.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.saqsommelier.bot.fixture.Incoming;
import com.saqsommelier.bot.fixture.ScriptedTelegram;
import com.saqsommelier.bot.fixture.Shelf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In a group what is somebody's own is answered in private, and nobody's tap changes what is another's. */
@Timeout(60)
class GroupPrivacyTest {

    private final ScriptedTelegram server = new ScriptedTelegram();
    private Bot bot;

    @BeforeEach
    void start() {
        bot = Bot.start(server.settings(), Shelf.of(aRedWine().sku("10001").named("Château Talbot")));
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @Test
    void what_somebody_watches_is_told_to_them_alone() throws InterruptedException {
        server.write(Incoming.inGroup("/watch 10001").speaking("fr"));

        JsonNode own = server.nextMessage();
        assertThat(own.path("chat_id").asText()).isEqualTo("42");
        assertThat(own.path("text").asText()).startsWith("🔔 C’est noté");
        JsonNode told = server.nextMessage();
        assertThat(told.path("chat_id").asText()).isEqualTo("-100");
        assertThat(told.path("text").asText()).startsWith("Je vous ai répondu en privé");
        assertThat(told.path("reply_parameters").path("message_id").asInt()).isEqualTo(7);
    }

    @Test
    void whom_the_bot_may_not_write_to_is_shown_the_way() throws InterruptedException {
        server.failing("sendMessage", 403, "Forbidden: bot can't initiate conversation with a user", "{}");

        server.write(Incoming.inGroup("/alerts").speaking("en"));

        JsonNode told = server.nextMessage();
        assertThat(told.path("chat_id").asText()).isEqualTo("-100");
        assertThat(told.path("text").asText()).startsWith("That is between you and me");
        assertThat(told.path("reply_markup").toString()).contains("https://t.me/SommelierBot");
    }

    @Test
    void an_anonymous_administrator_and_a_channel_are_answered_what_is_everybodys() throws InterruptedException {
        server.write(anonymous("/help"));
        assertThat(server.nextMessage().path("text").asText()).startsWith("<b>Comment ça marche");
        server.write(anonymous("/watch 10001"));
        assertThat(server.nextMessage().path("text").asText()).startsWith("Je ne vois pas qui écrit");
        server.write(Incoming.inGroup("/new")
                .holding("from", "{\"id\":136817688,\"is_bot\":true,\"first_name\":\"Channel\"}")
                .holding("sender_chat", "{\"id\":-1003,\"type\":\"channel\",\"title\":\"X\"}"));
        assertThat(server.nextMessage().path("chat_id").asText()).isEqualTo("-100");
    }

    @Test
    void another_bot_is_met_with_silence() throws InterruptedException {
        server.write(Incoming.inGroup("/help").fromABot());
        server.write(Incoming.privately("/help"));

        assertThat(server.nextMessage().path("chat_id").asText()).isEqualTo("42");
        assertThat(server.unread()).isEmpty();
    }

    @Test
    void nobody_turns_the_list_of_another() throws InterruptedException {
        server.push("{\"update_id\":N,\"callback_query\":{\"id\":\"5\",\"chat_instance\":\"1\",\"data\":\"1:n:2\","
                + "\"from\":{\"id\":43,\"is_bot\":false,\"first_name\":\"B\",\"language_code\":\"en\"},"
                + "\"message\":{\"message_id\":9,\"date\":1767000000,\"chat\":{\"id\":-100,\"type\":\"supergroup\"},"
                + "\"text\":\"x\",\"reply_to_message\":{\"message_id\":7,\"date\":1767000000,"
                + "\"chat\":{\"id\":-100,\"type\":\"supergroup\"},"
                + "\"from\":{\"id\":42,\"is_bot\":false,\"first_name\":\"A\"},\"text\":\"/new\"}}}}");

        assertThat(server.nextCall("answercallbackquery").path("text").asText())
                .startsWith("That list is somebody else’s");
    }

    private static Incoming anonymous(String text) {
        return Incoming.inGroup(text)
                .holding("from", "{\"id\":1087968824,\"is_bot\":true,\"first_name\":\"Group\"}")
                .holding("sender_chat", "{\"id\":-100,\"type\":\"supergroup\",\"title\":\"Amis\"}");
    }
}
