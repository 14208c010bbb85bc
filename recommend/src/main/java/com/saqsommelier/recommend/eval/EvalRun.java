package com.saqsommelier.recommend.eval;

import com.saqsommelier.recommend.conversation.Conversation;
import com.saqsommelier.recommend.conversation.Question;
import com.saqsommelier.recommend.conversation.Turn;
import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.retrieve.Candidate;
import com.saqsommelier.recommend.retrieve.ClaimGuard;
import com.saqsommelier.recommend.retrieve.Pick;
import com.saqsommelier.recommend.retrieve.ProductShelf;
import com.saqsommelier.recommend.retrieve.Recommendation;
import com.saqsommelier.recommend.retrieve.Request;
import com.saqsommelier.recommend.retrieve.Sommelier;
import com.saqsommelier.vocabulary.Theme;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Asks a sommelier questions and measures the answers. */
public final class EvalRun {

    private static final int FIRST = 5;
    private static final int TOP = 10;
    private static final double LOG_2 = Math.log(2);

    private final ProductShelf shelf;
    private final Sommelier sommelier;
    private final ClaimGuard guard = new ClaimGuard();

    /** @param shelf all that the sommelier can recommend */
    public EvalRun(ProductShelf shelf, Sommelier sommelier) {
        this.shelf = shelf;
        this.sommelier = sommelier;
    }

    /**
     * Asks.
     *
     * @param asked is told each question before it is asked
     */
    public List<EvalAnswer> run(List<EvalQuestion> questions, Consumer<EvalQuestion> asked) {
        return questions.stream().peek(asked).map(this::ask).toList();
    }

    private EvalAnswer ask(EvalQuestion question) {
        Conversation conversation = Conversation.NEW;
        for (String before : question.thread()) {
            Recommendation answer = recommend(question, before, conversation);
            conversation = conversation.and(new Turn(before, answer.understanding(), skus(answer)));
        }
        long begin = System.nanoTime();
        Recommendation answer = recommend(question, question.question(), conversation);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        return measured(question, answer, took, conversation.suggested());
    }

    private Recommendation recommend(EvalQuestion question, String text, Conversation conversation) {
        return sommelier.recommend(
                new Request(new Question("eval", text, question.language(), conversation), Set.of()));
    }

    private static List<String> skus(Recommendation answer) {
        return answer.picks().stream()
                .map(pick -> pick.profile().product().sku())
                .toList();
    }

    private EvalAnswer measured(EvalQuestion question, Recommendation answer, Duration took, Set<String> suggested) {
        List<ProductProfile> ranked = answer.candidates().stream()
                .map(Candidate::sku)
                .flatMap(sku -> shelf.find(sku).stream())
                .toList();
        int[] ideal = shelf.profiles().stream()
                .filter(bottle -> isAvailable(bottle)
                        && !suggested.contains(bottle.product().sku()))
                .mapToInt(bottle -> grade(question, bottle))
                .filter(grade -> grade > 0)
                .map(grade -> -grade)
                .sorted()
                .map(grade -> -grade)
                .toArray();
        long right = IntStream.of(ideal).filter(grade -> grade == 2).count();
        long found = ranked.stream()
                .limit(FIRST)
                .filter(bottle -> grade(question, bottle) == 2)
                .count();
        double best = gain(IntStream.of(ideal));
        return new EvalAnswer(
                question,
                answer,
                took,
                count(answer, pick -> question.must().fits(pick.profile(), answer.loosened())),
                count(answer, pick -> isAvailable(pick.profile())),
                question.should().isEmpty()
                        ? Optional.empty()
                        : Optional.of(ranked.stream()
                                .limit(FIRST)
                                .anyMatch(bottle -> question.should().fits(bottle, Set.of()))),
                right == 0 ? OptionalDouble.empty() : OptionalDouble.of(found / (double) Math.min(FIRST, right)),
                best == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(gain(ranked.stream().mapToInt(it -> grade(question, it))) / best),
                answer.picks().stream()
                        .flatMap(pick -> guard.invented(pick.reason(), pick.profile(), answer.understanding()).stream())
                        .toList(),
                diversity(answer),
                Optional.empty());
    }

    private static int count(Recommendation answer, Predicate<Pick> holds) {
        return (int) answer.picks().stream().filter(holds).count();
    }

    /** 2 for what the question demands and expects, 1 for what it demands alone, 0 for the rest. */
    private static int grade(EvalQuestion question, ProductProfile bottle) {
        if (!question.must().fits(bottle, Set.of()) || !(bottle.wine() || namesAKind(question))) {
            return 0;
        }
        return question.should().fits(bottle, Set.of()) ? 2 : 1;
    }

    private static boolean namesAKind(EvalQuestion question) {
        return question.must().wanted().stream().anyMatch(term -> term.theme() == Theme.KIND);
    }

    private static boolean isAvailable(ProductProfile bottle) {
        return Boolean.TRUE.equals(bottle.product().facts().offer().available());
    }

    /** Discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002, with gains 2^grade - 1). */
    private static double gain(IntStream grades) {
        int[] first = grades.limit(TOP).toArray();
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += ((1 << first[i]) - 1) / (Math.log(i + 2) / LOG_2);
        }
        return sum;
    }

    private static OptionalDouble diversity(Recommendation answer) {
        int picks = answer.picks().size();
        if (picks < 2) {
            return OptionalDouble.empty();
        }
        long producers = answer.picks().stream()
                .map(pick -> Stream.ofNullable(
                                pick.profile().product().facts().origin().producer())
                        .findFirst()
                        .orElseGet(() -> pick.profile().product().sku()))
                .distinct()
                .count();
        return OptionalDouble.of(producers / (double) picks);
    }
}
