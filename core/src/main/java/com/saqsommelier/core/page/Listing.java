package com.saqsommelier.core.page;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the sitemaps of the present run list, compared with what is stored. It lies in the database, so that memory does
 * not grow with the sitemaps. Only a run that holds the job's lock may fill it.
 */
public final class Listing {

    private static final String DUE = """
            SELECT listed.sku, listed.url, listed.last_modified, listed.record_hash,
                page.etag, page.last_modified AS last_modified_header, page.content_hash, page.first_attempted_at,
                page.sku IS NOT NULL AND (page.read_at IS NULL OR page.read_at < page.attempted_at) AS in_vain
            FROM listed_pages listed LEFT JOIN pages page USING (sku)
            WHERE page.sku IS NULL
                OR (page.attempted_at < :pass AND CASE
                    WHEN page.status IN (404, 410) THEN page.attempted_at < :stale
                    WHEN page.read_at IS NULL OR page.read_at < page.attempted_at THEN true
                    WHEN listed.record_hash <> page.record_hash THEN true
                    WHEN listed.last_modified IS NULL THEN page.attempted_at < :stale
                    WHEN listed.last_modified <= page.read_at
                        OR (listed.last_modified = page.listed_as_modified AND listed.last_modified > :now) THEN false
                    WHEN listed.record_hash = page.record_hash THEN
                        extract(epoch FROM :now::timestamptz - page.read_at)
                            > :unchanged * (0.75 + 0.5 * abs(hashtext(listed.sku) % 1000) / 1000)
                    ELSE true
                END)
            ORDER BY
                CASE
                    WHEN page.sku IS NULL THEN 0
                    WHEN page.read_at IS NULL OR page.read_at < page.attempted_at THEN 3
                    WHEN EXISTS (SELECT FROM watches WHERE watches.sku = listed.sku) THEN 1
                    ELSE 2
                END,
                page.read_at,
                listed.sku
            """;

    private final Database database;
    private final JdbcClient jdbc;

    /** The listing of a database. */
    public Listing(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
    }

    /** Forgets what an earlier run listed. */
    public void clear() {
        jdbc.sql("TRUNCATE listed_pages").update();
    }

    /**
     * Adds pages. Of a SKU that is listed several times, the first address and the latest change count.
     *
     * @return how many were not listed before
     */
    public int add(Collection<ListedPage> pages) {
        List<Object[]> rows = pages.stream()
                .map(page -> new Object[] {page.sku(), page.url(), Times.utc(page.lastModified())})
                .toList();
        return database.inTransaction(() -> {
            long before = size();
            new JdbcTemplate(database.dataSource()).batchUpdate("""
                    INSERT INTO listed_pages AS listed (sku, url, last_modified) VALUES (?, ?, ?)
                    ON CONFLICT (sku) DO UPDATE
                        SET last_modified = greatest(listed.last_modified, excluded.last_modified)
                    """, rows);
            return (int) (size() - before);
        });
    }

    /**
     * Lists products of the catalogue under the addresses that are stored, which the sitemaps mean and give no usable
     * address for. Others, and those that are listed, are left as they are.
     *
     * @return how many were added
     */
    public int keep(Collection<String> skus) {
        return jdbc.sql("""
                        INSERT INTO listed_pages (sku, url)
                        SELECT sku, url FROM products WHERE delisted_at IS NULL AND sku = ANY (:skus::text[])
                        ON CONFLICT DO NOTHING
                        """).param("skus", skus.toArray(String[]::new)).update();
    }

    /** Notes the Live Search record of each product that is listed; others are left out. */
    public void noteRecords(Map<String, String> hashes) {
        List<Object[]> rows = hashes.entrySet().stream()
                .map(entry -> new Object[] {entry.getValue(), entry.getKey()})
                .toList();
        database.inTransaction(() -> new JdbcTemplate(database.dataSource())
                .batchUpdate("UPDATE listed_pages SET record_hash = ? WHERE sku = ?", rows));
    }

    /** How many pages are listed. */
    public long size() {
        return jdbc.sql("SELECT count(*) FROM listed_pages").query(Long.class).single();
    }

    /**
     * What is to be asked for, the most important first: what was never asked for, what is watched, what was read longest
     * ago, and last what was asked for in vain the last time.
     */
    public List<DuePage> due(DuePolicy policy) {
        return jdbc.sql(DUE)
                .param("pass", Times.utc(policy.passBeganAt()))
                .param("stale", Times.utc(policy.now().minus(policy.refreshAge())))
                .param("now", Times.utc(policy.now()))
                .param("unchanged", policy.unchangedAge().toSeconds())
                .query(Listing::due)
                .list();
    }

    /** How many products are in the catalogue as it is stored. */
    public long stored() {
        return jdbc.sql("SELECT count(*) FROM products WHERE delisted_at IS NULL")
                .query(Long.class)
                .single();
    }

    /** How many of them are not listed. */
    public long missing() {
        return jdbc.sql("SELECT count(*) FROM products WHERE delisted_at IS NULL AND NOT EXISTS"
                        + " (SELECT FROM listed_pages listed WHERE listed.sku = products.sku)")
                .query(Long.class)
                .single();
    }

    /** Marks all products as gone that are not listed, with an event for each, and says how many. */
    public int delistMissing(Instant at) {
        return jdbc.sql("""
                        WITH gone AS (
                            UPDATE products SET delisted_at = :at, changed_at = :at
                            WHERE delisted_at IS NULL
                                AND NOT EXISTS (SELECT FROM listed_pages listed WHERE listed.sku = products.sku)
                            RETURNING sku)
                        INSERT INTO events (sku, kind, source, detected_at)
                        SELECT sku, 'delisted', 'sitemap', :at FROM gone ORDER BY sku
                        """).param("at", Times.utc(at)).update();
    }

    /** Takes back all products that are marked as gone and are listed again, with an event for each, and says how many. */
    public int relist(Instant at) {
        return jdbc.sql("""
                        WITH back AS (
                            UPDATE products SET delisted_at = NULL, changed_at = :at
                            WHERE delisted_at IS NOT NULL
                                AND EXISTS (SELECT FROM listed_pages listed WHERE listed.sku = products.sku)
                            RETURNING sku)
                        INSERT INTO events (sku, kind, source, detected_at)
                        SELECT sku, 'relisted', 'sitemap', :at FROM back ORDER BY sku
                        """).param("at", Times.utc(at)).update();
    }

    private static DuePage due(ResultSet row, int number) throws SQLException {
        return new DuePage(
                row.getString("sku"),
                URI.create(row.getString("url")),
                Optional.ofNullable(Times.read(row, "last_modified")),
                Optional.ofNullable(row.getString("etag")),
                Optional.ofNullable(row.getString("last_modified_header")),
                Optional.ofNullable(row.getString("content_hash")),
                Optional.ofNullable(row.getString("record_hash")),
                Optional.ofNullable(Times.read(row, "first_attempted_at")),
                row.getBoolean("in_vain"));
    }
}
