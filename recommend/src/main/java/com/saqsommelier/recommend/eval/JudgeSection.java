package com.saqsommelier.recommend.eval;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a judge made of the answers, as a part of the page. */
final class JudgeSection {

    private static final int LEAST_LIKED = 10;

    private JudgeSection() {}

    static String of(EvalResult result) {
        return result.judged()
                .map(judged -> of(judged, result.leastLiked(LEAST_LIKED)))
                .orElse("<p>No key was given (ANTHROPIC_API_KEY), so no model judged the answers.</p>");
    }

    private static String of(Judged judged, List<EvalAnswer> leastLiked) {
        String some = "%d of %d answers have a grade by %s."
                .formatted(judged.scores().size(), judged.answers(), EvalPage.escaped(judged.judge()));
        if (judged.scores().isEmpty()) {
            return "<p>" + some + " The log says why.</p>";
        }
        return String.format(Locale.ROOT, "<p>Mean %.2f, spread ± %.2f. %s</p>%n", judged.mean(), judged.spread(), some)
                + bars(judged)
                + leastLiked.stream()
                        .map(it -> "<li><b>%d</b> %s<br><small>%s</small></li>"
                                .formatted(
                                        it.grade().orElseThrow().score(),
                                        EvalPage.asked(it.question()),
                                        EvalPage.escaped(
                                                it.grade().orElseThrow().why())))
                        .collect(Collectors.joining("\n", "<ul>", "</ul>"));
    }

    private static String bars(Judged judged) {
        List<Long> counts = judged.counts();
        return IntStream.range(0, counts.size())
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "<div class=\"measure\"><div class=\"name\">%d</div><svg viewBox=\"0 0 100 10\""
                                + " preserveAspectRatio=\"none\" role=\"img\" aria-label=\"%2$d\"><rect width=\"100\""
                                + " height=\"10\" class=\"track\"/><rect width=\"%3$.1f\" height=\"10\" class=\"fill\"/></svg>"
                                + "<div class=\"value\">%2$d</div></div>%n",
                        i + 1,
                        counts.get(i),
                        100.0 * counts.get(i) / judged.scores().size()))
                .collect(Collectors.joining());
    }
}
