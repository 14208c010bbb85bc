package com.saqsommelier.scraper;

import com.saqsommelier.core.run.RunRecord;
import com.saqsommelier.scraper.page.ProductPage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Notices when the site has changed its markup: when far more pages than in earlier runs lack a name, a price or the list
 * of attributes.
 */
final class ParseHealth {

    /** How far above the usual share is worth a warning, and how far means that the pages cannot be read any more. */
    private static final double WORTH_A_WARNING = 0.10;

    private static final double UNREADABLE = 0.50;

    /** Whatever was usual before. */
    private static final double ALWAYS_UNREADABLE = 0.90;

    /** Fewer pages say nothing of a share. */
    private static final int ENOUGH = 20;

    /** The alarm looks at the last pages only: a long run may meet the change in its middle. */
    private static final int WINDOW = 50;

    /** What a page may lack. */
    enum Part {
        NAME(0.02),
        PRICE(0.10),
        ATTRIBUTES(0.02);

        /** The share that is usual as long as no run has told. */
        private final double usual;

        Part(double usual) {
            this.usual = usual;
        }

        int count(JsonNode health) {
            return health.path(name().toLowerCase(Locale.ROOT)).asInt(0);
        }
    }

    private final Map<Part, Double> usual = new EnumMap<>(Part.class);
    private final Map<Part, Integer> missing = new EnumMap<>(Part.class);
    private final Deque<Set<Part>> last = new ArrayDeque<>();
    private int pages;

    /** The health of a new run, to be compared with earlier ones. */
    ParseHealth(List<RunRecord> earlier) {
        List<JsonNode> told = earlier.stream()
                .filter(run -> !run.counters().path("markup_changed").asBoolean(false))
                .map(run -> run.counters().path("health"))
                .filter(health -> health.path("pages").asInt(0) >= ENOUGH)
                .toList();
        int all =
                told.stream().mapToInt(health -> health.path("pages").asInt(0)).sum();
        for (Part part : Part.values()) {
            int lacked = told.stream().mapToInt(part::count).sum();
            usual.put(part, told.isEmpty() ? part.usual : (double) lacked / all);
            missing.put(part, 0);
        }
    }

    /** Takes note of a page that was read. */
    void read(ProductPage page) {
        Set<Part> lacks = EnumSet.noneOf(Part.class);
        if (page.facts().offer().price() == null) {
            lacks.add(Part.PRICE);
        }
        if (!page.attributeList()) {
            lacks.add(Part.ATTRIBUTES);
        }
        add(lacks);
    }

    /** Takes note of a page that the site confirmed to be as it was, and so as well as it was. */
    void confirmed() {
        add(EnumSet.noneOf(Part.class));
    }

    /** Takes note of a page of which nothing could be read. */
    void unreadable() {
        add(EnumSet.allOf(Part.class));
    }

    private void add(Set<Part> lacks) {
        pages++;
        lacks.forEach(part -> missing.merge(part, 1, Integer::sum));
        last.addLast(lacks);
        if (last.size() > WINDOW) {
            last.removeFirst();
        }
    }

    /** Why nothing more may be written; empty while all is well. */
    Optional<String> alarm() {
        if (last.size() < ENOUGH) {
            return Optional.empty();
        }
        for (Part part : Part.values()) {
            double share =
                    (double) last.stream().filter(lacks -> lacks.contains(part)).count() / last.size();
            if (share > Math.min(expected(part) + UNREADABLE, ALWAYS_UNREADABLE)) {
                return Optional.of(
                        "%.0f %% of the last %d pages lack %s (usually %.0f %%): the site has changed its markup or shows another page instead. Nothing more is written. If saq.com looks well in a browser, this program must learn the new markup."
                                .formatted(100 * share, last.size(), words(part), 100 * expected(part)));
            }
        }
        return Optional.empty();
    }

    /** What is further from earlier runs than chance explains. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (Part part : Part.values()) {
            int lacking = missing.getOrDefault(part, 0);
            if (pages >= ENOUGH && (double) lacking / pages > expected(part) + WORTH_A_WARNING) {
                warnings.add("%d of %d pages lack %s; usually it is %.0f %%"
                        .formatted(lacking, pages, words(part), 100 * expected(part)));
            }
        }
        return warnings;
    }

    ParseShares shares() {
        return new ParseShares(
                pages,
                missing.getOrDefault(Part.NAME, 0),
                missing.getOrDefault(Part.PRICE, 0),
                missing.getOrDefault(Part.ATTRIBUTES, 0));
    }

    private double expected(Part part) {
        return usual.getOrDefault(part, part.usual);
    }

    private static String words(Part part) {
        return switch (part) {
            case NAME -> "a readable name";
            case PRICE -> "a price";
            case ATTRIBUTES -> "the list of attributes";
        };
    }
}
