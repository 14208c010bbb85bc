package com.saqsommelier.bot.admin;

import com.saqsommelier.api.AccessRequest;
import com.saqsommelier.api.AccessView;
import com.saqsommelier.api.Contract;
import com.saqsommelier.api.DeliveryOutcome;
import com.saqsommelier.bot.access.AccessGate;
import com.saqsommelier.bot.access.ChatUser;
import com.saqsommelier.bot.access.People;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.CallbackAction;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.bot.telegram.Reply;
import com.saqsommelier.bot.telegram.Telegram;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What administrators do about who comes in. */
public final class AccessAnswers {

    /** Longer lists would not fit a message. */
    private static final int MOST_SHOWN = 50;

    private final Contract backend;
    private final AccessGate.AllowList allowList;
    private final People people;
    private final Telegram telegram;

    /** Answers out of a backend; whoever is let in is told by Telegram. */
    public AccessAnswers(Contract backend, AccessGate.AllowList allowList, People people, Telegram telegram) {
        this.backend = backend;
        this.allowList = allowList;
        this.people = people;
        this.telegram = telegram;
    }

    /**
     * Lets people in, or not, from their next message on.
     *
     * @param name by which the operator knows the one person; empty leaves it as it is
     */
    public Reply decide(List<Long> users, boolean allowed, Optional<String> name, ChatUser admin) {
        Messages messages = admin.messages();
        return users.isEmpty()
                ? Reply.of(messages.say(Phrase.ACCESS_WHO))
                : Reply.of(lines(users.stream().map(user -> decide(user, allowed, name, admin))));
    }

    private Html decide(long user, boolean allowed, Optional<String> name, ChatUser admin) {
        Messages messages = admin.messages();
        if (allowList.admins().contains(user)) {
            return messages.say(Phrase.ACCESS_ADMIN, Map.of("user", person(user)));
        }
        AccessView decided = backend.access()
                .put(ChatUser.userId(user), new AccessRequest(allowed, admin.userId(), name.orElse(null)));
        Map<String, ?> who = Map.of("user", person(user, decided.name()));
        if (!allowed) {
            return messages.say(Phrase.ACCESS_DENIED, who);
        }
        return messages.say(welcome(user) ? Phrase.ACCESS_ALLOWED : Phrase.ACCESS_ALLOWED_UNTOLD, who);
    }

    /** Whether the person could be told; Telegram lets a bot write only to those who wrote to it. */
    private boolean welcome(long user) {
        ChatUser chatUser = people.of(ChatUser.userId(user));
        Reply granted = Reply.of(chatUser.messages().say(Phrase.ACCESS_GRANTED));
        return telegram.tell(user, granted).kind() == DeliveryOutcome.Outcome.SENT;
    }

    /** Who may come in, and who may not. */
    public Reply list(ChatUser admin) {
        Messages messages = admin.messages();
        List<AccessView> decisions = backend.access().list().access();
        Map<String, String> names = names(decisions);
        return Reply.of(lines(Stream.of(
                        Stream.of(messages.say(allowList.open() ? Phrase.USERS_OPEN : Phrase.USERS_CLOSED)),
                        line(Phrase.USERS_ADMINS, allowList.admins(), names, messages),
                        line(Phrase.USERS_LISTED, allowList.listed(), names, messages),
                        line(Phrase.USERS_ALLOWED, decided(decisions, true), names, messages),
                        line(Phrase.USERS_DENIED, decided(decisions, false), names, messages))
                .flatMap(each -> each)));
    }

    /** A person whom an administrator brings up, with buttons that decide. */
    public static Reply introduce(Phrase phrase, long user, String name, Messages messages) {
        return new Reply(
                messages.say(phrase, Map.of("name", name, "user", person(user))),
                new Buttons()
                        .row(
                                Buttons.tap(messages.plain(Phrase.BUTTON_ALLOW), new CallbackAction.Admit(user, true)),
                                Buttons.tap(messages.plain(Phrase.BUTTON_DENY), new CallbackAction.Admit(user, false)))
                        .markup());
    }

    /** A number that opens the person's page where Telegram knows it (Bot API, "HTML style"). */
    static Html person(long user) {
        return Html.link("tg://user?id=" + user, Long.toString(user));
    }

    /** The same after the name that an administrator gave the person, where there is one. */
    static Html person(long user, @Nullable String name) {
        return name == null ? person(user) : Html.escaped(name + " ").plus(person(user));
    }

    /** By which names the operator knows people, by their user ids. */
    static Map<String, String> names(List<AccessView> decisions) {
        Map<String, String> names = new HashMap<>();
        decisions.forEach(decision -> {
            String name = decision.name();
            if (name != null) {
                names.put(decision.userId(), name);
            }
        });
        return names;
    }

    private static Stream<Html> line(
            Phrase phrase, Collection<Long> users, Map<String, String> names, Messages messages) {
        if (users.isEmpty()) {
            return Stream.empty();
        }
        Html shown = users.stream()
                .limit(MOST_SHOWN)
                .map(user -> person(user, names.get(ChatUser.userId(user))))
                .reduce((before, next) -> before.plus(", ").plus(next))
                .orElseThrow();
        return Stream.of(messages.say(phrase, Map.of("total", users.size(), "users", shown))
                .plus(users.size() > MOST_SHOWN ? " …" : ""));
    }

    private static List<Long> decided(List<AccessView> decisions, boolean allowed) {
        return decisions.stream()
                .filter(decision -> decision.allowed() == allowed && ChatUser.isOne(decision.userId()))
                .map(decision -> ChatUser.chat(decision.userId()))
                .toList();
    }

    private static Html lines(Stream<Html> lines) {
        return lines.reduce((before, next) -> before.plus("\n").plus(next)).orElse(new Html(""));
    }
}
