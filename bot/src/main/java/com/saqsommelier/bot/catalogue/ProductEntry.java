package com.saqsommelier.bot.catalogue;

import com.saqsommelier.api.ProductView;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.language.Prices;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.vocabulary.Language;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A product in a list, on three lines that a phone does not break.
 *
 * <pre>
 * 1. Mouton Cadet Bordeaux 2019
 * 16,95 $ · ✅ en ligne · ★ 4,3 (128)
 * Vin rouge · France, Bordeaux · Merlot, Cabernet sauvignon
 * </pre>
 */
public final class ProductEntry {

    private static final char NO_BREAK_SPACE = '\u00a0';
    static final String SEPARATOR = " · ";
    static final int LONGEST_NAME = 120;
    private static final Pattern FRENCH_PAGE = Pattern.compile("^(https?://[^/]+)/fr/");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private ProductEntry() {}

    /** The entry of a product at a place in the list, counted from 1. */
    public static Html of(int place, ProductView product, Messages messages) {
        Html first = Html.escaped(place + "." + NO_BREAK_SPACE)
                .plus(name(product, messages.language()))
                .plus(vintage(product))
                .plus("\n")
                .plus(price(product, messages))
                .plus(SEPARATOR)
                .plus(messages.say(availability(product)))
                .plus(rating(product, messages));
        String details = details(product, messages.language());
        return details.isEmpty() ? first : first.plus("\n" + details);
    }

    /** The name in a language, as far as it is known. */
    public static String shownName(ProductView product, Language language) {
        String name = language == Language.ENGLISH && product.nameEn() != null ? product.nameEn() : product.name();
        return shortened(name, LONGEST_NAME);
    }

    /** The product's page in a language; empty where what the catalogue holds is no address that a browser opens. */
    static Optional<String> address(ProductView product, Language language) {
        String scheme = product.url().getScheme();
        return scheme != null && Set.of("http", "https").contains(scheme)
                ? Optional.of(page(product.url(), language))
                : Optional.empty();
    }

    /** The name, which opens the page. */
    public static Html name(ProductView product, Language language) {
        String shown = shownName(product, language);
        return address(product, language)
                .map(address -> Html.link(address, shown))
                .orElse(Html.escaped(shown));
    }

    /** saq.com has each page in both languages, under {@code /fr/} and {@code /en/}. */
    private static String page(URI french, Language language) {
        return language == Language.ENGLISH
                ? FRENCH_PAGE.matcher(french.toString()).replaceFirst("$1/en/")
                : french.toString();
    }

    /** The vintage after a blank, unless the name has it or it is not known. */
    public static String vintage(ProductView product) {
        Integer vintage = product.vintage();
        String shownName = product.name() + " " + Objects.requireNonNullElse(product.nameEn(), "");
        return vintage == null || shownName.contains(vintage.toString()) ? "" : " " + vintage;
    }

    /** The price in bold, or that it is not known. */
    public static Html price(ProductView product, Messages messages) {
        return product.price() == null
                ? messages.say(Phrase.PRODUCT_PRICE_UNKNOWN)
                : new Html("<b>"
                        + Html.escaped(Prices.format(product.price(), product.currency(), messages.language()))
                        + "</b>");
    }

    /** What is known of the stock online. */
    static Phrase availability(ProductView product) {
        Boolean available = product.available();
        if (available == null) {
            return Phrase.PRODUCT_ONLINE_UNKNOWN;
        }
        return available ? Phrase.PRODUCT_ONLINE : Phrase.PRODUCT_NOT_ONLINE;
    }

    /** The rating and how many gave one, after a separator; empty where it is not known. */
    private static Html rating(ProductView product, Messages messages) {
        return product.rating() == null
                ? new Html("")
                : Html.escaped(SEPARATOR).plus(messages.say(Phrase.PRODUCT_RATING, ProductWords.rating(product)));
    }

    /** Kind, place, a size that is not the usual one and grapes in one line; empty where none is known. */
    public static String details(ProductView product, Language language) {
        return ProductWords.line(
                ProductWords.kindOrColour(product, language),
                ProductWords.place(product, language),
                ProductWords.unusualSize(product, language),
                ProductWords.someGrapes(product, language));
    }

    /** In one line, cut where it is longer. */
    static String shortened(String text, int longest) {
        String line = BLANKS.matcher(text).replaceAll(" ").strip();
        if (line.length() <= longest) {
            return line;
        }
        // Never between the two halves of an emoji.
        int end = Character.isHighSurrogate(line.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return line.substring(0, end).strip() + "…";
    }
}
