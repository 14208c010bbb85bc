package com.saqsommelier.scraper.page;

import com.saqsommelier.core.product.Codes;
import com.saqsommelier.core.product.Composition;
import com.saqsommelier.core.product.Label;
import com.saqsommelier.core.product.Offer;
import com.saqsommelier.core.product.Origin;
import com.saqsommelier.core.product.ProductFacts;
import com.saqsommelier.core.product.ProductReading;
import com.saqsommelier.core.product.Rating;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads product pages, French and English. Where a page contradicts itself its structured data wins. Stateless.
 *
 * <p>The shape of the page is that of a genuine one of April 2025: two JSON-LD Product blocks, a BreadcrumbList,
 * {@code ul.list-attributs} and {@code div.price-box}.
 */
public final class ProductPageParser {

    private static final Pattern ONLINE_QUANTITY =
            Pattern.compile("(\\d+)\\+?\\s*(?:disponible|available)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRAILING_YEAR = Pattern.compile(".*\\s((?:19|20)\\d\\d)");
    private static final Pattern WINE = Pattern.compile("(?iu)(vins?|wines?|champagne|porto)\\b.*");
    private static final int OLDEST_VINTAGE = 1950;
    private static final BigDecimal BEST_RATING = BigDecimal.valueOf(5);

    /**
     * Reads one page.
     *
     * @param body the bytes as they came, decompressed
     * @param contentType the value of the Content-Type header, empty when there was none
     * @throws UnreadablePageException when it is not a whole and sane product page
     */
    public ProductPage parse(byte[] body, Optional<String> contentType) throws UnreadablePageException {
        PageElements page = PageElements.of(Jsoup.parse(PageText.decode(body, contentType)));
        JsonLd data = JsonLd.of(page.structuredData());
        Map<Attribute, String> attributes = page.attributes();

        String sku = data.text("/sku")
                .or(() -> Optional.ofNullable(attributes.get(Attribute.SKU)))
                .orElse("");
        if (!ProductReading.isSku(sku)) {
            throw new UnreadablePageException("the page's SKU is '" + sku + "', which is not 2 to 8 digits");
        }
        String name = data.text("/name").orElseThrow(() -> new UnreadablePageException("the product has no name"));
        return new ProductPage(
                sku,
                new ProductFacts(
                        label(page, data, attributes, sku, name),
                        origin(data, attributes),
                        composition(data, attributes),
                        codes(page, data, attributes),
                        offer(page, data),
                        rating(data)));
    }

    private static Label label(
            PageElements page, JsonLd data, Map<Attribute, String> attributes, String sku, String name) {
        List<String> categories = categories(data, sku, name);
        return new Label(
                name,
                page.english() ? name : null,
                data.text("/description").orElse(null),
                data.text("/image").map(url -> url.replaceFirst("\\?.*", "")).orElse(null),
                categories,
                vintage(attributes, categories, name),
                null);
    }

    /** The path to the product without the product itself, which the page lists as its last step. */
    private static List<String> categories(JsonLd data, String sku, String name) {
        List<String> path = data.breadcrumbs().stream()
                .filter(crumb ->
                        !crumb.address().endsWith("/" + sku) && !crumb.name().equals(name))
                .map(JsonLd.Crumb::name)
                .toList();
        return path.isEmpty() ? data.text("/category").map(List::of).orElse(List.of()) : path;
    }

    /**
     * The stated vintage, else a year at the end of a wine's name. Elsewhere, and before 1950, a year in a name is a
     * foundation or a brand: "Brugal 1888", "Inglenook 1882".
     */
    private static @Nullable Integer vintage(Map<Attribute, String> attributes, List<String> categories, String name) {
        boolean wine =
                categories.stream().anyMatch(category -> WINE.matcher(category).matches());
        Matcher trailing = TRAILING_YEAR.matcher(name);
        return Optional.ofNullable(attributes.get(Attribute.VINTAGE))
                .filter(text -> text.matches("(19|20)\\d\\d"))
                .or(() -> wine && trailing.matches() ? Optional.of(trailing.group(1)) : Optional.empty())
                .map(Integer::valueOf)
                .filter(year -> year >= OLDEST_VINTAGE
                        && year <= Year.now(ZoneOffset.UTC).getValue())
                .orElse(null);
    }

    private static Origin origin(JsonLd data, Map<Attribute, String> attributes) {
        return new Origin(
                Optional.ofNullable(attributes.get(Attribute.COUNTRY))
                        .or(() -> data.text("/countryOfOrigin"))
                        .orElse(null),
                attributes.get(Attribute.REGION),
                attributes.get(Attribute.APPELLATION),
                attributes.get(Attribute.DESIGNATION),
                attributes.get(Attribute.CLASSIFICATION),
                attributes.get(Attribute.QUEBEC),
                Optional.ofNullable(attributes.get(Attribute.PRODUCER))
                        .or(() -> data.text("/manufacturer/name"))
                        .orElse(null),
                attributes.get(Attribute.AGENT));
    }

    private static Composition composition(JsonLd data, Map<Attribute, String> attributes) {
        Optional<String> grapes = Optional.ofNullable(attributes.get(Attribute.GRAPES));
        return new Composition(
                Optional.ofNullable(attributes.get(Attribute.COLOR))
                        .or(() -> data.text("/color"))
                        .orElse(null),
                grapes.map(Measures::grapes).orElse(List.of()),
                grapes.orElse(null),
                Optional.ofNullable(attributes.get(Attribute.ALCOHOL))
                        .map(Measures::percent)
                        .orElse(null),
                Optional.ofNullable(attributes.get(Attribute.SUGAR))
                        .map(Measures::gramsPerLitre)
                        .orElse(null),
                Optional.ofNullable(attributes.get(Attribute.SIZE))
                        .or(() -> data.text("/size"))
                        .map(Measures::millilitres)
                        .orElse(null),
                Optional.ofNullable(attributes.get(Attribute.FEATURES))
                        .map(text -> Stream.of(text.split(",\\s+"))
                                .map(String::strip)
                                .toList())
                        .orElse(List.of()));
    }

    private static Codes codes(PageElements page, JsonLd data, Map<Attribute, String> attributes) {
        Optional<Long> magentoId = page.priceBox()
                .map(box -> box.attr("data-product-id"))
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf);
        return new Codes(
                magentoId.orElse(null),
                attributes.get(Attribute.UPC),
                data.text("/gtin12").or(() -> data.text("/gtin")).orElse(null));
    }

    private static Offer offer(PageElements page, JsonLd data) throws UnreadablePageException {
        Optional<String> printed = data.text("/offers/price");
        BigDecimal price = null;
        if (printed.isPresent()) {
            price = PrintedNumber.of(printed.get())
                    .filter(value -> value.signum() > 0)
                    .orElseThrow(() -> new UnreadablePageException("the price '" + printed.get() + "' is not one"))
                    .setScale(2, RoundingMode.HALF_UP);
        }
        return new Offer(
                price,
                data.text("/offers/priceCurrency").orElse(null),
                data.text("/offers/availability")
                        .map(ProductPageParser::inStock)
                        .orElse(null),
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

    private static Rating rating(JsonLd data) {
        Optional<BigDecimal> value = data.text("/aggregateRating/ratingValue")
                .flatMap(PrintedNumber::of)
                .filter(rating -> rating.signum() > 0 && rating.compareTo(BEST_RATING) <= 0);
        Optional<Integer> reviews = data.text("/aggregateRating/reviewCount")
                .filter(count -> count.matches("\\d{1,9}"))
                .map(Integer::valueOf);
        return new Rating(value.orElse(null), reviews.orElse(null));
    }
}
