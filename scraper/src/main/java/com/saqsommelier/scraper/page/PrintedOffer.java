package com.saqsommelier.scraper.page;

import com.saqsommelier.core.product.Offer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Price and stock, as a page prints them. */
final class PrintedOffer {

    private static final Pattern ONLINE_QUANTITY =
            Pattern.compile("(\\d+)\\+?[\\s\\u00A0]*(?:disponible|available)", Pattern.CASE_INSENSITIVE);

    /** The first amount that the database does not take, far beyond the dearest bottle. */
    private static final BigDecimal NO_PRICE = BigDecimal.valueOf(100_000_000);

    private PrintedOffer() {}

    /** @throws UnreadablePageException when the page states a price that is not one, or is zero */
    static Offer of(PageElements page, JsonLd data) throws UnreadablePageException {
        Optional<String> printed = data.text("offers", "price");
        BigDecimal price = null;
        if (printed.isPresent()) {
            price = PrintedNumber.of(printed.get())
                    .map(value -> value.setScale(2, RoundingMode.HALF_UP))
                    .filter(value -> value.signum() > 0 && value.compareTo(NO_PRICE) < 0)
                    .orElseThrow(() -> new UnreadablePageException(
                            PageField.PRICE,
                            "the price '" + UnreadablePageException.shown(printed.get()) + "' is not one"));
        }
        return new Offer(
                price,
                data.text("offers", "priceCurrency").orElse(null),
                data.text("offers", "availability").map(PrintedOffer::inStock).orElse(null),
                onlineQuantity(page));
    }

    /** The values of schema.org ItemAvailability that are a clear yes or no; the others leave it unknown. */
    private static @Nullable Boolean inStock(String availability) {
        return switch (availability.substring(availability.lastIndexOf('/') + 1)) {
            case "InStock", "LimitedAvailability", "OnlineOnly" -> true;
            case "OutOfStock", "SoldOut", "Discontinued", "InStoreOnly" -> false;
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
