package com.saqsommelier.bench;

import com.saqsommelier.scraper.CrawlSettings;
import com.saqsommelier.scraper.CrawlSummary;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.SaqSimulator;
import java.time.Duration;
import java.time.InstantSource;

/** Times a polite crawl against a site that answers at once. Arguments: pages, delay in milliseconds. */
final class PoliteRun {

    private PoliteRun() {}

    public static void main(String[] args) throws Exception {
        int pages = Integer.parseInt(args[0]);
        Duration delay = Duration.ofMillis(Long.parseLong(args[1]));
        try (SaqSimulator saq = SaqSimulator.start(0, new GeneratedCatalogue(1, pages));
                BenchEnvironment workplace = new BenchEnvironment()) {
            CrawlSettings settings = CrawlSettings.of(saq.baseUrl(), delay, "SAQSommelier/bench (polite)");
            long begun = System.nanoTime();
            CrawlSummary summary = workplace.crawl(settings, InstantSource.system());
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            double least = summary.requests() * delay.toMillis() / 1000.0;
            System.out.printf(
                    "pages           %d%nrequests        %d%ndelay           %d ms%nwall time       %.2f s%n"
                            + "ratio           %.4f (wall time over requests times delay)%n"
                            + "smallest gap    %.1f ms%nmost at once    %d%n",
                    pages,
                    summary.requests(),
                    delay.toMillis(),
                    took.toNanos() / 1e9,
                    took.toNanos() / 1e9 / least,
                    saq.requests().smallestGap().orElseThrow().toNanos() / 1e6,
                    saq.requests().mostAtOnce());
        }
    }
}
