package com.saqsommelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of all jobs, read by a collector as one. */
class JobMetricsTest {

    private static final List<String> JOBS = List.of("scrape", "stores", "availability", "embed", "digest");

    @TempDir
    Path directory;

    @Test
    void files_of_all_jobs_together_have_one_help_a_family_and_no_series_twice() throws IOException {
        for (String job : JOBS) {
            try (JobMetrics metrics = JobMetrics.begin(directory, job, InstantSource.system())) {
                MeterRegistry registry = metrics.registry();
                registry.timer("saq.requests", "status", "200").record(Duration.ofMillis(5));
                registry.counter("saq.response.bytes").increment(7);
                registry.counter("saq.pages", "outcome", "inserted").increment();
                registry.counter("something.new").increment();
                metrics.lastComplete(Optional.empty());
                metrics.ended(0);
            }
        }

        Map<String, String> help = new HashMap<>();
        Set<String> series = new HashSet<>();
        List<String> repeated = new ArrayList<>();
        for (String job : JOBS) {
            Path file = directory.resolve(job + ".prom");
            PrometheusText text = PrometheusText.read(file);
            text.samples().keySet().stream().filter(one -> !series.add(one)).forEach(repeated::add);
            Set<String> typed = new HashSet<>();
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ", 4);
                if (line.startsWith("# HELP")) {
                    assertThat(words).as(line).hasSize(4);
                    assertThat(words[3]).as(line).isNotBlank();
                    assertThat(help.merge(words[2], words[3], (one, other) -> one))
                            .isEqualTo(words[3]);
                } else if (line.startsWith("# TYPE")) {
                    assertThat(typed.add(words[2])).as(line).isTrue();
                }
            }
            assertThat(help.keySet()).containsAll(typed);
        }
        assertThat(series).hasSizeGreaterThan(20).allMatch(one -> one.contains("command=\""));
        assertThat(repeated).isEmpty();
    }
}
