package com.saqsommelier.bot.command;

import com.saqsommelier.bot.filter.Listing;
import com.saqsommelier.bot.filter.Source;
import com.saqsommelier.vocabulary.Language;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The action of an inline button. All of its state is in the button's {@code callback_data}, so that a button works after a
 * restart, by any process, years later: a version, a letter, and what the letter needs, with colons between. Version 1 is
 * everything but lists; version 2 is places in lists, version 3 those whose filters have a refinement (grape, region and so
 * on).
 *
 * <p>Invariant: what was ever written is read for ever; a new meaning gets a new letter or a new version.
 */
public sealed interface CallbackAction {

    /** Bot API, InlineKeyboardButton: {@code callback_data} has 1–64 bytes. */
    int MOST_BYTES = 64;

    /** Another place in a list: a page, a filter, a choice of filters; another bottle at random. */
    record Browse(Listing listing) implements CallbackAction {}

    /** My stores, to choose some. */
    record MyStores() implements CallbackAction {}

    /** Everything about a product. */
    record Card(String sku) implements CallbackAction {}

    /** What is like a product. */
    record Similar(String sku) implements CallbackAction {}

    /** Begin to watch. */
    record Watch(String sku) implements CallbackAction {}

    /** End watching. */
    record Unwatch(String sku) implements CallbackAction {}

    /** Which lower prices of a product to be told of: what can be chosen. */
    record PriceChoice(String sku) implements CallbackAction {}

    /** Be told of lower prices of a product, or no more. */
    record SetPrice(String sku, PriceWish wish) implements CallbackAction {}

    /** Make a store one of mine, or no longer. */
    record Store(String id, boolean mine) implements CallbackAction {}

    /** How to find more stores. */
    record AddStores() implements CallbackAction {}

    /**
     * A page of the stores of a city, or of a postal code.
     *
     * @param place as far as it fits into a button; the stores of a city are found by its beginning
     * @param page from 1 to 9999
     */
    record StoresIn(String place, int page) implements CallbackAction {

        /** Shortens the place. */
        public StoresIn {
            place = Codes.fitting(place, Codes.PLACE_BYTES);
        }
    }

    /** Speak another language. */
    record Speak(Language language) implements CallbackAction {}

    /** Like an answer of the sommelier, or not; the conversation is there for whoever replies to the message. */
    record Feedback(UUID recommendation, UUID conversation, boolean liked) implements CallbackAction {}

    /** Other quiet hours, as {@code 22:00-08:00}, or {@code off}. */
    record Quiet(String hours) implements CallbackAction {}

    /** Another clock for the quiet hours, as the tz database names it. */
    record QuietClock(String zone) implements CallbackAction {}

    /** Want the weekly digest, or not. */
    record Digest(boolean wanted) implements CallbackAction {}

    /** Let a person in, or not; for administrators. */
    record Admit(long user, boolean allowed) implements CallbackAction {}

    /** Erase all that is known of who taps, or not after all. */
    record Forget(boolean sure) implements CallbackAction {}

    /**
     * Ask the sommelier what was searched for.
     *
     * @param words as far as they fit into a button
     */
    record AskSommelier(String words) implements CallbackAction {

        /** Shortens the words. */
        public AskSommelier {
            words = Codes.fitting(words);
        }
    }

    /**
     * Search for what the sommelier was asked.
     *
     * @param words as far as they fit into a button
     */
    record SearchFor(String words) implements CallbackAction {

        /** Shortens the words. */
        public SearchFor {
            words = Codes.fitting(words);
        }
    }

    /** Nothing: a place that shows something. */
    record Nothing() implements CallbackAction {}

    /** Whether it shows or changes what is the person's own, which is nothing for others who read along. */
    default boolean isPersonal() {
        return switch (this) {
            case MyStores _, AddStores _, StoresIn _, Store _, Speak _, Quiet _, QuietClock _, Digest _, Forget _ ->
                true;
            case Browse(Listing listing) -> listing.source() == Source.WATCHES;
            default -> false;
        };
    }

