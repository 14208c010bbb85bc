package com.saqsommelier.simulator.saq;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the word lists beside this class: semicolons, a header, comments after #. */
final class Vocabulary {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setQuote(null)
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    private Vocabulary() {}

    /** The rows of a list, in the order of the file. */
    static <T> List<T> read(String file, Function<CSVRecord, T> row) {
        List<T> rows = new ArrayList<>();
        forEach(file, line -> rows.add(row.apply(line)));
        return List.copyOf(rows);
    }

    /** Hands over each row, in the order of the file. */
    static void forEach(String file, Consumer<CSVRecord> action) {
        InputStream resource = Vocabulary.class.getResourceAsStream(file);
        if (resource == null) {
            throw new IllegalStateException(file + " is not beside " + Vocabulary.class.getName());
        }
        try (Reader reader = new InputStreamReader(resource, StandardCharsets.UTF_8);
                CSVParser records = CSVParser.parse(reader, FORMAT)) {
            records.forEach(action);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** A list of keys with a French and an English text. */
    static Map<String, Bilingual> bilingual(String file, String key) {
        Map<String, Bilingual> texts = new LinkedHashMap<>();
        forEach(file, line -> texts.put(line.get(key), new Bilingual(line.get("fr"), line.get("en"))));
        return texts;
    }

    /** The parts of a cell that holds several, separated by |. */
    static List<String> parts(String cell) {
        return List.of(cell.split("\\|", -1));
    }
}
