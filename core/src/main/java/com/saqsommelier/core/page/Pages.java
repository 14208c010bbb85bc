package com.saqsommelier.core.page;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is remembered of each page that was ever asked for. */
public final class Pages {

    private final JdbcClient jdbc;

    /** The pages of a database. */
    public Pages(Database database) {
        this.jdbc = database.jdbc();
    }

    /**
     * Notes that a page was asked for in vain.
     *
     * @param status of the answer; empty when there was none
     */
    public void failed(DuePage page, Instant at, OptionalInt status) {
        jdbc.sql("""
                        INSERT INTO pages (sku, first_attempted_at, attempted_at, status)
                        VALUES (:sku, :at, :at, :status)
                        ON CONFLICT (sku) DO UPDATE SET attempted_at = excluded.attempted_at, status = excluded.status
                        """)
                .param("sku", page.sku())
                .param("at", Times.utc(at))
                .param("status", status.isPresent() ? status.getAsInt() : null, java.sql.Types.INTEGER)
                .update();
    }

    /** Notes that the site confirmed a page to be as it was read before. */
    public void confirmed(DuePage page, Instant at) {
        jdbc.sql("""
                        UPDATE pages SET attempted_at = :at, read_at = :at, status = 304,
                            listed_as_modified = :listed, record_hash = :record
                        WHERE sku = :sku
                        """)
                .param("sku", page.sku())
                .param("at", Times.utc(at))
                .param("listed", Times.utc(page.lastModified()))
                .param("record", page.recordHash().orElse(null))
                .update();
    }

    /**
     * Notes that a page was read in full.
     *
     * @param etag its validator; null when the answer had none
     * @param lastModified its validator; null when the answer had none
     * @param contentHash what it says
     */
    public void read(
            DuePage page, Instant at, @Nullable String etag, @Nullable String lastModified, String contentHash) {
        jdbc.sql("""
                        INSERT INTO pages (sku, first_attempted_at, attempted_at, read_at, status, listed_as_modified,
                            etag, last_modified, content_hash, record_hash)
                        VALUES (:sku, :at, :at, :at, 200, :listed, :etag, :modified, :hash, :record)
                        ON CONFLICT (sku) DO UPDATE SET
                            attempted_at = excluded.attempted_at,
                            read_at = excluded.read_at,
                            status = excluded.status,
                            listed_as_modified = excluded.listed_as_modified,
                            etag = excluded.etag,
                            last_modified = excluded.last_modified,
                            content_hash = excluded.content_hash,
                            record_hash = excluded.record_hash
                        """)
                .param("sku", page.sku())
                .param("at", Times.utc(at))
                .param("listed", Times.utc(page.lastModified()))
                .param("etag", etag)
                .param("modified", lastModified)
                .param("hash", contentHash)
                .param("record", page.recordHash().orElse(null))
                .update();
    }

    /** When the page was read that was read longest ago, of products in the catalogue; empty without any. */
    public Optional<Instant> oldest() {
        return jdbc.sql("SELECT min(read_at) AS oldest FROM pages JOIN products USING (sku) WHERE delisted_at IS NULL")
                .query((row, number) -> Optional.ofNullable(Times.read(row, "oldest")))
                .single();
    }
}
