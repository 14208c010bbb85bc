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
}
