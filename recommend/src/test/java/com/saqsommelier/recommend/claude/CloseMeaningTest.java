package com.saqsommelier.recommend.claude;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.recommend.conversation.Conversation;
import com.saqsommelier.recommend.conversation.Mode;
import com.saqsommelier.recommend.conversation.Question;
import com.saqsommelier.recommend.retrieve.Recommendation;
import com.saqsommelier.recommend.retrieve.Vectors;
import com.saqsommelier.recommend.vector.ExactVectorIndex;
import com.saqsommelier.recommend.vector.OnnxEmbedder;
import com.saqsommelier.vocabulary.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions in other words that mean the same, told by the real sentence model: no second call on the same day. */
class CloseMeaningTest {

    private static final OnnxEmbedder EMBEDDER = OnnxEmbedder.bundled(Path.of("target", "models"));
    private static final String QUESTION = "a full-bodied red under $25 to drink through a blizzard";
    private static final String SAME = "a full-bodied red under $25 to drink through blizzards";

    private Instant now = Instant.parse("2026-11-27T17:00:00Z");
    private final ClaudeFixture cellar = new ClaudeFixture(
            UnaryOperator.identity(),
            Optional.of(new Vectors(EMBEDDER, new ExactVectorIndex(EMBEDDER.model()))),
            ClaudeFixture.bottles(),
            () -> now);

    @AfterEach
    void close() {
        cellar.close();
    }

    @Test
    void the_same_meaning_in_other_words_is_not_asked_twice() {
        ask(QUESTION);
        int calls = understood();

        Recommendation again = ask(SAME);

        assertThat(understood()).isEqualTo(calls);
        assertThat(cellar.meters
                        .counter("sommelier.claude.cached", "purpose", "understand")
                        .count())
                .isEqualTo(1);
        assertThat(again.grace().mode()).isEqualTo(Mode.CLAUDE);
        assertThat(again.understanding().freeText())
                .as("the words differ, so that only the vectors can have told")
                .isNotEqualTo(ask(QUESTION).understanding().freeText());
    }

    @Test
    void other_conditions_are_another_question_however_close_the_words() {
        ask(QUESTION);
        int calls = understood();

        ask(SAME.replace("$25", "$24"));
        ask(SAME.replace("red", "white"));

        assertThat(understood()).isEqualTo(calls + 2);
    }

    @Test
    void another_meaning_with_the_same_conditions_is_asked() {
        ask(QUESTION);
        int calls = understood();

        ask("a full-bodied red under $25 from the vineyard with a rooster on its gate");

        assertThat(understood()).isEqualTo(calls + 1);
    }

    @Test
    void the_next_day_everything_is_asked_again() {
        ask(QUESTION);
        int calls = understood();

        now = now.plus(Duration.ofDays(1));
        ask(QUESTION);
        ask(SAME);

        assertThat(understood()).isEqualTo(calls + 1);
    }

    private int understood() {
        return (int) cellar.claude.requests().stream()
                .filter(request -> request.toolName().isPresent())
                .count();
    }

    private Recommendation ask(String question) {
        return cellar.ask(
                new Question("tg:1", question, Language.ENGLISH, Conversation.NEW),
                new Answering(UUID.randomUUID(), ReasonListener.NOBODY));
    }
}
