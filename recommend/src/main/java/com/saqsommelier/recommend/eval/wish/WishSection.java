package com.saqsommelier.recommend.eval.wish;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A result as a part of the page of an eval. */
public final class WishSection {

    private WishSection() {}

    /** The section as HTML. */
    public static String of(WishResult result) {
        return """
                <h2>%s</h2>
                <p>%d products; every bottle is checked against its record.</p>
                <div class="wide"><table><tr><th>figure</th><td>share</td><td>count</td></tr>
                %s
                </table></div>
                <h3>By theme</h3>
                <div class="wide"><table><tr><th>theme</th><td>right</td><td>count</td></tr>
                %s
                </table></div>
                <h3>Wrong answers</h3>
                <ul>
                %s
                </ul>
                """.formatted(
                        escaped(result.set()),
                        result.products(),
                        Stream.of(
                                        row("wishes: all bottles are right", result.right()),
                                        row("wrong answers that admit it", result.admitted()),
                                        cells("French/English: the same bottles", result.overlap(), ""),
                                        row("conversations: every turn is right", result.conversationsRight()),
                                        row("delicate sayings", result.delicateRight()))
                                .collect(Collectors.joining("\n")),
                        result.rightByTheme().entrySet().stream()
                                .map(theme -> row(theme.getKey(), theme.getValue()))
                                .collect(Collectors.joining("\n")),
                        result.wrong().stream().map(WishSection::wrong).collect(Collectors.joining("\n")));
    }

    private static String wrong(WishAnswer answer) {
        return "<li><b>%s-%s</b> %s: %s<br><small>%s %s</small></li>"
                .formatted(
                        escaped(answer.id()),
                        answer.language().code(),
                        escaped(answer.says()),
                        escaped(String.join(", ", answer.faults())),
                        escaped(answer.bottles().stream()
                                .map(BottleRecord::toString)
                                .collect(Collectors.joining("; "))),
                        escaped(answer.message()));
    }

    private static String row(String name, WishResult.Part part) {
        return cells(name, part.share(), part.toString());
    }

    private static String cells(String name, double share, String count) {
        return String.format(
                Locale.ROOT, "<tr><th>%s</th><td>%.3f</td><td>%s</td></tr>", escaped(name), share, escaped(count));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
