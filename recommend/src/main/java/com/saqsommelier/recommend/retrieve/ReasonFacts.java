package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.core.product.Grape;
import com.saqsommelier.core.product.Measure;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.ProductFacts;
import com.saqsommelier.core.product.Rating;
import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.slot.Quantity;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.NameTheme;
import com.saqsommelier.vocabulary.Names;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The facts of a record that are worth a sentence, each as one; what the person asked for themselves is left out. */
final class ReasonFacts {

    private static final int ENOUGH_REVIEWS = 5;
    private static final double WELL_RATED = 4;

    private final ProductProfile profile;
    private final Understanding wish;
    private final Language language;
    private final Product product;
    private final ProductFacts facts;

    ReasonFacts(ProductProfile profile, Understanding wish) {
        this.profile = profile;
        this.wish = wish;
        language = wish.language();
        product = profile.product();
        facts = product.facts();
    }

    /** In the order in which they are worth telling; the first says what it is and where it is from. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        identity().ifPresent(sentences::add);
        asked().ifPresent(sentences::add);
        styles().ifPresent(sentences::add);
        sweetness().ifPresent(sentences::add);
        rating().ifPresent(sentences::add);
        size().ifPresent(sentences::add);
        alcohol().ifPresent(sentences::add);
        features().ifPresent(sentences::add);
        designation().ifPresent(sentences::add);
        made().ifPresent(sentences::add);
        return sentences;
    }

    /** Grapes and place: {@code Gamay, Beaujolais (France).} */
    private Optional<String> identity() {
        String grapes = grapes();
        String place = place();
        String kind = kind();
        String subject = Stream.of(kind, grapes).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        if (subject.isEmpty() && place.isEmpty()) {
            return Optional.empty();
        }
        if (subject.isEmpty()) {
            return Optional.of(Texts.text(language, "fact.place", place));
        }
        return Optional.of(
                Texts.sentence(place.isEmpty() ? subject : Texts.text(language, "fact.from", subject, place)) + ".");
    }

