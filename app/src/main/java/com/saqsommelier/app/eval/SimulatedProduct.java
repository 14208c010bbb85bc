package com.saqsommelier.app.eval;

import com.saqsommelier.core.product.Codes;
import com.saqsommelier.core.product.Composition;
import com.saqsommelier.core.product.Grape;
import com.saqsommelier.core.product.Measure;
import com.saqsommelier.core.product.Naming;
import com.saqsommelier.core.product.Offer;
import com.saqsommelier.core.product.Origin;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.ProductFacts;
import com.saqsommelier.core.product.Rating;
import com.saqsommelier.simulator.saq.Attribute;
import com.saqsommelier.simulator.saq.Bilingual;
import com.saqsommelier.simulator.saq.SaqProduct;
import com.saqsommelier.simulator.saq.Stock;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A product of a stand-in catalogue as it is stored after its page was read. */
final class SimulatedProduct {

    private static final Instant READ_AT = Instant.parse("2026-01-05T08:00:00Z");

    /** {@code Syrah 60 %}, {@code Syrah}. */
    private static final Pattern SHARE = Pattern.compile("(.*?)(?:[\\s\\u00a0]*(\\d+(?:[.,]\\d+)?)[\\s\\u00a0]*%)?");

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");

    private static final Pattern SIZE = Pattern.compile("(?:(\\d+) x )?(\\d+(?:[.,]\\d+)?) (ml|L)");
    private static final BigDecimal LITRE = BigDecimal.valueOf(1000);
    private static final Pattern VINTAGE = Pattern.compile("(?<!\\d)(?:19[5-9]\\d|20[0-4]\\d)$");

    private SimulatedProduct() {}

    static Product stored(SaqProduct product) {
        return stored(product, product.stock());
    }

    /** The same product where it can be ordered, however its page has it. */
    static Product inStock(SaqProduct product) {
        return stored(product, new Stock(Math.max(1, product.stock().online()), true));
    }

    private static Product stored(SaqProduct product, Stock stock) {
        ProductFacts facts = new ProductFacts(
                new Naming(
                        product.name().fr(),
                        product.name().en(),
                        product.description().fr(),
                        null,
                        product.categories().stream()
                                .map(category -> category.name().fr())
                                .toList(),
                        vintage(product),
                        null),
                new Origin(
                        value(product, Attribute.COUNTRY),
                        value(product, Attribute.REGION),
                        value(product, Attribute.APPELLATION),
                        value(product, Attribute.DESIGNATION),
                        value(product, Attribute.CLASSIFICATION),
                        value(product, Attribute.QUEBEC),
                        value(product, Attribute.PRODUCER),
                        value(product, Attribute.AGENT)),
                new Composition(
                        value(product, Attribute.COLOUR),
                        parts(product, Attribute.GRAPES)
                                .map(SimulatedProduct::grape)
                                .toList(),
                        value(product, Attribute.GRAPES),
                        measure(value(product, Attribute.ALCOHOL)),
                        measure(value(product, Attribute.SUGAR)),
                        millilitres(value(product, Attribute.SIZE)),
                        parts(product, Attribute.FEATURE).toList()),
                new Codes((long) product.magentoId(), value(product, Attribute.UPC), null),
                new Offer(product.price().orElse(null), "CAD", stock.isOnline(), stock.online()),
                product.reviews()
                        .map(reviews -> new Rating(reviews.rating(), reviews.count()))
                        .orElse(Rating.UNKNOWN));
        return new Product(
                product.sku(),
                URI.create("https://www.saq.com/fr/" + product.sku()),
                facts,
                READ_AT,
                READ_AT,
                READ_AT,
                READ_AT,
                List.of(),
                null,
                1);
    }

    private static Stream<String> parts(SaqProduct product, Attribute attribute) {
        return Stream.ofNullable(value(product, attribute))
                .flatMap(text -> Stream.of(text.split(",\\s+")))
                .map(String::strip)
                .filter(part -> !part.isEmpty());
    }

    private static Grape grape(String text) {
        Matcher share = SHARE.matcher(text);
        if (!share.matches()) {
            return new Grape(text, null);
        }
        return new Grape(share.group(1), share.group(2) == null ? null : number(share.group(2)));
    }

    private static @Nullable Measure measure(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher number = NUMBER.matcher(text);
        return new Measure(number.find() ? number(number.group()) : null, text);
    }

    private static @Nullable Measure millilitres(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            return new Measure(null, text);
        }
        BigDecimal containers = size.group(1) == null ? BigDecimal.ONE : number(size.group(1));
        BigDecimal unit = size.group(3).equals("L") ? LITRE : BigDecimal.ONE;
        return new Measure(containers.multiply(number(size.group(2))).multiply(unit), text);
    }

    /** A year at the end of a wine's name, as the crawler reads it. */
    private static @Nullable Integer vintage(SaqProduct product) {
        Matcher year = VINTAGE.matcher(product.name().fr());
        return product.attribute(Attribute.COLOUR).isPresent() && year.find() ? Integer.valueOf(year.group()) : null;
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }

    private static @Nullable String value(SaqProduct product, Attribute attribute) {
        return product.attribute(attribute).map(Bilingual::fr).orElse(null);
    }
}
