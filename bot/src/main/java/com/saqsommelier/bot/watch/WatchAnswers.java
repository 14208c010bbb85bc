package com.saqsommelier.bot.watch;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.Contract;
import com.saqsommelier.api.ProductPage;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.api.WatchRequest;
import com.saqsommelier.api.WatchView;
import com.saqsommelier.bot.access.ChatUser;
import com.saqsommelier.bot.access.People;
import com.saqsommelier.bot.catalogue.CardAnswers;
import com.saqsommelier.bot.catalogue.ProductEntry;
import com.saqsommelier.bot.catalogue.ProductList;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.CallbackAction;
import com.saqsommelier.bot.command.Command;
import com.saqsommelier.bot.filter.Listing;
import com.saqsommelier.bot.filter.Source;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.bot.telegram.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/** What people watch. */
public final class WatchAnswers {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int LONGEST_LABEL = 40;

    private final Contract backend;
    private final People people;
    private final CardAnswers cards;

    /** Answers with what this backend knows. */
    public WatchAnswers(Contract backend, People people, CardAnswers cards) {
        this.backend = backend;
        this.people = people;
        this.cards = cards;
    }

    /** Begins to watch what was named. */
    public Reply watch(List<String> skus, ChatUser chatUser) {
        Messages messages = chatUser.messages();
        if (skus.isEmpty()) {
            return Reply.of(messages.say(Phrase.WATCH_WHAT));
        }
        return each(skus, chatUser, sku -> messages.say(begin(sku, chatUser), named(sku, messages)));
    }

    /** Ends the watches of what was named; lists them all where nothing was. */
    public Reply unwatch(List<String> skus, ChatUser chatUser) {
        if (skus.isEmpty()) {
            return list(chatUser);
        }
        Messages messages = chatUser.messages();
        return each(skus, chatUser, sku -> messages.say(end(sku, chatUser), named(sku, messages)));
    }

    /** The cards of linked products; a list where there are several. */
    public Reply offer(List<String> skus, ChatUser chatUser) {
        Messages messages = chatUser.messages();
        if (skus.isEmpty()) {
            return Reply.of(messages.say(Phrase.LINKS_NO_BOTTLE));
        }
        List<ProductView> known =
                skus.stream().flatMap(sku -> find(sku).stream()).toList();
        if (known.isEmpty()) {
            return Reply.of(messages.say(Phrase.PRODUCT_UNKNOWN, Map.of("sku", skus.getFirst())));
        }
        return known.size() == 1
                ? cards.of(known.getFirst(), chatUser, Optional.empty())
                : ProductList.toWatch(messages.say(Phrase.LINKS_HEADING), known, messages);
    }

    /** The first page of what the person watches. */
    public Reply list(ChatUser chatUser) {
        return list(1, chatUser);
    }

    /**
     * A page of what the person watches, with its stock online and in their stores.
     *
     * @param page from 1; one beyond the last, as watches end meanwhile, is the last
     */
    public Reply list(int page, ChatUser chatUser) {
        Messages messages = chatUser.messages();
        List<WatchView> watches = backend.watches().list(chatUser.userId()).watches();
        List<ProductView> watched = watches.stream().map(WatchView::product).toList();
        if (watched.isEmpty()) {
            return Reply.of(messages.say(Phrase.ALERTS_NONE));
        }
        int shown = Math.min(page, Math.ceilDiv(watched.size(), ProductList.MOST_SHOWN));
        return cards.page(
                messages.say(Phrase.ALERTS_HEADING, Map.of("total", watched.size())),
                ProductPage.of(
                        watched.stream()
                                .skip((shown - 1L) * ProductList.MOST_SHOWN)
                                .limit(ProductList.MOST_SHOWN)
                                .toList(),
                        watched.size(),
                        shown,
                        ProductList.MOST_SHOWN),
                prices(watches, messages),
                number -> new CallbackAction.Browse(Listing.of(Source.WATCHES).at(number)),
                chatUser);
    }

