package com.saqsommelier.recommend.eval;

import com.saqsommelier.recommend.retrieve.Stage;
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
                "%s: %d products, %d questions%n",
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
        text.append(String.format(Locale.ROOT, "%n%-48s %8s %8s%n", "milliseconds", "p50", "p95"));
        for (Stage stage : Stage.values()) {
            text.append(time(
                    stage.name().toLowerCase(Locale.ROOT), result.quantile(stage, 0.5), result.quantile(stage, 0.95)));
        }
        text.append(time("answer", result.quantile(0.5), result.quantile(0.95)));
        text.append(String.format(Locale.ROOT, "%ncost: $0.00, no model was asked over the network%n"));
        return text.toString();
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
