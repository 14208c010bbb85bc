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
                "true  | En succursale                          | true",
                "false | Non disponible en succursale           | false",
                "false | Épuisé en ligne;Épuisé en succursale   | false",
                "false | Épuisé en ligne;En succursale          | true",
                "false | Not available in store                 | false",
                "false | Bientôt en succursale                  | false",
                "true  | Épuisé                                 | false",
                "false | Rabais                                 | true",
                "false | Rabais;Épuisé                          | false",
                "false | ' '                                    | true",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | En ligne                                 | true",
                "true  | En succursale                            | true",
                "true  | Rabais                                   | true",
                "true  | Non disponible en succursale             | true",
                "true  | En ligne;Non disponible en succursale    | true",
                "true  | En ligne;Disponible bientôt              | true",
                "true  | Épuisé                                   | false",
                "true  | Disponible bientôt                       | false",
                "true  | Bientôt en loterie                       | false",
                "true  | Non disponible en ligne;En succursale    | false",
                "false | En ligne                                 | false",
            })
    void a_record_that_says_it_is_nowhere_is_not_online(boolean inStock, String front, boolean online) {
        LiveRecord live =
                new LiveRecord("1867", "Vin", inStock, Map.of("availability_front", List.of(front.split(";", -1))));

        assertThat(live.online()).isEqualTo(online);
    }
}