    /** The price alerts in words, by SKU. */
    private static Map<String, Html> prices(List<WatchView> watches, Messages messages) {
        Map<String, Html> prices = new HashMap<>();
        for (WatchView watch : watches) {
            if (watch.priceAlert() != null) {
                prices.put(
                        watch.sku(),
                        messages.say(
                                Phrase.ALERTS_PRICE,
                                Map.of("rule", PriceAlertAnswers.said(watch.priceAlert(), messages))));
            }
        }
        return prices;
    }

    /** Begins a watch and says how that went. */
    public Phrase begin(String sku, ChatUser chatUser) {
        try {
            backend.watches().add(new WatchRequest(chatUser.userId(), sku));
            people.expectNews(chatUser);
            return Phrase.WATCH_BEGUN;
        } catch (ApiException e) {
            if (e.hasStatus(CONFLICT)) {
                return Phrase.WATCH_ALREADY;
            }
            return unknown(e);
        }
    }

    /** Ends a watch and says how that went. */
    public Phrase end(String sku, ChatUser chatUser) {
        try {
            backend.watches().remove(sku, chatUser.userId());
            return Phrase.WATCH_ENDED;
        } catch (ApiException e) {
            if (e.hasStatus(NOT_FOUND)) {
                return Phrase.WATCH_NOT_THERE;
            }
            throw e;
        }
    }

    private static Phrase unknown(ApiException e) {
        if (e.hasStatus(NOT_FOUND)) {
            return Phrase.PRODUCT_UNKNOWN;
        }
        throw e;
    }

    /** Asks which bottle of a message is meant, with a button for each. */
    public Reply ask(Command.WhichBottle which, Messages messages) {
        Buttons buttons = new Buttons();
        List<InlineKeyboardButton> choices = which.choices().entrySet().stream()
                .map(choice -> switch (which.purpose()) {
                    case SHOW -> Buttons.tap(choice.getKey().toString(), new CallbackAction.Card(choice.getValue()));
                    case WATCH -> ProductList.watching(choice.getValue(), choice.getKey(), false);
                    case UNWATCH -> ProductList.watching(choice.getValue(), choice.getKey(), true);
                })
                .toList();
        for (int from = 0; from < choices.size(); from += ProductList.MOST_SHOWN) {
            buttons.row(choices.subList(from, Math.min(from + ProductList.MOST_SHOWN, choices.size())));
        }
        return new Reply(
                which.place()
                        .map(place -> messages.say(Phrase.WHICH_BOTTLE_NO_SUCH, Map.of("place", place)))
                        .orElseGet(() -> messages.say(Phrase.WHICH_BOTTLE)),
                buttons.markup());
    }

    /** A line for each, and a button that leads to each that there is. */
    private Reply each(List<String> skus, ChatUser chatUser, Function<String, Html> said) {
        Html text = skus.stream()
                .map(said)
                .reduce((one, next) -> one.plus("\n").plus(next))
                .orElseThrow();
        Buttons buttons = new Buttons();
        List<ProductView> known =
                skus.stream().flatMap(sku -> find(sku).stream()).toList();
        known.stream()
                .limit(ProductList.MOST_SHOWN)
                .map(product -> Buttons.tap(
                        shortened(ProductEntry.shownName(
                                product, chatUser.messages().language())),
                        new CallbackAction.Card(product.sku())))
                .forEach(buttons::row);
        return new Reply(text, known.isEmpty() ? null : buttons.markup());
    }

    /** A label that a phone's screen does not cut. */
    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_LABEL
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_LABEL - 1))
                                .strip() + "…";
    }

    private Map<String, String> named(String sku, Messages messages) {
        return Map.of(
                "sku",
                sku,
                "name",
                find(sku)
                        .map(product -> ProductEntry.shownName(product, messages.language()))
                        .orElse(sku));
    }

    private Optional<ProductView> find(String sku) {
        try {
            return Optional.of(backend.products().get(sku));
        } catch (ApiException e) {
            if (e.hasStatus(NOT_FOUND)) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
