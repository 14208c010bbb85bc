package com.saqsommelier.scraper.page;

import static com.saqsommelier.scraper.page.PageBuilder.aBarePage;
import static com.saqsommelier.scraper.page.PageBuilder.aPage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, with which reason and counted under which field. */
class UnreadablePageTest {

    @ParameterizedTest
    @CsvSource({"0", "-1", "'\"0.00\"'", "'\"-52,25 $\"'", "0.001", "1e9", "1e400", "'\"gratuit\"'"})
    void a_price_that_cannot_be_is_unknown_and_its_page_is_read(String price) throws UnreadablePageException {
        ProductPage page = priced(price).read();

        assertThat(page.facts().offer().price()).isNull();
        assertThat(page.unread())
                .singleElement()
                .satisfies(value -> assertThat(value.field()).isEqualTo(NumberField.PRICE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"1,624.75\" | 1624.75", "\"52,25 $\" | 52.25", "\"99999999.99\" | 99999999.99"})
    void a_price_in_another_form_is_read(String price, BigDecimal amount) throws UnreadablePageException {
        assertThat(priced(price).read().facts().offer().price()).isEqualTo(amount);
    }

    @Test
    void a_price_of_ten_thousand_groups_is_unknown_and_overflows_no_stack() throws UnreadablePageException {
        assertThat(priced("\"1" + ",000".repeat(10_000) + "\"").read().unread())
                .singleElement()
                .satisfies(value -> assertThat(value.text()).hasSize(80).endsWith("…"));
    }

    @Test
    void a_name_of_a_thousand_characters_is_read_and_a_longer_one_is_refused() throws UnreadablePageException {
        assertThat(named("a".repeat(1_000)).read().facts().label().name()).hasSize(1_000);
        assertRefused(named("a".repeat(1_001)), PageField.NAME, "1001 characters, more than 1000");
        assertRefused(named("a".repeat(4_000)), PageField.NAME, "a".repeat(79) + "…'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void a_product_without_a_name_is_refused(String name) {
        assertRefused(named(name), PageField.NAME, "no name");
    }

    @Test
    void a_nul_character_is_refused_wherever_it_is() {
        assertRefused(named("Château\\u0000Margaux"), PageField.JSON_LD, "NUL");
        assertRefused(aPage().withProduct("\"description\":\"\\u0000\""), PageField.JSON_LD, "NUL");
        assertRefused(named("Château\0Margaux"), PageField.PAGE, "NUL");
        assertRefused(aPage().listing("Région", "Bor\0deaux"), PageField.PAGE, "NUL");
        assertRefused(aPage().withHead("<title>\0</title>"), PageField.PAGE, "NUL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "1867/../99", "1", "123456789", "18a7", "１８６７"})
    void a_sku_that_is_none_is_refused(String sku) {
        assertRefused(aBarePage().withProduct("\"name\":\"A\",\"sku\":\"" + sku + "\""), PageField.SKU, sku);
    }

    @Test
    void two_products_with_one_page_are_refused() {
        assertRefused(
                aPage().withProduct("\"name\":\"B\",\"sku\":\"99\""), PageField.SKU, "two products with one page");
        assertRefused(aPage().withProduct("\"sku\":\"99\""), PageField.SKU, "1867, 99");
    }

    @Test
    void
            a_second_block_with_the_same_sku_as_a_number_is_of_the_same_product_and_one_without_a_sku_and_with_another_name_is_not()
                    throws UnreadablePageException {
        ProductPage page = aPage().withProduct("\"name\":\"Autre\",\"color\":\"Rouge\"")
                .withProduct("\"sku\":1867,\"size\":\"750ml\"")
                .read();

        assertThat(page.sku()).isEqualTo("1867");
        assertThat(page.facts().composition().color()).isNull();
        assertThat(page.facts().composition().size()).isNotNull();
    }

    @Test
    void a_login_page_with_status_200_is_refused_by_its_title() {
        PageBuilder login =
                aBarePage().withHead("<title>Connexion\n | SAQ.COM</title>").withBlock("{\"@type\":\"WebSite\"}");

        assertRefused(
                login,
                PageField.PAGE,
                "no JSON-LD of a product; it is another kind of page, titled 'Connexion | SAQ.COM'");
    }

    @Test
    void a_long_title_is_cut_to_80_characters_and_a_missing_one_is_said_to_be_missing() {
        assertRefused(
                aBarePage().withHead("<title>" + "é".repeat(200) + "</title>"),
                PageField.PAGE,
                "titled '" + "é".repeat(79) + "…'");
        assertRefused(aBarePage().withHead(""), PageField.PAGE, "without a title");
    }

    @Test
    void a_block_of_a_product_that_is_not_json_or_nests_without_end_is_refused() {
        String product = "{\"@type\":\"Product\",\"a\":";
        assertRefused(aPage().withBlock(product), PageField.JSON_LD, "not JSON");
        assertRefused(aPage().withBlock(product + "[".repeat(100_000)), PageField.JSON_LD, "not JSON");
        assertRefused(aBarePage().withBlock("{\"@type\":"), PageField.JSON_LD, "not JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "</body>", "</html", "</html><p>", "</html><!-- -", "<!-- </html> -->", "</html><script>"})
    void a_page_that_does_not_end_in_its_closing_tag_is_cut(String end) {
        assertRefused(aPage().endingIn(end), PageField.PAGE, "the page is cut");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</html>",
                "</HTML>\r\n\t ",
                "</html>\n<!-- served in 12 ms --> <!---->\n",
                "</html>\n<script>1</script>\n<!-- x --><SCRIPT src=\"a\"></SCRIPT>"
            })
    void white_space_comments_and_whole_scripts_may_follow_the_closing_tag(String end) throws UnreadablePageException {
        assertThat(aPage().endingIn(end).read().sku()).isEqualTo("1867");
    }

    @Test
    void a_page_of_a_hundred_thousand_nested_elements_is_read_without_overflowing_the_stack()
            throws UnreadablePageException {
        assertThat(aPage().endingIn("<div>".repeat(100_000) + "</html>").read().sku())
                .isEqualTo("1867");
    }

    @Test
    void fields_are_named_as_metrics_want_it() {
        assertThat(PageField.values())
                .extracting(PageField::label)
                .containsExactly("page", "json-ld", "sku", "name", "price");
    }

    private static void assertRefused(PageBuilder page, PageField field, String reason) {
        assertThatExceptionOfType(UnreadablePageException.class)
                .isThrownBy(page::read)
                .withMessageContaining(reason)
                .satisfies(e -> assertThat(e.field()).isEqualTo(field));
    }

    private static PageBuilder priced(String json) {
        return aPage().withProduct("\"offers\":{\"price\":" + json + "}");
    }

    private static PageBuilder named(String json) {
        return aBarePage().withProduct("\"name\":\"" + json + "\",\"sku\":\"1867\"");
    }
}
