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
import com.saqsommelier.bot.command.Command.WhichBottle;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.vocabulary.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
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

    /** A text that is an address and nothing else, or one that names the site. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)https?://\\S+|(?:.*[\\s/.])?saq\\.com(?:/\\S*)?(?:\\s.*)?");

    /** Of Canada, or its first half: no wine is called that, and whoever writes it asks for a place. */
    private static final Pattern POSTAL_CODE = Pattern.compile("[A-Za-z]\\d[A-Za-z](?: ?\\d[A-Za-z]\\d)?");

    /** The keyboard below the chat. */
    private static final Map<Phrase, Command> BUTTONS = Map.of(
            Phrase.BUTTON_SEARCH, new SearchPrompt(),
            Phrase.BUTTON_SOMMELIER, new Recommend("", Optional.empty()),
            Phrase.BUTTON_NEW, new New(),
            Phrase.BUTTON_RANDOM, new Random(),
            Phrase.BUTTON_ALERTS, new Alerts(),
            Phrase.BUTTON_STORES, new MyStores(""),
            Phrase.BUTTON_LANGUAGE, new ChooseLanguage(Optional.empty()),
            Phrase.BUTTON_HELP, new Help(),
            Phrase.BUTTON_MENU, new Start());

    /** Unicode, "Halfwidth and Fullwidth Forms": what stands for ! to ~. */
    private static final int FULL_WIDTH_FIRST = 0xFF01;

    private static final int FULL_WIDTH_LAST = 0xFF5E;

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
        String text = clean(message.getText());
        Matcher command = COMMAND.matcher(text);
        if (command.matches()) {
            return command(message, command, inPrivate);
        }
        if (!inPrivate && !isReplyToMe(message)) {
            return new Ignored();
        }
        return button(text)
                .or(() -> placeInList(message, text))
                .or(() -> continued(message, text))
                .or(() -> ProductReferences.linked(text).map(Links::new))
                .or(() -> ProductReferences.linked(forwarded(message)).map(Links::new))
                .or(() -> ProductReferences.alone(text).map(Links::new))
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
        Optional<Command> price = taps(message.getReplyToMessage())
                .flatMap(tap -> tap instanceof CallbackAction.SetPrice(String sku, PriceWish _)
                        ? Stream.of(sku)
                        : Stream.empty())
                .findFirst()
                .flatMap(sku -> PriceWish.read(text).map(wish -> new Command.PriceAlert(sku, wish)));
        if (price.isPresent()) {
            return price;
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

    /** The bottles that a person means by words after a command, or else by the message they reply to. */
    private Command chosen(Message message, String rest, WhichBottle.Purpose purpose) {
        Optional<List<String>> linked = ProductReferences.linked(rest);
        if (linked.isPresent()) {
            return of(linked.get(), purpose);
        }
        return isReplyToMe(message)
                        && (rest.isEmpty() || ProductReferences.place(rest).isPresent())
                ? inList(message, rest, purpose).orElseGet(() -> of(ProductReferences.typed(rest), purpose))
                : of(ProductReferences.typed(rest), purpose);
    }

    /** The bottle that a text means in the message that it replies to; empty where that shows none. */
    private static Optional<Command> inList(Message message, String text, WhichBottle.Purpose purpose) {
        NavigableMap<Integer, String> shown = ProductReferences.shown(message.getReplyToMessage());
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> place = ProductReferences.place(text);
        return Optional.of(place.or(() -> shown.size() == 1 ? Optional.of(shown.firstKey()) : Optional.empty())
                .map(shown::get)
                .map(sku -> of(List.of(sku), purpose))
                .orElseGet(() -> new WhichBottle(purpose, shown, place)));
    }

    private static Command of(List<String> skus, WhichBottle.Purpose purpose) {
        return switch (purpose) {
            case SHOW -> new Links(skus);
            case WATCH -> new Watch(skus);
            case UNWATCH -> new Unwatch(skus);
        };
    }

    /** A place in a list that is replied to, and nothing else. */
    private Optional<Command> placeInList(Message message, String text) {
        return isReplyToMe(message) && ProductReferences.place(text).isPresent()
                ? inList(message, text, WhichBottle.Purpose.SHOW)
                : Optional.empty();
    }

    private Admit admit(Message message, String rest, boolean allowed) {
        List<Long> users = Mentioned.in(message, rest, me.getId());
        return new Admit(users, allowed, users.size() == 1 ? Mentioned.nameIn(rest) : Optional.empty());
    }

    private static Optional<Language> language(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "fr", "fra", "fre", "français", "francais", "french" -> Optional.of(Language.FRENCH);
            case "en", "eng", "english", "anglais" -> Optional.of(Language.ENGLISH);
            default -> Optional.empty();
        };
    }

    /**
     * As it reads: without marks that nobody sees, as text that was copied from elsewhere has them, and with the digits and
     * letters of other scripts' keyboards as ours.
     */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(character -> Character.getType(character) != Character.FORMAT)
                .map(character -> Character.isDigit(character)
                        ? '0' + Character.digit(character, 10)
                        : character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST
                                ? character - FULL_WIDTH_FIRST + '!'
                                : character)
                .forEach(clean::appendCodePoint);
        return BLANKS.matcher(clean).replaceAll(" ").strip();
    }

    /** {@code 14064101 sous 20 $}: a product and a price. */
    private static Optional<Command> priceAlert(String rest) {
        int blank = rest.indexOf(' ');
        if (blank < 0) {
            return Optional.empty();
        }
        String product = rest.substring(0, blank);
        List<String> skus = ProductReferences.linked(product).orElseGet(() -> ProductReferences.typed(product));
        return skus.size() == 1
                ? PriceWish.read(rest.substring(blank)).map(wish -> new Command.PriceAlert(skus.getFirst(), wish))
                : Optional.empty();
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
                        ? new Watch(ProductReferences.typed(rest.substring(WATCH_LINK.length())))
                        : new Start();
            case "help", "aide" -> new Help();
            case "search", "recherche" -> search(rest);
            case "new", "nouveautes" -> new New();
            case "random", "hasard" -> new Random();
            case "watch", "surveiller" ->
                priceAlert(rest).orElseGet(() -> chosen(message, rest, WhichBottle.Purpose.WATCH));
            case "unwatch", "oublier" -> chosen(message, rest, WhichBottle.Purpose.UNWATCH);
            case "alerts", "alertes" -> new Alerts();
            case "mystores", "succursales" -> new MyStores(rest);
            case "recommend", "sommelier" -> new Recommend(rest, Optional.empty());
            case "language", "langue" -> new ChooseLanguage(language(rest));
            case "quiet", "silence" -> new Quiet(rest);
            case "digest", "bulletin" -> new Digest();
            case "privacy", "confidentialite" -> new Privacy();
            case "forget", "effacer" -> new Forget();
            case "allow" -> admit(message, rest, true);
            case "deny" -> admit(message, rest, false);
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
