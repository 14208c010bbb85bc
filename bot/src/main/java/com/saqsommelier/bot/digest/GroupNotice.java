package com.saqsommelier.bot.digest;

import com.saqsommelier.api.Contract;
import com.saqsommelier.bot.access.People;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Reply;
import com.saqsommelier.bot.telegram.Telegram;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator, in the log and in Telegram, what became of a group that gets the digest. */
final class GroupNotice {

    private static final Logger LOG = LoggerFactory.getLogger(GroupNotice.class);

    private final People people;
    private final Telegram telegram;
    private final Set<Long> admins;

    GroupNotice(Contract backend, Telegram telegram, Set<Long> admins) {
        this.people = new People(backend);
        this.telegram = telegram;
        this.admins = Set.copyOf(admins);
    }

    /** A group has another number; the digest follows it. */
    void moved(String userId, long movedTo) {
        String before = userId.substring("tg:".length());
        LOG.warn(
                "The group {} became a supergroup and has the number {} now. The digest follows it, this week and from now"
                        + " on; set SOMMELIER_TELEGRAM_GROUP={} so that the setting says so, too.",
                before,
                movedTo,
                movedTo);
        tell(Phrase.OPERATOR_GROUP_MOVED, Map.of("before", before, "now", Long.toString(movedTo)));
    }

    /** A group does not let the bot write any more; persons may do so without anybody being told. */
    void gone(String userId) {
        if (!userId.startsWith("tg:-")) {
            return;
        }
        String group = userId.substring("tg:".length());
        LOG.warn(
                "The digest does not reach the group {} any more: the bot was removed from it, may not write there, or the"
                        + " group is gone. Add the bot again, or change SOMMELIER_TELEGRAM_GROUP.",
                group);
        tell(Phrase.OPERATOR_GROUP_GONE, Map.of("group", group));
    }

    private void tell(Phrase phrase, Map<String, ?> values) {
        for (long admin : admins) {
            Messages messages = people.known(admin).messages();
            telegram.tell(admin, Reply.of(messages.say(phrase, values)));
        }
    }
}
