package com.saqsommelier.recommend.eval;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.saqsommelier.core.SampleProduct;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.recommend.conversation.Interpreter;
import com.saqsommelier.recommend.conversation.Mode;
import com.saqsommelier.recommend.conversation.OfflineInterpreter;
import com.saqsommelier.recommend.retrieve.ProductShelf;
import com.saqsommelier.recommend.retrieve.ReasonWriter;
import com.saqsommelier.recommend.retrieve.Sommelier;
import com.saqsommelier.recommend.retrieve.WrittenReasons;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Figures that can be worked out by hand. */
class EvalRunTest {

    private final ProductShelf shelf = new ProductShelf();
    private final CatalogueIndex words = new CatalogueIndex();

    EvalRunTest() {
        List<Product> products = Stream.of(
                        bottle("11", "Malbec", "20.00"),
                        bottle("12", "Malbec", "30.00"),
                        bottle("13", "Gamay", "22.00"),
                        bottle("14", "Gamay", "24.00").madeBy("Maison 13"),
                        bottle("15", "Malbec", "10.00").available(false))
                .map(SampleProduct::stored)
                .toList();
        shelf.update(products);
        words.update(products);
    }

    @AfterEach
    void close() {
        words.close();
    }

    @Test
    void answers_that_are_right_reach_every_demand() {
        EvalResult result = run(sommelier(), question("q1", "un malbec à moins de 25 $", "Malbec", 25));

        assertThat(result.holds()).isTrue();
        assertThat(measure(result, "constraints met").value()).isEqualTo(1);
        assertThat(measure(result, "recall@5").value()).isEqualTo(1);
        assertThat(measure(result, "nDCG@10").value()).isEqualTo(1, within(1e-9));
        assertThat(result.misses()).isEmpty();
        assertThat(result.quantile(0.95)).isPresent();
    }

    @Test
    void a_question_that_was_understood_wrongly_shows() {
        EvalResult result = run(sommelier(), question("q1", "un gamay à moins de 25 $", "Malbec", 25));

        assertThat(measure(result, "constraints met").value()).isZero();
        assertThat(measure(result, "constraints met").holds()).isFalse();
        assertThat(measure(result, "recall@5").value()).isZero();
        assertThat(measure(result, "available").value()).isEqualTo(1);
        assertThat(measure(result, "producers that differ").value()).isEqualTo(0.5);
        assertThat(result.holds()).isFalse();
        assertThat(EvalTable.of(result)).contains("constraints met", "MISSED", "0.000");
        assertThat(EvalTable.misses(result.misses())).contains("0 of 2 bottles as demanded");
    }

    @Test
    void what_the_answer_says_it_gave_up_is_not_demanded() {
        EvalQuestion kosher = new EvalQuestion(
                "q1",
                "q1",
                "constraint",
                true,
                Language.FRENCH,
                List.of(),
                "un malbec casher",
                new Label(
                        List.of(
                                WineVocabulary.bundled().term(Theme.GRAPE, "Malbec"),
                                WineVocabulary.bundled().term(Theme.FEATURE, "Casher")),
                        List.of(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty()),
                new Label(List.of(), List.of(), OptionalDouble.empty(), OptionalDouble.empty()));
        EvalResult result = run(sommelier(), kosher);

        assertThat(measure(result, "constraints met").value()).isEqualTo(1);
        assertThat(measure(result, "answers that gave something up").value()).isEqualTo(1);
        assertThat(measure(result, "recall@5").of())
                .as("nothing could be right")
                .isZero();
    }

    @Test
    void a_claim_that_the_record_does_not_hold_is_counted() {
        Interpreter interpreter = new OfflineInterpreter();
        ReasonWriter liar = (question, selection) -> new WrittenReasons(
                selection.bottles().stream().map(bottle -> "Un syrah bio.").toList(), "", Mode.OFFLINE, 0);
        Sommelier lying = new Sommelier(shelf, words, Optional.empty(), interpreter, liar);

        EvalResult result = run(lying, question("q1", "un malbec à moins de 25 $", "Malbec", 25));

        assertThat(measure(result, "invented claims").value()).isPositive();
        assertThat(result.holds()).isFalse();
    }

    @Test
    void a_question_and_its_translation_are_compared_and_a_thread_is_followed() {
        EvalQuestion french = question("q1", "un malbec", "Malbec", 100);
        EvalQuestion english = new EvalQuestion(
                "q1-en",
                "q1",
                "follow-up",
                true,
                Language.ENGLISH,
                List.of("a gamay"),
                "rather a malbec",
                french.must(),
                french.should());

        EvalResult result = run(sommelier(), french, english);

        assertThat(measure(result, "French/English overlap@10").value()).isEqualTo(1);
        assertThat(measure(result, "French/English overlap@10").of()).isEqualTo(1);
    }

    @Test
    void the_page_needs_nothing_else_and_shows_what_missed() {
        EvalResult result = run(sommelier(), question("q1", "un gamay <b>à moins de 25 $", "Malbec", 25));

        String page = EvalPage.of(List.of(result), "", Instant.EPOCH, "a model");

        assertThat(page)
                .contains("<svg", "prefers-color-scheme: dark", "viewport", "Some demands are missed", "&lt;b&gt;")
                .doesNotContain("<script", "http://", "https://", "<b>à");
    }

    @Test
    void the_committed_questions_can_be_read() {
        assertThat(EvalQuestions.all()).hasSizeGreaterThanOrEqualTo(170);
        assertThat(EvalQuestions.all()).filteredOn(it -> !it.thread().isEmpty()).hasSizeGreaterThanOrEqualTo(24);
        assertThat(EvalQuestions.quick()).hasSize(15);
        assertThat(EvalQuestions.quick()).extracting(EvalQuestion::topic).contains("follow-up", "pairing", "negation");
    }

    private Sommelier sommelier() {
        return new Sommelier(shelf, words, Optional.empty());
    }

    private EvalResult run(Sommelier sommelier, EvalQuestion... questions) {
        return new EvalResult(
                "A shelf", 5, false, new EvalRun(shelf, sommelier).run(List.of(questions), question -> {}));
    }

    private static Measure measure(EvalResult result, String name) {
        return result.measures().stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static EvalQuestion question(String id, String text, String grape, double maxPrice) {
        Term term = WineVocabulary.bundled().term(Theme.GRAPE, grape);
        return new EvalQuestion(
                id,
                id,
                "constraint",
                true,
                Language.FRENCH,
                List.of(),
                text,
                new Label(List.of(term), List.of(), OptionalDouble.empty(), OptionalDouble.of(maxPrice)),
                new Label(List.of(), List.of(), OptionalDouble.empty(), OptionalDouble.empty()));
    }

    private static SampleProduct bottle(String sku, String grape, String price) {
        return aRedWine()
                .sku(sku)
                .named("Bouteille " + sku)
                .madeBy("Maison " + sku)
                .grapes(grape)
                .priced(price);
    }
}
