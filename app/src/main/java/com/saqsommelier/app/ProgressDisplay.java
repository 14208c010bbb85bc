package com.saqsommelier.app;

import com.saqsommelier.scraper.CrawlProgress;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
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
        total = pages;
        begun = System.nanoTime();
        lastLine = begun;
        if (total == 0) {
            return;
        }
        if (terminal.isPresent()) {
            bar = new ProgressBarBuilder()
                    .setTaskName("Pages")
                    .setInitialMax(pages)
                    .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                    .setUpdateIntervalMillis(200)
                    .showSpeed()
                    .setConsumer(new ConsoleProgressBarConsumer(terminal.get(), COLUMNS))
                    .build();
        } else {
            LOG.info("{} pages to read", total);
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
                    "{} of {} pages, {} failed, {} pages a second, {} min left",
                    done,
                    total,
                    failed,
                    String.format("%.1f", rate),
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
