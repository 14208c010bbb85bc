package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.recommend.vector.Embedder;
import com.saqsommelier.recommend.vector.EmbedderUnavailableException;
import com.saqsommelier.recommend.vector.VectorIndex;
import com.saqsommelier.recommend.vector.VectorsAwayException;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two halves of a search by meaning. */
public record Vectors(Embedder embedder, VectorIndex index) {

    private static final Logger LOG = LoggerFactory.getLogger(Vectors.class);

    /** What they say; empty while they cannot be asked, for then facts and words answer. */
    <T> Optional<T> ask(Function<Vectors, T> question) {
        try {
            return Optional.of(question.apply(this));
        } catch (VectorsAwayException | EmbedderUnavailableException e) {
            LOG.debug("Answering by facts and words", e);
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("The vectors cannot be asked; answering by facts and words", e);
            return Optional.empty();
        }
    }
}
