package com.saqsommelier.scraper;

/** Is told how a crawl goes on; called by one thread. */
public interface CrawlProgress {

    /** Nobody watches. */
    CrawlProgress SILENT = new CrawlProgress() {
        @Override
        public void pages(int total) {}

        @Override
        public void pageDone(boolean failed) {}
    };

    /** The sitemaps are read; so many pages will be fetched. */
    void pages(int total);

    /** One page is done, stored or failed. */
    void pageDone(boolean failed);
}
