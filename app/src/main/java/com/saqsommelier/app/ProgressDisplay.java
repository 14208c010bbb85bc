package com.saqsommelier.app;

import com.saqsommelier.scraper.CrawlProgress;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows how a crawl goes on: a bar with rate and remaining time on a terminal, a log line a minute elsewhere. */
final class ProgressDisplay implements CrawlProgress, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressDisplay.class);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);
    private static final int COLUMNS = 100;

    private final Optional<PrintStream> terminal;
    private @Nullable ProgressBar bar;
    private String units = "pages";
    private int total;
    private int done;
    private int failed;
    private long begun;
    private long lastLine;

    /** A display that draws a bar on this terminal, or writes log lines where there is none. */
    ProgressDisplay(Optional<PrintStream> terminal) {
        this.terminal = terminal;
    }

    /** A display on standard error, as a bar where the process has a terminal. */
    static ProgressDisplay onStandardError() {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new ProgressDisplay(terminal ? Optional.of(System.err) : Optional.empty());
    }

    /** A display that writes a log line a minute, whether there is a terminal or not. */
    static ProgressDisplay asLogLines() {
        return new ProgressDisplay(Optional.empty());
    }

    @Override
    public void pages(int pages) {
        begin("Pages", pages);
    }

    /**
     * Begins to count.
     *
     * @param things what is counted, as {@code Pages}
     */
    void begin(String things, int count) {
        units = things.toLowerCase(Locale.ROOT);
        total = count;
        begun = System.nanoTime();
        lastLine = begun;
        if (total == 0) {
            return;
        }
        if (terminal.isPresent()) {
            bar = new ProgressBarBuilder()
                    .setTaskName(things)
                    .setInitialMax(count)
                    .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                    .setUpdateIntervalMillis(200)
                    .showSpeed()
                    .setConsumer(new ConsoleProgressBarConsumer(terminal.get(), COLUMNS))
                    .build();
        } else {
            LOG.info("{} {} to read", total, units);
        }
    }

    @Override
    public void pageDone(boolean pageFailed) {
        done++;
        if (pageFailed) {
            failed++;
        }
        if (bar != null) {
            bar.step();
            if (failed > 0) {
                bar.setExtraMessage(failed + " failed");
            }
        } else if (System.nanoTime() - lastLine > BETWEEN_LINES.toNanos()) {
            lastLine = System.nanoTime();
            double seconds = (lastLine - begun) / 1e9;
            double rate = done / seconds;
            LOG.info(
                    "{} of {} {}, {} failed, {} {} a second, {} min left",
                    done,
                    total,
                    units,
                    failed,
                    String.format("%.1f", rate),
                    units,
                    Math.round((total - done) / rate / 60));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
