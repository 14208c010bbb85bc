package com.saqsommelier.simulator.saq;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * The products of a CSV file, in UTF-8, with a header and a row a product, read once and held in memory. Also as
 * spreadsheets save it: behind a byte order mark, and with semicolons where the decimal mark is a comma.
 */
public final class CsvCatalogue implements SaqCatalogue {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .setIgnoreEmptyLines(true)
            .get();

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Longer than any header; the delimiter is looked for in so much of the file. */
    private static final int LONGEST_HEADER = 65_536;

    private final List<SaqProduct> products;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<Integer, SaqProduct> byMagentoId = new HashMap<>();

    private CsvCatalogue(List<SaqProduct> products) {
        this.products = List.copyOf(products);
        for (SaqProduct product : products) {
            indexes.put(product.sku(), indexes.size());
            byMagentoId.put(product.magentoId(), product);
        }
    }

    /**
     * Reads a file whose header names at least these columns: family, sku, name, country, region, appellation,
     * designation, classification, grape, alcohol, sugar, color, size, producer, agent, upc, quebec, feature, price,
     * in_stock_online, rating, reviews. Values are those of English pages; empty ones are not known. A column named
     * category, which may be missing, holds a key of categories.csv.
     *
     * @throws IOException when it cannot be read, or naming the file, the line, what is wrong and what is expected
     */
    public static CsvCatalogue read(Path csv) throws IOException {
        try (Reader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
            return read(csv.toString(), reader);
        } catch (CharacterCodingException e) {
            throw new IOException(csv + ": not UTF-8, which is expected", e);
        }
    }

    /**
     * Reads the same form from elsewhere than a file.
     *
     * @param csv its name, for messages
     * @param text is read to its end and left open
     * @throws IOException as {@link #read(Path)} does
     */
    public static CsvCatalogue read(String csv, Reader text) throws IOException {
        try {
            BufferedReader reader = new BufferedReader(text);
            skipByteOrderMark(reader);
            CSVParser rows = CSVParser.parse(
                    reader, FORMAT.builder().setDelimiter(delimiter(reader)).get());
            requireColumns(csv, rows);
            return new CsvCatalogue(products(csv, rows));
        } catch (CSVException | IllegalArgumentException e) {
            throw new IOException(csv + ": line 1: not a CSV header: " + e.getMessage(), e);
        }
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    /** A semicolon where the header has one and no comma, for no column has either in its name. */
    private static char delimiter(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_HEADER);
        boolean semicolon = false;
        boolean comma = false;
        for (int read = 0; read < LONGEST_HEADER - 1; read++) {
            int next = reader.read();
            if (next < 0 || next == '\n' || next == '\r') {
                break;
            }
            semicolon |= next == ';';
            comma |= next == ',';
        }
        reader.reset();
        return semicolon && !comma ? ';' : ',';
    }

    private static void requireColumns(String csv, CSVParser rows) throws IOException {
        for (String column : CsvRow.COLUMNS) {
            if (!rows.getHeaderNames().contains(column)) {
                throw new IOException(csv + ": line 1: no column \"" + column + "\", expected are "
                        + String.join(",", CsvRow.COLUMNS));
            }
        }
    }

    private static List<SaqProduct> products(String csv, CSVParser rows) throws IOException {
        CsvRow reader = new CsvRow();
        List<SaqProduct> products = new ArrayList<>();
        Map<String, Long> lines = new HashMap<>();
        try {
            for (CSVRecord row : rows) {
                long line = rows.getCurrentLineNumber();
                if (!row.isConsistent()) {
                    throw new IOException(csv + ": line " + line + ": " + row.size() + " values, expected "
                            + rows.getHeaderNames().size());
                }
                SaqProduct product = product(csv, line, reader, row);
                Long earlier = lines.putIfAbsent(product.sku(), line);
                if (earlier != null) {
                    throw new IOException(csv + ": line " + line + ": sku " + product.sku() + " is on line " + earlier
                            + " too, expected once");
                }
                products.add(product);
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String wrong =
                    cause instanceof CharacterCodingException ? "not UTF-8, which is expected" : cause.getMessage();
            throw new IOException(csv + ": after line " + rows.getCurrentLineNumber() + ": " + wrong, e);
        }
        return products;
    }

    private static SaqProduct product(String csv, long line, CsvRow reader, CSVRecord row) throws IOException {
        try {
            return reader.product(row);
        } catch (IllegalArgumentException e) {
            throw new IOException(csv + ": line " + line + ": " + e.getMessage(), e);
        }
    }

    @Override
    public int size() {
        return products.size();
    }

    @Override
    public SaqProduct product(int index) {
        return products.get(index);
    }

    @Override
    public Optional<SaqProduct> bySku(String sku) {
        return Optional.ofNullable(indexes.get(sku)).map(products::get);
    }

    @Override
    public OptionalInt indexOf(String sku) {
        Integer index = indexes.get(sku);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    @Override
    public Optional<SaqProduct> byMagentoId(int magentoId) {
        return Optional.ofNullable(byMagentoId.get(magentoId));
    }
}
