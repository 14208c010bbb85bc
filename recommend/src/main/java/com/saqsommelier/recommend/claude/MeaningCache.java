package com.saqsommelier.recommend.claude;

import com.saqsommelier.recommend.conversation.Question;
import com.saqsommelier.recommend.conversation.Turn;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.vector.Embedder;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.Words;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Claude understood of questions that meant the same, on the same day, under the same prompt, after the same earlier
 * questions. Two questions mean the same when the tables read the same in both, so that all conditions are equal, and the
 * words that no table knows are the same too, or, in English, which the sentence model knows, their vectors are close.
 */
final class MeaningCache {

    private static final Logger LOG = LoggerFactory.getLogger(MeaningCache.class);

    /** Cosine from which two English questions with the same conditions are taken for one. Set by hand. */
    private static final double CLOSE = 0.95;

    private final DayCache<Key, List<Entry>> cache;
    private final Optional<Embedder> embedder;

    MeaningCache(InstantSource clock, Optional<Embedder> embedder) {
        this.cache = new DayCache<>(clock);
        this.embedder = embedder;
    }

    private record Key(Understanding tables, String prompt, List<String> earlier) {}

    private record Entry(String unknownWords, Optional<float[]> vector, ClaudeUnderstanding claimed) {}

    Optional<ClaudeUnderstanding> find(Question question, Understanding tables, Prompt prompt) {
        List<Entry> entries = cache.get(key(question, tables, prompt)).orElse(List.of());
        Optional<Entry> same = entries.stream()
                .filter(entry -> entry.unknownWords.equals(tables.freeText()))
                .findFirst();
        if (same.isPresent() || entries.isEmpty()) {
            return same.map(Entry::claimed);
        }
        Optional<float[]> vector = vector(question, tables);
        return entries.stream()
                .filter(entry -> vector.isPresent() && entry.vector.isPresent())
                .filter(entry -> cosine(vector.orElseThrow(), entry.vector.orElseThrow()) >= CLOSE)
                .findFirst()
                .map(Entry::claimed);
    }

    void keep(Question question, Understanding tables, Prompt prompt, ClaudeUnderstanding claimed) {
        Entry entry = new Entry(tables.freeText(), vector(question, tables), claimed);
        cache.put(key(question, tables, prompt), List.of(entry), there -> {
            List<Entry> more = new ArrayList<>(there);
            more.add(entry);
            return List.copyOf(more);
        });
    }

    private static Key key(Question question, Understanding tables, Prompt prompt) {
        return new Key(
                tables.withFreeText(""),
                prompt.version(),
                question.conversation().turns().stream()
                        .map(Turn::question)
                        .map(Words::key)
                        .toList());
    }

    private Optional<float[]> vector(Question question, Understanding tables) {
        if (embedder.isEmpty() || tables.language() != Language.ENGLISH) {
            return Optional.empty();
        }
        try {
            return Optional.of(embedder.get().embed(List.of(question.text())).getFirst());
        } catch (RuntimeException e) {
            LOG.debug("No vector for a question; only the same words are the same meaning", e);
            return Optional.empty();
        }
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        double ones = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
            ones += one[i] * one[i];
            others += other[i] * other[i];
        }
        return product / Math.sqrt(ones * others);
    }
}
