package com.saqsommelier.simulator.saq;

import static com.saqsommelier.simulator.saq.Markup.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The five JSON-LD blocks of a product page, key for key as seen in the genuine page: four in the head, and near the
 * end of the body a second Product that writes other things, and the same things otherwise.
 */
final class StructuredText {

    private static final String OPEN = "<script type=\"application/ld+json\">";
    private static final String CLOSE = "</script>\n";

    private final String baseUrl;
    private final Language language;

    StructuredText(String baseUrl, Language language) {
        this.baseUrl = baseUrl;
        this.language = language;
    }

    /** WebSite, BreadcrumbList, the first Product and WebPage. */
    void head(StringBuilder page, SaqProduct product, String pageUrl, String image) {
        page.append(OPEN)
                .append("{\"@context\":\"http:\\/\\/schema.org\",\"@type\":\"WebSite\",\"url\":")
                .append(json(baseUrl + "/"))
                .append(",\"name\":\"SAQ\",\"about\":")
                .append(json(language.choose(
                        "Un magasin fictif qui imite la forme de saq.com.",
                        "A fictitious shop that imitates the form of saq.com.")))
                .append('}')
                .append(CLOSE);
        breadcrumbs(page, product, pageUrl);
        firstProduct(page, product, pageUrl, image);
        page.append(OPEN)
                .append("{\"@context\":\"http:\\/\\/schema.org\\/\",\"@type\":\"WebPage\",\"speakable\":")
                .append("{\"@type\":\"SpeakableSpecification\",\"cssSelector\":[\".description\"],")
                .append("\"xpath\":[\"\\/html\\/head\\/title\"]}}")
                .append(CLOSE);
    }

    private void breadcrumbs(StringBuilder page, SaqProduct product, String pageUrl) {
        page.append(OPEN)
                .append("{\"@context\":\"http:\\/\\/schema.org\",\"@type\":\"BreadcrumbList\",\"itemListElement\":[");
        List<Category> path = product.categories();
        StringBuilder address = new StringBuilder(baseUrl).append('/').append(language.code());
        for (int step = 0; step < path.size(); step++) {
            Category category = path.get(step);
            address.append('/').append(language.of(category.slug()));
            crumb(page, address.toString(), language.of(category.name()), step + 1)
                    .append(',');
        }
        crumb(page, pageUrl, language.of(product.name()), path.size() + 1)
                .append("]}")
                .append(CLOSE);
    }

    private static StringBuilder crumb(StringBuilder page, String address, String name, int position) {
        return page.append("{\"@type\":\"ListItem\",\"item\":{\"@id\":")
                .append(json(address))
                .append(",\"name\":")
                .append(json(name))
                .append("},\"position\":")
                .append(position)
                .append('}');
    }

    private void firstProduct(StringBuilder page, SaqProduct product, String pageUrl, String image) {
        page.append(OPEN)
                .append("{\"@context\":\"http:\\/\\/schema.org\",\"@type\":\"Product\",\"name\":")
                .append(json(language.of(product.name())))
                .append(",\"description\":")
                .append(json(language.of(product.description())))
                .append(",\"image\":")
                .append(json(image + "&height=&width=&canvas=:&format=jpeg"))
                .append(",\"offers\":{\"@type\":\"http:\\/\\/schema.org\\/Offer\"");
        product.price().ifPresent(price -> page.append(",\"price\":").append(number(price)));
        page.append(",\"url\":")
                .append(json(pageUrl))
                .append(",\"priceCurrency\":\"CAD\",\"availability\":\"http:\\/\\/schema.org\\/")
                .append(availability(product))
                .append("\",\"shippingDetails\":{\"deliveryTime\":{\"businessDays\":")
                .append("{\"@type\":\"OpeningHoursSpecification\",\"dayOfWeek\":[\"\"]},")
                .append("\"@type\":\"ShippingDeliveryTime\"},\"@type\":\"OfferShippingDetails\"},")
                .append("\"itemCondition\":\"NewCondition\"},\"sku\":")
                .append(json(product.sku()))
                .append(",\"category\":")
                .append(json(language.of(product.category().name())))
                .append('}')
                .append(CLOSE);
    }

    /** The Product near the end of the body. */
    void secondProduct(StringBuilder page, SaqProduct product, String pageUrl, String image) {
        Map<Attribute, Bilingual> attributes = product.attributes();
        page.append(OPEN)
                .append("\n    {\"@context\":\"https:\\/\\/schema.org\\/\",\"@type\":\"Product\",\"name\":")
                .append(json(language.of(product.name())))
                .append(",\"image\":")
                .append(json(image + "&height=240&width=220&canvas=220:240&format=jpeg"))
                .append(",\"sku\":")
                .append(json(product.sku()));
        product.gtin12().ifPresent(gtin -> page.append(",\"gtin12\":").append(json(gtin)));
        page.append(",\"category\":").append(json(language.of(product.category().name())));
        text(page, "countryOfOrigin", attributes.get(Attribute.COUNTRY));
        product.attribute(Attribute.PRODUCER)
                .ifPresent(producer -> page.append(",\"manufacturer\":{\"@type\":\"Organization\",\"name\":")
                        .append(json(language.of(producer)))
                        .append('}'));
        page.append(",\"offers\":{\"@type\":\"Offer\"");
        product.price().ifPresent(price -> page.append(",\"price\":").append(json(Language.grouped(price, ','))));
        page.append(",\"priceCurrency\":\"CAD\",\"availability\":\"https:\\/\\/schema.org\\/")
                .append(availability(product))
                .append("\",\"url\":")
                .append(json(pageUrl))
                .append(",\"itemCondition\":\"https:\\/\\/schema.org\\/NewCondition\",")
                .append("\"seller\":{\"@type\":\"LiquorStore\",\"name\":\"SAQ\"}}");
        product.reviews()
                .ifPresent(reviews -> page.append(",\"aggregateRating\":{\"@type\":\"AggregateRating\",")
                        .append("\"ratingValue\":")
                        .append(json(reviews.rating().toPlainString().replace('.', ',')))
                        .append(",\"ratingCount\":\"")
                        .append(reviews.count())
                        .append("\",\"reviewCount\":\"")
                        .append(reviews.count())
                        .append("\"}"));
        text(page, "color", attributes.get(Attribute.COLOUR));
        product.attribute(Attribute.SIZE)
                .ifPresent(size ->
                        page.append(",\"size\":").append(json(language.of(size).replace(" ", ""))));
        page.append('}').append(CLOSE);
    }

    private void text(StringBuilder page, String key, @Nullable Bilingual value) {
        if (value != null) {
            page.append(",\"").append(key).append("\":").append(json(language.of(value)));
        }
    }

    private static String availability(SaqProduct product) {
        return product.stock().isOnline() ? "InStock" : "OutOfStock";
    }

    /** A price as PHP prints a number: {@code 20} for 20.00. */
    static String number(BigDecimal price) {
        return price.stripTrailingZeros().toPlainString();
    }
}
