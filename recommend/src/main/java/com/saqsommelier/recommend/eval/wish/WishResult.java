package com.saqsommelier.recommend.eval.wish;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answers to a set of wishes.
 *
 * @param set its name
 * @param products how many there were to choose from
 * @param conversations the turns of each
 */
public record WishResult(
        String set,
        int products,
        List<WishAnswer> wishes,
        List<List<WishAnswer>> conversations,
        List<WishAnswer> delicate) {

    /** Takes copies. */
    public WishResult {
        wishes = List.copyOf(wishes);
        conversations = List.copyOf(conversations);
        delicate = List.copyOf(delicate);
    }

    /** A count of what there is. */
    public record Part(long count, long of) {

        /** Between 0 and 1; 1 where there is nothing to count. */
        public double share() {
            return of == 0 ? 1 : count / (double) of;
        }

        @Override
        public String toString() {
            return count + " of " + of;
        }
    }

    /** Answers to wishes whose bottles are all as they must be. */
    public Part right() {
        return part(wishes, WishAnswer::right);
    }

    /** The same by theme. */
    public Map<String, Part> rightByTheme() {
        return wishes.stream()
                .collect(Collectors.groupingBy(
                        WishAnswer::theme,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), some -> part(some, WishAnswer::right))));
    }

    /** Wrong answers to wishes that say something besides the bottles. */
    public Part admitted() {
        return part(wishes.stream().filter(it -> !it.right()).toList(), WishAnswer::admits);
    }

    /** Conversations whose turns are all right. */
    public Part conversationsRight() {
        return part(conversations, turns -> turns.stream().allMatch(WishAnswer::right));
    }

    /** Delicate sayings with the answer that is expected. */
    public Part delicateRight() {
        return part(delicate, WishAnswer::right);
    }

    /** The mean share of bottles that are the same in French and in English, between 0 and 1. */
    public double overlap() {
        return wishes.stream().collect(Collectors.groupingBy(WishAnswer::id)).values().stream()
                .filter(pair -> pair.size() == 2)
                .mapToDouble(pair -> overlap(skus(pair.getFirst()), skus(pair.getLast())))
                .average()
                .orElse(1);
    }

    /** The bottle that is in most answers, with how many, of all that hold bottles; empty where none does. */
    public Optional<Map.Entry<BottleRecord, Part>> mostFrequent() {
        List<WishAnswer> some =
                wishes.stream().filter(it -> !it.bottles().isEmpty()).toList();
        return some.stream()
                .flatMap(it -> it.bottles().stream())
                .collect(Collectors.groupingBy(it -> it, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<BottleRecord, Long>comparingByValue()
                        .thenComparing(it -> it.getKey().sku()))
                .map(it -> Map.entry(it.getKey(), new Part(it.getValue(), some.size())));
    }

    /** The time within which a share of all answers was given; zero where there are none. */
    public Duration quantile(double share) {
        List<Duration> sorted = everything().map(WishAnswer::took).sorted().toList();
        return sorted.isEmpty()
                ? Duration.ZERO
                : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    /** Every wrong answer: wishes, turns, delicate sayings. */
    public List<WishAnswer> wrong() {
        return everything().filter(it -> !it.right()).toList();
    }

    private Stream<WishAnswer> everything() {
        return Stream.of(wishes.stream(), conversations.stream().flatMap(List::stream), delicate.stream())
                .flatMap(it -> it);
    }

    private static <T> Part part(Collection<T> all, Predicate<T> counted) {
        return new Part(all.stream().filter(counted).count(), all.size());
    }

    private static Set<String> skus(WishAnswer answer) {
        return answer.bottles().stream().map(BottleRecord::sku).collect(Collectors.toSet());
    }

    private static double overlap(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        int most = Math.max(one.size(), other.size());
        return most == 0 ? 1 : both.size() / (double) most;
    }
}
