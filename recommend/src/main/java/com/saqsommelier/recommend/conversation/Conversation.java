package com.saqsommelier.recommend.conversation;

import com.saqsommelier.recommend.question.Remark;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was said so far in one thread; it ends after half an hour of silence, or when the person begins anew.
 *
 * @param turns oldest first; empty at the beginning
 */
public record Conversation(List<Turn> turns) {

    /** Nothing was said yet. */
    public static final Conversation NEW = new Conversation(List.of());

    /** Takes a copy. */
    public Conversation {
        turns = List.copyOf(turns);
    }

    /** The last turn that was a wish for bottles: what a follow-up speaks of. */
    public Optional<Turn> lastWish() {
        return sinceLastBeginning().reversed().stream()
                .filter(turn -> turn.understanding().remarks().stream().noneMatch(Remark::refuses))
                .findFirst();
    }

    private List<Turn> sinceLastBeginning() {
        for (int at = turns.size() - 1; at >= 0; at--) {
            if (turns.get(at).understanding().remarks().contains(Remark.BEGIN_ANEW)) {
                return turns.subList(at + 1, turns.size());
            }
        }
        return turns;
    }

    /** The same with one turn more. */
    public Conversation and(Turn turn) {
        return new Conversation(Stream.concat(turns.stream(), Stream.of(turn)).toList());
    }

    /** SKUs of every bottle that was suggested in it and is not suggested again. */
    public Set<String> suggested() {
        return sinceLastBeginning().stream()
                .flatMap(turn -> turn.suggested().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
