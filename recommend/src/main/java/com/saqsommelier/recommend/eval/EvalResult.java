package com.saqsommelier.recommend.eval;

import com.saqsommelier.recommend.retrieve.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answers of one run over one catalogue.
 *
 * @param catalogue its name
 * @param products how many it has
 * @param quick whether it was the short set, on which the style is demanded of all questions and not of a third
 * @param judged what a judge made of the answers; empty where none was asked
 */
public record EvalResult(
        String catalogue, int products, boolean quick, List<EvalAnswer> answers, Optional<Judged> judged) {

    /** Takes a copy. */
    public EvalResult {
        answers = List.copyOf(answers);
    }

    /** Without a judge. */
    public EvalResult(String catalogue, int products, boolean quick, List<EvalAnswer> answers) {
        this(catalogue, products, quick, answers, Optional.empty());
    }

    /**
     * The same with a judge's grades.
     *
     * @param graded is told of each answer once it was judged, whether it has a grade or not
     */
    public EvalResult judgedBy(Judge judge, Runnable graded) {
        BigDecimal before = judge.cost();
        List<EvalAnswer> all = answers.stream()
                .map(it -> it.with(judge.grade(it.question(), it.answer())))
                .peek(it -> graded.run())
                .toList();
        List<Integer> scores = all.stream()
                .flatMap(it -> it.grade().stream())
                .map(Grade::score)
                .toList();
        return new EvalResult(
                catalogue,
                products,
                quick,
                all,
                Optional.of(new Judged(
                        judge.name(), scores, all.size(), judge.cost().subtract(before))));
    }

    /** Dollars that the answers and their grades cost; the answers themselves ask no model over the network. */
    public BigDecimal cost() {
        return judged.map(Judged::cost).orElse(BigDecimal.ZERO);
    }

    /** Answers that the judge likes least, at most so many, none of them with the best grade. */
    public List<EvalAnswer> leastLiked(int most) {
        return answers.stream()
                .filter(it ->
                        it.grade().filter(grade -> grade.score() < Grade.MOST).isPresent())
                .sorted(Comparator.comparingInt(it -> it.grade().orElseThrow().score()))
                .limit(most)
                .toList();
    }

    /** Whether every demand is met. */
    public boolean holds() {
        return measures().stream().allMatch(Measure::holds);
    }

    /** The figures, those with demands first. */
    public List<Measure> measures() {
        int bottles =
                answers.stream().mapToInt(it -> it.answer().picks().size()).sum();
        int invented = answers.stream().mapToInt(it -> it.invented().size()).sum();
        List<EvalAnswer> validation = answers.stream()
                .filter(it -> quick || it.question().validation())
                .toList();
        List<Double> overlaps = overlaps();
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.atLeast("constraints met", share(EvalAnswer::met, bottles), bottles, 0.98));
        measures.add(Measure.atLeast("available", share(EvalAnswer::available, bottles), bottles, 1));
        measures.add(Measure.atMost("invented claims", invented, bottles, 0));
        measures.add(Measure.atLeast("French/English overlap@10", average(overlaps.stream()), overlaps.size(), 0.80));
        measures.add(expected("expected style in the first five" + (quick ? "" : ", validation"), validation, 0.90));
        measures.add(Measure.told("expected style in the first five, all", average(expected(answers)), (int)
                expected(answers).count()));
        measures.add(mean("recall@5", EvalAnswer::recall));
        measures.add(mean("nDCG@10", EvalAnswer::gain));
        measures.add(mean("producers that differ", EvalAnswer::diversity));
        measures.add(Measure.told(
                "answers that gave something up",
                answers.stream().filter(it -> !it.answer().loosened().isEmpty()).count() / (double) answers.size(),
                answers.size()));
        measures.add(Measure.told(
                "answers without a bottle",
                answers.stream().filter(it -> it.answer().picks().isEmpty()).count() / (double) answers.size(),
                answers.size()));
        return List.copyOf(measures);
    }

    /** The answers of each topic, in the order of their names. */
    public Map<String, EvalResult> byTopic() {
        return answers.stream()
                .collect(Collectors.groupingBy(it -> it.question().topic(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        topic -> new EvalResult(catalogue, products, true, topic.getValue()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** The time within which a share of the answers was given, by stage; empty when no answer had the stage. */
    public Optional<Duration> quantile(Stage stage, double share) {
        return quantile(
                answers.stream()
                        .flatMap(it -> Stream.ofNullable(it.answer().stages().get(stage))),
                share);
    }

    /** The time within which a share of the answers was given. */
    public Optional<Duration> quantile(double share) {
        return quantile(answers.stream().map(EvalAnswer::took), share);
    }

    /** Answers that are worth a look: a demand unmet, a style missed, an invented claim. */
    public List<EvalAnswer> misses() {
        return answers.stream()
                .filter(it -> it.met() < it.answer().picks().size()
                        || it.expected().equals(Optional.of(false))
                        || !it.invented().isEmpty()
                        || it.answer().picks().isEmpty())
                .toList();
    }

    private static Optional<Duration> quantile(Stream<Duration> times, double share) {
        List<Duration> sorted = times.sorted().toList();
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size()))));
    }

    private double share(Function<EvalAnswer, Integer> counted, int bottles) {
        return answers.stream().mapToInt(counted::apply).sum() / (double) Math.max(1, bottles);
    }

    private static Measure expected(String name, List<EvalAnswer> some, double floor) {
        return Measure.atLeast(
                name, average(expected(some)), (int) expected(some).count(), floor);
    }

    private static Stream<Double> expected(List<EvalAnswer> some) {
        return some.stream().flatMap(it -> it.expected().stream()).map(found -> found ? 1.0 : 0.0);
    }

    private Measure mean(String name, Function<EvalAnswer, OptionalDouble> measured) {
        List<Double> values = answers.stream()
                .map(measured)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        return Measure.told(name, average(values.stream()), values.size());
    }

    private static double average(Stream<Double> values) {
        return values.mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private List<Double> overlaps() {
        Collection<List<EvalAnswer>> pairs = answers.stream()
                .collect(Collectors.groupingBy(it -> it.question().pair()))
                .values();
        return pairs.stream()
                .filter(pair -> pair.size() == 2)
                .map(EvalResult::overlap)
                .toList();
    }

    private static double overlap(List<EvalAnswer> pair) {
        Set<String> one = new HashSet<>(pair.getFirst().topTen());
        Set<String> other = new HashSet<>(pair.getLast().topTen());
        int most = Math.max(one.size(), other.size());
        one.retainAll(other);
        return most == 0 ? 1 : one.size() / (double) most;
    }
}
