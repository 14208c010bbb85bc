package com.saqsommelier.recommend.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The answer that a follow-up speaks of. */
    public Optional<Turn> last() {
        return turns.isEmpty() ? Optional.empty() : Optional.of(turns.getLast());
    }

    /** SKUs of every bottle that was suggested in it and is not suggested again. */
    public Set<String> suggested() {
        return turns.stream().flatMap(turn -> turn.suggested().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
