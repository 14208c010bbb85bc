package com.saqsommelier.bot.store;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.Contract;
import com.saqsommelier.api.StoreView;
import com.saqsommelier.api.UserView;
import com.saqsommelier.bot.access.ChatUser;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.CallbackAction;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Numbers;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.bot.telegram.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardRow;

/** A person's stores: those that were chosen on top, and others to choose from. */
public final class StoreAnswers {

    private static final int MOST_SHOWN = 10;
    private static final int LONGEST_PLACE = 100;

    /** Telegram takes at most 100 buttons under a message. */
    private static final int MOST_MINE = 40;

    /** Whoever is farther from every store than that is told so: it may be a slip of the finger on the map. */
    private static final double FAR_KM = 300;

    private final Contract backend;

    /** Answers with the stores that this backend knows. */
    public StoreAnswers(Contract backend) {
        this.backend = backend;
    }

    /** The stores that were chosen, with a button to find more; where none was, how to find some. */
    public Reply mine(ChatUser chatUser) {
        List<StoreView> mine = chosen(chatUser);
        Messages messages = chatUser.messages();
        return mine.isEmpty()
                ? where(messages)
                : new Reply(
                        StoreLine.list(messages.say(Phrase.STORES_MINE), first(mine), messages),
                        buttons(mine, List.of(), messages).markup());
    }

    /**
     * Asks where the person is: a button in the place of the keyboard below the chat sends it, which Telegram has in private
     * chats only.
     */
    public static Reply where(Messages messages) {
        return new Reply(
                messages.say(Phrase.STORES_NONE),
                ReplyKeyboardMarkup.builder()
                        .keyboardRow(new KeyboardRow(KeyboardButton.builder()
                                .text(messages.plain(Phrase.BUTTON_LOCATION))
                                .requestLocation(true)
                                .build()))
                        .keyboardRow(new KeyboardRow(messages.plain(Phrase.BUTTON_MENU)))
                        .resizeKeyboard(true)
                        .inputFieldPlaceholder(messages.plain(Phrase.STORES_PLACEHOLDER))
                        .build());
    }

    /** The stores of a city, or of a postal code. */
    public Reply in(String place, ChatUser chatUser) {
        return in(place, 1, chatUser);
    }

    /**
     * A page of the stores of a city, or of a postal code.
     *
     * @param page from 1 on; the last one where there are fewer
     */
    public Reply in(String place, int page, ChatUser chatUser) {
        String asked = place.length() > LONGEST_PLACE ? place.substring(0, LONGEST_PLACE) : place;
        // All of them, for their number.
        List<StoreView> found = backend.stores().list(null, asked, null).stores();
        Messages messages = chatUser.messages();
        if (!found.isEmpty()) {
            Html heading = messages.say(Phrase.STORES_IN, Map.of("place", asked, "total", found.size()));
            return page(heading, found, asked, page, chatUser);
        }
        boolean noneAtAll = backend.stores().list(null, null, 1).stores().isEmpty();
        return Reply.of(
                noneAtAll
                        ? messages.say(Phrase.STORES_NONE_KNOWN)
                        : messages.say(Phrase.STORES_NOT_FOUND, Map.of("place", asked)));
    }

    /** The nearest stores, from anywhere on earth. */
    public Reply near(double latitude, double longitude, ChatUser chatUser) {
        // Not as Java writes a double, which is 1.0E-5 near the equator.
        String place = String.format(Locale.ROOT, "%.6f,%.6f", latitude, longitude);
        List<StoreView> found = backend.stores().list(place, null, MOST_SHOWN).stores();
        Messages messages = chatUser.messages();
        if (found.isEmpty()) {
            return Reply.of(messages.say(Phrase.STORES_NONE_KNOWN));
        }
        Double nearest = found.getFirst().distanceKm();
        return offer(
                nearest != null && nearest > FAR_KM
                        ? messages.say(
                                Phrase.STORES_FAR, Map.of("distance", Numbers.kilometres(nearest, messages.language())))
                        : messages.say(Phrase.STORES_NEAR),
                found,
                List.of(),
                chatUser);
    }

