package com.saqsommelier.bench;

import com.saqsommelier.core.product.Codes;
import com.saqsommelier.core.product.Composition;
import com.saqsommelier.core.product.Grape;
import com.saqsommelier.core.product.Naming;
import com.saqsommelier.core.product.Offer;
import com.saqsommelier.core.product.Origin;
import com.saqsommelier.core.product.ProductFacts;
import com.saqsommelier.core.product.ProductReading;
import com.saqsommelier.core.product.Rating;
import com.saqsommelier.simulator.saq.Attribute;
import com.saqsommelier.simulator.saq.Bilingual;
import com.saqsommelier.simulator.saq.SaqProduct;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Generated products as if their pages had been read: what search looks at, without the way over HTTP. */
final class GeneratedReadings {

    private static final Instant READ_AT = Instant.parse("2026-01-05T08:00:00Z");

    private GeneratedReadings() {}

    static ProductReading of(SaqProduct product) {
        List<String> categories = product.categories().stream()
                .map(category -> category.name().fr())
                .toList();
        return new ProductReading(
                product.sku(),
                URI.create("https://www.saq.com/fr/" + product.sku()),
                new ProductFacts(
                        new Naming(
                                product.name().fr(),
                                product.name().en(),
                                product.description().fr(),
                                null,
                                categories,
                                null,
                                null),
                        new Origin(
                                value(product, Attribute.COUNTRY),
                                value(product, Attribute.REGION),
                                value(product, Attribute.APPELLATION),
                                value(product, Attribute.DESIGNATION),
                                value(product, Attribute.CLASSIFICATION),
                                null,
                                value(product, Attribute.PRODUCER),
                                value(product, Attribute.AGENT)),
                        new Composition(
                                value(product, Attribute.COLOUR), grapes(product), null, null, null, null, List.of()),
                        new Codes((long) product.magentoId(), value(product, Attribute.UPC), null),
                        new Offer(
                                product.price().orElse(null),
                                "CAD",
                                product.stock().isOnline(),
                                product.stock().online()),
                        product.reviews()
                                .map(reviews -> new Rating(reviews.rating(), reviews.count()))
                                .orElse(Rating.UNKNOWN)),
                Set.of(),
                READ_AT);
    }

    private static List<Grape> grapes(SaqProduct product) {
        return Stream.ofNullable(value(product, Attribute.GRAPES))
                .flatMap(text -> Stream.of(text.split(",")))
                .map(text -> text.replaceAll("\\s*\\d+\\s*%", "").strip())
                .filter(name -> !name.isEmpty())
                .map(name -> new Grape(name, null))
                .toList();
    }

    private static @Nullable String value(SaqProduct product, Attribute attribute) {
        return product.attribute(attribute).map(Bilingual::fr).orElse(null);
    }
}
