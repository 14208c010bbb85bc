package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a command. */
public enum VisitOutcome {
    /** It was answered. */
    @JsonProperty("answered")
    ANSWERED,
    /** Of somebody who may not come in. */
    @JsonProperty("turned_away")
    TURNED_AWAY,
    /** The backend did not answer the bot, and the person was told so. */
    @JsonProperty("unavailable")
    UNAVAILABLE,
    /** Something went wrong in the bot, and the person was told so. */
    @JsonProperty("failed")
    FAILED
}
