package com.saqsommelier.bot.store;

import com.saqsommelier.api.Contract;
import com.saqsommelier.api.StoreView;
import com.saqsommelier.api.UserView;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.Tap;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Numbers;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.person.Drinker;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.bot.telegram.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** A person's stores: those that were chosen on top, and others to choose from. */
public final class StoreAnswers {

    private static final int MOST_SHOWN = 10;
    private static final int LONGEST_PLACE = 100;

    private final Contract backend;

    /** Answers with the stores that this backend knows. */
    public StoreAnswers(Contract backend) {
        this.backend = backend;
    }

    /** The stores that were chosen, and how to find more. */
    public Reply mine(Drinker drinker) {
        List<StoreView> mine = chosen(drinker);
        Phrase phrase = mine.isEmpty() ? Phrase.STORES_NONE : Phrase.STORES_MINE;
        return new Reply(drinker.messages().say(phrase), keyboard(mine, List.of(), drinker.messages()));
    }

    /** The stores of a city, or of a postal code. */
    public Reply in(String place, Drinker drinker) {
        String asked = place.length() > LONGEST_PLACE ? place.substring(0, LONGEST_PLACE) : place;
        List<StoreView> found = backend.stores().list(null, asked, MOST_SHOWN).stores();
        Messages messages = drinker.messages();
        return found.isEmpty()
                ? Reply.of(messages.say(Phrase.STORES_NOT_FOUND, Map.of("place", asked)))
                : offer(messages.say(Phrase.STORES_IN, Map.of("place", asked)), found, drinker);
    }

    /** The nearest stores. */
    public Reply near(double latitude, double longitude, Drinker drinker) {
        List<StoreView> found = backend.stores()
                .list(latitude + "," + longitude, null, MOST_SHOWN)
                .stores();
        Messages messages = drinker.messages();
        return found.isEmpty()
                ? Reply.of(messages.say(Phrase.STORES_NONE_KNOWN))
                : offer(messages.say(Phrase.STORES_NEAR), found, drinker);
    }

    /** Makes a store one of the person's, or no longer. */
    public void choose(Tap.Store store, Drinker drinker) {
        if (store.mine()) {
            backend.users().prefer(drinker.userId(), store.id());
        } else {
            backend.users().forget(drinker.userId(), store.id());
        }
    }

    /** A store in one line: name, city, distance. */
    public static String shown(StoreView store) {
        return Stream.of(store.name(), store.city())
                .filter(part -> part != null && !part.isBlank())
                .distinct()
                .reduce((name, city) -> name + ", " + city)
                .orElse(store.id());
    }

    private Reply offer(Html heading, List<StoreView> found, Drinker drinker) {
        return new Reply(heading, keyboard(chosen(drinker), found, drinker.messages()));
    }

    private List<StoreView> chosen(Drinker drinker) {
        UserView person = backend.users().get(drinker.userId());
        if (person.stores().isEmpty()) {
            return List.of();
        }
        return backend.stores().list(null, null, null).stores().stream()
                .filter(store -> person.stores().contains(store.id()))
                .toList();
    }

    private static InlineKeyboardMarkup keyboard(List<StoreView> mine, List<StoreView> others, Messages messages) {
        Buttons buttons = new Buttons();
        mine.forEach(store -> buttons.row(Buttons.tap("✅ " + shown(store), new Tap.Store(store.id(), false))));
        List<StoreView> rest = new ArrayList<>(others);
        rest.removeIf(store -> mine.stream().anyMatch(own -> own.id().equals(store.id())));
        rest.forEach(store -> buttons.row(
                Buttons.tap("➕ " + shown(store) + distance(store, messages), new Tap.Store(store.id(), true))));
        return buttons.markup();
    }

    private static String distance(StoreView store, Messages messages) {
        Double far = store.distanceKm();
        return far == null ? "" : " · " + Numbers.kilometres(far, messages.language());
    }
}
