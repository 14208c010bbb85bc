package com.saqsommelier.scraper.page;

import static com.saqsommelier.scraper.page.PageBuilder.aBarePage;
import static com.saqsommelier.scraper.page.PageBuilder.aPage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.saqsommelier.core.product.ProductField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A label without a value says that there is none; a label that is missing says nothing. */
class StatedEmptyTest {

    private static final List<String> FRENCH = List.of(
            "Pays",
            "Région",
            "Appellation d'origine",
            "Désignation réglementée",
            "Classification",
            "Produit du Québec",
            "Producteur",
            "Agent promotionnel",
            "Couleur",
            "Cépage",
            "Degré d'alcool",
            "Taux de sucre",
            "Format",
            "Particularité",
            "Millésime",
            "Code CUP");
    private static final List<String> ENGLISH = List.of(
            "Country",
            "Region",
            "Designation of origin",
            "Regulated Designation",
            "Classification",
            "Product of Québec",
            "Producer",
            "Promoting agent",
            "Color",
            "Grape variety",
            "Degree of alcohol",
            "Sugar content",
            "Size",
            "Special feature",
            "Vintage",
            "UPC code");

    private static final Set<ProductField> OF_LABELS =
            EnumSet.complementOf(EnumSet.of(ProductField.PRICE, ProductField.AVAILABILITY));

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "\n\t", "&nbsp;", " &#160; ", "\u202f", "-", " – ", "&mdash;", "<a href=\"#\"> </a>"})
    void a_label_with_white_space_or_a_dash_is_empty(String value) throws UnreadablePageException {
        ProductPage page =
                aPage().listing("Région", value).listing("Pays", "France").read();

        assertThat(page.statedEmpty()).containsExactly(ProductField.REGION);
        assertThat(page.facts().origin().region()).isNull();
    }

    @Test
    void every_field_can_be_empty_in_both_languages() throws UnreadablePageException {
        assertThat(allBlank(FRENCH)).containsExactlyInAnyOrderElementsOf(OF_LABELS);
        assertThat(allBlank(ENGLISH)).containsExactlyInAnyOrderElementsOf(OF_LABELS);
    }

    @Test
    void labels_in_another_case_or_with_entities_are_known_and_other_labels_are_not() throws UnreadablePageException {
        assertThat(aPage().listing("DEGRÉ D&rsquo;ALCOOL", " ").read().statedEmpty())
                .containsExactly(ProductField.ALCOHOL);
        assertThat(aPage().listing("Température de service", " ").read().statedEmpty())
                .isEmpty();
        assertThat(aPage().listing("Code SAQ", " ").read().statedEmpty()).isEmpty();
    }

    @Test
    void what_is_printed_or_left_out_is_not_empty() throws UnreadablePageException {
        ProductPage page = aPage().listing("Région", "Bordeaux&nbsp;").read();

        assertThat(page.statedEmpty()).isEmpty();
        assertThat(page.facts().origin().region()).isEqualTo("Bordeaux");
        assertThat(page.facts().origin().country()).isNull();
    }

    @Test
    void a_label_that_comes_twice_is_empty_only_if_it_is_blank_twice() throws UnreadablePageException {
        assertThat(aPage().listing("Région", " ")
                        .listing("Région", "Alsace")
                        .read()
                        .statedEmpty())
                .isEmpty();
        assertThat(aPage().listing("Région", " ").listing("Région", "-").read().statedEmpty())
                .containsExactly(ProductField.REGION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pays       | \"countryOfOrigin\":\"France\"",
                "Producteur | \"manufacturer\":{\"name\":\"Un domaine\"}",
                "Couleur    | \"color\":\"Rouge\"",
                "Format     | \"size\":\"750ml\"",
                "Code CUP   | \"gtin12\":\"010391100753\"",
            })
    void what_the_structured_data_gives_is_not_empty(String label, String member) throws UnreadablePageException {
        assertThat(aPage().listing(label, " ").read().statedEmpty()).hasSize(1);
        assertThat(aPage().withProduct(member).listing(label, " ").read().statedEmpty())
                .isEmpty();
    }

    @Test
    void a_vintage_that_is_known_by_the_wines_name_is_not_empty() throws UnreadablePageException {
        String wine = "\"name\":\"Château Tanesse 2015\",\"sku\":\"1867\",\"category\":\"Vin rouge\"";

        ProductPage page =
                aBarePage().withProduct(wine).listing("Millésime", " ").read();

        assertThat(page.facts().label().vintage()).isEqualTo(2015);
        assertThat(page.statedEmpty()).isEmpty();
    }

    @Test
    void a_page_that_is_cut_behind_a_blank_label_states_nothing() {
        PageBuilder page = aPage().listing("Région", " ").endingIn("");

        assertThatThrownBy(page::read)
                .isInstanceOf(UnreadablePageException.class)
                .hasMessageContaining("the page is cut");
    }

    @Test
    void whether_there_is_an_attribute_list_is_told() throws UnreadablePageException {
        assertThat(aPage().read().attributeList()).isFalse();
        assertThat(aPage().listing("Température de service", "8 °C").read().attributeList())
                .isFalse();
        assertThat(aPage().listing("Région", " ").read().attributeList()).isTrue();
        assertThat(aPage().listing("Pays", "France").read().attributeList()).isTrue();
    }

    @Test
    void a_label_outside_of_the_list_does_not_count() throws UnreadablePageException {
        ProductPage page = aPage().endingIn("<div><p><strong data-th=\"Région\"> </strong></p></div></html>")
                .read();

        assertThat(page.statedEmpty()).isEmpty();
        assertThat(page.attributeList()).isFalse();
    }

    private static List<ProductField> allBlank(List<String> labels) throws UnreadablePageException {
        PageBuilder page = aPage();
        labels.forEach(label -> page.listing(label, " "));
        ProductPage read = page.read();
        assertThat(labels).hasSameSizeAs(OF_LABELS);
        return new ArrayList<>(read.statedEmpty());
    }
}
