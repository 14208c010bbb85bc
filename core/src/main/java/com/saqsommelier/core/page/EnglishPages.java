package com.saqsommelier.core.page;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which English pages are worth reading. */
public final class EnglishPages {

    private final JdbcClient jdbc;

    /** The English pages of a database. */
    public EnglishPages(Database database) {
        this.jdbc = database.jdbc();
    }

    /**
     * Products of the catalogue that are watched or available online and whose English page was not read since their
     * French one said something new; the watched ones first.
     */
    public List<String> due(int limit) {
        return jdbc.sql("""
                        SELECT sku FROM products JOIN pages USING (sku)
                            LEFT JOIN (SELECT DISTINCT sku, true AS watched FROM watches) AS watch USING (sku)
                        WHERE delisted_at IS NULL AND (available OR watched)
                            AND (english_read_at IS NULL OR english_read_at < page_read_at)
                        ORDER BY watched NULLS LAST, english_read_at NULLS FIRST, sku
                        LIMIT ?
                        """).param(limit).query(String.class).list();
    }

    /** Notes that the English page of a product was read. */
    public void read(String sku, Instant at) {
        jdbc.sql("UPDATE pages SET english_read_at = ? WHERE sku = ?")
                .params(Times.utc(at), sku)
                .update();
    }
}
