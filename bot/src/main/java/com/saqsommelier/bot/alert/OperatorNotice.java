package com.saqsommelier.bot.alert;

import com.saqsommelier.bot.access.People;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Reply;
import com.saqsommelier.bot.telegram.Telegram;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the admins in Telegram that alerts were given up: at once the first time, then once an hour at most, with how many. */
final class OperatorNotice {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorNotice.class);

    /** What fails for one person often fails for many. */
    static final Duration COOLDOWN = Duration.ofHours(1);

    private final Set<Long> admins;
    private final People people;
    private final Telegram telegram;
    private final InstantSource clock;
    private Instant next = Instant.MIN;
    private int since;

    OperatorNotice(Set<Long> admins, People people, Telegram telegram, InstantSource clock) {
        this.admins = Set.copyOf(admins);
        this.people = people;
        this.telegram = telegram;
        this.clock = clock;
    }

    /** Takes note of alerts that somebody will not get. */
    void failed(int alerts, String userId) {
        LOG.error(
                "{} alerts for {} are given up. If the lines above speak of one person, it is theirs; if of many, look whether"
                        + " Telegram takes messages at all, then send them again (docs/operations.md, \"Alerts that"
                        + " failed\").",
                alerts,
                userId);
        int total;
        synchronized (this) {
            since += alerts;
            if (clock.instant().isBefore(next)) {
                return;
            }
            next = clock.instant().plus(COOLDOWN);
            total = since;
            since = 0;
        }
        for (long admin : admins) {
            Messages messages = people.known(admin).messages();
            telegram.tell(admin, Reply.of(messages.say(Phrase.OPERATOR_ALERTS_FAILED, Map.of("total", total))));
        }
    }
}
