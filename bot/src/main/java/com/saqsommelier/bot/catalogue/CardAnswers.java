package com.saqsommelier.bot.catalogue;

import com.saqsommelier.api.Contract;
import com.saqsommelier.api.ProductPage;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.api.SimilarProducts;
import com.saqsommelier.api.WatchView;
import com.saqsommelier.bot.access.ChatUser;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.CallbackAction;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.bot.telegram.Reply;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/** Everything about one product, and what is like it. */
public final class CardAnswers {

    private static final int MOST_SIMILAR = 5;

    private final Contract backend;
    private final MyShelves shelves;

    /**
     * Answers with what this backend knows.
     *
     * @param clock by which a reading has its age
     */
    public CardAnswers(Contract backend, InstantSource clock) {
        this.backend = backend;
        this.shelves = new MyShelves(backend.products(), clock);
    }

    /** The card of a product that the catalogue has. */
    public Reply of(String sku, ChatUser chatUser) {
        return of(backend.products().get(sku), chatUser, Optional.empty());
    }

    /**
     * A card.
     *
     * @param another what one more button does, for a card that is one of many
     */
    public Reply of(ProductView product, ChatUser chatUser, Optional<CallbackAction> another) {
        Messages messages = chatUser.messages();
        boolean watched = backend.watches().list(chatUser.userId()).watches().stream()
                .map(WatchView::sku)
                .anyMatch(product.sku()::equals);
        Html text = ProductCard.of(product, messages).plus(mine(product, chatUser));
        List<InlineKeyboardButton> first = new ArrayList<>();
        if (product.delistedAt() == null) {
            first.add(watching(product.sku(), watched, messages));
        }
        first.add(Buttons.tap(messages.plain(Phrase.BUTTON_SIMILAR), new CallbackAction.Similar(product.sku())));
        List<InlineKeyboardButton> second = new ArrayList<>();
        if (product.delistedAt() == null) {
            second.add(Buttons.tap(
                    messages.plain(Phrase.BUTTON_PRICE_ALERT), new CallbackAction.PriceChoice(product.sku())));
        }
        another.ifPresent(tap -> second.add(Buttons.tap(messages.plain(Phrase.BUTTON_ANOTHER), tap)));
        ProductEntry.address(product, messages.language())
                .ifPresent(address -> second.add(Buttons.open(messages.plain(Phrase.BUTTON_OPEN), address)));
        return new Reply(text, new Buttons().row(first).row(second).markup(), true);
    }

    /** The button that begins or ends a watch. */
    public static InlineKeyboardButton watching(String sku, boolean watched, Messages messages) {
        return watched
                ? Buttons.tap(messages.plain(Phrase.BUTTON_UNWATCH), new CallbackAction.Unwatch(sku))
                : Buttons.tap(messages.plain(Phrase.BUTTON_WATCH), new CallbackAction.Watch(sku));
    }

    /** A list of what is like a product; says so where there is nothing. */
    public Reply similar(String sku, Messages messages) {
        ProductView product = backend.products().get(sku);
        SimilarProducts similar = backend.products().similar(sku, MOST_SIMILAR);
        Phrase heading = similar.products().isEmpty() ? Phrase.SIMILAR_NOTHING : Phrase.SIMILAR_HEADING;
        return ProductList.all(
                messages.say(heading, Map.of("name", ProductEntry.shownName(product, messages.language()))),
                similar.products(),
                messages);
    }

    /**
     * A page of what a person watches, each with what their stores have of it.
     *
     * @param notes a line below some of the products, by SKU
     * @param paging the tap that leads to a page
     */
    public Reply page(
            Html heading,
            ProductPage page,
            Map<String, Html> notes,
            IntFunction<CallbackAction> paging,
            ChatUser chatUser) {
        List<String> stores = backend.users().get(chatUser.userId()).stores();
        Buttons buttons = new Buttons();
        Html text = ProductList.entries(
                heading,
                page,
                product -> {
                    Html note = notes.containsKey(product.sku())
                            ? new Html("\n").plus(notes.get(product.sku()))
                            : new Html("");
                    return stores.isEmpty()
                            ? note
                            : note.plus("\n").plus(shelves.of(product, stores, Optional.empty(), chatUser.messages()));
                },
                buttons,
                chatUser.messages());
        int first = (page.page() - 1) * page.perPage() + 1;
        buttons.row(IntStream.range(0, page.products().size())
                .mapToObj(
                        place -> ProductList.watching(page.products().get(place).sku(), first + place, true))
                .toList());
        ProductList.turn(buttons, page, paging, chatUser.messages());
        return new Reply(text, buttons.markup());
    }

    /** What the person's stores have of it; nothing for who has chosen none. */
    private Html mine(ProductView product, ChatUser chatUser) {
        List<String> stores = backend.users().get(chatUser.userId()).stores();
        Messages messages = chatUser.messages();
        return stores.isEmpty()
                ? new Html("")
                : new Html("\n\n")
                        .plus(shelves.of(product, stores, Optional.of(messages.say(Phrase.CARD_IN_STORES)), messages));
    }
}
