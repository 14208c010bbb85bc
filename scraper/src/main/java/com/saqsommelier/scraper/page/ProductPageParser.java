package com.saqsommelier.scraper.page;

import com.saqsommelier.core.product.Codes;
import com.saqsommelier.core.product.Composition;
import com.saqsommelier.core.product.Naming;
import com.saqsommelier.core.product.Origin;
import com.saqsommelier.core.product.ProductFacts;
import com.saqsommelier.core.product.ProductField;
import java.net.URI;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads product pages, French and English. Where a page contradicts itself its structured data wins. Stateless.
 *
 * <p>The shape of the page is that of a genuine one of April 2025: two JSON-LD Product blocks, a BreadcrumbList,
 * {@code ul.list-attributs} and {@code div.price-box}.
 */
public final class ProductPageParser {

    private static final Pattern TRAILING_YEAR = Pattern.compile(".*\\s((?:19|20)\\d\\d)");
    private static final Pattern WINE = Pattern.compile("(?iu)(vins?|wines?|champagne|porto)\\b.*");
    private static final Pattern BETWEEN_FEATURES = Pattern.compile(",\\s+");
    private static final Pattern MAGENTO_ID = Pattern.compile("\\d{1,18}");

    /** Madeira and port of the 18th century are still sold. */
    private static final Pattern YEAR = Pattern.compile("(?:17|18|19|20)\\d\\d");

    private static final int OLDEST_IN_A_NAME = 1950;

    /**
     * Reads one page.
     *
     * @param body the bytes as they came, decompressed
     * @param contentType the value of the Content-Type header, empty when there was none
     * @throws UnreadablePageException when it is not a whole and sane page of one product
     */
    public ProductPage parse(byte[] body, Optional<String> contentType) throws UnreadablePageException {
        return read(body, contentType, Optional.empty());
    }

    /**
     * Reads one page that must be that of its address.
     *
     * @param address ends with the SKU
     * @throws UnreadablePageException also when it is the page of another product
     */
    public ProductPage parse(byte[] body, Optional<String> contentType, URI address) throws UnreadablePageException {
        ProductPage page = read(body, contentType, ProductPage.skuIn(address));
        page.requireAddress(address);
        return page;
    }

    private static ProductPage read(byte[] body, Optional<String> contentType, Optional<String> asked)
            throws UnreadablePageException {
        PageElements page = PageElements.of(PageText.decode(body, contentType));
        JsonLd all = JsonLd.of(page.structuredData());
        if (!all.hasProduct()) {
            throw all.broken()
                    .orElseGet(() -> new UnreadablePageException(
                            PageField.PAGE,
                            "the page has no JSON-LD of a product; it is another kind of page, "
                                    + titled(page.title())));
        }
        Identity product = Identity.of(page.attributes(), all, asked);
        JsonLd data = Identity.blocksOf(product.sku(), all);
        Statements stated = new Statements(page.attributes(), data);
        List<UnreadValue> unread = new ArrayList<>();
        Set<ProductField> empty = stated.empty();
        ProductFacts facts = new ProductFacts(
                label(page, stated, product),
                origin(stated),
                composition(stated, new Measures(unread)),
                codes(page, stated),
                PrintedOffer.of(page, Offers.of(data, product.sku()), unread, empty),
                PrintedRating.of(data, unread));
        return new ProductPage(
                product.sku(),
                facts,
                withoutGivenElsewhere(empty, facts),
                !stated.list().isEmpty(),
                unread);
    }

    /**
     * Reads one page that must be French, as the catalogue is, and that of its address.
     *
     * @param address ends with the SKU
     * @throws UnreadablePageException also when it declares itself to be English
     */
    public ProductPage parseFrench(byte[] body, Optional<String> contentType, URI address)
            throws UnreadablePageException {
        ProductPage page = parse(body, contentType, address);
        if (page.facts().label().nameEn() != null) {
            throw new UnreadablePageException(PageField.PAGE, "it is an English page where the French one should be");
        }
        return page;
    }

    private static String titled(String title) {
        return title.isEmpty() ? "without a title" : "titled '" + UnreadablePageException.shown(title) + "'";
    }

