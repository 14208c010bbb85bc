package com.saqsommelier.scraper.page;

import static com.saqsommelier.scraper.page.PageBuilder.aBarePage;
import static com.saqsommelier.scraper.page.PageBuilder.aPage;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.product.Offer;
import com.saqsommelier.core.product.ProductField;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON-LD as sites write it. */
class StructuredDataTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@context\":\"http://schema.org\",\"@type\":\"Organization\",\"name\":\"SAQ",
                "{\"@type\":\"Organization\",\"name\":\"X\",}",
                "//<![CDATA[\n{\"@type\":\"Organization\"}\n//]]>",
                "{\"@type\":",
                "{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"Product\",\"name\":\"Autre\"",
                "",
                "var a = 1;",
                "{\"@type\":\"WebSite\",\"name\":\"\\u0000\"}",
                "{} {}",
            })
    void a_block_of_something_else_does_not_lose_the_page(String block) throws UnreadablePageException {
        assertThat(aPage().withBlock(block).read().sku()).isEqualTo("1867");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@type\":\"Product\",\"name\":\"Bou\nteille\u202e\",\"sku\":\"1867\"}",
                "{\"@type\":\"Product\",\"name\":\"Bou teille\",\"sku\":\"1867\",}",
                "//<![CDATA[\n{\"@type\":\"Product\",\"name\":\"Bou teille\",\"sku\":\"1867\"}\n//]]>",
                "<!--\n{\"@type\":\"Product\",\"name\":\"Bou teille\",\"sku\":\"1867\"};\n-->",
                "/* bottle */ {\"@type\":\"Product\",\"name\":\"Bou teille\",\"sku\":\"1867\"}",
                "{&quot;@type&quot;:&quot;Product&quot;,&quot;name&quot;:&quot;Bou teille&quot;,&quot;sku&quot;:1867}",
                "[[{\"@type\":\"WebSite\"}],[{\"@type\":\"Product\",\"name\":\"Bou teille\",\"sku\":\"1867\"}]]",
                "{\"@graph\":{\"@type\":[\"schema:Product\"],\"name\":[\"Bou teille\"],\"sku\":[\"1867\"]}}",
                "{\"@type\":\"https://schema.org/Product\",\"name\":\"Bou teille\",\"sku\":\"1867\"}",
                "{\"@type\":\"ItemPage\",\"mainEntity\":{\"@type\":\"Product\",\"name\":\"Bou teille\",\"sku\":1867}}",
                "{\"@type\":\"WebSite\"}\n{\"@type\":\"Product\",\"name\":\"Bou teille\",\"sku\":1867}",
            })
    void a_product_is_read_in_every_form(String block) throws UnreadablePageException {
        ProductPage page = aBarePage().withBlock(block).read();

        assertThat(page.sku()).isEqualTo("1867");
        assertThat(page.facts().label().name()).isEqualTo("Bou teille");
    }

    @Test
    void another_product_on_the_page_is_not_this_one() throws UnreadablePageException {
        String html = aBarePage()
                .withProduct("\"name\":\"Autre\",\"offers\":{\"price\":9.99,\"availability\":\"OutOfStock\"}")
                .withProduct("\"name\":\"Encore\",\"sku\":\"99\",\"offers\":{\"price\":8.88}")
                .withProduct(
                        "\"name\":\"Elle\",\"sku\":\"1867\",\"offers\":{\"price\":52.25,\"availability\":\"InStock\"}")
                .html();

        ProductPage page = new ProductPageParser()
                .parse(
                        html.getBytes(StandardCharsets.UTF_8),
                        Optional.empty(),
                        URI.create("https://www.saq.com/fr/1867"));

        assertThat(page.facts().label().name()).isEqualTo("Elle");
        assertThat(page.facts().offer()).isEqualTo(new Offer(new BigDecimal("52.25"), null, true, null));
    }

    @Test
    void the_sku_of_the_attribute_list_says_which_product_it_is() throws UnreadablePageException {
        ProductPage page = aBarePage()
                .withProduct("\"name\":\"Autre\",\"sku\":\"99\"")
                .withProduct("\"name\":\"Elle\",\"sku\":\"1867\"")
                .listing("Code SAQ", "1867")
                .read();

        assertThat(page.facts().label().name()).isEqualTo("Elle");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'price': 52.25, 'priceCurrency': 'CAD'}]",
                "[{'price': 40, 'priceCurrency': 'USD'}, {'price': '52,25', 'priceCurrency': 'CAD'}]",
                "[{'price': ''}, {'price': '52.25', 'priceCurrency': 'CAD'}]",
                "[{'price': 9.99, 'sku': '99'}, {'price': 52.25, 'priceCurrency': 'cad'}]",
                "{'@type': 'AggregateOffer', 'lowPrice': '52.25', 'highPrice': 60, 'priceCurrency': 'CAD'}",
                "{'@type': 'AggregateOffer', 'lowPrice': 1, 'offers': [{'price': 52.25, 'priceCurrency': 'CAD'}]}",
                "{'priceSpecification': {'price': 52.25, 'priceCurrency': 'CAD'}}",
                "{'priceCurrency': 'CAD', 'priceSpecification': [{'price': 60, 'priceType': 'https://schema.org/ListPrice'}, {'price': 52.25}]}",
                "{'priceCurrency': 'CAD', 'priceSpecification': [{'price': 6.97, 'referenceQuantity': {'value': 100}}, {'price': 52.25}]}",
                "{'price': 'sur demande', 'priceSpecification': {'price': '52,25 $', 'priceCurrency': 'CAD'}}",
                "{'price': {'@type': 'MonetaryAmount', 'value': 52.25}, 'priceCurrency': 'CAD'}",
            })
    void the_price_is_read_in_every_form_of_offers(String offers) throws UnreadablePageException {
        Offer offer = offered(offers.replace('\'', '"')).facts().offer();

        assertThat(offer.price()).isEqualByComparingTo("52.25");
        assertThat(offer.currency()).isEqualTo("CAD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'availability': 'https://schema.org/InStock/'} | true | false",
                "{'availability': 'schema:OutOfStock'}           | false | false",
                "[{'availability': ['InStock']}]                 | true | false",
                "{'availability': {'@id': 'http://schema.org/SoldOut'}} | false | false",
                "{'availability': 'in_stock'}                    | true | false",
                "{'availability': 'http://schema.org/BackOrder'} | | true",
                "{'availability': 'http://schema.org/PreOrder'}  | | true",
                "{'availability': 'MadeToOrder'}                 | | true",
                "{'availability': 'Reserved'}                    | | true",
                "{'availability': null}                          | | false",
                "[]                                              | | false",
                "null                                            | | false",
            })
    void stock_is_yes_no_or_stated_to_be_neither(String offers, @Nullable Boolean available, boolean neither)
            throws UnreadablePageException {
        ProductPage page = offered(offers.replace('\'', '"'));

        assertThat(page.facts().offer().available()).isEqualTo(available);
        assertThat(page.statedEmpty().contains(ProductField.AVAILABILITY)).isEqualTo(neither);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'ratingValue': '4,9', 'reviewCount': '11'              | 4.9 | 11",
                "'ratingValue': 98, 'bestRating': '100', 'reviewCount': 1234 | 4.9 | 1234",
                "'ratingValue': '8.5', 'bestRating': 10                 | 4.25 |",
                "'ratingValue': '4,5 / 5', 'reviewCount': '1,234'       | 4.5 | 1234",
                "'ratingValue': '92 %', 'reviewCount': '1 234 avis'     | 4.6 | 1234",
                "'ratingValue': 0, 'reviewCount': 0                     | | 0",
                "'ratingValue': 49, 'reviewCount': 'many'               | |",
                "'ratingValue': 4, 'bestRating': 0                      | |",
            })
    void ratings_are_of_five_whatever_their_scale(String rating, @Nullable BigDecimal stars, @Nullable Integer reviews)
            throws UnreadablePageException {
        ProductPage page = aPage().withProduct("\"sku\":1867,\"aggregateRating\":{" + rating.replace('\'', '"') + "}")
                .read();

        assertThat(page.facts().rating().reviews()).isEqualTo(reviews);
        if (stars == null) {
            assertThat(page.facts().rating().value()).isNull();
        } else {
            assertThat(page.facts().rating().value()).isEqualByComparingTo(stars);
        }
    }

    @ParameterizedTest
    @CsvSource({"1918, 1918", "1795, 1795", "2099,", "1203,"})
    void a_stated_vintage_may_be_of_any_year(String printed, @Nullable Integer vintage) throws UnreadablePageException {
        assertThat(aPage().listing("Millésime", printed).read().facts().label().vintage())
                .isEqualTo(vintage);
    }

    private static ProductPage offered(String offers) throws UnreadablePageException {
        return aBarePage()
                .withProduct("\"name\":\"A\",\"sku\":\"1867\",\"offers\":" + offers)
                .read();
    }
}
