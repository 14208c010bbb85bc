package com.saqsommelier.recommend.retrieve;

import static com.saqsommelier.recommend.retrieve.CatalogueFixture.red;
import static com.saqsommelier.recommend.retrieve.CatalogueFixture.white;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.recommend.document.ProductText;
import com.saqsommelier.recommend.document.Profiler;
import com.saqsommelier.recommend.vector.Embedder;
import com.saqsommelier.recommend.vector.ExactVectorIndex;
import com.saqsommelier.recommend.vector.OnnxEmbedder;
import com.saqsommelier.recommend.vector.VectorIndex;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders to the sommelier in a question, a name, a producer or a description: {@code attacks.txt}. */
class InjectionTest {

    private static final String WISH = "un rouge à moins de 25 $";
    private static final Embedder EMBEDDER = OnnxEmbedder.bundled(Path.of("target", "models"));

    private static final Product MALBEC = red("11", "Malbec", "Argentine", "Mendoza")
            .priced("21.95")
            .rated("5")
            .stored();
    private static final Product GAMAY = red("12", "Gamay", "France", "Beaujolais")
            .priced("24.50")
            .rated("5")
            .stored();
    private static final Product DEAR =
            red("13", "Merlot", "France", "Bordeaux").priced("79.00").stored();
    private static final Product WHITE =
            white("14", "Chardonnay", "France", "Bourgogne").priced("19.95").stored();
    private static final Product SOLD_OUT = red("15", "Malbec", "Chili", "Maipo")
            .priced("9.95")
            .available(false)
            .stored();

    private static final CatalogueFixture CELLAR = cellar(MALBEC, GAMAY, DEAR, WHITE, SOLD_OUT);

    @AfterAll
    static void close() {
        CELLAR.close();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void an_order_in_the_question_lets_nothing_through_that_the_wish_forbids(String attack) {
        for (String question : List.of(WISH + ". " + attack, attack + ". " + WISH)) {
            Recommendation answer = CELLAR.ask(question);

            assertThat(answer.picks()).allSatisfy(pick -> {
                Product product = pick.profile().product();
                assertThat(product.facts().offer().available()).isTrue();
                assertThat(product.sku()).isNotIn("14", "15");
                assertThat(pick.reason()).doesNotContain(attack);
            });
            if (answer.loosened().isEmpty()
                    && answer.understanding().price().max().isPresent()) {
                BigDecimal max = answer.understanding().price().max().get();
                assertThat(answer.picks())
                        .allSatisfy(pick -> assertThat(
                                        pick.profile().product().facts().offer().price())
                                .isLessThanOrEqualTo(max));
            }
            assertThat(answer.message()).doesNotContain(attack);
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void an_order_in_a_name_or_a_producer_wins_no_place_and_is_not_repeated_in_a_reason(String attack) {
        Product planted = red("13", "Merlot", "France", "Bordeaux")
                .named(attack)
                .madeBy(attack)
                .priced("79.00")
                .stored();
        try (CatalogueFixture cellar = cellar(MALBEC, GAMAY, planted, WHITE, SOLD_OUT)) {
            Recommendation answer = cellar.ask(WISH);

            assertThat(CatalogueFixture.skus(answer)).containsExactlyInAnyOrder("11", "12");
            assertThat(cellar.ask("un merlot").picks())
                    .singleElement()
                    .satisfies(pick -> assertThat(pick.reason()).isNotEmpty().doesNotContain(attack));
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void an_order_in_a_description_wins_no_place_and_is_not_repeated_in_either_language(String attack) {
        Product dear = red("13", "Merlot", "France", "Bordeaux")
                .described(attack)
                .priced("79.00")
                .stored();
        Product soldOut = red("15", "Malbec", "Chili", "Maipo")
                .described(attack)
                .priced("9.95")
                .available(false)
                .stored();
        try (CatalogueFixture cellar = cellar(MALBEC, GAMAY, dear, WHITE, soldOut)) {
            for (String wish : List.of(WISH, "a red under $25")) {
                assertThat(CatalogueFixture.skus(cellar.ask(wish))).as(wish).containsExactlyInAnyOrder("11", "12");
            }
            for (String wish : List.of("un merlot de Bordeaux", "a merlot from Bordeaux")) {
                Recommendation honest = CELLAR.ask(wish);
                assertThat(cellar.ask(wish).picks())
                        .singleElement()
                        .satisfies(pick -> assertThat(pick.reason())
                                .isEqualTo(honest.picks().getFirst().reason()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void an_order_in_the_name_of_a_store_is_read_as_any_store_that_there_is_not(String attack) {
        for (String wish : List.of(
                WISH + " à la SAQ " + attack, "un rouge à moins de 25 $ dans ma succursale " + attack,
                "a red under $25 at the SAQ " + attack, "a red under $25 in my store " + attack)) {
            Recommendation answer = CELLAR.ask(wish, Set.of("11", "12", "13", "14"), Set.of());

            assertThat(CatalogueFixture.skus(answer)).as(wish).doesNotContain("15");
            assertThat(answer.picks())
                    .as(wish)
                    .allSatisfy(pick -> assertThat(pick.reason()).doesNotContain(attack));
            assertThat(answer.message()).as(wish).doesNotContain(attack);
        }
    }

    @Test
    void there_are_at_least_forty_in_both_languages() throws IOException {
        assertThat(attacks()).hasSizeGreaterThanOrEqualTo(40);
    }

    private static CatalogueFixture cellar(Product... products) {
        ExactVectorIndex vectors = new ExactVectorIndex(EMBEDDER.model());
        Profiler profiler = new Profiler();
        for (Product product : products) {
            ProductText text = ProductText.of(profiler.profile(product));
            vectors.upsert(List.of(new VectorIndex.Entry(
                    product.sku(), "", EMBEDDER.embed(List.of(text.text())).getFirst())));
        }
        return CatalogueFixture.of(Optional.of(new Vectors(EMBEDDER, vectors)), List.of(products));
    }

    static List<String> attacks() throws IOException {
        try (InputStream lines = Objects.requireNonNull(InjectionTest.class.getResourceAsStream("attacks.txt"))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
