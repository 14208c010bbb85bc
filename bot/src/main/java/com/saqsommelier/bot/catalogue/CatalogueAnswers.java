package com.saqsommelier.bot.catalogue;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.Contract;
import com.saqsommelier.api.ProductPage;
import com.saqsommelier.bot.access.ChatUser;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.CallbackAction;
import com.saqsommelier.bot.filter.Availability;
import com.saqsommelier.bot.filter.Listing;
import com.saqsommelier.bot.filter.Panel;
import com.saqsommelier.bot.filter.Source;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.bot.telegram.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** What is said of the catalogue as a whole: searches, what is new, a bottle at random, each with filters below. */
public final class CatalogueAnswers {

    /** How deep the catalogue hands out pages. */
    static final int DEEPEST = 10_000;

    private static final int NOT_FOUND = 404;

    private final Contract backend;
    private final CardAnswers cards;

    /** Answers with what this backend knows. */
    public CatalogueAnswers(Contract backend, CardAnswers cards) {
        this.backend = backend;
        this.cards = cards;
    }

    /** A page of what is found; says so where there is nothing. */
    public Reply search(String words, ChatUser chatUser) {
        return show(Listing.of(Source.SEARCH), words, chatUser);
    }

    /**
     * A place in a list.
     *
     * @param words of a search; null for the rest
     */
    public Reply show(Listing listing, @Nullable String words, ChatUser chatUser) {
        List<String> stores = stores(listing, chatUser);
        if (listing.source() == Source.RANDOM) {
            return random(listing, stores, chatUser);
        }
        Messages messages = chatUser.messages();
        ProductPage found = nowhere(listing, stores)
                ? ProductPage.of(List.of(), 0, 1, ProductList.MOST_SHOWN)
                : backend.products()
                        .list(ListingQuery.ordered(listing, words, stores).at(listing.page(), ProductList.MOST_SHOWN));
        Html heading = heading(listing, words, found.total(), messages);
        if (found.total() == 0 && !listing.filters().narrow()) {
            return listing.source() == Source.SEARCH
                    ? new Reply(
                            heading, sommelier(new Buttons(), words, messages).markup())
                    : Reply.of(heading);
        }
        Html above = heading.plus(SearchHeading.notes(found.total() > 0 ? found.interpretation() : null, messages))
                .plus(FilterLabels.chosen(listing, messages));
        if (found.total() == 1 && found.products().size() == 1) {
            return only(found, above, listing, words, chatUser, stores);
        }
        Buttons buttons = new Buttons();
        Html text = ProductList.entries(above, found, buttons, messages);
        if (listing.choice().panel() == Panel.CLOSED) {
            ProductList.turn(buttons, found, page -> new CallbackAction.Browse(listing.at(page)), messages);
            if (found.total() > 1 || listing.filters().narrow()) {
                FilterButtons.add(buttons, listing, messages);
            }
            if (listing.source() == Source.SEARCH) {
                sommelier(buttons, words, messages);
            }
        } else {
            choice(listing, words, chatUser, stores).add(buttons);
        }
        return new Reply(text, buttons.markup());
    }

    /** The words may have been a wish after all. */
    private static Buttons sommelier(Buttons buttons, @Nullable String words, Messages messages) {
        return words == null || words.isBlank()
                ? buttons
                : buttons.row(Buttons.tap(
                        messages.plain(Phrase.BUTTON_ASK_SOMMELIER), new CallbackAction.AskSommelier(words)));
    }

    /** A list of one product is its card; below a heading where the buttons need one, or the words were not all met. */
    private Reply only(
            ProductPage found,
            Html heading,
            Listing listing,
            @Nullable String words,
            ChatUser chatUser,
            List<String> stores) {
        Reply card = cards.of(found.products().getFirst(), chatUser, Optional.empty());
        boolean closed = listing.choice().panel() == Panel.CLOSED;
        boolean narrow = listing.filters().narrow();
        if (closed && !narrow && found.interpretation() == null) {
            return card;
        }
        Buttons buttons = new Buttons();
        InlineKeyboardMarkup own = card.buttons();
        if (own != null) {
            own.getKeyboard().forEach(buttons::row);
        }
        if (!closed) {
            choice(listing, words, chatUser, stores).add(buttons);
        } else if (narrow) {
            FilterButtons.add(buttons, listing, chatUser.messages());
        }
        return new Reply(heading.plus("\n\n").plus(card.text()), buttons.markup(), card.preview());
    }

