package com.saqsommelier.bot.catalogue;

import com.saqsommelier.api.GrapeView;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.bot.language.Numbers;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.NameTheme;
import com.saqsommelier.vocabulary.Names;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of a product, in the reader's language: the catalogue itself is in French. Each is empty where
 * nothing is known.
 */
final class ProductWords {

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final String ROOT = "Produits";
    private static final int LONGEST = 60;
    private static final int USUAL_SIZE_ML = 750;
    private static final int SOME_GRAPES = 2;
    private static final int MOST_GRAPES = 12;

    private ProductWords() {}

    /** What is known of these, in one line. */
    static String line(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(ProductEntry.SEPARATOR));
    }

    /** Country and region. */
    static String place(ProductView product, Language language) {
        return Stream.of(
                        said(NameTheme.COUNTRIES, product.country(), language),
                        product.region() == null ? "" : Names.bundled().region(language, product.region()))
                .filter(place -> !place.isEmpty())
                .map(place -> ProductEntry.shortened(place, LONGEST))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** {@code 750 ml}, {@code 1,5 L}, {@code 4 × 355 ml}. */
    static String size(ProductView product, Language language) {
        String printed = product.sizeText();
        if (printed == null) {
            return product.sizeMl() == null ? "" : product.sizeMl() + "" + NO_BREAK_SPACE + "ml";
        }
        String size = ProductEntry.shortened(printed, LONGEST).replace(" x ", " × ");
        return decimals(size, language).replace(' ', NO_BREAK_SPACE);
    }

    /** The size, unless it is the one of most bottles. */
    static String unusualSize(ProductView product, Language language) {
        return product.sizeMl() != null && product.sizeMl() == USUAL_SIZE_ML ? "" : size(product, language);
    }

    /** The arguments of a message about the rating: the value, and how many gave one, -1 where that is not known. */
    static Map<String, Object> rating(ProductView product) {
        return Map.of(
                "rating",
                Objects.requireNonNullElse(product.rating(), BigDecimal.ZERO),
                "reviews",
                Objects.requireNonNullElse(product.reviewCount(), -1));
    }

    /** The kind; the colour where the kind is not known. */
    static String kindOrColour(ProductView product, Language language) {
        String kind = kind(product, language);
        return kind.isEmpty() ? said(NameTheme.COLOURS, product.color(), language) : kind;
    }

    /** The first grapes. */
    static String someGrapes(ProductView product, Language language) {
        String names = product.grapes().stream()
                .limit(SOME_GRAPES)
                .map(grape -> grape(grape, language))
                .collect(Collectors.joining(", "));
        return product.grapes().size() > SOME_GRAPES ? names + "…" : names;
    }

    /** All grapes with their shares. */
    static String grapes(ProductView product, Language language) {
        String names = product.grapes().stream()
                .limit(MOST_GRAPES)
                .map(grape -> grape.percent() == null
                        ? grape(grape, language)
                        : grape(grape, language) + " " + Numbers.percent(grape.percent(), language))
                .collect(Collectors.joining(", "));
        return product.grapes().size() > MOST_GRAPES ? names + "…" : names;
    }

    /** {@code 2,1 g/L}, {@code 2.1 g/L}, {@code <1.2 g/L}. */
    static String sugar(ProductView product, Language language) {
        String printed = product.sugarText();
        return printed == null
                ? ""
                : decimals(ProductEntry.shortened(printed, LONGEST), language).replace(' ', NO_BREAK_SPACE);
    }

    /** Appellation, designation and classification. */
    static String designation(ProductView product, Language language) {
        return line(
                product.appellation() == null ? "" : ProductEntry.shortened(product.appellation(), LONGEST),
                said(NameTheme.DESIGNATIONS, product.designation(), language),
                said(NameTheme.CLASSIFICATIONS, product.classification(), language));
    }

    /** What the label promises. */
    static String features(ProductView product, Language language) {
        return product.features().stream()
                .map(feature -> said(NameTheme.FEATURES, feature, language))
                .collect(Collectors.joining(", "));
    }

    /** A value in a language, cut where it is long. */
    static String said(NameTheme theme, @Nullable String value, Language language) {
        return value == null ? "" : ProductEntry.shortened(Names.bundled().in(language, theme, value), LONGEST);
    }

    /** The path's most telling level: the last one, unless it is the root. */
    static String kind(ProductView product, Language language) {
        List<String> path = product.categories();
        if (path.isEmpty()) {
            return said(NameTheme.CATEGORIES, product.category(), language);
        }
        return path.getLast().equals(ROOT) ? "" : said(NameTheme.CATEGORIES, path.getLast(), language);
    }

    private static String grape(GrapeView grape, Language language) {
        return said(NameTheme.GRAPES, grape.name(), language);
    }

    private static String decimals(String text, Language language) {
        return language == Language.ENGLISH ? text.replace(',', '.') : text.replace('.', ',');
    }
}
