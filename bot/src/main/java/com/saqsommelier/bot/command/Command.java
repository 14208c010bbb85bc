package com.saqsommelier.bot.command;

import java.util.List;
import java.util.Optional;
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

    /** When alerts are to wait. */
    record Quiet() implements Command {}

    /** Whether the weekly digest is to come. */
    record Digest() implements Command {}

    /** The wish to choose a language. */
    record ChooseLanguage() implements Command {}

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
     */
    record Admit(List<Long> users, boolean allowed) implements OfAdmin {

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

    /** What the contract takes as {@code q}. */
    int LONGEST_SEARCH = 200;
}
