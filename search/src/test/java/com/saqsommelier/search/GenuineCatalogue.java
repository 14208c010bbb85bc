package com.saqsommelier.search;

import com.saqsommelier.core.product.Codes;
import com.saqsommelier.core.product.Composition;
import com.saqsommelier.core.product.Grape;
import com.saqsommelier.core.product.Naming;
import com.saqsommelier.core.product.Offer;
import com.saqsommelier.core.product.Origin;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.ProductFacts;
import com.saqsommelier.core.product.Rating;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Wines and spirits as saq.com sold them in January 2021, in English. The file is not part of the project. */
final class GenuineCatalogue {

    static final Path FILE = Path.of("../../shared/saq/catalogue/products-en-2021.csv");

    private static final Instant READ_AT = Instant.parse("2021-01-15T00:00:00Z");

    private GenuineCatalogue() {}

    static List<Product> products() throws IOException {
        List<Product> products = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().get();
        try (Reader text = Files.newBufferedReader(FILE);
                CSVParser rows = CSVParser.parse(text, format)) {
            for (CSVRecord row : rows) {
                products.add(product(row));
            }
        }
        return products;
    }

    private static Product product(CSVRecord row) {
        String sku = row.get("sku");
        String grapes = value(row, "grape");
        ProductFacts facts = new ProductFacts(
                new Naming(row.get("name"), null, null, null, categories(row), null, null),
                new Origin(
                        value(row, "country"),
                        value(row, "region"),
                        value(row, "appellation"),
                        value(row, "designation"),
                        value(row, "classification"),
                        value(row, "quebec"),
                        value(row, "producer"),
                        value(row, "agent")),
                new Composition(
                        value(row, "color"),
                        parts(grapes)
                                .map(part ->
                                        new Grape(part.replaceFirst("[\\s\\u00a0]*[\\d.]+[\\s\\u00a0]*%$", ""), null))
                                .toList(),
                        grapes,
                        null,
                        null,
                        null,
                        parts(value(row, "feature")).toList()),
                new Codes(null, value(row, "upc"), null),
                new Offer(price(row), "CAD", Boolean.valueOf(row.get("in_stock_online")), null),
                Rating.UNKNOWN);
        URI url = URI.create("https://www.saq.com/en/" + sku);
        return new Product(sku, url, facts, READ_AT, READ_AT, READ_AT, null, List.of(), null, 1);
    }

    /** The breadcrumbs are not in the file; this much of them follows from what is. */
    private static List<String> categories(CSVRecord row) {
        if (row.get("family").equals("spirit")) {
            return List.of("Products", "Spirit");
        }
        return switch (row.get("color")) {
            case "Red" -> List.of("Products", "Wine", "Red wine");
            case "White" -> List.of("Products", "Wine", "White wine");
            case "Pink" -> List.of("Products", "Wine", "Rosé wine");
            default -> List.of("Products", "Wine");
        };
    }

    private static @Nullable BigDecimal price(CSVRecord row) {
        String price = value(row, "price");
        return price == null ? null : new BigDecimal(price);
    }

    private static Stream<String> parts(@Nullable String list) {
        return list == null ? Stream.empty() : Stream.of(list.split(", ", -1));
    }

    private static @Nullable String value(CSVRecord row, String column) {
        String value = row.get(column).strip();
        return value.isEmpty() ? null : value;
    }
}