    private String kind() {
        return profile.of(Theme.KIND).stream()
                .filter(kind -> profile.of(Theme.KIND).stream()
                        .noneMatch(other -> WineVocabulary.bundled()
                                .wholeOf(other)
                                .filter(kind::equals)
                                .isPresent()))
                .filter(kind -> !wish.kinds().contains(kind))
                .sorted((one, other) -> one.french().compareTo(other.french()))
                .findFirst()
                .map(kind -> kind.in(language).toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private String grapes() {
        List<Grape> grapes = facts.composition().grapes();
        if (grapes.isEmpty() || (grapes.size() == 1 && wishes(grapes.getFirst()))) {
            return "";
        }
        return grapes.stream()
                .limit(3)
                .map(grape -> Names.bundled()
                                .in(language, NameTheme.GRAPES, grape.name())
                                .toLowerCase(Locale.ROOT)
                        + share(grape, grapes.size()))
                .collect(Collectors.joining(", "));
    }

    private String share(Grape grape, int of) {
        BigDecimal percent = grape.percent();
        return percent == null || of == 1
                ? ""
                : " (" + Amounts.of(language, Quantity.SHARE, percent.doubleValue()) + ")";
    }

    private boolean wishes(Grape grape) {
        return WineVocabulary.bundled()
                .named(Theme.GRAPE, grape.name())
                .filter(wish.grapes()::contains)
                .isPresent();
    }

    /** The narrowest place that the wish did not name itself, and the country. */
    private String place() {
        String appellation = facts.origin().appellation();
        String region = facts.origin().region();
        String country = facts.origin().country();
        List<String> places = new ArrayList<>();
        if (appellation != null && !isWished(Theme.REGION, appellation)) {
            places.add(appellation);
        } else if (region != null) {
            String narrow = region.substring(region.lastIndexOf(',') + 1).strip();
            if (!isWished(Theme.REGION, narrow)) {
                places.add(Names.bundled().in(language, NameTheme.REGIONS, narrow));
            }
        }
        if (country != null
                && !isWished(Theme.COUNTRY, country)
                && wish.regions().isEmpty()) {
            places.add(Names.bundled().in(language, NameTheme.COUNTRIES, country));
        }
        return places.stream().distinct().collect(Collectors.joining(", "));
    }

    private boolean isWished(Theme theme, String place) {
        return WineVocabulary.bundled()
                .named(theme, place)
                .filter(term -> wish.wanted().contains(term))
                .isPresent();
    }

    /** The numbers of what was asked for in numbers: who wanted less than 3 g/L reads how much it is. */
    private Optional<String> asked() {
        String told = wish.limits().keySet().stream()
                .sorted()
                .filter(quantity -> quantity != Quantity.SHARE && quantity != Quantity.VINTAGE)
                .flatMap(quantity -> {
                    OptionalDouble value = quantity.of(product);
                    return value.isEmpty()
                            ? Stream.empty()
                            : Stream.of(Texts.text(
                                    language,
                                    "quantity." + quantity.name().toLowerCase(Locale.ROOT),
                                    Amounts.of(language, quantity, value.getAsDouble())));
                })
                .collect(Collectors.joining(", "));
        return told.isEmpty() ? Optional.empty() : Optional.of(Texts.sentence(told) + ".");
    }

    /** SAQ's own word for the taste, or what grape and strength tell of it. */
    private Optional<String> styles() {
        String tag = facts.label().tasteTag();
        if (tag != null) {
            return Optional.of(Texts.text(
                    language,
                    "fact.tag",
                    Names.bundled().in(language, NameTheme.TASTES, tag).toLowerCase(Locale.ROOT)));
        }
        String told = WineVocabulary.bundled().terms(Theme.STYLE).stream()
                .filter(profile::has)
                .filter(style ->
                        !wish.styles().contains(style) && !wish.excluded().contains(style))
                .filter(style -> !SUGAR.contains(style.french()))
                .limit(2)
                .map(style -> style.in(language))
                .collect(Collectors.joining(Texts.text(language, "and")));
        return told.isEmpty() ? Optional.empty() : Optional.of(Texts.text(language, "fact.style", told));
    }

    private static final List<String> SUGAR = List.of("sec", "demi-sec", "doux");

    private Optional<String> sweetness() {
        OptionalDouble sugar = Quantity.SUGAR.of(product);
        if (sugar.isEmpty() || wish.limits().containsKey(Quantity.SUGAR)) {
            return Optional.empty();
        }
        double grams = sugar.getAsDouble();
        String how =
                grams < 2 ? "bone_dry" : grams <= 4.5 ? "dry" : grams < 12 ? "soft" : grams < 45 ? "off_dry" : "sweet";
        return Optional.of(Texts.text(language, "fact.sugar." + how, Amounts.of(language, Quantity.SUGAR, grams)));
    }

    private Optional<String> rating() {
        Rating rating = facts.rating();
        Integer reviews = rating.reviews();
        BigDecimal value = rating.value();
        return value == null
                        || reviews == null
                        || reviews < ENOUGH_REVIEWS
                        || value.doubleValue() < WELL_RATED
                        || wish.limits().containsKey(Quantity.RATING)
                ? Optional.empty()
                : Optional.of(Texts.text(
                        language,
                        "fact.rating",
                        Amounts.of(language, Quantity.RATING, value.doubleValue()),
                        Integer.toString(reviews)));
    }

    private Optional<String> size() {
        Measure size = facts.composition().size();
        BigDecimal value = size == null ? null : size.value();
        boolean usual = value == null || (value.intValue() >= 700 && value.intValue() <= 750);
        return usual || value == null || wish.limits().containsKey(Quantity.SIZE)
                ? Optional.empty()
                : Optional.of(
                        Texts.text(language, "fact.size", Amounts.of(language, Quantity.SIZE, value.doubleValue())));
    }

    private Optional<String> alcohol() {
        OptionalDouble alcohol = Quantity.ALCOHOL.of(product);
        if (alcohol.isEmpty() || wish.limits().containsKey(Quantity.ALCOHOL)) {
            return Optional.empty();
        }
        double percent = alcohol.getAsDouble();
        String how = !profile.wine() ? "strength" : percent < 11.5 ? "light" : percent >= 14.5 ? "strong" : "strength";
        return Optional.of(
                Texts.text(language, "fact.alcohol." + how, Amounts.of(language, Quantity.ALCOHOL, percent)));
    }

    private Optional<String> features() {
        String told = profile.of(Theme.FEATURE).stream()
                .filter(feature -> !wish.features().contains(feature))
                .map(feature -> feature.in(language).toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
        return told.isEmpty() ? Optional.empty() : Optional.of(Texts.sentence(told) + ".");
    }

    private Optional<String> designation() {
        return profile.of(Theme.DESIGNATION).stream()
                .filter(term -> !wish.designations().contains(term))
                .map(Term::french)
                .sorted()
                .findFirst()
                .map(label -> Texts.text(language, "fact.designation", label));
    }

    private Optional<String> made() {
        String producer = facts.origin().producer();
        return producer == null ? Optional.empty() : Optional.of(Texts.text(language, "fact.producer", producer));
    }
}
