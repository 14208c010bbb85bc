package com.saqsommelier.bench;

import com.saqsommelier.scraper.page.ProductPage;
import com.saqsommelier.scraper.page.ProductPageParser;
import com.saqsommelier.scraper.page.UnreadablePageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** From the bytes of a page to the product, and beside it jsoup alone, from the same bytes to a tree. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ParseBenchmark {

    private static final Optional<String> CONTENT_TYPE = Optional.of("text/html; charset=UTF-8");

    /** Where the pages are from, see {@link Pages#of}. */
    @Param({"stand-in", "stand-in-small"})
    public String pages = "";

    private final ProductPageParser parser = new ProductPageParser();
    private List<byte[]> bodies = List.of();
    private int turn;
    private boolean parsesFirst;

    /** Fetches the pages once. */
    @Setup
    public void fetch() throws IOException, InterruptedException {
        bodies = Pages.of(pages);
    }

    /** What the crawl does with a page. */
    @Benchmark
    public ProductPage parse() throws UnreadablePageException {
        return parser.parse(next(), CONTENT_TYPE);
    }

    /** The measure: the same bytes decoded as UTF-8 and built into a tree, which is not looked at. */
    @Benchmark
    public Document jsoup() {
        return Jsoup.parse(new String(next(), StandardCharsets.UTF_8));
    }

    /**
     * Both on one page, in turns the one or the other first. On a machine that others use as well this is the fair
     * comparison: what slows the one slows the other.
     */
    @Benchmark
    public void both(Times times, Blackhole blackhole) throws UnreadablePageException {
        byte[] body = next();
        parsesFirst = !parsesFirst;
        if (parsesFirst) {
            timeParse(body, times, blackhole);
        }
        long begun = System.nanoTime();
        blackhole.consume(Jsoup.parse(new String(body, StandardCharsets.UTF_8)));
        times.jsoupNanos += System.nanoTime() - begun;
        if (!parsesFirst) {
            timeParse(body, times, blackhole);
        }
    }

    private void timeParse(byte[] body, Times times, Blackhole blackhole) throws UnreadablePageException {
        long begun = System.nanoTime();
        blackhole.consume(parser.parse(body, CONTENT_TYPE));
        times.parseNanos += System.nanoTime() - begun;
    }

    private byte[] next() {
        turn = turn + 1 == bodies.size() ? 0 : turn + 1;
        return bodies.get(turn);
    }

    /** What {@link #both} took, in nanoseconds over all pages. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Times {
        public long parseNanos;
        public long jsoupNanos;
    }
}
