package com.saqsommelier.recommend.retrieve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The lines of a table beside the classes, cell by cell: semicolons between columns, comments after {@code #}. */
final class RecordTable {

    private RecordTable() {}

    /** The rows after the heading. */
    static List<List<String>> rows(String name) {
        try (InputStream table = Objects.requireNonNull(RecordTable.class.getResourceAsStream(name), name)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> List.of(line.split(";", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
