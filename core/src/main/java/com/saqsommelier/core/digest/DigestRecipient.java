package com.saqsommelier.core.digest;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who is to get the digest of a week, claimed by somebody who will try to send it.
 *
 * @param userId a person or a group, as {@code tg:123}
 * @param language {@code fr} or {@code en}; empty where the person chose none, and for groups
 * @param quiet whether the person has quiet hours now: the digest may come, without a sound
 * @param partsBegun how many of its messages may have been sent already
 * @param leasedUntil until when nobody else can claim it
 * @param lastTry whether it has failed for good when this try fails
 */
public record DigestRecipient(
        String userId,
        Optional<String> language,
        boolean quiet,
        int partsBegun,
        Instant leasedUntil,
        boolean lastTry) {}
