package com.saqsommelier.scraper.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/**
 * Writes the pages of one run into a compressed WARC file of its own. Each page is a compressed member by itself, so that
 * a killed process spoils the last one at most.
 *
 * @see <a href="https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/">WARC 1.1</a>
 */
public final class PageArchive implements Closeable {

    static final String SUFFIX = ".warc.gz";

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'pages-'uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private final WarcWriter writer;

    private PageArchive(WarcWriter writer) {
        this.writer = writer;
    }

    /**
     * Begins a file.
     *
     * @param directory is made where it is not there
     * @param now names the file
     */
    public static PageArchive begin(Path directory, Instant now) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(NAME.format(now) + SUFFIX);
        return new PageArchive(new WarcWriter(
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), WarcCompression.GZIP));
    }

    /** Adds a page. */
    public void add(ArchivedPage page) throws IOException {
        HttpResponse.Builder http = new HttpResponse.Builder(200, "OK");
        page.contentType().ifPresent(type -> http.addHeader("Content-Type", type));
        http.body(null, page.body());
        writer.write(new WarcResponse.Builder(page.address())
                .date(page.readAt())
                .body(http.build())
                .build());
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
