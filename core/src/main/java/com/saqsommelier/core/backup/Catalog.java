package com.saqsommelier.core.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables, sequences and constraints in the current schema of a connection. */
record Catalog(Connection connection) {

    /** Flyway's own table, which migrating makes anew. */
    private static final String HISTORY = "flyway_schema_history";

    /** The tables with the columns that a copy carries. */
    Map<String, List<String>> tables() throws SQLException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        for (List<String> row : rows("""
                SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
                    AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                ORDER BY c.relname, a.attnum
                """)) {
            if (!row.get(0).equals(HISTORY)) {
                tables.computeIfAbsent(row.get(0), name -> new ArrayList<>()).add(row.get(1));
            }
        }
        return tables;
    }

    /** The version of the last migration. */
    String schemaVersion() throws SQLException {
        return rows("SELECT version FROM " + HISTORY
                        + " WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1")
                .getFirst()
                .getFirst();
    }

    /** The last value of each sequence that was used. */
    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> values = new LinkedHashMap<>();
        for (List<String> row : rows("SELECT sequencename, last_value::text FROM pg_sequences"
                + " WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY 1")) {
            values.put(row.get(0), Long.valueOf(row.get(1)));
        }
        return values;
    }

    /** Statements that drop the foreign keys, each with the one that puts it back and checks every row. */
    Map<String, String> foreignKeys() throws SQLException {
        Map<String, String> keys = new LinkedHashMap<>();
        for (List<String> row : rows("""
                SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
                    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
                """)) {
            keys.put(row.get(0), row.get(1));
        }
        return keys;
    }

    /**
     * The statements, with {@code %s} for the schema they go to, that move every table, view, sequence and function of
     * the current schema; {@code named} is a schema whose names alone count.
     */
    List<String> moves(String from, String named) throws SQLException {
        return rows("""
                WITH named AS (SELECT oid FROM pg_namespace WHERE nspname = '%2$s'),
                    source AS (SELECT oid FROM pg_namespace WHERE nspname = '%1$s')
                SELECT format('ALTER %%s %%I.%%I SET SCHEMA ',
                    CASE relkind WHEN 'r' THEN 'TABLE' WHEN 'v' THEN 'VIEW' ELSE 'SEQUENCE' END, '%1$s', relname)
                FROM pg_class c WHERE relnamespace = (SELECT oid FROM source) AND relkind IN ('r', 'v', 'S')
                    AND relname IN (SELECT relname FROM pg_class WHERE relnamespace = (SELECT oid FROM named))
                    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass
                        AND d.deptype IN ('i', 'a') AND c.relkind = 'S')
                UNION ALL
                SELECT format('ALTER FUNCTION %%I.%%I(%%s) SET SCHEMA ', '%1$s', proname,
                    pg_get_function_identity_arguments(oid))
                FROM pg_proc WHERE pronamespace = (SELECT oid FROM source)
                    AND proname IN (SELECT proname FROM pg_proc WHERE pronamespace = (SELECT oid FROM named))
                """.formatted(from, named)).stream().map(List::getFirst).toList();
    }

    /** A name as SQL writes it. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A table and its columns, as COPY names them. */
    static String copied(String table, List<String> columns) {
        return quoted(table) + " ("
                + String.join(", ", columns.stream().map(Catalog::quoted).toList()) + ")";
    }

    /** Runs one statement. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query, as text. */
    List<List<String>> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(rows.getString(column));
                }
                all.add(row);
            }
            return all;
        }
    }
}
