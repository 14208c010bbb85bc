package com.saqsommelier.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A table beside the classes: columns separated by semicolons, alternatives by bars, comments after {@code #}. */
public final class Table {

    private Table() {}

    /**
     * The rows of a table.
     *
     * @param beside the class beside which the table lies
     * @throws IllegalStateException for a row with a wrong number of columns, which is a fault of the project
     */
    public static List<Row> rows(Class<?> beside, String name) {
        List<String> lines = lines(beside, name);
        List<String> columns = List.of(lines.getFirst().split(";", -1));
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(";", -1);
            if (cells.length != columns.size()) {
                throw new IllegalStateException(
                        name + ": " + cells.length + " columns instead of " + columns.size() + " in: " + line);
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(columns.get(i), cells[i].strip());
            }
            rows.add(new Row(name, row));
        }
        return List.copyOf(rows);
    }

    static List<Row> rows(String name) {
        return rows(Table.class, name);
    }

    private static List<String> lines(Class<?> beside, String name) {
        try (InputStream table = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One line of a table.
     *
     * @param table the table's file name
     * @param cells by column
     */
    public record Row(String table, Map<String, String> cells) {

        /** A cell; empty where nothing is written. */
        public String cell(String column) {
            return Objects.requireNonNull(cells.get(column), () -> table + " has no column " + column);
        }

        /** A cell, or something else where the table has no such column. */
        public String cellOr(String column, String otherwise) {
            return cells.getOrDefault(column, otherwise);
        }

        /** The alternatives of a cell. */
        public List<String> list(String column) {
            return Stream.of(cell(column).split("\\|", -1))
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
    }
}
