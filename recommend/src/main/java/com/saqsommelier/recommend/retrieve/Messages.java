package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.question.Remark;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.vocabulary.Language;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said besides the bottles. */
final class Messages {

    private Messages() {}

    static String remarks(Understanding wish) {
        return wish.remarks().stream()
                .sorted()
                // Where there is a reason to refuse, it alone is said.
                .filter(remark -> remark.refuses() || wish.remarks().stream().noneMatch(Remark::refuses))
                .map(remark ->
                        Texts.text(wish.language(), "remark." + remark.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" "));
    }

    /** The message beside bottles: remarks on the question, the demands given up, the words not understood. */
    static String of(Selection selection) {
        Understanding wish = selection.understanding();
        int found = selection.bottles().size();
        Stream<String> loose = selection.loosened().stream()
                .sorted()
                .map(constraint -> Texts.text(
                        wish.language(),
                        "loosened." + constraint.name().toLowerCase(Locale.ROOT),
                        GivenUp.in(wish, constraint)));
        Stream<String> few = found < wish.count()
                ? Stream.of(Texts.text(wish.language(), found == 1 ? "one" : "few", Integer.toString(found)))
                : Stream.empty();
        return Stream.of(Stream.of(remarks(wish)), loose, few, Stream.of(unread(selection)))
                .flatMap(it -> it)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** The message where there is no bottle: whether the catalogue has any, and the words not understood. */
    static String nothing(Selection selection) {
        Understanding wish = selection.understanding();
        String nothing = selection.elsewhere() > 0
                ? Texts.text(
                        wish.language(),
                        selection.elsewhere() == 1 ? "nothing.one_elsewhere" : "nothing.elsewhere",
                        Integer.toString(selection.elsewhere()))
                : Texts.text(wish.language(), "nothing");
        String cheapest = selection
                .cheapest()
                .map(price -> Texts.text(
                        wish.language(), "nothing.cheapest", ComposedReasons.dollars(price, wish.language())))
                .orElse("");
        return Stream.of(cheapest.isEmpty() ? nothing : cheapest, unread(selection))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Only words are said back, and not many: what a person pastes is not to speak through an answer. */
    private static String unread(Selection selection) {
        List<String> words = Stream.of(selection.unread().split("[^\\p{L}'’-]+", -1))
                .filter(word -> !word.isEmpty() && !ADDRESS.matcher(word).matches())
                .toList();
        Language language = selection.understanding().language();
        if (words.isEmpty()) {
            return "";
        }
        return words.size() > MOST_UNREAD
                ? Texts.text(language, "unread.much")
                : Texts.text(language, "unread", String.join(" ", words));
    }

    private static final int MOST_UNREAD = 6;

    private static final Pattern ADDRESS = Pattern.compile("https?|www|com|org|net", Pattern.CASE_INSENSITIVE);
}
