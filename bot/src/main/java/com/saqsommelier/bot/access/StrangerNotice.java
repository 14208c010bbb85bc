package com.saqsommelier.bot.access;

import com.saqsommelier.bot.command.Mentioned;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.person.Door;
import com.saqsommelier.bot.person.Drinker;
import com.saqsommelier.bot.person.People;
import com.saqsommelier.bot.telegram.Telegram;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * Tells the administrators of somebody who would like to come in, with buttons that decide; once a day for each stranger,
 * and of 20 an hour at most, so that a crowd at the door does not become a flood of notices.
 */
public final class StrangerNotice {

    private static final Logger LOG = LoggerFactory.getLogger(StrangerNotice.class);
    private static final int AN_HOUR = 20;

    private final Door.Guests guests;
    private final People people;
    private final Telegram telegram;
    private final Bucket bucket = Bucket.builder()
            .addLimit(limit -> limit.capacity(AN_HOUR).refillGreedy(AN_HOUR, Duration.ofHours(1)))
            .build();

    /** Tells those who administer a bot. */
    public StrangerNotice(Door.Guests guests, People people, Telegram telegram) {
        this.guests = guests;
        this.people = people;
        this.telegram = telegram;
    }

    /** Tells of a stranger who was told just now that the bot is private; returns at once. */
    public void of(User stranger) {
        if (guests.admins().isEmpty() || !bucket.tryConsume(1)) {
            return;
        }
        Thread.ofVirtual().name("stranger-notice").start(() -> guests.admins().forEach(admin -> tell(admin, stranger)));
    }

    private void tell(long admin, User stranger) {
        try {
            Drinker drinker = people.of(Drinker.userId(admin));
            telegram.tell(
                    admin,
                    AccessAnswers.introduce(
                            Phrase.STRANGER_KNOCKS, stranger.getId(), Mentioned.name(stranger), drinker.messages()));
        } catch (RuntimeException e) {
            LOG.warn("An administrator could not be told of a stranger", e);
        }
    }
}
