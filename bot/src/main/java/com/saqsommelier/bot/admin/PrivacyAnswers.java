package com.saqsommelier.bot.admin;

import com.saqsommelier.api.Contract;
import com.saqsommelier.bot.access.AccessGate;
import com.saqsommelier.bot.access.ChatUser;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.CallbackAction;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.bot.telegram.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is kept of a person, and how it is erased. */
public final class PrivacyAnswers {

    /** What the backend erases, by its own names; everything else is counted together. */
    private static final Map<String, Phrase> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("people", Phrase.ERASED_CHOICES);
        NAMES.put("preferred_stores", Phrase.ERASED_STORES);
        NAMES.put("watches", Phrase.ERASED_WATCHES);
        NAMES.put("deliveries", Phrase.ERASED_ALERTS);
        NAMES.put("recommendations", Phrase.ERASED_RECOMMENDATIONS);
        NAMES.put("visits", Phrase.ERASED_COMMANDS);
        NAMES.put("access", Phrase.ERASED_PERMISSION);
    }

    private final Contract backend;
    private final AccessGate gate;

    /** Answers out of a backend; the door has a memory of its own. */
    public PrivacyAnswers(Contract backend, AccessGate gate) {
        this.backend = backend;
        this.gate = gate;
    }

    /** What is kept, and for how long. */
    public static Reply privacy(Messages messages) {
        return Reply.of(messages.say(Phrase.PRIVACY));
    }

    /** Asks whether all is to be erased. */
    public static Reply ask(Messages messages) {
        return new Reply(
                messages.say(Phrase.FORGET_ASK),
                new Buttons()
                        .row(
                                Buttons.tap(messages.plain(Phrase.BUTTON_FORGET), new CallbackAction.Forget(true)),
                                Buttons.tap(messages.plain(Phrase.BUTTON_KEEP), new CallbackAction.Forget(false)))
                        .markup());
    }

    /** Says that all stays as it is. */
    public static Reply keep(Messages messages) {
        return Reply.of(messages.say(Phrase.FORGET_KEPT));
    }

    /** Erases all that is known of a person, here and in the backend. */
    public Reply forget(ChatUser chatUser) {
        Map<String, Integer> erased =
                new LinkedHashMap<>(backend.users().erase(chatUser.userId()).erased());
        gate.forget(chatUser);
        Messages messages = chatUser.messages();
        Html said = messages.say(Phrase.FORGET_DONE);
        for (Map.Entry<String, Phrase> name : NAMES.entrySet()) {
            Integer rows = erased.remove(name.getKey());
            if (rows != null) {
                said = said.plus("\n").plus(messages.say(name.getValue(), Map.of("total", rows)));
            }
        }
        int others = erased.values().stream().mapToInt(Integer::intValue).sum();
        return Reply.of(
                others == 0 ? said : said.plus("\n").plus(messages.say(Phrase.ERASED_OTHERS, Map.of("total", others))));
    }
}
