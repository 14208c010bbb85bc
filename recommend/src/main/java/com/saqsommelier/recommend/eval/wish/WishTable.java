package com.saqsommelier.recommend.eval.wish;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A result as text, for a terminal. */
public final class WishTable {

    private static final String ROW = "%-48s %8s %12s%n";
    private static final int LONGEST = 100;

    private WishTable() {}

    /** The figures, those by theme, and each wrong answer. */
    public static String of(WishResult result) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s: %d wishes, %d conversations, %d delicate sayings, %d products%n",
                result.set(),
                result.wishes().size(),
                result.conversations().size(),
                result.delicate().size(),
                result.products()));
        text.append(row("wishes: all bottles of the answer are right", result.right()));
        text.append(row("wrong answers that admit it", result.admitted()));
        text.append(String.format(Locale.ROOT, ROW, "French/English: the same bottles", number(result.overlap()), ""));
        text.append(row("conversations: every turn is right", result.conversationsRight()));
        text.append(row("delicate sayings", result.delicateRight()));
        result.mostFrequent()
                .ifPresent(bottle -> text.append(row("most frequent bottle: " + bottle.getKey(), bottle.getValue())));
        text.append(String.format(
                Locale.ROOT,
                ROW,
                "milliseconds, p50 and p95",
                millis(result.quantile(0.5)),
                millis(result.quantile(0.95))));
        text.append(String.format(Locale.ROOT, "%nby theme%n"));
        for (Map.Entry<String, WishResult.Part> theme : result.rightByTheme().entrySet()) {
            text.append(row("  " + theme.getKey(), theme.getValue()));
        }
        return text + "\n" + wrong(result.wrong());
    }

    private static String wrong(List<WishAnswer> wrong) {
        return wrong.isEmpty()
                ? "No answer is wrong.\n"
                : wrong.stream().map(WishTable::wrong).collect(Collectors.joining("", "Wrong answers:\n", ""));
    }

    private static String wrong(WishAnswer answer) {
        String bottles = answer.bottles().stream().map(BottleRecord::toString).collect(Collectors.joining("; "));
        return String.format(
                Locale.ROOT,
                "  %s-%s \"%s\": %s%s | %s%s%n",
                answer.id(),
                answer.language().code(),
                shortened(answer.says()),
                String.join(", ", answer.faults()),
                answer.possible() ? "" : " (the catalogue has none)",
                bottles,
                answer.message().isBlank() ? "" : " | " + answer.message());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String row(String name, WishResult.Part part) {
        return String.format(Locale.ROOT, ROW, name, number(part.share()), part);
    }

    private static String number(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toNanos() / 1e6);
    }
}
