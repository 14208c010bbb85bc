package com.saqsommelier.scraper.livesearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveRecordTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "false | Épuisé                                 | false",
                "false | Non disponible;Produits non disponibles | false",
                "false | Disponible bientôt                     | false",
                "false | En succursale                          | true",
                "false | In store                               | true",
                "true  | En ligne                               | true",
            })
    void stores_of_a_record_that_says_it_is_nowhere_are_unknown(boolean inStock, String front, boolean believed) {
        LiveRecord live = new LiveRecord(
                "1867",
                "Vin",
                inStock,
                Map.of(
                        "availability_front",
                        List.of(front.split(";", -1)),
                        "store_availability_list",
                        List.of("23001")));

        if (believed) {
            assertThat(live.stores()).containsExactly("23001");
        } else {
            assertThat(live.stores()).isNull();
        }
    }
}