    /** As {@code callback_data}. */
    default String data() {
        return switch (this) {
            case Browse(Listing listing) -> (listing.filters().isRefined() ? "3:" : "2:") + listing.code();
            case MyStores() -> "2:i";
            case Card(String sku) -> "1:c:" + sku;
            case Similar(String sku) -> "1:s:" + sku;
            case Watch(String sku) -> "1:w:" + sku;
            case Unwatch(String sku) -> "1:u:" + sku;
            case PriceChoice(String sku) -> "1:e:" + sku;
            case SetPrice(String sku, PriceWish wish) -> "1:v:" + sku + wish.code();
            case Store(String id, boolean mine) -> (mine ? "1:m:" : "1:o:") + id;
            case StoresIn(String place, int page) -> "1:j:" + page + " " + place;
            case Speak(Language language) -> "1:l:" + language.code();
            case Quiet(String hours) -> "1:q:" + hours.replace(":", "");
            case QuietClock(String zone) -> "1:z:" + zone;
            case Digest(boolean wanted) -> "1:d:" + (wanted ? "1" : "0");
            case Feedback(UUID recommendation, UUID conversation, boolean liked) ->
                (liked ? "1:y:" : "1:x:") + Codes.shortened(recommendation) + ":" + Codes.shortened(conversation);
            case Admit(long user, boolean allowed) -> (allowed ? "1:a:" : "1:b:") + user;
            case Forget(boolean sure) -> sure ? "1:f:y" : "1:f:n";
            case AskSommelier(String words) -> "1:t:" + words;
            case SearchFor(String words) -> "1:k:" + words;
            case AddStores() -> "1:+";
            case Nothing() -> "1:-";
        };
    }

    /** What a button does; empty for what this bot never wrote. */
    static Optional<CallbackAction> of(String data) {
        List<String> parts = List.of(data.split(":", -1));
        if (parts.size() < 2) {
            return Optional.empty();
        }
        return switch (parts.getFirst()) {
            case "1" ->
                switch (parts.size()) {
                    case 2 -> Codes.bare(parts.get(1));
                    case 3 -> Codes.of(parts.get(1), parts.get(2));
                    default -> Codes.feedback(parts);
                };
            case "2" ->
                data.equals("2:i")
                        ? Optional.of(new MyStores())
                        : Listing.of(parts.subList(1, parts.size()))
                                .filter(listing -> !listing.filters().isRefined())
                                .map(Browse::new);
            case "3" ->
                Listing.of(parts.subList(1, parts.size()))
                        .filter(listing -> listing.filters().isRefined())
                        .map(Browse::new);
            default -> Optional.empty();
        };
    }

    /** How what a button needs is written. */
    final class Codes {

        private static final Pattern SKU = Pattern.compile("\\d{2,8}");
        private static final Pattern PRICE = Pattern.compile("(\\d{2,8})([abpo]\\d{0,7})");
        private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,3}");
        private static final Pattern STORE = Pattern.compile("\\d{1,10}");
        private static final Pattern PLACE = Pattern.compile("([1-9]\\d{0,3}) (\\S.*)");
        private static final Pattern QUIET =
                Pattern.compile("off|([01]\\d|2[0-3])([0-5]\\d)-([01]\\d|2[0-3])([0-5]\\d)");
        private static final Pattern ZONE = Pattern.compile("[A-Z][A-Za-z]{1,20}/[A-Za-z_]{1,30}");
        private static final Pattern YES_OR_NO = Pattern.compile("[01]");
        private static final Pattern PERSON = Pattern.compile("[1-9]\\d{0,15}");
        private static final Pattern SURE = Pattern.compile("[yn]");
        private static final Pattern WORDS = Pattern.compile("\\S.*");
        private static final int WORDS_BYTES = MOST_BYTES - "1:t:".length();
        private static final int PLACE_BYTES = MOST_BYTES - "1:j:9999 ".length();
        private static final int UUID_BYTES = 16;

        private Codes() {}

        private static Optional<CallbackAction> bare(String letter) {
            return switch (letter) {
                case "r" -> Optional.of(new Browse(Listing.of(Source.RANDOM)));
                case "+" -> Optional.of(new AddStores());
                case "-" -> Optional.of(new Nothing());
                default -> Optional.empty();
            };
        }

