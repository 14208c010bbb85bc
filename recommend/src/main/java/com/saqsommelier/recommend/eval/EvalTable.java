package com.saqsommelier.recommend.eval;

import com.saqsommelier.recommend.retrieve.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Results for a terminal. */
public final class EvalTable {

    private static final String ROW = "%-48s %8s %6s  %-8s %s%n";

    private EvalTable() {}

    /** The figures, one a line, with what is demanded and whether it is met. */
    public static String of(EvalResult result) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s: %d products, %d questions that were written together with the tables%n",
                result.catalogue(),
                result.products(),
                result.answers().size()));
        text.append(String.format(Locale.ROOT, ROW, "", "value", "of", "demand", ""));
        for (Measure measure : result.measures()) {
            text.append(String.format(
                    Locale.ROOT,
                    ROW,
                    measure.name(),
                    measure.shown(),
                    measure.of(),
                    measure.demand(),
                    measure.demand().isEmpty() ? "" : measure.holds() ? "met" : "MISSED"));
        }
        text.append(judge(result));
        text.append(String.format(Locale.ROOT, "%n%-48s %8s %8s%n", "milliseconds", "p50", "p95"));
        for (Stage stage : Stage.values()) {
            text.append(time(
                    stage.name().toLowerCase(Locale.ROOT), result.quantile(stage, 0.5), result.quantile(stage, 0.95)));
        }
        text.append(time("answer", result.quantile(0.5), result.quantile(0.95)));
        text.append(String.format(Locale.ROOT, "%ncost: %s%n", cost(result.cost())));
        return text.toString();
    }

    private static String judge(EvalResult result) {
        String name = "judge by rubric, 1 to 5";
        if (result.judged().isEmpty()) {
            return String.format(Locale.ROOT, ROW, name, "–", 0, "", "no key was given (ANTHROPIC_API_KEY)");
        }
        Judged judged = result.judged().get();
        String graded = judged.scores().size() < judged.answers()
                ? judged.scores().size() + " of " + judged.answers() + " answers have a grade; the log says why"
                : judged.judge();
        if (judged.scores().isEmpty()) {
            return String.format(Locale.ROOT, ROW, name, "–", 0, "", graded);
        }
        String mean = String.format(Locale.ROOT, "%.2f", judged.mean());
        String spread = String.format(Locale.ROOT, "± %.2f", judged.spread());
        return String.format(Locale.ROOT, ROW, name, mean, judged.scores().size(), spread, graded);
    }

    /** Dollars in words. */
    static String cost(BigDecimal dollars) {
        return dollars.signum() == 0
                ? "$0.00, no model was asked over the network"
                : String.format(Locale.ROOT, "$%.4f", dollars);
    }

    /** Which answers are worth a look. */
    public static String misses(List<EvalAnswer> misses) {
        StringBuilder text = new StringBuilder();
        for (EvalAnswer miss : misses) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s %s: %d of %d bottles as demanded%s%s%n",
                    miss.question().id(),
                    miss.question().question(),
                    miss.met(),
                    miss.answer().picks().size(),
                    miss.expected().equals(Optional.of(false)) ? ", style missed" : "",
                    miss.invented().isEmpty() ? "" : ", invented " + miss.invented()));
        }
        return text.toString();
    }

    private static String time(String name, Optional<Duration> median, Optional<Duration> slow) {
        return median.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%-48s %8.1f %8.1f%n",
                        name,
                        median.get().toNanos() / 1e6,
                        slow.orElseThrow().toNanos() / 1e6);
    }
}
