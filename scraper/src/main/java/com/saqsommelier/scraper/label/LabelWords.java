package com.saqsommelier.scraper.label;

import com.saqsommelier.core.product.ProductLabel;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the words of a label mean, French and English, in any case and with or without accents. A label says one thing:
 * where it is longer, as {@code Rabais 10 %}, the telling word decides.
 */
public final class LabelWords {

    private static final Pattern DENIES =
            words("non|not|no|pas|aucune?|indisponibles?|unavailable|[ée]puis[ée]e?s?|rupture|sold out|out of stock");
    private static final Pattern SOON = words("bient[oô]t|prochainement|[aà] venir|soon|upcoming");
    private static final Pattern LOTTERY = words("loterie|lottery");
    private static final Pattern REDUCED = words("rabais|discount|on sale|reduced|rebate|savings?");
    private static final Pattern ARRIVAL = words("nouve(?:l|aux) arrivages?|new arrivals?");
    private static final Pattern CELLIER = words("cellier");

    private LabelWords() {}

    /** The label that these words are; empty for the words of a place, of a stock that is gone, and for unknown ones. */
    public static Optional<ProductLabel> read(String words) {
        if (deniesStock(words)) {
            return Optional.empty();
        }
        if (isNotYet(words)) {
            return Optional.of(finds(LOTTERY, words) ? ProductLabel.LOTTERY_SOON : ProductLabel.COMING_SOON);
        }
        if (finds(REDUCED, words)) {
            return Optional.of(ProductLabel.REDUCED);
        }
        if (finds(ARRIVAL, words)) {
            return Optional.of(ProductLabel.NEW_ARRIVAL);
        }
        return finds(CELLIER, words) ? Optional.of(ProductLabel.CELLIER) : Optional.empty();
    }

    /** Whether they say that something is not there: {@code Épuisé}, {@code Non disponible en succursale}. */
    public static boolean deniesStock(String words) {
        return finds(DENIES, words);
    }

    /** Whether they say that something is not there yet: {@code Disponible bientôt}, {@code Bientôt en loterie}. */
    public static boolean isNotYet(String words) {
        return finds(SOON, words);
    }

    /** A pattern that finds one of these words by itself, and not within another. */
    public static Pattern words(String alternatives) {
        return Pattern.compile(
                "(?<!\\p{L})(?:" + alternatives + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static boolean finds(Pattern pattern, String words) {
        return pattern.matcher(words).find();
    }
}
