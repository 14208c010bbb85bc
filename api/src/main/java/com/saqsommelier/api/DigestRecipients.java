package com.saqsommelier.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recipients that were claimed.
 *
 * @param week whose digest they get
 * @param recipients empty when nobody can be claimed now
 * @param waiting how many others have not got it: somebody else has claimed them, or they wait for another try
 */
public record DigestRecipients(
        @Schema(example = "2026-W48") String week,
        List<Recipient> recipients,
        @Schema(example = "0") int waiting) {

    /** Copies the list. */
    public DigestRecipients {
        recipients = List.copyOf(recipients);
    }

    /**
     * Somebody who is to get the digest.
     *
     * @param userId a person or a group
     * @param language {@code fr} or {@code en}; null where none was chosen, and for groups
     * @param quiet whether the person has quiet hours now: it should make no sound
     * @param partsBegun how many of its messages may have been sent already
     * @param leasedUntil until when nobody else is given it
     * @param lastTry whether it has failed for good when this try fails
     */
    @Schema(name = "DigestRecipient")
    public record Recipient(
            @JsonProperty("user_id") @Schema(example = "tg:123")
            String userId,

            @Nullable String language,
            boolean quiet,
            @JsonProperty("parts_begun") int partsBegun,
            @JsonProperty("leased_until") Instant leasedUntil,
            @JsonProperty("last_try") boolean lastTry) {}
}