    /** A blank label says nothing where the page gives the fact elsewhere, in another form. */
    private static Set<ProductField> withoutGivenElsewhere(Set<ProductField> empty, ProductFacts facts) {
        if (facts.label().vintage() != null) {
            empty.remove(ProductField.VINTAGE);
        }
        if (facts.codes().gtin() != null) {
            empty.remove(ProductField.UPC);
        }
        return empty;
    }

    private static Naming label(PageElements page, Statements stated, Identity product) {
        JsonLd data = stated.data();
        String name = product.name();
        List<String> categories = categories(data, product);
        return new Naming(
                name,
                page.english() ? name : null,
                data.text("description").orElse(null),
                data.text("image").map(ProductPageParser::withoutQuery).orElse(null),
                categories,
                vintage(stated, categories, name),
                null);
    }

    /** The parameters choose only the picture's size. */
    private static String withoutQuery(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    /** The path to the product without the product itself, which the page lists as its last step. */
    private static List<String> categories(JsonLd data, Identity product) {
        List<String> path = data.breadcrumbs().stream()
                .filter(crumb -> !crumb.address().endsWith("/" + product.sku())
                        && !crumb.name().equals(product.name()))
                .map(JsonLd.Crumb::name)
                .toList();
        return path.isEmpty() ? data.text("category").map(List::of).orElse(List.of()) : path;
    }

    /**
     * The stated vintage, of any year, else a year at the end of a wine's name. Elsewhere, and before 1950, a year in a
     * name is a foundation or a brand: "Brugal 1888", "Inglenook 1882".
     */
    private static @Nullable Integer vintage(Statements stated, List<String> categories, String name) {
        boolean wine =
                categories.stream().anyMatch(category -> WINE.matcher(category).matches());
        Matcher trailing = TRAILING_YEAR.matcher(name);
        return stated.of(Attribute.VINTAGE)
                .filter(text -> YEAR.matcher(text).matches())
                .or(() -> wine && trailing.matches() && Integer.parseInt(trailing.group(1)) >= OLDEST_IN_A_NAME
                        ? Optional.of(trailing.group(1))
                        : Optional.empty())
                .map(Integer::valueOf)
                .filter(year -> year <= Year.now(ZoneOffset.UTC).getValue())
                .orElse(null);
    }

    private static Origin origin(Statements stated) {
        return new Origin(
                stated.of(Attribute.COUNTRY).orElse(null),
                stated.of(Attribute.REGION).orElse(null),
                stated.of(Attribute.APPELLATION).orElse(null),
                stated.of(Attribute.DESIGNATION).orElse(null),
                stated.of(Attribute.CLASSIFICATION).orElse(null),
                stated.of(Attribute.QUEBEC).orElse(null),
                stated.of(Attribute.PRODUCER).orElse(null),
                stated.of(Attribute.AGENT).orElse(null));
    }

    private static Composition composition(Statements stated, Measures measures) {
        Optional<String> grapes = stated.of(Attribute.GRAPES);
        return new Composition(
                stated.of(Attribute.COLOR).orElse(null),
                grapes.map(measures::grapes).orElse(List.of()),
                grapes.orElse(null),
                stated.of(Attribute.ALCOHOL).map(measures::percent).orElse(null),
                stated.of(Attribute.SUGAR).map(measures::gramsPerLitre).orElse(null),
                stated.of(Attribute.SIZE).map(measures::millilitres).orElse(null),
                stated.of(Attribute.FEATURES)
                        .map(text -> BETWEEN_FEATURES
                                .splitAsStream(text)
                                .map(String::strip)
                                .toList())
                        .orElse(List.of()));
    }

    private static Codes codes(PageElements page, Statements stated) {
        Optional<Long> magentoId = page.priceBox()
                .map(box -> box.attr("data-product-id"))
                .filter(id -> MAGENTO_ID.matcher(id).matches())
                .map(Long::valueOf);
        return new Codes(
                magentoId.orElse(null),
                stated.of(Attribute.UPC).orElse(null),
                stated.data()
                        .text("gtin12")
                        .or(() -> stated.data().text("gtin"))
                        .orElse(null));
    }
}
