package com.saqsommelier.bot.sommelier;

import com.saqsommelier.vocabulary.Grammar;
import com.saqsommelier.vocabulary.Grammar.Role;
import com.saqsommelier.vocabulary.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The open sommelier conversation (session) of each person. Plain text goes on with one while three things hold: the
 * sommelier's answer was the last thing the person asked for, it is less than half an hour old, and the text begins as a
 * follow-up does ("moins cher", "plutôt", "and with fish?") or is a wish by {@link PlainText}. Once the sommelier has asked
 * what is wanted, the next text is the wish, whatever it is. After a restart of the bot it takes a reply to the
 * sommelier's message. Safe for use by several threads.
 */
public final class OpenConversations {

    /** As the backend has it. */
    private static final Duration OPEN = Duration.ofMinutes(30);

    /** More people than that are hardly in a conversation at once; the oldest are forgotten. */
    private static final int MOST = 10_000;

    private final InstantSource clock;

    /** By person; guarded by this. */
    private final Map<Long, Answer> last = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Answer> eldest) {
            return size() > MOST;
        }
    };

    /** @param conversation empty where the sommelier asked what is wanted */
    private record Answer(Optional<UUID> conversation, Instant at) {}

    /** Nobody is in a conversation yet. */
    public OpenConversations(InstantSource clock) {
        this.clock = clock;
    }

    /** Notes that a person has just got an answer. */
    public synchronized void answered(long person, UUID conversation) {
        last.remove(person);
        last.put(person, new Answer(Optional.of(conversation), clock.instant()));
    }

    /** Notes that a person was asked what they want. */
    public synchronized void prompted(long person) {
        last.remove(person);
        last.put(person, new Answer(Optional.empty(), clock.instant()));
    }

    /** Whether the next text of a person is the wish that the sommelier asked for. */
    public synchronized boolean awaitsWish(long person) {
        return open(person).filter(answer -> answer.conversation().isEmpty()).isPresent();
    }

    /** Notes that a person asked for something else. */
    public synchronized void left(long person) {
        last.remove(person);
    }

    /** The conversation that a text goes on with; empty for a text that is a search. */
    public synchronized Optional<UUID> continuedBy(String text, long person) {
        List<String> words = Words.of(text);
        return open(person)
                .filter(answer -> Grammar.bundled().lengthAt(Role.FOLLOW_UP, words, 0) > 0 || PlainText.isWish(text))
                .flatMap(Answer::conversation);
    }

    private Optional<Answer> open(long person) {
        return Optional.ofNullable(last.get(person))
                .filter(answer -> answer.at().plus(OPEN).isAfter(clock.instant()));
    }
}
