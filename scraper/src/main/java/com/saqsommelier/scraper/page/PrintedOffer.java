package com.saqsommelier.scraper.page;

import com.saqsommelier.core.product.Offer;
import com.saqsommelier.core.product.ProductField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Price and stock, as a page prints them. */
final class PrintedOffer {

    private static final Pattern ONLINE_QUANTITY =
            Pattern.compile("(\\d+)\\+?[\\s\\u00A0]*(?:disponible|available)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private PrintedOffer() {}

    /**
     * Reads the offer of a page.
     *
     * @param unread takes a price that is stated and is none: zero, "sur demande"
     * @param empty takes the fields that are known to have no value now: a price that is none, a stock that is neither yes
     *     nor no
     */
    static Offer of(PageElements page, Offers offers, List<UnreadValue> unread, Set<ProductField> empty) {
        List<Offers.Stated> stated = offers.prices();
        Optional<Offers.Stated> readable =
                stated.stream().filter(one -> Price.of(one.price()).isPresent()).findFirst();
        if (readable.isEmpty() && !stated.isEmpty()) {
            unread.add(UnreadValue.of(
                    NumberField.PRICE, JsonLd.text(stated.getFirst().price())));
            empty.add(ProductField.PRICE);
        }
        Optional<String> availability = offers.text("availability");
        Boolean available = availability.map(PrintedOffer::inStock).orElse(null);
        if (availability.isPresent() && available == null) {
            empty.add(ProductField.AVAILABILITY);
        }
        return new Offer(
                readable.flatMap(one -> Price.of(one.price())).orElse(null),
                readable.map(one -> JsonLd.text(one.place().path("priceCurrency")))
                        .or(() -> offers.text("priceCurrency"))
                        .filter(text -> !text.isEmpty())
                        .or(() -> offers.text("priceCurrency"))
                        .map(text -> text.toUpperCase(Locale.ROOT))
                        .filter(text -> CURRENCY.matcher(text).matches())
                        .orElse(null),
                available,
                onlineQuantity(page));
    }

    /**
     * The values of schema.org ItemAvailability that are a clear yes or no. The others (PreOrder, BackOrder, MadeToOrder,
     * Reserved and whatever comes) say that it can perhaps be had: neither.
     */
    private static @Nullable Boolean inStock(String availability) {
        String name = availability.replaceFirst("/+$", "");
        name = name.substring(
                Math.max(name.lastIndexOf('/'), Math.max(name.lastIndexOf('#'), name.lastIndexOf(':'))) + 1);
        return switch (name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT)) {
            case "instock", "limitedavailability", "onlineonly" -> true;
            case "outofstock", "soldout", "discontinued", "instoreonly" -> false;
            default -> null;
        };
    }

    /** Newer pages print it; that of 2025 asks for it by script. */
    private static @Nullable Integer onlineQuantity(PageElements page) {
        String text = page.onlineAvailability().map(Element::text).orElse("");
        Matcher matcher = ONLINE_QUANTITY.matcher(text);
        return matcher.find() && matcher.group(1).length() <= 6 ? Integer.valueOf(matcher.group(1)) : null;
    }
}
