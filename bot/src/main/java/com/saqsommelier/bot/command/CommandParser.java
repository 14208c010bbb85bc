package com.saqsommelier.bot.command;

import com.saqsommelier.bot.command.Command.Admit;
import com.saqsommelier.bot.command.Command.Alerts;
import com.saqsommelier.bot.command.Command.Audit;
import com.saqsommelier.bot.command.Command.ChooseLanguage;
import com.saqsommelier.bot.command.Command.Digest;
import com.saqsommelier.bot.command.Command.Forget;
import com.saqsommelier.bot.command.Command.Help;
import com.saqsommelier.bot.command.Command.Ignored;
import com.saqsommelier.bot.command.Command.Introduce;
import com.saqsommelier.bot.command.Command.Links;
import com.saqsommelier.bot.command.Command.MyStores;
import com.saqsommelier.bot.command.Command.New;
import com.saqsommelier.bot.command.Command.NotText;
import com.saqsommelier.bot.command.Command.Privacy;
import com.saqsommelier.bot.command.Command.Quiet;
import com.saqsommelier.bot.command.Command.Random;
import com.saqsommelier.bot.command.Command.Recommend;
import com.saqsommelier.bot.command.Command.Search;
import com.saqsommelier.bot.command.Command.SearchPrompt;
import com.saqsommelier.bot.command.Command.SearchTooLong;
import com.saqsommelier.bot.command.Command.Start;
import com.saqsommelier.bot.command.Command.StoresNear;
import com.saqsommelier.bot.command.Command.Unknown;
import com.saqsommelier.bot.command.Command.Unwatch;
import com.saqsommelier.bot.command.Command.Users;
import com.saqsommelier.bot.command.Command.Watch;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.vocabulary.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Reads a message as a command.
 *
 * <p>In a private chat any text is a search. In a group the bot speaks only when spoken to: to a command, or to a reply
 * to one of its own messages.
 */
public final class CommandParser {

    /** Bot API, "Commands": Latin letters, digits and underscores, in groups followed by {@code @} and the bot's name. */
    private static final Pattern COMMAND = Pattern.compile("/([A-Za-z0-9_]+)(?:@([A-Za-z0-9_]+))?(?:\\s+(.*))?");

    /** {@code /search_pinot_noir}: an example that a person can tap, as Telegram makes the whole of it a command. */
    private static final String TAPPED_SEARCH = "search_";

    /** A deep link {@code t.me/bot?start=watch_14064101} arrives as {@code /start watch_14064101}. */
    private static final String WATCH_LINK = "watch_";

    private static final int MOST_AT_ONCE = 10;

    /** A product's page in any language, with whatever follows the code. */
    private static final Pattern LINK = Pattern.compile("saq\\.com/(?:[a-z]{2}/)?(\\d{2,8})\\b");

    /** A text that is an address and nothing else, or one that names the site. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)https?://\\S+|(?:.*[\\s/.])?saq\\.com(?:/\\S*)?(?:\\s.*)?");

    /** Of Canada, or its first half: no wine is called that, and whoever writes it asks for a place. */
    private static final Pattern POSTAL_CODE = Pattern.compile("[A-Za-z]\\d[A-Za-z](?: ?\\d[A-Za-z]\\d)?");

    private static final Pattern SKU = Pattern.compile("(?<![\\w])\\d{2,8}(?![\\w])");

    /** The keyboard below the chat. */
    private static final Map<Phrase, Command> BUTTONS = Map.of(
            Phrase.BUTTON_SEARCH, new SearchPrompt(),
            Phrase.BUTTON_SOMMELIER, new Recommend("", Optional.empty()),
            Phrase.BUTTON_NEW, new New(),
            Phrase.BUTTON_RANDOM, new Random(),
            Phrase.BUTTON_ALERTS, new Alerts(),
            Phrase.BUTTON_STORES, new MyStores(""),
            Phrase.BUTTON_LANGUAGE, new ChooseLanguage(),
            Phrase.BUTTON_HELP, new Help(),
            Phrase.BUTTON_MENU, new Start());

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private final User me;

    /** A parser for messages to this bot. */
    public CommandParser(User me) {
        this.me = me;
    }

    /**
     * What a message asks for, where it may be an administrator's: whoever's message an administrator forwards is introduced
     * by it, unless it holds links to products.
     */
    public Command parse(Message message, boolean ofAdmin) {
        Command command = parse(message);
        return ofAdmin && message.isUserMessage() && !(command instanceof Links)
                ? Mentioned.forwarded(message)
                        .<Command>map(user -> new Introduce(user.getId(), Mentioned.name(user)))
                        .orElse(command)
                : command;
    }