        private static Optional<CallbackAction> of(String letter, String value) {
            Pattern accepted = switch (letter) {
                case "p", "n" -> PAGE;
                case "c", "s", "w", "u", "e" -> SKU;
                case "v" -> PRICE;
                case "m", "o" -> STORE;
                case "j" -> PLACE;
                case "q" -> QUIET;
                case "z" -> ZONE;
                case "d" -> YES_OR_NO;
                case "a", "b" -> PERSON;
                case "f" -> SURE;
                case "t", "k" -> WORDS;
                default -> Pattern.compile("fr|en");
            };
            if (!accepted.matcher(value).matches()) {
                return Optional.empty();
            }
            return switch (letter) {
                case "p" -> Optional.of(new Browse(Listing.of(Source.SEARCH).at(Integer.parseInt(value))));
                case "n" -> Optional.of(new Browse(Listing.of(Source.NEW).at(Integer.parseInt(value))));
                case "c" -> Optional.of(new Card(value));
                case "s" -> Optional.of(new Similar(value));
                case "w" -> Optional.of(new Watch(value));
                case "u" -> Optional.of(new Unwatch(value));
                case "e" -> Optional.of(new PriceChoice(value));
                case "v" -> price(value);
                case "m" -> Optional.of(new Store(value, true));
                case "o" -> Optional.of(new Store(value, false));
                case "j" -> storesIn(value);
                case "a" -> Optional.of(new Admit(Long.parseLong(value), true));
                case "b" -> Optional.of(new Admit(Long.parseLong(value), false));
                case "f" -> Optional.of(new Forget(value.equals("y")));
                case "t" -> Optional.of(new AskSommelier(value));
                case "k" -> Optional.of(new SearchFor(value));
                case "l" -> Optional.of(new Speak(Language.of(value)));
                case "q" ->
                    Optional.of(new Quiet(
                            value.equals("off") ? value : QUIET.matcher(value).replaceAll("$1:$2-$3:$4")));
                case "z" -> Optional.of(new QuietClock(value));
                case "d" -> Optional.of(new Digest(value.equals("1")));
                default -> Optional.empty();
            };
        }

        /** Whole words, without the colons that part a button's data; a first word that is too long is cut. */
        static String fitting(String words) {
            return fitting(words, WORDS_BYTES);
        }

        private static String fitting(String words, int most) {
            String rest = words.replace(':', ' ').replaceAll("\\s+", " ").strip();
            while (bytes(rest) > most) {
                int blank = rest.lastIndexOf(' ');
                rest = rest.substring(0, blank > 0 ? blank : rest.offsetByCodePoints(rest.length(), -1));
            }
            return rest;
        }

        private static int bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }

        private static Optional<CallbackAction> price(String value) {
            Matcher parts = PRICE.matcher(value);
            return parts.matches()
                    ? PriceWish.of(parts.group(2)).map(wish -> new SetPrice(parts.group(1), wish))
                    : Optional.empty();
        }

        private static Optional<CallbackAction> storesIn(String value) {
            Matcher parts = PLACE.matcher(value);
            return parts.matches()
                    ? Optional.of(new StoresIn(parts.group(2), Integer.parseInt(parts.group(1))))
                    : Optional.empty();
        }

        private static Optional<CallbackAction> feedback(List<String> parts) {
            if (parts.size() != 4 || !List.of("y", "x").contains(parts.get(1))) {
                return Optional.empty();
            }
            Optional<UUID> recommendation = lengthened(parts.get(2));
            Optional<UUID> conversation = lengthened(parts.get(3));
            return recommendation.flatMap(one -> conversation.map(
                    other -> new Feedback(one, other, parts.get(1).equals("y"))));
        }

        private static String shortened(UUID id) {
            ByteBuffer bytes = ByteBuffer.allocate(UUID_BYTES)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
        }

        private static Optional<UUID> lengthened(String text) {
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(text);
                if (bytes.length != UUID_BYTES) {
                    return Optional.empty();
                }
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                return Optional.of(new UUID(buffer.getLong(), buffer.getLong()));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
