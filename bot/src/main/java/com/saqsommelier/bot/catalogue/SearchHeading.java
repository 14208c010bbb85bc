package com.saqsommelier.bot.catalogue;

import com.saqsommelier.api.SearchInterpretation;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.vocabulary.Language;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The first line over what a search found. The words in it are what another page is asked for. */
public final class SearchHeading {

    private SearchHeading() {}

    static Html of(long total, String words, Messages messages) {
        return messages.say(Phrase.SEARCH_RESULTS, Map.of("total", total, "words", words));
    }

    /** How the words were read, in a line of its own each; nothing where they were found as they were typed. */
    static Html notes(@Nullable SearchInterpretation interpretation, Messages messages) {
        Html notes = new Html("");
        if (interpretation == null) {
            return notes;
        }
        if (interpretation.didYouMean() != null) {
            notes = notes.plus("\n")
                    .plus(messages.say(Phrase.SEARCH_DID_YOU_MEAN, Map.of("words", interpretation.didYouMean())));
        }
        if (!interpretation.ignored().isEmpty()) {
            String quoted = interpretation.ignored().stream()
                    .map(word ->
                            messages.language() == Language.FRENCH ? "«\u00a0" + word + "\u00a0»" : "“" + word + "”")
                    .collect(Collectors.joining(", "));
            notes = notes.plus("\n")
                    .plus(messages.say(
                            Phrase.SEARCH_IGNORED,
                            Map.of(
                                    "words",
                                    quoted,
                                    "total",
                                    interpretation.ignored().size())));
        }
        return interpretation.partial() ? notes.plus("\n").plus(messages.say(Phrase.SEARCH_PARTIAL)) : notes;
    }

    /**
     * The words that a message of results is about.
     *
     * @param text as Telegram gives it back, without markup
     */
    public static Optional<String> words(String text) {
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        return between(line, "«\u00a0", "\u00a0»").or(() -> between(line, "“", "”"));
    }

    /** The words themselves may hold such signs, so the outermost count. */
    private static Optional<String> between(String line, String open, String close) {
        int from = line.indexOf(open);
        int to = line.lastIndexOf(close);
        return from < 0 || to < from + open.length()
                ? Optional.empty()
                : Optional.of(line.substring(from + open.length(), to));
    }
}
