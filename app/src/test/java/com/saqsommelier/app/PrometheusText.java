package com.saqsommelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file in Prometheus' text format, read strictly: every line is a comment of the format or one sample, each series comes
 * once, and each sample belongs to a declared family.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">exposition formats</a>
 */
record PrometheusText(Map<String, Double> samples) {

    private static final Pattern HELP = Pattern.compile("# HELP [a-zA-Z_:][a-zA-Z0-9_:]* .*");
    private static final Pattern TYPE =
            Pattern.compile("# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (?:counter|gauge|histogram|summary|untyped)");
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";
    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{" + LABEL + "(?:," + LABEL + ")*,?})? ([-+0-9.eE]+|NaN|[+-]Inf)");

    static PrometheusText read(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(text).as("ends with a line feed, as the format asks").endsWith("\n");
        Map<String, Double> samples = new LinkedHashMap<>();
        String family = "";
        for (String line : text.lines().toList()) {
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (type.matches()) {
                family = type.group(1);
            } else if (sample.matches()) {
                assertThat(sample.group(1)).as("of the family above it").startsWith(family);
                String series = sample.group(1) + (sample.group(2) == null ? "" : sample.group(2));
                assertThat(samples.put(series, Double.valueOf(sample.group(3))))
                        .as("%s comes once", series)
                        .isNull();
            } else {
                assertThat(line).matches(HELP);
            }
        }
        return new PrometheusText(samples);
    }

    double value(String series) {
        assertThat(samples).containsKey(series);
        return Objects.requireNonNull(samples.get(series));
    }
}
