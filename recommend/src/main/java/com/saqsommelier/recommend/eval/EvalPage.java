package com.saqsommelier.recommend.eval;

import com.saqsommelier.recommend.retrieve.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Results as one HTML page that needs nothing else: charts are drawn in it. Readable on a phone, light and dark. */
public final class EvalPage {

    private EvalPage() {}

    /**
     * Writes the page.
     *
     * @param wishes the section on wishes, as HTML
     * @param at when the eval ran
     * @param model what compared meanings
     */
    public static String of(List<EvalResult> results, String wishes, Instant at, String model) {
        String verdict = results.stream().allMatch(EvalResult::holds)
                ? "<p class=\"verdict good\">Every demand is met.</p>"
                : "<p class=\"verdict bad\">Some demands are missed.</p>";
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Eval of the sommelier</title>
                <style>%s</style>
                </head>
                <body>
                <h1>Eval of the sommelier</h1>
                <p>%s. Answers without Claude; vectors by %s. Cost: %s.</p>
                %s
                %s
                <h2>Questions that were written with the tables</h2>
                %s
                <h2>How to read it</h2>
                <p>Wishes are checked against the records of the bottles. The older questions and what a good answer must be were written by the project, and no taster has checked
                them. Colour, country, region, grape, feature and price are compared with the record itself; kinds and
                styles are told from it by the same tables that the sommelier uses, so faults of those tables do not show
                here. A bottle that is all that was asked for and expected counts 2, one that meets the demands alone 1.
                recall@5 is the share of the first five that count 2, of as many as there could be. A third of the
                questions is kept for validation: nothing was tuned on them.</p>
                </body>
                </html>
                """.formatted(
                        STYLE,
                        at.truncatedTo(ChronoUnit.MINUTES),
                        escaped(model),
                        EvalTable.cost(results.stream().map(EvalResult::cost).reduce(BigDecimal.ZERO, BigDecimal::add)),
                        wishes,
                        verdict,
                        results.stream().map(EvalPage::section).collect(Collectors.joining("\n")));
    }

    private static String section(EvalResult result) {
        return """
                <h2>%s</h2>
                <p>%d products, %d questions.</p>
                %s
                <h3>Judge by rubric</h3>
                %s
                <h3>By topic</h3>
                %s
                <h3>Time</h3>
                %s
                <h3>Worth a look</h3>
                %s
                """.formatted(
                        escaped(result.catalogue()),
                        result.products(),
                        result.answers().size(),
                        measures(result),
                        JudgeSection.of(result),
                        topics(result),
                        times(result),
                        misses(result));
    }

    private static String measures(EvalResult result) {
        return result.measures().stream()
                .map(measure -> """
                        <div class="measure"><div class="name">%s%s</div>%s<div class="value">%s <small>of %d</small></div></div>
                        """.formatted(
                                escaped(measure.name()),
                                measure.demand().isEmpty()
                                        ? ""
                                        : " <small class=\"" + (measure.holds() ? "good" : "bad") + "\">"
                                                + measure.demand() + (measure.holds() ? " ✓" : " ✗") + "</small>",
                                bar(measure),
                                measure.shown(),
                                measure.of()))
                .collect(Collectors.joining());
    }

    private static String bar(Measure measure) {
        double filled = measure.most() ? Math.min(1, measure.value()) : measure.value();
        String floor = measure.floor().isPresent() && !measure.most()
                ? "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"0\" y2=\"10\" class=\"floor\"/>"
                        .formatted(measure.floor().getAsDouble() * 100)
                : "";
        return String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"%s\"><rect width=\"100\""
                        + " height=\"10\" class=\"track\"/><rect width=\"%.1f\" height=\"10\" class=\"%s\"/>%s</svg>",
                measure.shown(),
                100 * Math.clamp(filled, 0, 1),
                measure.holds() ? "fill" : "fill missed",
                floor);
    }

    private static String topics(EvalResult result) {
        String rows = result.byTopic().entrySet().stream()
                .map(topic -> "<tr><th>%s</th><td>%d</td>%s</tr>"
                        .formatted(
                                escaped(topic.getKey()),
                                topic.getValue().answers().size(),
                                cells(topic.getValue())))
                .collect(Collectors.joining("\n"));
        return "<div class=\"wide\"><table><tr><th>topic</th><td>questions</td><td>constraints</td><td>style</td>"
                + "<td>recall@5</td><td>nDCG@10</td><td>overlap</td></tr>\n" + rows + "</table></div>";
    }

    private static String cells(EvalResult topic) {
        Map<String, Measure> measures =
                topic.measures().stream().collect(Collectors.toMap(Measure::name, measure -> measure));
        return List.of(
                        "constraints met",
                        "expected style in the first five",
                        "recall@5",
                        "nDCG@10",
                        "French/English overlap@10")
                .stream()
                .map(name -> "<td>" + Objects.requireNonNull(measures.get(name)).shown() + "</td>")
                .collect(Collectors.joining());
    }

    private static String times(EvalResult result) {
        double longest = result.quantile(0.95).map(EvalPage::millis).orElse(1.0);
        StringBuilder bars = new StringBuilder();
        for (Stage stage : Stage.values()) {
            bars.append(time(
                    stage.name().toLowerCase(Locale.ROOT),
                    result.quantile(stage, 0.5),
                    result.quantile(stage, 0.95),
                    longest));
        }
        return bars.append(time("whole answer", result.quantile(0.5), result.quantile(0.95), longest))
                .toString();
    }

    private static String time(String name, Optional<Duration> median, Optional<Duration> slow, double longest) {
        if (median.isEmpty() || slow.isEmpty()) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "<div class=\"measure\"><div class=\"name\">%s</div><svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\""
                        + " role=\"img\" aria-label=\"%3$.1f ms\"><rect width=\"100\" height=\"10\" class=\"track\"/><rect"
                        + " width=\"%4$.1f\" height=\"10\" class=\"slow\"/><rect width=\"%5$.1f\" height=\"10\""
                        + " class=\"fill\"/></svg><div class=\"value\">%2$.1f <small>p95 %3$.1f ms</small></div></div>%n",
                name,
                millis(median.get()),
                millis(slow.get()),
                100 * Math.min(1, millis(slow.get()) / longest),
                100 * Math.min(1, millis(median.get()) / longest));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static String misses(EvalResult result) {
        List<EvalAnswer> misses = result.misses();
        if (misses.isEmpty()) {
            return "<p>No answer misses a demand or a style.</p>";
        }
        return misses.stream()
                .map(miss -> "<li><b>%s</b> %s<br><small>%s</small></li>"
                        .formatted(miss.question().id(), asked(miss.question()), escaped(what(miss))))
                .collect(Collectors.joining("\n", "<ul>", "</ul>"));
    }

    /** A question with what was asked before it. */
    static String asked(EvalQuestion question) {
        return escaped(Stream.concat(question.thread().stream(), Stream.of(question.question()))
                .collect(Collectors.joining(" → ")));
    }

    private static String what(EvalAnswer miss) {
        String names = miss.answer().picks().stream()
                .map(pick -> pick.profile().product().name())
                .collect(Collectors.joining(", "));
        return miss.met() + " of " + miss.answer().picks().size() + " bottles as demanded"
                + (miss.expected().equals(Optional.of(false)) ? "; style missed" : "")
                + (miss.invented().isEmpty() ? "" : "; invented " + miss.invented())
                + (names.isEmpty() ? "; " + miss.answer().message() : "; " + names);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static final String STYLE = """
            :root { color-scheme: light dark; --text: #222; --back: #fff; --track: #e6e3df; --fill: #7a1f3d; --slow: #d9a5b5;
              --good: #1d6b3a; --bad: #b3261e; --soft: #666; }
            @media (prefers-color-scheme: dark) { :root { --text: #eee; --back: #17151a; --track: #37333b; --fill: #d4688c;
              --slow: #6d3a4b; --good: #7fd19b; --bad: #ff8a80; --soft: #aaa; } }
            * { box-sizing: border-box; }
            body { font: 16px/1.45 system-ui, sans-serif; color: var(--text); background: var(--back); max-width: 860px;
              margin: 0 auto; padding: 16px; }
            h1 { font-size: 1.5rem; } h2 { font-size: 1.25rem; margin-top: 2rem; } h3 { font-size: 1rem; margin-top: 1.5rem; }
            small { color: var(--soft); } .good { color: var(--good); } .bad { color: var(--bad); }
            .verdict { font-weight: 600; font-size: 1.1rem; }
            .measure { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 5fr) minmax(0, 3fr); gap: 10px;
              align-items: center; padding: 3px 0; }
            .measure svg { width: 100%; height: 12px; display: block; border-radius: 3px; }
            .value { font-variant-numeric: tabular-nums; }
            .track { fill: var(--track); } .fill { fill: var(--fill); } .missed { fill: var(--bad); } .slow { fill: var(--slow); }
            .floor { stroke: var(--text); stroke-width: 0.8; }
            .wide { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { text-align: right; padding: 4px 10px 4px 0; } th:first-child { text-align: left; font-weight: 500; }
            tr:first-child { color: var(--soft); } ul { padding-left: 1.2rem; } li { margin-bottom: .5rem; overflow-wrap: anywhere; }
            @media (max-width: 560px) { .measure { grid-template-columns: 1fr auto; } .measure svg { grid-column: 1 / 3; order: 3; } }
            """;
}
