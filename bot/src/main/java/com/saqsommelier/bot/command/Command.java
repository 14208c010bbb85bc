package com.saqsommelier.bot.command;

import com.saqsommelier.vocabulary.Language;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What a person asks of the bot. */
public sealed interface Command {

    /** The first contact, or the wish to see the menu again. */
    record Start() implements Command {}

    record Help() implements Command {}

    /**
     * Look for products.
     *
     * @param words 1 to {@link #LONGEST_SEARCH} UTF-16 units, without blanks at the ends or line breaks
     */
    record Search(String words) implements Command {}

    /** Wants to search, did not say for what. */
    record SearchPrompt() implements Command {}

    /**
     * Wants to search for more than fits.
     *
     * @param length in UTF-16 units
     */
    record SearchTooLong(int length) implements Command {}

    /** What is new. */
    record New() implements Command {}

    /** A bottle at random. */
    record Random() implements Command {}

    /**
     * Begin to watch.
     *
     * @param skus none where the person did not say which
     */
    record Watch(List<String> skus) implements Command {

        /** Takes a copy. */
        public Watch {
            skus = List.copyOf(skus);
        }
    }

    /** Be told of lower prices of a product. */
    record PriceAlert(String sku, PriceWish wish) implements Command {}

    /** End watching; none where the person did not say which. */
    record Unwatch(List<String> skus) implements Command {

        /** Takes a copy. */
        public Unwatch {
            skus = List.copyOf(skus);
        }
    }

    /**
     * Links to products, without a word of what to do with them.
     *
     * @param skus none where what was written is a link, but to no product
     */
    record Links(List<String> skus) implements Command {

        /** Takes a copy. */
        public Links {
            skus = List.copyOf(skus);
        }
    }

    /**
     * Means a bottle of a message of the bot, and does not say which, or one that is not there.
     *
     * @param purpose what the person wants with it
     * @param choices the bottles' codes by their places in the message
     * @param place that the person named; empty where they named none
     */
    record WhichBottle(Purpose purpose, NavigableMap<Integer, String> choices, Optional<Integer> place)
            implements Command {

        /** The purpose for which a bottle is meant. */
        public enum Purpose {
            /** To see its card. */
            SHOW,
            /** To watch it. */
            WATCH,
            /** To watch it no longer. */
            UNWATCH
        }

        /** Takes a copy. */
        public WhichBottle {
            choices = Collections.unmodifiableNavigableMap(new TreeMap<>(choices));
        }
    }

    /** What the person watches. */
    record Alerts() implements Command {}

    /**
     * The person's stores.
     *
     * @param place a city or the beginning of a postal code, to look for more; empty for those that are chosen
     */
    record MyStores(String place) implements Command {}

    /** The stores near a place, in degrees (WGS 84). */
    record StoresNear(double latitude, double longitude) implements Command {}

    /**
     * A question to the sommelier.
     *
     * @param question empty where the person did not say it
     * @param conversation of the answer that it follows; empty for a new one
     */
    record Recommend(String question, Optional<UUID> conversation) implements Command {}

    /**
     * When alerts are to wait.
     *
     * @param words the hours as the person wrote them; empty where they did not
     */
    record Quiet(String words) implements Command {}

    /** Whether the weekly digest is to come. */
    record Digest() implements Command {}

    /**
     * The wish to choose a language.
     *
     * @param language empty where the person did not say which
     */
    record ChooseLanguage(Optional<Language> language) implements Command {}

    /** What is kept of the person. */
    record Privacy() implements Command {}

    /** The wish to have all of it erased. */
    record Forget() implements Command {}

    /** What only administrators may do. */
    sealed interface OfAdmin extends Command {}

    /**
     * Let people in, or not.
     *
     * @param users Telegram's numbers; none where the administrator did not say who
     * @param name by which the administrator knows the one person; empty where they did not say, or named several
     */
    record Admit(List<Long> users, boolean allowed, Optional<String> name) implements OfAdmin {

        /** Takes a copy. */
        public Admit {
            users = List.copyOf(users);
        }
    }

    /** Who may come in. */
    record Users() implements OfAdmin {}

    /** The last commands; of these people, or of everybody where there is nobody. */
    record Audit(List<Long> users) implements OfAdmin {

        /** Takes a copy. */
        public Audit {
            users = List.copyOf(users);
        }
    }

    /**
     * A person whose message an administrator forwards.
     *
     * @param user Telegram's number
     * @param name as Telegram shows it
     */
    record Introduce(long user, String name) implements OfAdmin {}

    /** A command that the bot does not have. */
    record Unknown() implements Command {}

    /** A picture, a voice message, a place: something a person sent that the bot cannot read. */
    record NotText() implements Command {}

    /** Not for the bot, or nothing to answer. */
    record Ignored() implements Command {}

    /** Whether the answer is the person's own, and nothing for others who read along. */
    default boolean isPersonal() {
        return switch (this) {
            case Watch _,
                    Unwatch _,
                    Alerts _,
                    MyStores _,
                    StoresNear _,
                    Quiet _,
                    Digest _,
                    ChooseLanguage _,
                    Privacy _,
                    Forget _,
                    OfAdmin _ -> true;
            case WhichBottle which -> which.purpose() != WhichBottle.Purpose.SHOW;
            default -> false;
        };
    }

    /** Whether the answer shows bottles of the catalogue, each with what the reader's stores have of it. */
    default boolean showsBottles() {
        return switch (this) {
            case Search _, New _, Random _, Links _ -> true;
            default -> false;
        };
    }

    /** What the contract takes as {@code q}. */
    int LONGEST_SEARCH = 200;
}
