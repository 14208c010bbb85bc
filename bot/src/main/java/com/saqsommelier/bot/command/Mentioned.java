package com.saqsommelier.bot.command;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.messageorigin.MessageOriginUser;

/** The people of whom a message speaks. */
public final class Mentioned {

    /** Bot API, User: at most 52 significant bits. */
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)[1-9]\\d{0,15}(?!\\d)");

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 100;

    /** As the contract takes it. */
    private static final int LONGEST_GIVEN_NAME = 60;

    private Mentioned() {}

    /**
     * Telegram's numbers of the people that words name; else of the one whose message is replied to, be it forwarded or
     * not; else of the one of whom the buttons under that message speak.
     *
     * @param me the bot, which is nobody
     */
    static List<Long> in(Message message, String words, long me) {
        List<Long> named = NUMBER.matcher(words)
                .results()
                .map(number -> Long.valueOf(number.group()))
                .distinct()
                .limit(MOST)
                .toList();
        if (!named.isEmpty() || !message.isReply()) {
            return named;
        }
        Message original = message.getReplyToMessage();
        return forwarded(original)
                .or(() -> Optional.ofNullable(original.getFrom()))
                .map(User::getId)
                .filter(user -> user != me && !user.equals(message.getFrom().getId()))
                .or(() -> introduced(original))
                .map(List::of)
                .orElse(List.of());
    }

    /** The name that an administrator gives a person after their number; empty where the words hold none. */
    static Optional<String> nameIn(String words) {
        String name = NUMBER.matcher(words)
                .replaceAll(" ")
                .replaceAll("[\\s,;]+", " ")
                .strip();
        return Optional.of(name.length() > LONGEST_GIVEN_NAME ? name.substring(0, LONGEST_GIVEN_NAME) : name)
                .filter(given -> !given.isEmpty());
    }

    /** Who wrote a message that was forwarded; empty where it was not, or the person does not show who they are. */
    static Optional<User> forwarded(Message message) {
        return message.getForwardOrigin() instanceof MessageOriginUser origin
                ? Optional.ofNullable(origin.getSenderUser()).filter(user -> !user.getIsBot())
                : Optional.empty();
    }

    /** As Telegram shows the person; a name is whatever the person wrote. */
    public static String name(User user) {
        String name = user.getFirstName() == null ? "?" : user.getFirstName();
        String whole = user.getUserName() == null ? name : name + " (@" + user.getUserName() + ")";
        return whole.length() > LONGEST_NAME ? whole.substring(0, LONGEST_NAME) : whole;
    }

    private static Optional<Long> introduced(Message message) {
        return CommandParser.taps(message)
                .filter(CallbackAction.Admit.class::isInstance)
                .map(tap -> ((CallbackAction.Admit) tap).user())
                .findFirst();
    }
}
