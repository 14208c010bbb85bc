package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.conversation.Interpretation;
import com.saqsommelier.recommend.conversation.Interpreter;
import com.saqsommelier.recommend.conversation.Mode;
import com.saqsommelier.recommend.conversation.OfflineInterpreter;
import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.Remark;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.search.CatalogueIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Answers a question from the catalogue alone: an interpreter understands it, bottles are chosen, a writer tells why. Safe
 * for use by several threads.
 */
public final class Sommelier {

    private final ProductShelf shelf;
    private final Optional<Vectors> vectors;
    private final Interpreter interpreter;
    private final Retrieval retrieval;
    private final ReasonWriter writer;
    private final CarefulAnswer careful;

    /**
     * A sommelier with an interpreter and a writer of one's choice.
     *
     * @param vectors absent to choose by facts and words alone
     */
    public Sommelier(
            ProductShelf shelf,
            CatalogueIndex words,
            Optional<Vectors> vectors,
            Interpreter interpreter,
            ReasonWriter writer) {
        this.shelf = shelf;
        this.vectors = vectors;
        this.interpreter = interpreter;
        this.retrieval = new Retrieval(shelf, words, vectors);
        this.writer = writer;
        this.careful = new CarefulAnswer(shelf);
    }

    private Sommelier(Sommelier other, Interpreter interpreter, ReasonWriter writer) {
        this.shelf = other.shelf;
        this.vectors = other.vectors;
        this.interpreter = interpreter;
        this.retrieval = other.retrieval;
        this.writer = writer;
        this.careful = other.careful;
    }

    /** One who chooses the same bottles, with another interpreter and another writer. */
    public Sommelier with(Interpreter interpreter, ReasonWriter writer) {
        return new Sommelier(this, interpreter, writer);
    }

    /** What is chosen from. */
    public ProductShelf shelf() {
        return shelf;
    }

    /** How meanings are compared; empty where they are not. */
    public Optional<Vectors> vectors() {
        return vectors;
    }

    /** A sommelier that needs nobody else. */
    public Sommelier(ProductShelf shelf, CatalogueIndex words, Optional<Vectors> vectors) {
        this(shelf, words, vectors, new OfflineInterpreter(shelf::find), new ComposedReasons());
    }

    /** Answers; never fails for what a question holds, nor because the vectors cannot be asked. */
    public Recommendation recommend(Request request) {
        StageTimes times = new StageTimes();
        return careful.to(request, times).orElseGet(() -> answer(request, times));
    }

    private Recommendation answer(Request request, StageTimes times) {
        Interpretation read = times.time(Stage.INTERPRET, () -> interpreter.interpret(request.question()));
        Understanding wish = read.understanding();
        Optional<ProductProfile> about = read.about().flatMap(shelf::find);
        if (about.isPresent()) {
            return about(about.get(), wish, times);
        }
        if (read.reply().isPresent()) {
            return inWords(read, read.reply().get(), times);
        }
        if (wish.remarks().stream().anyMatch(Remark::refuses)) {
            return inWords(read, Messages.remarks(wish), times);
        }
        Selection selection = retrieval.select(wish, Availability.of(request), times);
        if (selection.bottles().isEmpty()) {
            return inWords(read, Messages.nothing(selection), times);
        }
        WrittenReasons written = times.time(Stage.REASONS, () -> writer.write(request.question(), selection));
        return new Recommendation(
                wish.withFreeText(selection.unread()),
                picks(selection, written.reasons()),
                selection.loosened(),
                Stream.of(written.message(), Messages.of(selection))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")),
                AnswerLevel.of(written.by(), selection.byVectors()),
                written.replaced(),
                selection.candidates(),
                times.soFar());
    }

    /** All that is known of a bottle that was shown. */
    private static Recommendation about(ProductProfile bottle, Understanding wish, StageTimes times) {
        Understanding open = Understanding.nothing(wish.language());
        String told = String.join(" ", new ReasonFacts(bottle, open).sentences());
        return new Recommendation(
                wish,
                List.of(new Pick(bottle, told, 0)),
                Set.of(),
                "",
                AnswerLevel.of(Mode.OFFLINE, false),
                0,
                List.of(),
                times.soFar());
    }

    private static Recommendation inWords(Interpretation read, String message, StageTimes times) {
        return new Recommendation(
                read.understanding(),
                List.of(),
                Set.of(),
                message,
                AnswerLevel.of(read.by(), false),
                0,
                List.of(),
                times.soFar());
    }

    private static List<Pick> picks(Selection selection, List<String> reasons) {
        Map<String, Double> scores = new HashMap<>();
        selection.candidates().forEach(candidate -> scores.put(candidate.sku(), candidate.score()));
        return IntStream.range(0, selection.bottles().size())
                .mapToObj(i -> {
                    ProductProfile bottle = selection.bottles().get(i);
                    return new Pick(
                            bottle,
                            reasons.get(i),
                            scores.getOrDefault(bottle.product().sku(), 0.0));
                })
                .toList();
    }
}
