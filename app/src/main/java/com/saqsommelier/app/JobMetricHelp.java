package com.saqsommelier.app;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Map;

/**
 * The HELP line of each metric of a job. One text for each name, whichever job writes it: node_exporter refuses a family
 * that two files describe in two ways.
 */
final class JobMetricHelp {

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("sommelier.job.begin.timestamp.seconds", "When the last run of the command began"),
            Map.entry(
                    "sommelier.job.end.timestamp.seconds",
                    "When the last run of the command ended, 0 while it goes on"),
            Map.entry("sommelier.job.exit.code", "Exit code of the last run of the command, -1 while it goes on"),
            Map.entry("sommelier.job.complete.timestamp.seconds", "When the command last did all there was to do"),
            Map.entry("saq.pages", "Product pages of this run by what became of them"),
            Map.entry("saq.parse.failures", "Fields that could not be read from a page"),
            Map.entry("saq.requests", "Requests to saq.com by the status of their answers"),
            Map.entry("saq.response.bytes", "Bytes of the answers of saq.com"),
            Map.entry("saq.catalogue.complete.timestamp.seconds", "When the catalogue was last read in full"),
            Map.entry("saq.catalogue.oldest.page.timestamp.seconds", "When the page read longest ago was read"),
            Map.entry("saq.catalogue.products", "Products in the catalogue"),
            Map.entry("sommelier.embeddings", "Products of this run by what became of their vectors"));

    private JobMetricHelp() {}

    /** Gives a metric without a description the one from here, or at least its name in words. */
    static MeterFilter filter() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                String given = id.getDescription();
                return given != null && !given.isBlank()
                        ? id
                        : new Meter.Id(
                                id.getName(),
                                Tags.of(id.getTags()),
                                id.getBaseUnit(),
                                TEXTS.getOrDefault(id.getName(), id.getName().replace('.', ' ')),
                                id.getType());
            }
        };
    }
}