    /**
     * Makes a store one of the person's, or no longer.
     *
     * @return false where there is no such store any more
     */
    public boolean choose(CallbackAction.Store store, ChatUser chatUser) {
        try {
            if (store.mine()) {
                backend.users().prefer(chatUser.userId(), store.id());
            } else {
                backend.users().forget(chatUser.userId(), store.id());
            }
            return true;
        } catch (ApiException e) {
            if (e.hasStatus(404)) {
                return false;
            }
            throw e;
        }
    }

    /** A store by its name and city. */
    public static String shown(StoreView store) {
        return Stream.of(store.name(), store.city())
                .filter(part -> part != null && !part.isBlank())
                .distinct()
                .reduce((name, city) -> name + ", " + city)
                .orElse(store.id());
    }

    private Reply offer(Html heading, List<StoreView> found, List<InlineKeyboardButton> turn, ChatUser chatUser) {
        Messages messages = chatUser.messages();
        Buttons buttons = buttons(chosen(chatUser), found, messages).row(turn);
        return new Reply(StoreLine.list(heading, found, messages), buttons.markup());
    }

    private Reply page(Html heading, List<StoreView> found, String place, int wanted, ChatUser chatUser) {
        if (found.size() <= MOST_SHOWN) {
            return offer(heading, found, List.of(), chatUser);
        }
        Messages messages = chatUser.messages();
        int pages = Math.ceilDiv(found.size(), MOST_SHOWN);
        int page = Math.min(wanted, pages);
        int from = (page - 1) * MOST_SHOWN;
        int to = Math.min(from + MOST_SHOWN, found.size());
        Html counted = heading.plus("\n")
                .plus(messages.say(Phrase.STORES_SHOWN, Map.of("from", from + 1, "to", to, "total", found.size())));
        List<InlineKeyboardButton> turn = new ArrayList<>();
        if (page > 1) {
            turn.add(Buttons.tap("◀", new CallbackAction.StoresIn(place, page - 1)));
        }
        if (page < pages) {
            turn.add(Buttons.tap("▶", new CallbackAction.StoresIn(place, page + 1)));
        }
        return offer(counted, found.subList(from, to), turn, chatUser);
    }

    private static List<StoreView> first(List<StoreView> stores) {
        return stores.stream().limit(MOST_SHOWN).toList();
    }

    private List<StoreView> chosen(ChatUser chatUser) {
        UserView person = backend.users().get(chatUser.userId());
        if (person.stores().isEmpty()) {
            return List.of();
        }
        return backend.stores().list(null, null, null).stores().stream()
                .filter(store -> person.stores().contains(store.id()))
                .toList();
    }

    private static Buttons buttons(List<StoreView> mine, List<StoreView> others, Messages messages) {
        Map<String, StoreView> near = others.stream()
                .collect(Collectors.toMap(StoreView::id, store -> store, (one, same) -> one, LinkedHashMap::new));
        Buttons buttons = new Buttons();
        mine.stream().limit(MOST_MINE).forEach(store -> {
            StoreView found = near.remove(store.id());
            // With its distance, where it is among those that were found.
            buttons.row(button("✅ ", found == null ? store : found, false, messages));
        });
        near.values().forEach(store -> buttons.row(button("➕ ", store, true, messages)));
        if (others.isEmpty()) {
            buttons.row(Buttons.tap(messages.plain(Phrase.BUTTON_MORE_STORES), new CallbackAction.AddStores()));
        }
        return buttons;
    }

    private static InlineKeyboardButton button(String sign, StoreView store, boolean add, Messages messages) {
        return Buttons.tap(sign + StoreLine.label(store, messages), new CallbackAction.Store(store.id(), add));
    }
}
