package com.saqsommelier.scraper.archive;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages in all WARC files of a directory, the oldest file first. */
public final class ArchivedPages {

    private static final Logger LOG = LoggerFactory.getLogger(ArchivedPages.class);

    private ArchivedPages() {}

    /** Is handed one page after the other. */
    @FunctionalInterface
    public interface Visitor {
        /** Takes a page. */
        void page(ArchivedPage page) throws InterruptedException;
    }

    /** The WARC files of a directory, in the order of their names, which is that of their runs. */
    public static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(PageArchive.SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /** Reads a file to its end, or to where a killed process left it. */
    public static void read(Path file, Visitor visitor) throws IOException, InterruptedException {
        try (WarcReader reader = new WarcReader(file)) {
            for (Optional<WarcRecord> next = next(reader, file); next.isPresent(); next = next(reader, file)) {
                if (next.get() instanceof WarcResponse response) {
                    visitor.page(page(response));
                }
            }
        } catch (EOFException | ZipException | ParsingException e) {
            LOG.warn("{} ends in the middle of a page, as after a kill; the pages before it are read", file);
        }
    }

    /** How many pages a file holds. */
    public static int count(Path file) throws IOException, InterruptedException {
        AtomicInteger pages = new AtomicInteger();
        read(file, page -> pages.incrementAndGet());
        return pages.get();
    }

    private static Optional<WarcRecord> next(WarcReader reader, Path file) throws IOException {
        if (Files.size(file) == 0) {
            return Optional.empty();
        }
        return reader.next();
    }

    private static ArchivedPage page(WarcResponse response) throws IOException {
        HttpResponse http = response.http();
        return new ArchivedPage(
                response.targetURI(),
                response.date(),
                http.headers().first("Content-Type"),
                http.body().stream().readAllBytes());
    }
}
