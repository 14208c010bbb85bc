package com.saqsommelier.bot.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.saqsommelier.bot.fixture.TelegramHtml;
import com.saqsommelier.bot.menu.Menu;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.vocabulary.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {

    private static final Set<String> NUMBERS =
            Set.of("total", "length", "limit", "page", "pages", "bottles", "from", "to", "rating", "reviews", "took");
    /** Longer than any name, place or search that is shown. */
    private static final int LONG = 30;

    private static final String HOSTILE = "<b>&\"'{0} _*[`\uD83C\uDF77";

    @ParameterizedTest
    @EnumSource
    void aCatalogueHoldsEveryPhraseAndNoOther(Language language) {
        assertThat(Messages.patterns(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Phrase.values()).map(Phrase::key).toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyPhraseIsSaidSomewhere(Phrase phrase) throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/com/saqsommelier/bot"))) {
            assertThat(sources.filter(Files::isRegularFile)
                            .filter(source -> mentions(source, "Phrase." + phrase.name())))
                    .as("classes that say %s", phrase)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPhraseIsWhatTelegramAcceptsForAnyArguments(Phrase phrase) {
        for (Language language : Language.values()) {
            for (int number : new int[] {-1, 0, 1, 2, Integer.MAX_VALUE}) {
                Html said = Messages.in(language).say(phrase, samples(phrase, language, number));

                TelegramHtml.assertAccepted(said.markup());
                assertThat(said.markup()).isNotBlank().doesNotContain("{", "}");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothLanguagesSpeakOfTheSameThings(Phrase phrase) {
        assertThat(arguments(phrase, Language.FRENCH)).isEqualTo(arguments(phrase, Language.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource
    void frenchIsTypesetAsInQuebec(Phrase phrase) {
        String french = Messages.in(Language.FRENCH).pattern(phrase);

        assertThat(french)
                .doesNotContainPattern(" [:%$»]")
                .doesNotContainPattern("« ")
                .doesNotContainPattern("[ \u00a0][?!;]")
                .doesNotContain("'");
    }

    @Test
    void numbersFollowTheLanguage() {
        Map<String, ?> arguments = Map.of("total", 1234, "words", "vin");

        assertThat(Messages.in(Language.FRENCH)
                        .say(Phrase.SEARCH_RESULTS, arguments)
                        .markup())
                .isEqualTo("<b>1\u00a0234 résultats pour «\u00a0vin\u00a0»</b>");
        assertThat(Messages.in(Language.ENGLISH)
                        .say(Phrase.SEARCH_RESULTS, arguments)
                        .markup())
                .isEqualTo("<b>1,234 results for “vin”</b>");
    }

    /** Bot API: input_field_placeholder 1–64 characters; BotCommand.description up to 256. */
    @ParameterizedTest
    @EnumSource
    void labelsFitWhereTheyGo(Language language) {
        Messages messages = Messages.in(language);

        assertThat(messages.plain(Phrase.INPUT_PLACEHOLDER)).hasSizeBetween(1, 64);
        assertThat(Menu.commands(messages))
                .allSatisfy(command -> assertThat(command.getDescription()).hasSizeBetween(3, 256));
    }

    private static Map<String, Object> samples(Phrase phrase, Language language, int number) {
        Map<String, Object> samples = new HashMap<>();
        for (String argument : arguments(phrase, language)) {
            samples.put(
                    argument,
                    NUMBERS.contains(argument)
                            ? number
                            : HOSTILE.replaceAll("[{}]", "").repeat(LONG));
        }
        return samples;
    }

    private static Set<String> arguments(Phrase phrase, Language language) {
        return new MessageFormat(Messages.in(language).pattern(phrase), language.locale())
                .getArgumentNames().stream().collect(Collectors.toSet());
    }

    private static boolean mentions(Path source, String word) {
        try {
            return Files.readString(source).contains(word);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
