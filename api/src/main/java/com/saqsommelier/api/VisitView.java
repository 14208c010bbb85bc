package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a bot must know of a command that arrived.
 *
 * @param state whether to handle it
 * @param entry whether the person may come in
 * @param language {@code fr} or {@code en}; null where the choice is left to the channel
 */
public record VisitView(State state, Entry entry, @Nullable String language) {

    /** Whether a command is to be handled. */
    public enum State {
        /** It is, by the process that asked. */
        @JsonProperty("new")
        NEW,
        /** Another handles it, and may be killed while it does. */
        @JsonProperty("begun")
        BEGUN,
        /** It was handled. */
        @JsonProperty("done")
        DONE
    }

    /** Whether a person may come in. */
    public enum Entry {
        /** Yes. */
        @JsonProperty("in")
        IN,
        /** No; the person was told within a day. */
        @JsonProperty("out")
        OUT,
        /** No, and the person is to be told so now. */
        @JsonProperty("tell")
        TELL
    }
}
