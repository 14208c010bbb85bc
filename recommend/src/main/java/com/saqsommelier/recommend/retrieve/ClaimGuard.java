package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.vocabulary.PhraseBook.Found;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import com.saqsommelier.vocabulary.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a reason claims and the record does not hold: a grape, place, colour, kind, feature, price or stock. */
public final class ClaimGuard {

    private static final Set<Theme> CLAIMS =
            EnumSet.of(Theme.GRAPE, Theme.REGION, Theme.COUNTRY, Theme.COLOUR, Theme.KIND, Theme.FEATURE);

    private static final Pattern PRICE =
            Pattern.compile("\\$\\s?(\\d+(?:[.,]\\d{1,2})?)|(\\d+(?:[.,]\\d{1,2})?)[\\s\\u00a0]?\\$");
    private static final Pattern STOCK =
            Pattern.compile("\\b(\\d+) (?:bouteilles?|bottles?|unites?|units?|left|en stock|in stock|restantes?)\\b");

    private final WineVocabulary vocabulary = WineVocabulary.bundled();

    /** The claims that the record does not hold, as they may be logged; empty when there are none. */
    public List<String> invented(String reason, ProductProfile profile, Understanding wish) {
        List<String> invented = new ArrayList<>();
        String text = withoutNames(reason, profile);
        List<String> words = Words.of(text);
        for (int at = 0; at < words.size(); ) {
            Optional<Found> found = vocabulary.phrases().longestAt(words, at);
            found.map(Found::term)
                    .filter(term -> !holds(term, profile, wish))
                    .map(Term::toString)
                    .ifPresent(invented::add);
            at += found.map(Found::length).orElse(1);
        }
        BigDecimal price = profile.product().facts().offer().price();
        Matcher prices = PRICE.matcher(reason);
        while (prices.find()) {
            String digits = prices.group(1) == null ? prices.group(2) : prices.group(1);
            BigDecimal claimed = new BigDecimal(digits.replace(',', '.'));
            if (price == null || claimed.compareTo(price) != 0) {
                invented.add("price:" + claimed);
            }
        }
        Matcher stock = STOCK.matcher(Words.plain(reason));
        Integer quantity = profile.product().facts().offer().onlineQuantity();
        while (stock.find()) {
            if (!stock.group(1).equals(String.valueOf(quantity))) {
                invented.add("stock:" + stock.group(1));
            }
        }
        return List.copyOf(invented);
    }

    private boolean holds(Term term, ProductProfile profile, Understanding wish) {
        return !CLAIMS.contains(term.theme())
                || profile.has(term)
                || wish.food().contains(term);
    }

    /** The name of the wine and its producer may hold any word; they are no claims. */
    private static String withoutNames(String reason, ProductProfile profile) {
        String text = Words.plain(reason).replace(Words.plain(profile.product().name()), " ");
        String producer = profile.product().facts().origin().producer();
        return producer == null ? text : text.replace(Words.plain(producer), " ");
    }
}
