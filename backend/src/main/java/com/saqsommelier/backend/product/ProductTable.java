package com.saqsommelier.backend.product;

import static java.util.stream.Collectors.joining;

import com.saqsommelier.api.ProductView;
import com.saqsommelier.core.product.Product;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Products as a table (RFC 4180). What is unknown is an empty cell.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
final class ProductTable implements Closeable {

    /** Without it, spreadsheets take UTF-8 for something older. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "sku",
                    "name",
                    "category",
                    "color",
                    "country",
                    "region",
                    "appellation",
                    "producer",
                    "grapes",
                    "vintage",
                    "size_ml",
                    "alcohol_percent",
                    "sugar_g_per_l",
                    "price",
                    "currency",
                    "available",
                    "rating",
                    "review_count",
                    "first_seen_at",
                    "changed_at",
                    "url")
            .get();

    private final CSVPrinter printer;

    /** Writes the head. */
    ProductTable(Writer writer) throws IOException {
        writer.append(BYTE_ORDER_MARK);
        printer = new CSVPrinter(writer, FORMAT);
    }

    /** Writes a line. */
    void add(Product product) {
        ProductView view = ProductViews.of(product);
        try {
            printer.printRecord(
                    view.sku(),
                    text(view.name()),
                    text(view.category()),
                    text(view.color()),
                    text(view.country()),
                    text(view.region()),
                    text(view.appellation()),
                    text(view.producer()),
                    text(view.grapes().stream()
                            .map(grape -> grape.name() + share(grape.percent()))
                            .collect(joining("; "))),
                    view.vintage(),
                    view.sizeMl(),
                    view.alcoholPercent(),
                    view.sugarGPerL(),
                    view.price(),
                    view.currency(),
                    view.available(),
                    view.rating(),
                    view.reviewCount(),
                    view.firstSeenAt(),
                    view.changedAt(),
                    view.url());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }

    private static String share(@Nullable BigDecimal percent) {
        return percent == null ? "" : " " + percent + " %";
    }

    /** The texts come from a site that is not ours: none may begin like a formula. */
    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
