package com.saqsommelier.bot.admin;

import com.saqsommelier.bot.access.AccessGate;
import com.saqsommelier.bot.access.ChatUser;
import com.saqsommelier.bot.access.People;
import com.saqsommelier.bot.command.Mentioned;
import com.saqsommelier.bot.language.Phrase;
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

    private final AccessGate.AllowList allowList;
    private final People people;
    private final Telegram telegram;
    private final Bucket bucket = Bucket.builder()
            .addLimit(limit -> limit.capacity(AN_HOUR).refillGreedy(AN_HOUR, Duration.ofHours(1)))
            .build();

    /** Tells those who administer a bot. */
    public StrangerNotice(AccessGate.AllowList allowList, People people, Telegram telegram) {
        this.allowList = allowList;
        this.people = people;
        this.telegram = telegram;
    }

    /** Tells of a stranger who was told just now that the bot is private; returns at once. */
    public void of(User stranger) {
        if (allowList.admins().isEmpty() || !bucket.tryConsume(1)) {
            return;
        }
        Thread.ofVirtual()
                .name("stranger-notice")
                .start(() -> allowList.admins().forEach(admin -> tell(admin, stranger)));
    }

    private void tell(long admin, User stranger) {
        try {
            ChatUser chatUser = people.of(ChatUser.userId(admin));
            telegram.tell(
                    admin,
                    AccessAnswers.introduce(
                            Phrase.STRANGER_KNOCKS, stranger.getId(), Mentioned.name(stranger), chatUser.messages()));
        } catch (RuntimeException e) {
            LOG.warn("An administrator could not be told of a stranger", e);
        }
    }
}
