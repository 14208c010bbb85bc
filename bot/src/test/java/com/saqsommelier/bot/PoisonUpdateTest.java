package com.saqsommelier.bot;

import static com.saqsommelier.bot.fixture.Bottles.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.saqsommelier.bot.fixture.Incoming;
import com.saqsommelier.bot.fixture.ScriptedTelegram;
import com.saqsommelier.bot.fixture.Shelf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An update that nobody expected keeps nobody else from being answered. */
@Timeout(60)
class PoisonUpdateTest {

    private static final String FROM =
            "\"from\":{\"id\":43,\"is_bot\":false,\"first_name\":\"T\",\"language_code\":\"fr\"}";
    private static final String HEAD =
            "\"message_id\":500,\"date\":1767000000,\"chat\":{\"id\":43,\"type\":\"private\"}," + FROM;

    private final ScriptedTelegram server = new ScriptedTelegram();
    private Bot bot;

    @BeforeEach
    void start() {
        bot = Bot.start(server.settings(), Shelf.of(aRedWine().named("Château Talbot")));
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Fields that Telegram adds, leaves out or will invent.
                "{\"update_id\":N,\"message\":{HEAD,\"gift\":{\"gift\":{\"id\":\"1\",\"sticker\":{},\"star_count\":1}}}}",
                "{\"update_id\":N,\"message\":{HEAD,\"chat_background_set\":{\"type\":{\"type\":\"something_new\"}}}}",
                "{\"update_id\":N,\"message\":{HEAD,\"rich_message\":{\"blocks\":[{\"type\":\"heading\",\"text\":\"x\"}]}}}",
                "{\"update_id\":N,\"message\":{HEAD,\"forward_origin\":{\"type\":\"something_new\"}}}",
                "{\"update_id\":N,\"message\":{HEAD,\"text\":7,\"entities\":{},\"reply_to_message\":[]}}",
                "{\"update_id\":N,\"something_new\":{\"id\":1}}",
                // Fields of other types, or none.
                "{\"update_id\":N,\"message\":null}",
                "{\"update_id\":N,\"message\":7}",
                "{\"update_id\":N,\"message\":{}}",
                "{\"update_id\":N,\"message\":{\"message_id\":1,\"date\":1,\"chat\":null,\"from\":null,\"text\":\"x\"}}",
                "{\"update_id\":N,\"callback_query\":{\"id\":5}}",
                "{\"update_id\":N,\"callback_query\":{\"id\":\"5\",FROM,\"message\":{\"chat\":{\"id\":43}},\"data\":\"1:-\"}}",
                "{\"update_id\":N,\"inline_query\":{}}",
                // Values that are no update.
                "{\"message\":{HEAD}}",
                "{\"update_id\":-5,\"message\":{HEAD}}",
                "{\"update_id\":1e400,\"message\":{HEAD}}",
                "null",
                "\"update\"",
                "[[[]]]",
                // Text that is no JSON, and breaks the answer that it comes in.
                "{\"update_id\":N,\"message\":{HEAD,\"text\":\"a\u0001b\"}}",
                "{\"update_id\":N,\"message\":{HEAD,\"text\":NaN,}}",
            })
    void another_person_is_answered(String poison) throws InterruptedException {
        server.push(poison.replace("HEAD", HEAD).replace("FROM", FROM));
        server.write(Incoming.privately("/help").speaking("fr"));

        JsonNode answer = server.nextMessage();
        while (!answer.path("chat_id").asText().equals("42")) {
            answer = server.nextMessage();
        }
        assertThat(answer.path("text").asText()).startsWith("<b>Comment ça marche");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"update_id\":N,\"message\":{\"message_id\":3000000000,\"date\":1,\"chat\":{\"id\":43,\"type\":\"private\"},"
                        + "\"from\":{\"id\":43,\"is_bot\":false,\"first_name\":\"T\"},\"text\":\"/help\"}}",
                "{\"update_id\":N,\"message\":{\"message_id\":5,\"date\":2208988800,\"chat\":{\"id\":43,\"type\":\"private\"},"
                        + "\"from\":{\"id\":43,\"is_bot\":false,\"first_name\":\"T\"},\"text\":\"/help\"}}",
                "{\"update_id\":N,\"message\":{\"message_id\":5,\"date\":1,\"chat\":{\"id\":43,\"type\":\"private\"},"
                        + "\"from\":{\"id\":43,\"is_bot\":false},\"text\":\"/help\"}}",
                "{\"update_id\":30000000000,\"message\":{\"message_id\":5,\"date\":1,\"chat\":{\"id\":43},"
                        + "\"from\":{\"id\":43},\"text\":\"/help\",\"reply_to_message\":{\"message_id\":null}}}",
            })
    void what_can_be_understood_is_answered(String odd) throws InterruptedException {
        server.push(odd);

        assertThat(server.nextMessage().path("chat_id").asText()).isEqualTo("43");
    }
}
