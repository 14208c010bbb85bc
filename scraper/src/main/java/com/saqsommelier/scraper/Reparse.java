package com.saqsommelier.scraper;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Outcome;
import com.saqsommelier.core.product.ProductReading;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.scraper.archive.ArchivedPage;
import com.saqsommelier.scraper.archive.ArchivedPages;
import com.saqsommelier.scraper.page.ProductPage;
import com.saqsommelier.scraper.page.ProductPageParser;
import com.saqsommelier.scraper.page.UnreadablePageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Reads kept pages again, after the parser has learned something, without asking the site. What was read from a later page
 * of the same product stays.
 */
public final class Reparse {

    private static final Logger LOG = LoggerFactory.getLogger(Reparse.class);

    private final Path directory;
    private final Products products;
    private final CrawlProgress progress;
    private final ProductPageParser parser = new ProductPageParser();
    private int pages;
    private int inserted;
    private int updated;
    private int unchanged;
    private int failed;

    /** A run over all pages that a directory keeps. */
    public Reparse(Path directory, Database database, CrawlProgress progress) {
        this.directory = directory;
        this.products = new Products(database);
        this.progress = progress;
    }

    /**
     * What it did.
     *
     * @param files with pages in them
     * @param pages that are kept
     * @param inserted products that were not known
     * @param updated products of which something changed
     * @param unchanged pages that said nothing new, or are older than what is stored
     * @param failed pages that cannot be read
     */
    public record Summary(int files, int pages, int inserted, int updated, int unchanged, int failed) {

        /** The exit code of the job: 0 all well, 1 some pages failed, 2 nothing could be done. */
        public int exitCode() {
            if (failed == 0) {
                return pages == 0 ? 2 : 0;
            }
            return failed < pages ? 1 : 2;
        }
    }

    /**
     * Runs it; to be called once.
     *
     * @throws IOException when the directory or a file cannot be read
     */
    public Summary run() throws IOException, InterruptedException {
        List<Path> files = ArchivedPages.files(directory);
        int total = 0;
        for (Path file : files) {
            total += ArchivedPages.count(file);
        }
        progress.pages(total);
        for (Path file : files) {
            ArchivedPages.read(file, this::read);
        }
        return new Summary(files.size(), pages, inserted, updated, unchanged, failed);
    }

    private void read(ArchivedPage archived) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pages++;
        boolean done = false;
        try {
            ProductPage page = parser.parseFrench(archived.body(), archived.contentType(), archived.address());
            count(products.store(new ProductReading(
                    page.sku(), archived.address(), page.facts(), page.statedEmpty(), archived.readAt())));
            done = true;
        } catch (UnreadablePageException | DataIntegrityViolationException e) {
            LOG.warn("{} of {} failed: {}", archived.address(), archived.readAt(), e.getMessage());
            failed++;
        }
        progress.pageDone(!done);
    }

    private void count(Outcome outcome) {
        switch (outcome) {
            case INSERTED -> inserted++;
            case UPDATED -> updated++;
            case UNCHANGED -> unchanged++;
        }
    }
}
