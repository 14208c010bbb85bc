package com.saqsommelier.recommend.eval.wish;

import com.saqsommelier.recommend.conversation.Conversation;
import com.saqsommelier.recommend.conversation.Question;
import com.saqsommelier.recommend.conversation.Turn;
import com.saqsommelier.recommend.retrieve.Recommendation;
import com.saqsommelier.recommend.retrieve.Request;
import com.saqsommelier.recommend.retrieve.Sommelier;
import com.saqsommelier.vocabulary.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks a sommelier the wishes of a set and checks the answers against records. */
public final class WishRun {

    private final Sommelier sommelier;
    private final Map<String, BottleRecord> records;

    /** @param records of every product that the sommelier knows */
    public WishRun(Sommelier sommelier, Collection<BottleRecord> records) {
        this.sommelier = sommelier;
        this.records = records.stream().collect(Collectors.toMap(BottleRecord::sku, Function.identity()));
    }

    /** Asks everything, one after the other. */
    public WishResult run(WishSet set) {
        return new WishResult(
                set.name(),
                records.size(),
                set.wishes().stream().map(this::wish).toList(),
                set.conversations().stream().map(this::conversation).toList(),
                set.delicate().stream().map(this::delicate).toList());
    }

    private WishAnswer wish(Wish wish) {
        Answer answer = ask(wish.text(), wish.language(), Conversation.NEW);
        return answer.checked(
                wish.id(),
                wish.theme(),
                wish.language(),
                faults(answer, wish.must(), OptionalDouble.empty()),
                possible(wish.must()));
    }

    private List<WishAnswer> conversation(WishConversation asked) {
        List<WishAnswer> answers = new ArrayList<>();
        Conversation before = Conversation.NEW;
        OptionalDouble cheapest = OptionalDouble.empty();
        for (WishConversation.Turn turn : asked.turns()) {
            Answer answer = ask(turn.says(), asked.language(), before);
            answers.add(answer.checked(
                    asked.id() + "/" + (answers.size() + 1),
                    "conversation",
                    asked.language(),
                    faults(answer, turn.must(), cheapest),
                    possible(turn.must())));
            before = before.and(new Turn(
                    turn.says(),
                    answer.given().understanding(),
                    answer.bottles().stream().map(BottleRecord::sku).toList()));
            cheapest = answer.bottles().stream()
                    .flatMapToDouble(bottle -> bottle.price().stream())
                    .min();
        }
        return answers;
    }

    private WishAnswer delicate(DelicateSaying saying) {
        Answer answer = ask(saying.says(), Language.FRENCH, Conversation.NEW);
        Set<String> faults = new LinkedHashSet<>(saying.must().unmet(answer.bottles(), OptionalDouble.empty()));
        switch (saying.bottles()) {
            case NONE -> {
                if (!answer.bottles().isEmpty()) {
                    faults.add("bottles");
                }
            }
            case SOME -> {
                if (answer.bottles().isEmpty()) {
                    faults.add("no bottle");
                }
            }
            case MAYBE -> {}
        }
        String message = answer.given().message();
        if (!saying.message().matcher(message).find() || (answer.bottles().isEmpty() && message.isBlank())) {
            faults.add("message");
        }
        return answer.checked(saying.id(), "delicate", Language.FRENCH, faults, true);
    }

    /** An answer without a bottle is right where none may be, and where the catalogue has none and the answer says so. */
    private Set<String> faults(Answer answer, Must must, OptionalDouble cheapest) {
        if (must.wantsNone()) {
            return answer.bottles().isEmpty() ? Set.of() : Set.of("bottles");
        }
        if (answer.bottles().isEmpty()) {
            return possible(must) || answer.given().message().isBlank() ? Set.of("no bottle") : Set.of();
        }
        return must.unmet(answer.bottles(), cheapest);
    }

    private boolean possible(Must must) {
        return records.values().stream()
                .anyMatch(bottle -> must.unmetBy(bottle, OptionalDouble.empty()).isEmpty());
    }

    private Answer ask(String text, Language language, Conversation conversation) {
        long begin = System.nanoTime();
        Recommendation given =
                sommelier.recommend(new Request(new Question("eval", text, language, conversation), Set.of()));
        return new Answer(
                text,
                given,
                given.picks().stream()
                        .map(pick -> pick.profile().product().sku())
                        .map(sku -> Objects.requireNonNull(records.get(sku), sku))
                        .toList(),
                Duration.ofNanos(System.nanoTime() - begin));
    }

    private record Answer(String says, Recommendation given, List<BottleRecord> bottles, Duration took) {

        WishAnswer checked(String id, String theme, Language language, Set<String> faults, boolean possible) {
            return new WishAnswer(id, theme, language, says, bottles, given.message(), faults, possible, took);
        }
    }
}
