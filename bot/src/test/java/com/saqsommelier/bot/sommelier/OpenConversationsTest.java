package com.saqsommelier.bot.sommelier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenConversationsTest {

    private static final long ANNE = 1;
    private static final UUID CONVERSATION = UUID.randomUUID();

    private Instant now = Instant.EPOCH;
    private final OpenConversations threads = new OpenConversations(() -> now);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "moins cher",
                "Plutôt italien",
                "le deuxième, mais en blanc",
                "et avec du poisson?",
                "un autre",
                "en blanc",
                "sans bois",
                "plus léger",
                "cheaper",
                "something else",
                "What about a white?",
                "without oak"
            })
    void what_begins_as_a_follow_up_goes_on_with_the_conversation(String text) {
        assertThat(threads.continuedBy(text, ANNE)).as("before any answer").isEmpty();
        threads.answered(ANNE, CONVERSATION);

        assertThat(threads.continuedBy(text, ANNE)).contains(CONVERSATION);
        assertThat(threads.continuedBy(text, 2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"château", "malbec", "10327701", "mouton cadet", "opus one", "🍷", ""})
    void all_else_is_a_search(String text) {
        threads.answered(ANNE, CONVERSATION);

        assertThat(threads.continuedBy(text, ANNE)).isEmpty();
    }

    @Test
    void a_conversation_ends_after_half_an_hour_or_when_something_else_is_asked() {
        threads.answered(ANNE, CONVERSATION);
        now = now.plus(Duration.ofMinutes(29));
        assertThat(threads.continuedBy("moins cher", ANNE)).isPresent();
        now = now.plus(Duration.ofMinutes(1));
        assertThat(threads.continuedBy("moins cher", ANNE)).isEmpty();

        threads.answered(ANNE, CONVERSATION);
        threads.left(ANNE);
        assertThat(threads.continuedBy("moins cher", ANNE)).isEmpty();
    }

    @Test
    void a_wish_goes_on_with_the_conversation_however_it_begins() {
        threads.answered(ANNE, CONVERSATION);

        assertThat(threads.continuedBy("max 18 $", ANNE)).contains(CONVERSATION);
    }

    @Test
    void the_text_after_the_sommelier_has_asked_is_the_wish_whatever_it_is() {
        assertThat(threads.awaitsWish(ANNE)).isFalse();
        threads.prompted(ANNE);

        assertThat(threads.awaitsWish(ANNE)).isTrue();
        assertThat(threads.continuedBy("moins cher", ANNE)).isEmpty();
        threads.left(ANNE);
        assertThat(threads.awaitsWish(ANNE)).isFalse();
    }
}
