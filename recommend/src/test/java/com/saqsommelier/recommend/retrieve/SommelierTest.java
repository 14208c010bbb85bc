package com.saqsommelier.recommend.retrieve;

import static com.saqsommelier.recommend.retrieve.CatalogueFixture.red;
import static com.saqsommelier.recommend.retrieve.CatalogueFixture.stored;
import static com.saqsommelier.recommend.retrieve.CatalogueFixture.white;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.SampleProduct;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.recommend.question.QuestionParser;
import com.saqsommelier.recommend.question.Remark;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.vector.Embedder;
import com.saqsommelier.recommend.vector.EmbeddingModelName;
import com.saqsommelier.recommend.vector.ExactVectorIndex;
import com.saqsommelier.vocabulary.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SommelierTest {

    private final Product malbec =
            red("11", "Malbec", "Argentine", "Mendoza").priced("21.95").stored();
    private final Product gamay =
            red("12", "Gamay", "France", "Beaujolais").priced("24.50").stored();
    private final Product cabernet = red("13", "Cabernet sauvignon", "États-Unis", "Californie, Napa Valley")
            .priced("79.00")
            .stored();
    private final Product sauvignon = white("14", "Sauvignon blanc", "France", "Vallée de la Loire")
            .priced("19.95")
            .stored();
    private final Product soldOut = red("15", "Malbec", "Argentine", "Mendoza")
            .priced("15.00")
            .available(false)
            .stored();
    private final Product unread = red("16", "Malbec", "Argentine", "Mendoza")
            .priced("15.00")
            .available(null)
            .stored();
    private final CatalogueFixture cellar = CatalogueFixture.of(malbec, gamay, cabernet, sauvignon, soldOut, unread);

    @Test
    void the_question_of_the_plan_gets_bottles_that_fit_and_a_reason() {
        Recommendation answer = cellar.ask("Un rouge corsé pour un méchoui samedi, moins de 25 $");

        assertThat(CatalogueFixture.skus(answer)).containsExactly("11", "12");
        assertThat(answer.loosened()).isEmpty();
        assertThat(answer.picks().getFirst().reason())
                .isEqualTo("Méchoui et vin tannique font bon ménage. Malbec — Mendoza, Argentine.");
    }

    @Test
    void the_reason_is_in_the_language_of_the_question() {
        assertThat(cellar.ask("a full-bodied red for steak under $25")
                        .picks()
                        .getFirst()
                        .reason())
                .isEqualTo("Steak and Mendoza: a classic match. Malbec — Mendoza, Argentina.");
    }

    @Test
    void what_is_sold_out_or_was_never_read_as_available_is_not_recommended() {
        assertThat(cellar.skus("un malbec")).containsExactly("11");
    }

    @Test
    void what_the_persons_stores_have_can_be_bought_too() {
        assertThat(CatalogueFixture.skus(cellar.ask("un malbec", Set.of("15"), Set.of())))
                .containsExactlyInAnyOrder("11", "15");
        assertThat(CatalogueFixture.skus(cellar.ask("un malbec dans mes succursales", Set.of("15"), Set.of())))
                .containsExactly("15");
    }

    @Test
    void what_was_suggested_before_is_left_out() {
        assertThat(CatalogueFixture.skus(cellar.ask("un rouge", Set.of(), Set.of("11", "13"))))
                .containsExactly("12");
    }

    @Test
    void exclusions_hold() {
        assertThat(cellar.skus("un rouge sauf du malbec et du gamay")).containsExactly("13");
        assertThat(cellar.skus("autre chose que du rouge")).containsExactly("14");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "un rouge casher du Beaujolais | FEATURE | 12 | particularité",
                "un pinotage d'Argentine | GRAPE | 11 | cépage",
                "un malbec de Bordeaux | PLACE | 11 | origine",
                "un gamay dans mes succursales | STORE | 12 | succursales",
            })
    void when_nothing_fits_one_constraint_is_loosened_and_the_answer_says_which(
            String question, Constraint loosened, String first, String said) {
        Recommendation answer = cellar.ask(question);

        assertThat(answer.loosened()).containsExactly(loosened);
        assertThat(answer.picks().getFirst().profile().product().sku()).isEqualTo(first);
        assertThat(answer.message()).contains(said);
    }

    @Test
    void each_demand_is_loosened_alone_before_several_are_and_nothing_that_was_not_demanded() {
        Understanding wish =
                new QuestionParser().parse("un malbec casher de Bordeaux, dans mes succursales", Language.FRENCH);

        assertThat(Retrieval.steps(wish))
                .containsExactly(
                        Set.of(),
                        Set.of(Constraint.FEATURE),
                        Set.of(Constraint.GRAPE),
                        Set.of(Constraint.PLACE),
                        Set.of(Constraint.STORE),
                        Set.of(Constraint.FEATURE, Constraint.GRAPE),
                        Set.of(Constraint.FEATURE, Constraint.GRAPE, Constraint.PLACE),
                        Set.of(Constraint.FEATURE, Constraint.GRAPE, Constraint.PLACE, Constraint.STORE));
    }

    @Test
    void a_budget_is_never_given_up_and_the_answer_says_what_the_cheapest_costs() {
        Recommendation answer = cellar.ask("un rouge à moins de 5 $");

        assertThat(answer.picks()).isEmpty();
        assertThat(answer.message()).contains("la moins chère qui correspond coûte");
    }

    @Test
    void words_that_nobody_understands_are_said() {
        assertThat(cellar.ask("un rouge avec capsule à vis").message()).contains("capsule à vis");
        assertThat(cellar.ask("a red with a screw cap").message()).contains("“screw cap”");
        assertThat(cellar.ask("un rouge pour le souper").message()).doesNotContain("pas tenu compte");
    }

    @Test
    void where_nothing_can_be_bought_the_answer_says_so() {
        try (CatalogueFixture empty = CatalogueFixture.of(soldOut)) {
            Recommendation answer = empty.ask("un rouge");

            assertThat(answer.picks()).isEmpty();
            assertThat(answer.message()).contains("Le catalogue a une bouteille");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "🍷 | EMPTY | Dites-moi",
                "what's the weather tomorrow | UNCLEAR | I did not get that",
                "un vin pour mon fils de 14 ans | MINOR | moins de 18",
                "a corkscrew | ACCESSORY | accessories",
            })
    void what_cannot_be_answered_gets_one_line_and_no_bottle(String question, Remark remark, String said) {
        Recommendation answer = cellar.ask(question);

        assertThat(answer.understanding().remarks()).contains(remark);
        assertThat(answer.picks()).isEmpty();
        assertThat(answer.message()).contains(said);
    }

    @Test
    void a_hundred_bottles_are_five_at_most_and_a_named_store_is_not_searched() {
        assertThat(cellar.ask("100 bouteilles de rouge").message()).contains("cinq bouteilles au plus", "Seules 3");
        assertThat(cellar.ask("un rouge à la SAQ de Tombouctou").message()).contains("/mystores");
        assertThat(cellar.ask("un rouge " + "la ".repeat(700)).message()).contains("début");
    }

    @Test
    void the_bottles_of_one_producer_do_not_fill_an_answer() {
        SampleProduct[] samples = {
            red("21", "Malbec", "Argentine", "Mendoza")
                    .madeBy("Une seule maison")
                    .rated("5"),
            red("22", "Malbec", "Argentine", "Mendoza")
                    .madeBy("Une seule maison")
                    .rated("5"),
            red("23", "Malbec", "Argentine", "Mendoza")
                    .madeBy("Une seule maison")
                    .rated("5"),
            red("24", "Malbec", "Argentine", "Mendoza").madeBy("Une autre").rated("4"),
            red("25", "Malbec", "Argentine", "Mendoza").madeBy("Une troisième").rated("4"),
        };
        try (CatalogueFixture alike = CatalogueFixture.of(stored(samples))) {
            assertThat(alike.skus("un malbec")).hasSize(3).contains("24", "25");
        }
    }

    @Test
    void a_producer_that_is_named_comes_first() {
        assertThat(cellar.skus("un rouge de Maison 13").getFirst()).isNotEmpty();
        try (CatalogueFixture named = CatalogueFixture.of(
                red("31", "Malbec", "Argentine", "Mendoza").stored(),
                red("32", "Malbec", "Argentine", "Mendoza")
                        .madeBy("Domaine Bonpas")
                        .stored())) {
            assertThat(named.skus("un malbec de Bonpas").getFirst()).isEqualTo("32");
        }
    }

    @Test
    void port_and_sparkling_wine_are_for_those_who_ask_or_whose_dish_does() {
        Product port = red("41", "Touriga nacional", "Portugal", "Douro")
                .filedUnder("Produits", "Porto et vin fortifié", "Porto", "Porto rouge")
                .stored();
        try (CatalogueFixture both = CatalogueFixture.of(malbec, port)) {
            assertThat(both.skus("un rouge")).containsExactly("11");
            assertThat(both.skus("un porto")).containsExactly("41");
            assertThat(both.skus("avec un gâteau au chocolat").getFirst()).isEqualTo("41");
        }
    }

    @Test
    void a_delisted_product_leaves_the_shelf() {
        Product delisted = new Product(
                malbec.sku(),
                malbec.url(),
                malbec.facts(),
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                List.of(),
                Instant.EPOCH,
                2);
        cellar.shelf.update(List.of(delisted));

        assertThat(cellar.skus("un rouge")).doesNotContain("11");
    }

    @Test
    void vectors_that_fail_leave_facts_and_words() {
        EmbeddingModelName model = new EmbeddingModelName("broken", 2);
        Embedder broken = new Embedder() {
            @Override
            public EmbeddingModelName model() {
                return model;
            }

            @Override
            public List<float[]> embed(List<String> texts) {
                throw new IllegalStateException("no model today");
            }
        };
        Optional<Vectors> vectors = Optional.of(new Vectors(broken, new ExactVectorIndex(model)));
        try (CatalogueFixture grace = CatalogueFixture.of(vectors, List.of(malbec, sauvignon))) {
            assertThat(grace.skus("un rouge")).containsExactly("11");
        }
    }

    @Test
    void a_question_and_its_translation_are_the_same_to_the_vectors() {
        assertThat(Retrieval.inEnglish(
                        cellar.ask("un rouge corsé avec du saumon").understanding(), ""))
                .isEqualTo(Retrieval.inEnglish(
                                cellar.ask("a full-bodied red with salmon").understanding(), "")
                        .replace("full-bodied, Red", "Red, full-bodied"));
    }

    @Test
    void the_guard_finds_what_the_record_does_not_hold() {
        ClaimGuard guard = new ClaimGuard();
        Recommendation answer = cellar.ask("un malbec avec du steak");
        Pick pick = answer.picks().getFirst();

        assertThat(guard.invented(pick.reason(), pick.profile(), answer.understanding()))
                .isEmpty();
        assertThat(guard.invented(
                        "Un syrah bio de Toscane à 19,95 $, 12 bouteilles en stock",
                        pick.profile(),
                        answer.understanding()))
                .containsExactly("grape:Syrah", "region:Toscane", "price:19.95", "stock:12");
        assertThat(guard.invented("A white from Chile for $21.95", pick.profile(), answer.understanding()))
                .containsExactly("colour:Blanc", "country:Chili");
        assertThat(pick.profile().product().facts().offer().available()).isTrue();
        assertThat(answer.understanding().language()).isEqualTo(Language.FRENCH);
    }
}
