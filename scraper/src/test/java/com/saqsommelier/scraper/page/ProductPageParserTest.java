package com.saqsommelier.scraper.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.saqsommelier.core.product.Composition;
import com.saqsommelier.core.product.Grape;
import com.saqsommelier.core.product.Measure;
import com.saqsommelier.core.product.ProductFacts;
import com.saqsommelier.core.product.ProductField;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductPageParserTest {

    private static final String PRODUCT = "{\"@type\":\"Product\",\"name\":\"Château d'Été\",\"sku\":\"1867\"}";

    @Test
    void an_english_page_is_read_by_its_own_labels_and_gives_the_english_name() throws UnreadablePageException {
        ProductFacts facts = parse("""
                <html lang="en"><head><meta charset="utf-8"></head><body>
                <script type="application/ld+json">{"@type":"Product","name":"Apple cider","sku":"1867"}</script>
                <ul class="list-attributs">
                <li><span>Country</span><strong data-th="Country"> Canada </strong></li>
                <li><span>Degree of alcohol</span><strong data-th="Degree of alcohol"> 6.5 % </strong></li>
                <li><span>Sugar content</span><strong data-th="Sugar content">&lt;1.2 g/L</strong></li>
                <li><span>Size</span><strong data-th="Size">4 x 355 ml</strong></li>
                <li><span>Grape variety</span><strong data-th="Grape variety">Vidal 60&nbsp;%, Syrah</strong></li>
                <li><span>Special feature</span><strong data-th="Special feature">Organic product, De-alcoholized (0,5% or less)</strong></li>
                <li><span>Product of Québec</span><strong data-th="Product of Québec">Origine Québec</strong></li>
                </ul></body></html>""");

        Composition composition = facts.composition();
        assertThat(facts.label().nameEn()).isEqualTo("Apple cider");
        assertThat(facts.origin().country()).isEqualTo("Canada");
        assertThat(facts.origin().quebec()).isEqualTo("Origine Québec");
        assertThat(composition.alcohol()).isEqualTo(new Measure(new BigDecimal("6.5"), "6.5 %"));
        assertThat(composition.sugar()).isEqualTo(new Measure(new BigDecimal("1.2"), "<1.2 g/L"));
        assertThat(composition.size()).isEqualTo(new Measure(new BigDecimal("1420"), "4 x 355 ml"));
        assertThat(composition.grapes())
                .containsExactly(new Grape("Vidal", new BigDecimal("60")), new Grape("Syrah", null));
        assertThat(composition.features()).containsExactly("Organic product", "De-alcoholized (0,5% or less)");
    }

    @Test
    void two_product_blocks_are_read_as_one_and_the_first_wins() throws UnreadablePageException {
        ProductFacts facts = parse(page(
                "{\"@type\":\"Product\",\"name\":\"A\",\"sku\":\"1867\",\"offers\":{\"price\":52.25}}",
                "{\"@type\":\"Product\",\"name\":\"B\",\"sku\":\"1867\",\"gtin12\":\"010391100753\","
                        + "\"offers\":{\"price\":\"99.00\",\"availability\":\"https://schema.org/OutOfStock\"}}"));

        assertThat(facts.label().name()).isEqualTo("A");
        assertThat(facts.codes().gtin()).isEqualTo("010391100753");
        assertThat(facts.offer().price()).isEqualTo(new BigDecimal("52.25"));
        assertThat(facts.offer().available()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"@type\":\"WebSite\"}," + PRODUCT + "]",
                "{\"@graph\":[{\"@type\":\"WebSite\"}," + PRODUCT + "]}",
                "{\"@type\":[\"Thing\",\"Product\"],\"name\":\"Château d'Été\",\"sku\":1867}",
                "{\"@type\":\"Product\",\"name\":\"Ch&acirc;teau d&#039;&Eacute;t&eacute;\",\"sku\":\"1867\"}"
            })
    void blocks_may_stand_in_an_array_or_a_graph_and_hold_entities(String block) throws UnreadablePageException {
        assertThat(parse(page(block)).label().name()).isEqualTo("Château d'Été");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "52.25        | 52.25",
                "\"52.25\"    | 52.25",
                "\"1,624.75\" | 1624.75",
                "\"52,25 $\"  | 52.25",
                "\"1\u00a0624,75\u00a0$\" | 1624.75",
                "\"12,345\"   | 12345.00",
                "\"1,125 $\"  | 1.13",
                "\"$24,990.00\" | 24990.00",
                "\"24\u202f990,00\u00a0$\" | 24990.00",
                "\"24.990,00 $\" | 24990.00",
                "\"52,25 CAD\" | 52.25",
                "\"CA$52.25\" | 52.25",
                "\"12 dollars\" | 12.00",
                "\"9,9\"      | 9.90",
                "1e2          | 100.00",
                "20           | 20.00",
            })
    void prices_are_read_in_every_form_that_was_seen(String json, BigDecimal price) throws UnreadablePageException {
        assertThat(parse(priced(json)).offer().price()).isEqualTo(price);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"N/A\"",
                "\"Prix sur demande\"",
                "0",
                "\"0,00 $\"",
                "-1",
                "\"\u2014\"",
                "\"1.624,75.3\"",
                "\"\u00c0 partir de 12,95 $\"",
                "\"12,95 $ - 15,95 $\"",
                "1e-999999999",
                "1e999999999"
            })
    void a_price_that_is_not_one_loses_the_price_and_not_the_bottle(String json) throws UnreadablePageException {
        ProductPage page =
                new ProductPageParser().parse(priced(json).getBytes(StandardCharsets.UTF_8), Optional.empty());

        assertThat(page.facts().label().name()).isEqualTo("A");
        assertThat(page.facts().offer().price()).isNull();
        assertThat(page.statedEmpty()).containsExactly(ProductField.PRICE);
        assertThat(page.unread()).extracting(UnreadValue::field).containsExactly(NumberField.PRICE);
    }

    @Test
    void a_price_that_is_not_stated_is_unknown() throws UnreadablePageException {
        assertThat(parse(page(PRODUCT)).offer().price()).isNull();
        assertThat(parse(page(PRODUCT)).offer().available()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://schema.org/InStock, true",
        "http://schema.org/InStock, true",
        "InStock, true",
        "https://schema.org/OutOfStock, false",
        "https://schema.org/PreOrder,",
        "maybe,"
    })
    void availability_is_a_clear_yes_or_no_or_unknown(String stated, @Nullable Boolean available)
            throws UnreadablePageException {
        assertThat(parse(page("{\"@type\":\"Product\",\"name\":\"A\",\"sku\":\"1867\",\"offers\":{\"availability\":\""
                                + stated + "\"}}"))
                        .offer()
                        .available())
                .isEqualTo(available);
    }

    @ParameterizedTest
    @CsvSource({
        "750 ml, 750",
        "750ml, 750",
        "'1,5 L', 1500",
        "1.14 L, 1140",
        "75 cl, 750",
        "12 x 30 ml, 360",
        "one barrel,",
        "0 ml,"
    })
    void sizes_are_millilitres_of_all_containers_together(String text, @Nullable BigDecimal millilitres) {
        Measure size = new Measures(new ArrayList<>()).millilitres(text);

        assertThat(size.text()).isEqualTo(text);
        if (millilitres == null) {
            assertThat(size.value()).isNull();
        } else {
            assertThat(size.value()).isEqualByComparingTo(millilitres);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Château Tanesse 2015       | Vin rouge     | 2015",
                "Brugal 1888                | Rhum          |",
                "Inglenook 1882             | Vin rouge     |",
                "Kilchoman 2010             | Whisky        |",
                "Domaine 2015 Vieilles      | Vin rouge     |",
                "Vieux Porto 1985           | Porto         | 1985",
                "Cuvée 2099                 | Vin blanc     |",
            })
    void a_year_at_the_end_of_a_wines_name_is_its_vintage(String name, String category, @Nullable Integer vintage)
            throws UnreadablePageException {
        String block = "{\"@type\":\"Product\",\"name\":\"%s\",\"sku\":\"1867\",\"category\":\"%s\"}"
                .formatted(name, category);

        assertThat(parse(page(block)).label().vintage()).isEqualTo(vintage);
    }

    @Test
    void the_quantity_online_is_read_where_the_page_prints_it() throws UnreadablePageException {
        String html = page(PRODUCT)
                .replace(
                        "</body>",
                        "<span class=\"product-online-availability\">48 disponible(s) en ligne</span></body>");

        assertThat(parse(html).offer().onlineQuantity()).isEqualTo(48);
    }

    @Test
    void impossible_shares_and_ratings_are_unknown() throws UnreadablePageException {
        assertThat(new Measures(new ArrayList<>()).grapes("Merlot 650 %, Syrah 0 %, Gamay 12,5 %"))
                .isEqualTo(List.of(
                        new Grape("Merlot", null),
                        new Grape("Syrah", null),
                        new Grape("Gamay", new BigDecimal("12.5"))));
        assertThat(parse(page("{\"@type\":\"Product\",\"name\":\"A\",\"sku\":\"1867\","
                                + "\"aggregateRating\":{\"ratingValue\":\"49\",\"reviewCount\":\"many\"}}"))
                        .rating()
                        .value())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                            | empty",
                "<html><body>Bonjour</body></html>             | no JSON-LD of a product",
                "<html><body>Bonjour                           | cut",
                "{\"products\": []}                            | cut",
            })
    void what_is_not_a_product_page_is_refused_with_the_reason(String html, String reason) {
        assertThatThrownBy(() -> parse(html))
                .isInstanceOf(UnreadablePageException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void structured_data_that_does_not_parse_refuses_the_page() {
        assertThatThrownBy(() -> parse(page(PRODUCT, "{\"@type\":\"http://schema.org/Product\",")))
                .isInstanceOf(UnreadablePageException.class)
                .hasMessageContaining("not JSON");
    }

    @Test
    void a_product_without_a_name_or_with_a_strange_sku_is_refused() {
        assertThatThrownBy(() -> parse(page("{\"@type\":\"Product\",\"sku\":\"1867\"}")))
                .hasMessageContaining("no name");
        assertThatThrownBy(() -> parse(page("{\"@type\":\"Product\",\"name\":\"A\",\"sku\":\"../../etc\"}")))
                .hasMessageContaining("../../etc");
        assertThatThrownBy(() -> parse(page("{\"@type\":\"Product\",\"name\":\"A\"}")))
                .hasMessageContaining("''");
    }

    @Test
    void bytes_that_are_not_in_their_declared_charset_are_refused() {
        byte[] latin = page(PRODUCT).getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> new ProductPageParser().parse(latin, Optional.of("text/html; charset=utf-8")))
                .isInstanceOf(UnreadablePageException.class)
                .hasMessageContaining("not valid UTF-8");
    }

    @Test
    void another_charset_is_read_where_it_is_declared() throws UnreadablePageException {
        byte[] latin = page(PRODUCT).getBytes(Charset.forName("windows-1252"));

        ProductPage read = new ProductPageParser().parse(latin, Optional.of("text/html; charset=windows-1252"));

        assertThat(read.facts().label().name()).isEqualTo("Château d'Été");
        assertThatThrownBy(() -> new ProductPageParser().parse(latin, Optional.of("text/html; charset=klingon")))
                .hasMessageContaining("klingon");
    }

    private static String priced(String json) {
        return page("{\"@type\":\"Product\",\"name\":\"A\",\"sku\":\"1867\",\"offers\":{\"price\":" + json + "}}");
    }

    private static String page(String... blocks) {
        StringBuilder html = new StringBuilder("<html lang=\"fr\"><head><title>A</title></head><body>");
        for (String block : blocks) {
            html.append("<script type=\"application/ld+json\">").append(block).append("</script>");
        }
        return html.append("</body></html>").toString();
    }

    private static ProductFacts parse(String html) throws UnreadablePageException {
        return new ProductPageParser()
                .parse(html.getBytes(StandardCharsets.UTF_8), Optional.empty())
                .facts();
    }
}