    /** What a message asks for; {@link Command.Ignored} where it is not for the bot. */
    public Command parse(Message message) {
        boolean inPrivate = message.isUserMessage();
        if (message.hasLocation() && (inPrivate || isReplyToMe(message))) {
            return new StoresNear(
                    message.getLocation().getLatitude(), message.getLocation().getLongitude());
        }
        if (!message.hasText()) {
            return inPrivate && wasSentByHand(message) ? new NotText() : new Ignored();
        }
        String text = BLANKS.matcher(message.getText()).replaceAll(" ").strip();
        Matcher command = COMMAND.matcher(text);
        if (command.matches()) {
            return command(message, command, inPrivate);
        }
        if (!inPrivate && !isReplyToMe(message)) {
            return new Ignored();
        }
        return button(text)
                .or(() -> continued(message, text))
                .or(() -> links(text).map(Links::new))
                .or(() -> links(forwarded(message)).map(Links::new))
                .or(() -> Optional.of(text).filter(ADDRESS.asMatchPredicate()).map(_ -> new Links(List.of())))
                .or(() ->
                        Optional.of(text).filter(POSTAL_CODE.asMatchPredicate()).map(MyStores::new))
                .orElseGet(() -> search(text));
    }

    private static Optional<Command> button(String text) {
        return BUTTONS.entrySet().stream()
                .filter(button -> isButton(text, button.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The answer to a question of the bot, or a word to an answer of the sommelier: known by how its message begins. */
    private Optional<Command> continued(Message message, String text) {
        if (!isReplyToMe(message) || message.getReplyToMessage().getText() == null) {
            return Optional.empty();
        }
        String mine = message.getReplyToMessage().getText();
        if (mine.startsWith(Sign.SOMMELIER)) {
            return Optional.of(new Recommend(
                    text,
                    taps(message.getReplyToMessage())
                            .filter(CallbackAction.Feedback.class::isInstance)
                            .map(tap -> ((CallbackAction.Feedback) tap).conversation())
                            .findFirst()));
        }
        return mine.startsWith(Sign.STORES) ? Optional.of(new MyStores(text)) : Optional.empty();
    }

    static Stream<CallbackAction> taps(Message message) {
        return message.getReplyMarkup() == null
                ? Stream.empty()
                : message.getReplyMarkup().getKeyboard().stream()
                        .flatMap(List::stream)
                        .flatMap(button -> Stream.ofNullable(button.getCallbackData()))
                        .flatMap(data -> CallbackAction.of(data).stream());
    }

    /** The SKUs of the links to saq.com in a text, each once; empty where there is none. */
    private static Optional<List<String>> links(String text) {
        List<String> skus = LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .distinct()
                .limit(MOST_AT_ONCE)
                .toList();
        return skus.isEmpty() ? Optional.empty() : Optional.of(skus);
    }

    /** What a person means by words after a command, or else by the message they reply to. */
    private List<String> products(Message message, String rest) {
        List<String> linked = links(rest).orElse(List.of());
        if (!linked.isEmpty()) {
            return linked;
        }
        List<String> typed = SKU.matcher(rest)
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(MOST_AT_ONCE)
                .toList();
        if (!typed.isEmpty() || !isReplyToMe(message)) {
            return typed;
        }
        return taps(message.getReplyToMessage())
                .flatMap(tap -> tap instanceof CallbackAction.Card(String sku) ? Stream.of(sku) : other(tap))
                .distinct()
                .limit(1)
                .toList();
    }

    private static Stream<String> other(CallbackAction tap) {
        return switch (tap) {
            case CallbackAction.Watch(String sku) -> Stream.of(sku);
            case CallbackAction.Unwatch(String sku) -> Stream.of(sku);
            default -> Stream.empty();
        };
    }

    private Command command(Message message, Matcher command, boolean inPrivate) {
        String name = command.group(1).toLowerCase(Locale.ROOT);
        String addressee = command.group(2);
        String rest = command.group(3) == null ? "" : command.group(3);
        if (addressee != null && !addressee.equalsIgnoreCase(me.getUserName())) {
            return new Ignored();
        }
        return switch (name) {
            case "start" ->
                rest.startsWith(WATCH_LINK)
                        ? new Watch(products(message, rest.substring(WATCH_LINK.length())))
                        : new Start();
            case "help", "aide" -> new Help();
            case "search", "recherche" -> search(rest);
            case "new", "nouveautes" -> new New();
            case "random", "hasard" -> new Random();
            case "watch", "surveiller" -> new Watch(products(message, rest));
            case "unwatch", "oublier" -> new Unwatch(products(message, rest));
            case "alerts", "alertes" -> new Alerts();
            case "mystores", "succursales" -> new MyStores(rest);
            case "recommend", "sommelier" -> new Recommend(rest, Optional.empty());
            case "language", "langue" -> new ChooseLanguage();
            case "quiet", "silence" -> new Quiet();
            case "digest", "bulletin" -> new Digest();
            case "privacy", "confidentialite" -> new Privacy();
            case "forget", "effacer" -> new Forget();
            case "allow" -> new Admit(Mentioned.in(message, rest, me.getId()), true);
            case "deny" -> new Admit(Mentioned.in(message, rest, me.getId()), false);
            case "users" -> new Users();
            case "audit" -> new Audit(Mentioned.in(message, rest, me.getId()));
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

    /** The addresses behind the texts of a forwarded message, such as a card of this bot that came back from a friend. */
    private static String forwarded(Message message) {
        return message.getForwardOrigin() == null || message.getEntities() == null
                ? ""
                : message.getEntities().stream()
                        .flatMap(entity -> Stream.ofNullable(entity.getUrl()))
                        .collect(Collectors.joining(" "));
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
                        || message.hasContact()
                        || message.hasPoll()
                        || message.hasDice());
    }
}
