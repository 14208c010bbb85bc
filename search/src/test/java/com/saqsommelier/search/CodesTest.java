package com.saqsommelier.search;

import static com.saqsommelier.core.SampleProduct.aProductNamed;
import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

    @Test
    void the_product_of_a_sku_comes_before_those_that_have_the_digits_in_their_name() {
        try (Shelf shelf = Shelf.of(
                aProductNamed("1792 Small Batch").sku("11"),
                aProductNamed("Autre").sku("1792"),
                aProductNamed("17921 Reserve").sku("12"))) {
            assertThat(shelf.find("1792")).containsExactly("1792", "11", "12");
            assertThat(shelf.find(" 1792 ")).first().isEqualTo("1792");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00082184046357", "0082184046357", "082184046357", "82184046357"})
    void a_upc_is_found_with_and_without_its_leading_zeros(String code) {
        try (Shelf shelf = Shelf.of(
                aProductNamed("Autre").sku("11"),
                aProductNamed("Jack Daniel's").sku("41384").upc("00082184046357"))) {
            assertThat(shelf.find(code)).containsExactly("41384");
        }
    }

    @Test
    void the_gtin_of_the_page_is_found_too() {
        try (Shelf shelf = Shelf.of(aRedWine().sku("11"))) {
            assertThat(shelf.find("010391100753")).containsExactly("11");
            assertThat(shelf.find("10391100753")).containsExactly("11");
        }
    }

    @Test
    void a_part_of_a_code_finds_nothing() {
        try (Shelf shelf = Shelf.of(aRedWine().sku("12345"))) {
            assertThat(shelf.find("1234")).isEmpty();
            assertThat(shelf.find("2345")).isEmpty();
            assertThat(shelf.find("123456")).isEmpty();
        }
    }

    @Test
    void zeros_alone_are_a_code_like_another() {
        assertThat(ProductDocument.code("000")).isEqualTo("000");
        assertThat(ProductDocument.code("00010")).isEqualTo("10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "le bouton 12 500 819",
                "code 12500819",
                "SAQ: 12500819",
                "Code SAQ : 12 500 819",
                "#12500819",
                "no 12500819",
                "\uFF11\uFF12\uFF15\uFF10\uFF10\uFF18\uFF11\uFF19",
                "\u200B125\u200D00819\uFEFF",
                "12\u00A0500\u202F819",
                "12-500-819",
                "c'est la 12500819 que je veux",
                "item #12500819",
                "bouteille (12500819), merci"
            })
    void a_code_is_found_among_words_and_in_any_spelling(String words) {
        try (Shelf shelf = Shelf.of(
                aProductNamed("Le Bouton").sku("11"),
                aProductNamed("Code Rouge").sku("13"),
                aProductNamed("Autre").sku("12500819"))) {
            assertThat(shelf.find(words)).containsExactly("12500819");
        }
    }

    @Test
    void years_and_sizes_beside_words_are_no_code() {
        try (Shelf shelf = Shelf.of(
                aProductNamed("Margaux 2019").sku("11"),
                aProductNamed("Autre").sku("2019"),
                aProductNamed("Encore").sku("2019750"))) {
            assertThat(shelf.find("margaux 2019")).containsExactly("11");
            assertThat(shelf.find("margaux 2019 750")).first().isEqualTo("11");
        }
    }

    @Test
    void a_code_that_the_catalogue_lacks_leaves_the_words_beside_it() {
        try (Shelf shelf = Shelf.of(aProductNamed("Le Bouton").sku("11"))) {
            assertThat(shelf.find("le bouton 12 500 819")).containsExactly("11");
        }
    }

    @Test
    void a_code_alone_that_the_catalogue_lacks_finds_nothing() {
        try (Shelf shelf = Shelf.of(aProductNamed("Code Rouge").sku("11"))) {
            assertThat(shelf.find("code 99999999")).isEmpty();
        }
    }
}
