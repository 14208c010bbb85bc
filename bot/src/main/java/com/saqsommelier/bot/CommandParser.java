package com.saqsommelier.bot;

import com.saqsommelier.bot.Command.Help;
import com.saqsommelier.bot.Command.Ignored;
import com.saqsommelier.bot.Command.NotText;
import com.saqsommelier.bot.Command.Search;
import com.saqsommelier.bot.Command.SearchPrompt;
import com.saqsommelier.bot.Command.SearchTooLong;
import com.saqsommelier.bot.Command.Start;
import com.saqsommelier.bot.Command.Unknown;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Reads a message as a command.
 *
 * <p>In a private chat any text is a search. In a group the bot speaks only when spoken to: to a command, or to a reply
 * to one of its own messages.
 */
final class CommandParser {

    /** Bot API, "Commands": Latin letters, digits and underscores, in groups followed by {@code @} and the bot's name. */
    private static final Pattern COMMAND = Pattern.compile("/([A-Za-z0-9_]+)(?:@([A-Za-z0-9_]+))?(?:\\s+(.*))?");

    /** {@code /search_pinot_noir}: an example that a person can tap, as Telegram makes the whole of it a command. */
    private static final String TAPPED_SEARCH = "search_";

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private final User me;

    /** A parser for messages to this bot. */
    CommandParser(User me) {
        this.me = me;
    }

    Command parse(Message message) {
        boolean inPrivate = message.isUserMessage();
        if (!message.hasText()) {
            return inPrivate && wasSentByHand(message) ? new NotText() : new Ignored();
        }
        String text = BLANKS.matcher(message.getText()).replaceAll(" ").strip();
        Matcher command = COMMAND.matcher(text);
        if (command.matches()) {
            return command(command, inPrivate);
        }
        if (!inPrivate && !isReplyToMe(message)) {
            return new Ignored();
        }
        if (isButton(text, Phrase.BUTTON_SEARCH)) {
            return new SearchPrompt();
        }
        return isButton(text, Phrase.BUTTON_HELP) ? new Help() : search(text);
    }

    private Command command(Matcher command, boolean inPrivate) {
        String name = command.group(1).toLowerCase(Locale.ROOT);
        String addressee = command.group(2);
        String rest = command.group(3) == null ? "" : command.group(3);
        if (addressee != null && !addressee.equalsIgnoreCase(me.getUserName())) {
            return new Ignored();
        }
        return switch (name) {
            case "start" -> new Start();
            case "help" -> new Help();
            case "search" -> search(rest);
            default -> {
                if (name.startsWith(TAPPED_SEARCH)) {
                    yield search(name.substring(TAPPED_SEARCH.length())
                            .replace('_', ' ')
                            .strip());
                }
                // In a group a command without addressee may be another bot's.
                yield inPrivate || addressee != null ? new Unknown() : new Ignored();
            }
        };
    }

    private static Command search(String words) {
        if (words.isEmpty()) {
            return new SearchPrompt();
        }
        return words.length() > Command.LONGEST_SEARCH ? new SearchTooLong(words.length()) : new Search(words);
    }

    /** In any language: the keyboard on a person's screen may be older than their choice of language. */
    private static boolean isButton(String text, Phrase label) {
        return Arrays.stream(Language.values())
                .anyMatch(language -> Messages.in(language).plain(label).equals(text));
    }

    private boolean isReplyToMe(Message message) {
        return message.isReply()
                && message.getReplyToMessage().getFrom() != null
                && message.getReplyToMessage().getFrom().getId().equals(me.getId());
    }

    /** Unlike "a member joined" or "a message was pinned", which Telegram writes; an album is many messages at once. */
    private static boolean wasSentByHand(Message message) {
        return message.getMediaGroupId() == null
                && (message.hasPhoto()
                        || message.hasSticker()
                        || message.hasVoice()
                        || message.hasVideo()
                        || message.hasVideoNote()
                        || message.hasAudio()
                        || message.hasDocument()
                        || message.hasAnimation()
                        || message.hasLocation()
                        || message.hasContact()
                        || message.hasPoll()
                        || message.hasDice());
    }
}
