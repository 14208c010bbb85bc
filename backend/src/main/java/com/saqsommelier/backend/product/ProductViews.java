package com.saqsommelier.backend.product;

import com.saqsommelier.api.GrapeView;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.api.SearchInterpretation;
import com.saqsommelier.core.product.Codes;
import com.saqsommelier.core.product.Composition;
import com.saqsommelier.core.product.Measure;
import com.saqsommelier.core.product.Naming;
import com.saqsommelier.core.product.Offer;
import com.saqsommelier.core.product.Origin;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.Rating;
import com.saqsommelier.search.Interpretation;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a stored product as the contract does: without SAQ's description and image. */
public final class ProductViews {

    private ProductViews() {}

    /** A product with all that the contract shows of it. */
    public static ProductView of(Product product) {
        Naming label = product.facts().label();
        Origin origin = product.facts().origin();
        Composition composition = product.facts().composition();
        Codes codes = product.facts().codes();
        Offer offer = product.facts().offer();
        Rating rating = product.facts().rating();
        List<String> categories = label.categories();
        return new ProductView(
                product.sku(),
                product.name(),
                label.nameEn(),
                categories.isEmpty() ? null : categories.getLast(),
                categories,
                composition.color(),
                origin.country(),
                origin.region(),
                origin.appellation(),
                origin.designation(),
                origin.classification(),
                composition.grapes().stream()
                        .map(grape -> new GrapeView(grape.name(), plain(grape.percent())))
                        .toList(),
                value(composition.alcohol()),
                value(composition.sugar()),
                text(composition.sugar()),
                millilitres(composition.size()),
                text(composition.size()),
                origin.producer(),
                origin.agent(),
                codes.upc(),
                codes.gtin(),
                label.vintage(),
                label.tasteTag(),
                composition.features(),
                offer.price(),
                offer.currency(),
                offer.available(),
                offer.onlineQuantity(),
                product.availabilityCheckedAt(),
                plain(rating.value()),
                rating.reviews(),
                product.url(),
                product.firstSeenAt(),
                product.fetchedAt(),
                product.changedAt(),
                product.delistedAt());
    }

    /** How the words of a search were read; null where it is as they were typed. */
    static @Nullable SearchInterpretation of(Interpretation interpretation) {
        return interpretation.equals(Interpretation.EXACT)
                ? null
                : new SearchInterpretation(
                        interpretation.ignored(), interpretation.didYouMean().orElse(null), interpretation.partial());
    }

    private static @Nullable BigDecimal value(@Nullable Measure measure) {
        return measure == null ? null : plain(measure.value());
    }

    private static @Nullable String text(@Nullable Measure measure) {
        return measure == null ? null : measure.text();
    }

    private static @Nullable Integer millilitres(@Nullable Measure size) {
        return size == null || size.value() == null ? null : size.value().intValue();
    }

    /** 13.5 and 40, where the database says 13.50 and 40.00. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
