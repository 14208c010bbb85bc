package com.saqsommelier.recommend.eval.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class MustTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {}                                                    ;
                    {"color": "White", "price_max": 30, "price_min": 20}  ;
                    {"color": "Red"}                                      ; color
                    {"color": "blanc"}                                    ;
                    {"country": "Fr", "not_country": "Ital"}              ;
                    {"not_country": "fran"}                               ; not_country
                    {"place": "chablis", "grape": "chardonnay"}           ;
                    {"place": "jura"}                                     ; place
                    {"all_grapes": ["chardonnay", "aligot"]}              ; all_grapes
                    {"not_grape": "chardonnay|sauvignon"}                 ; not_grape
                    {"classification_or_name": "1er|premier"}             ;
                    {"feature": "organic", "feature_or_name": "bio"}      ;
                    {"feature": "kosher"}                                 ; feature
                    {"size_ml": [375, 750]}                               ;
                    {"size_ml": [375]}                                    ; size_ml
                    {"sugar_max": 2, "alcohol_max": 12.5}                 ;
                    {"sugar_max": 1.9}                                    ; sugar_max
                    {"alcohol_min": 13}                                   ; alcohol_min
                    {"rating_min": 80, "vintage_max": 2019}               ;
                    {"file": "wine", "sparkling": false}                  ;
                    {"sparkling": true}                                   ; sparkling
                    {"price_max": 28}                                     ; price_max
""")
    void conditions_are_compared_with_the_record(String conditions, String unmet) {
        assertThat(must(conditions).unmetBy(Bottles.CHABLIS, OptionalDouble.empty()))
                .isEqualTo(unmet == null ? List.of() : List.of(unmet));
    }

    @Test
    void what_a_record_does_not_state_meets_no_condition_but_one_that_forbids() {
        assertThat(must("{\"sugar_max\": 5, \"grape\": \"glera\", \"alcohol_max\": 14, \"not_grape\": \"glera\"}")
                        .unmetBy(Bottles.BUBBLES, OptionalDouble.empty()))
                .containsExactly("sugar_max", "grape", "alcohol_max");
    }

    @Test
    void the_breadcrumb_tells_the_family_and_the_bubbles() {
        assertThat(must("{\"file\": \"spirit\", \"sparkling\": false}").unmetBy(Bottles.GIN, OptionalDouble.empty()))
                .isEmpty();
        assertThat(must("{\"file\": \"wine\", \"sparkling\": true}").unmetBy(Bottles.BUBBLES, OptionalDouble.empty()))
                .isEmpty();
    }

    @Test
    void each_bottle_counts_and_colours_together_are_of_the_whole_answer() {
        assertThat(must("{\"color\": \"White\"}")
                        .unmet(List.of(Bottles.CHABLIS, Bottles.BUBBLES), OptionalDouble.empty()))
                .containsExactly("color");
        assertThat(must("{\"colors_together\": [\"White\", \"Ros\"]}")
                        .unmet(List.of(Bottles.CHABLIS, Bottles.BUBBLES), OptionalDouble.empty()))
                .isEmpty();
        assertThat(must("{\"colors_together\": [\"White\", \"Red\"]}")
                        .unmet(List.of(Bottles.CHABLIS, Bottles.BUBBLES), OptionalDouble.empty()))
                .containsExactly("colors_together");
    }

    @Test
    void cheaper_is_below_the_cheapest_of_the_turn_before() {
        Must cheaper = must("{\"cheaper\": true}");

        assertThat(cheaper.unmetBy(Bottles.CHABLIS, OptionalDouble.of(28.5))).containsExactly("cheaper");
        assertThat(cheaper.unmetBy(Bottles.CHABLIS, OptionalDouble.of(28.55))).isEmpty();
        assertThat(must("{\"expect\": \"none\"}").wantsNone()).isTrue();
    }

    @Test
    void a_condition_that_nobody_knows_is_refused() {
        assertThatThrownBy(() -> must("{\"colour\": \"Red\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no condition is called \"colour\"");
    }

    private static Must must(String conditions) {
        return Must.read(JsonMapper.shared().readTree(conditions));
    }
}
