package com.saqsommelier.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NamesTest {

    private final Names names = Names.bundled();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COUNTRIES | États-Unis | United States
            COUNTRIES | Arménie (République d') | Armenia
            COLOURS | Ambré(e) | Amber
            CATEGORIES | Vin rouge | Red wine
            GRAPES | Grenache blanc | White grenache
            GRAPES | Merlot | Merlot
            DESIGNATIONS | Vin de table | Table wine
            TASTES | Aromatique et charnu | Aromatic and robust
            FEATURES | Produit bio | Organic
            PLACES | Embouteillé au Québec | Bottled in Québec
            """)
    void what_the_french_page_says_is_said_in_english(NameTheme theme, String french, String english) {
        assertThat(names.in(Language.ENGLISH, theme, french)).isEqualTo(english);
        assertThat(names.find(theme, english)).isEqualTo(names.find(theme, french));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bourgogne, Côte de Beaune | Bourgogne, Côte de Beaune | Burgundy, Côte de Beaune
            Tuscany, Toscana | Toscane | Tuscany
            Vallée de la Loire, LAnjou et le Saumurois | Vallée de la Loire, Anjou et Saumurois | Loire Valley, Anjou and Saumurois
            Nulle part, Ailleurs | Nulle part, Ailleurs | Nulle part, Ailleurs
            """)
    void a_region_is_said_part_by_part_and_none_twice(String written, String french, String english) {
        assertThat(names.region(Language.FRENCH, written)).isEqualTo(french);
        assertThat(names.region(Language.ENGLISH, written)).isEqualTo(english);
    }

    @Test
    void what_no_table_knows_stays_as_it_is_written() {
        assertThat(names.in(Language.ENGLISH, NameTheme.GRAPES, "Cépage inouï")).isEqualTo("Cépage inouï");
        assertThat(names.code("Atlantide")).isEmpty();
    }

    @Test
    void a_country_has_a_code_of_two_letters_and_each_code_a_country() {
        assertThat(names.code("ETATS-UNIS")).contains("US");
        assertThat(names.country("US")).get().extracting(Name::french).isEqualTo("États-Unis");
        assertThat(names.all(NameTheme.COUNTRIES))
                .allSatisfy(country -> assertThat(names.code(country.english()))
                        .get()
                        .asString()
                        .matches("[A-Z]{2}"));
    }

    @ParameterizedTest
    @EnumSource
    void a_name_is_typeset(NameTheme theme) {
        assertThat(names.all(theme))
                .allSatisfy(name -> assertThat(List.of(name.french(), name.english()))
                        .allSatisfy(shown -> assertThat(shown)
                                .isNotBlank()
                                .doesNotContain("'")
                                .doesNotContain("  ")));
    }

    /** What people may ask for has the same name where it is only shown. */
    @Test
    void the_words_of_questions_agree_with_the_names() {
        WineVocabulary vocabulary = WineVocabulary.bundled();
        assertThat(vocabulary.terms(Theme.COUNTRY))
                .allSatisfy(term -> assertThat(names.find(NameTheme.COUNTRIES, term.french()))
                        .isPresent()
                        .isEqualTo(names.find(NameTheme.COUNTRIES, term.english())));
        assertThat(vocabulary.terms(Theme.GRAPE))
                .allSatisfy(term -> assertThat(names.find(NameTheme.GRAPES, term.french()))
                        .as(term.french())
                        .isPresent());
    }
}
