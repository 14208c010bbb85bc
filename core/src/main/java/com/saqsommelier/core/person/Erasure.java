package com.saqsommelier.core.person;

import com.saqsommelier.core.database.Database;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgets a person: deletes their rows from every table that has a {@code user_id}, whichever those are, so that a table
 * that is made later cannot be overlooked. All in one transaction.
 *
 * <p>What remains is a denial: without it whoever was shut out would come in again by being forgotten. And where the person
 * is an administrator, that it was they who decided about others.
 */
public final class Erasure {

    private static final String KEPT = "access";

    private final Database database;
    private final JdbcClient jdbc;

    /** Forgets people of a database. */
    public Erasure(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
    }

    /**
     * Deletes all that is known of a person.
     *
     * @return how many rows were deleted, by table; tables where there was none are left out
     */
    public Map<String, Integer> erase(String userId) {
        return database.inTransaction(() -> {
            Map<String, Integer> erased = new TreeMap<>();
            for (String table : inOrder()) {
                // The name comes from the catalogue of the database itself.
                int rows = jdbc.sql("DELETE FROM \"" + table + "\" WHERE user_id = ?"
                                + (table.equals(KEPT) ? " AND allowed" : ""))
                        .param(userId)
                        .update();
                if (rows > 0) {
                    erased.put(table, rows);
                }
            }
            return erased;
        });
    }

    /** The tables with a person in them, those that refer to others before them. */
    private List<String> inOrder() {
        List<String> tables = jdbc.sql("""
                        SELECT columns.table_name FROM information_schema.columns
                        JOIN information_schema.tables USING (table_schema, table_name)
                        WHERE columns.column_name = 'user_id' AND columns.table_schema = current_schema()
                            AND tables.table_type = 'BASE TABLE'
                        ORDER BY columns.table_name
                        """).query(String.class).list();
        List<String> ordered = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        tables.forEach(table -> place(table, tables, seen, ordered));
        return ordered;
    }

    /** Puts a table behind all that refer to it. A circle of references would need the database to defer them. */
    private void place(String table, List<String> tables, Set<String> seen, List<String> ordered) {
        if (!seen.add(table)) {
            return;
        }
        jdbc.sql("""
                        SELECT DISTINCT referring.relname FROM pg_constraint
                        JOIN pg_class referring ON referring.oid = conrelid
                        JOIN pg_class referred ON referred.oid = confrelid
                        WHERE contype = 'f' AND referred.relname = :table AND referring.relname <> :table
                        """).param("table", table).query(String.class).list().stream()
                .filter(tables::contains)
                .forEach(referring -> place(referring, tables, seen, ordered));
        ordered.add(table);
    }
}
