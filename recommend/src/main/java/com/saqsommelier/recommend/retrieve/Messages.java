package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.question.Remark;
import com.saqsommelier.recommend.question.Understanding;
import java.util.Locale;
import java.util.Set;
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

    static String of(Understanding wish, Set<Constraint> loosened, int found) {
        Stream<String> loose = loosened.stream()
                .sorted()
                .map(constraint -> Texts.text(
                        wish.language(), "loosened." + constraint.name().toLowerCase(Locale.ROOT)));
        Stream<String> few = found < wish.count()
                ? Stream.of(Texts.text(wish.language(), found == 1 ? "one" : "few", Integer.toString(found)))
                : Stream.empty();
        return Stream.of(Stream.of(remarks(wish)), loose, few)
                .flatMap(it -> it)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    static String nothing(Understanding wish) {
        return Texts.text(wish.language(), "nothing");
    }
}
