package com.saqsommelier.recommend.eval.wish;

import com.saqsommelier.vocabulary.Language;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * An answer with what is wrong with it.
 *
 * @param id of the wish, the conversation with its turn, or the saying
 * @param message the words besides the bottles; empty for none
 * @param faults conditions that are not met; "no bottle", "bottles", "message" for answers of another form than expected
 * @param possible whether the catalogue has a bottle that meets the conditions
 */
public record WishAnswer(
        String id,
        String theme,
        Language language,
        String says,
        List<BottleRecord> bottles,
        String message,
        Set<String> faults,
        boolean possible,
        Duration took) {

    /** Takes copies. */
    public WishAnswer {
        bottles = List.copyOf(bottles);
        faults = Set.copyOf(faults);
    }

    /** Whether every bottle is as it must be, and the form of the answer too. */
    public boolean right() {
        return faults.isEmpty();
    }

    /** Whether a wrong answer says that something of the wish was left out, given up or not found. */
    public boolean admits() {
        return !message.isBlank();
    }
}
