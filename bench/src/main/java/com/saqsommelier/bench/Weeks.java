package com.saqsommelier.bench;

import com.saqsommelier.scraper.CrawlSettings;
import com.saqsommelier.scraper.CrawlSummary;
import com.saqsommelier.scraper.livesearch.LiveSearchSettings;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.LiveSearchAccess;
import com.saqsommelier.simulator.saq.LivingCatalogue;
import com.saqsommelier.simulator.saq.SaqSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the requests of weekly crawls of a catalogue in which 80 % of the lastmods move every week and 1 % of the pages
 * change. Arguments: products, weeks.
 */
final class Weeks {

    private static final double LASTMOD_MOVED = 0.80;
    private static final double CHANGED = 0.01;
    private static final Instant FIRST_DAY = Instant.parse("2026-01-05T08:00:00Z");

    private Weeks() {}

    public static void main(String[] args) throws Exception {
        int products = Integer.parseInt(args[0]);
        int weeks = Integer.parseInt(args[1]);
        System.out.println("detector     week  lastmods moved  pages changed  page requests  of them 304"
                + "  changes found  Live Search requests  other requests");
        run("lastmod", products, weeks, false);
        run("Live Search", products, weeks, true);
    }

    private static void run(String name, int products, int weeks, boolean liveSearch) throws Exception {
        LivingCatalogue world = new LivingCatalogue(new GeneratedCatalogue(1, products), 1, FIRST_DAY);
        try (SaqSimulator saq = SaqSimulator.start(0, world);
                BenchEnvironment workplace = new BenchEnvironment()) {
            CrawlSettings settings = CrawlSettings.of(saq.baseUrl(), Duration.ZERO, "SAQSommelier/bench (weeks)")
                    .withLiveSearch(liveSearch ? Optional.of(access(saq)) : Optional.empty());
            for (int week = 1; week <= weeks; week++) {
                if (week > 1) {
                    world.nextWeek(LASTMOD_MOVED, CHANGED);
                }
                saq.requests().clear();
                Instant evening = world.today().plus(Duration.ofHours(10));
                CrawlSummary summary = workplace.crawl(settings, () -> evening);
                Map<String, Long> asked = saq.requests().byPath();
                long pages = asked.entrySet().stream()
                        .filter(path -> path.getKey().matches("/fr/\\d+"))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
                long search = asked.getOrDefault("/graphql", 0L);
                System.out.printf(
                        "%-12s %4d  %14s  %13s  %13d  %11d  %13d  %20d  %14d%n",
                        name,
                        week,
                        week == 1 ? "-" : world.lastChanges().moved().size(),
                        week == 1 ? "-" : world.lastChanges().changed().size(),
                        pages,
                        saq.requests().byStatus().getOrDefault(304, 0L),
                        week == 1 ? 0 : summary.updated(),
                        search,
                        saq.requests().count() - pages - search);
            }
        }
    }

    static LiveSearchSettings access(SaqSimulator saq) {
        return new LiveSearchSettings(
                saq.baseUrl().resolve("/graphql"),
                LiveSearchAccess.DEFAULT.apiKey(),
                LiveSearchAccess.DEFAULT.environmentId());
    }
}