    /**
     * The buttons of a bottle at random when only the choice below it opens or closes: the bottle stays.
     *
     * @param shown the buttons that are there
     */
    public InlineKeyboardMarkup choose(Listing listing, InlineKeyboardMarkup shown, ChatUser chatUser) {
        Buttons buttons = new Buttons();
        shown.getKeyboard().stream()
                .filter(row -> row.stream().anyMatch(button -> !browses(button.getCallbackData())))
                .forEach(buttons::row);
        if (listing.choice().panel() == Panel.CLOSED) {
            FilterButtons.add(buttons, listing, chatUser.messages());
        } else {
            choice(listing, null, chatUser, stores(listing, chatUser)).add(buttons);
        }
        return buttons.markup();
    }

    private static boolean browses(@Nullable String data) {
        return data != null
                && CallbackAction.of(data)
                        .filter(tap -> tap instanceof CallbackAction.Browse
                                || tap instanceof CallbackAction.Nothing
                                || tap instanceof CallbackAction.MyStores)
                        .isPresent();
    }

    /** A bottle that can be had, whichever. */
    private Reply random(Listing listing, List<String> stores, ChatUser chatUser) {
        Messages messages = chatUser.messages();
        Buttons buttons = new Buttons();
        Reply card = nowhere(listing, stores) ? nothing(listing, messages) : draw(listing, stores, chatUser);
        InlineKeyboardMarkup own = card.buttons();
        if (own != null) {
            own.getKeyboard().forEach(buttons::row);
        }
        if (listing.choice().panel() == Panel.CLOSED) {
            FilterButtons.add(buttons, listing, messages);
        } else {
            choice(listing, null, chatUser, stores).add(buttons);
        }
        return new Reply(card.text(), buttons.markup(), card.preview());
    }

    private Reply draw(Listing listing, List<String> stores, ChatUser chatUser) {
        try {
            return cards.of(
                    backend.products().random(ListingQuery.matching(listing, null, stores)),
                    chatUser,
                    Optional.of(new CallbackAction.Browse(listing.with(listing.filters()))));
        } catch (ApiException e) {
            if (e.hasStatus(NOT_FOUND)) {
                return nothing(listing, chatUser.messages());
            }
            throw e;
        }
    }

    private static Reply nothing(Listing listing, Messages messages) {
        return Reply.of(messages.say(Phrase.RANDOM_NOTHING).plus(FilterLabels.chosen(listing, messages)));
    }

    private FilterChoice choice(Listing listing, @Nullable String words, ChatUser chatUser, List<String> stores) {
        List<String> own = listing.choice().panel() == Panel.AVAILABILITY && stores.isEmpty()
                ? backend.users().get(chatUser.userId()).stores()
                : stores;
        return new FilterChoice(
                listing, new MatchCounts(backend.products(), listing, words, own), !own.isEmpty(), chatUser.messages());
    }

    /** Asked for only where they matter: most lists are not about stores. */
    private List<String> stores(Listing listing, ChatUser chatUser) {
        return listing.filters().availability() == Availability.MY_STORES
                ? backend.users().get(chatUser.userId()).stores()
                : List.of();
    }

    /** Who chose "in my stores" and has none finds nothing; an empty filter would find everything. */
    private static boolean nowhere(Listing listing, List<String> stores) {
        return listing.filters().availability() == Availability.MY_STORES && stores.isEmpty();
    }

    private static Html heading(Listing listing, @Nullable String words, long total, Messages messages) {
        boolean narrow = listing.filters().narrow();
        if (listing.source() == Source.NEW) {
            return messages.say(
                    total > 0 ? Phrase.NEW_HEADING : narrow ? Phrase.NEW_FILTERED_NOTHING : Phrase.NEW_NOTHING);
        }
        String shown = words == null ? "" : words;
        if (total > 0) {
            return SearchHeading.of(total, shown, messages);
        }
        return messages.say(narrow ? Phrase.SEARCH_FILTERED_NOTHING : Phrase.SEARCH_NOTHING, Map.of("words", shown));
    }
}
