package com.saqsommelier.bot.catalogue;

import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.CallbackAction;
import com.saqsommelier.bot.filter.Availability;
import com.saqsommelier.bot.filter.Filters;
import com.saqsommelier.bot.filter.Listing;
import com.saqsommelier.bot.filter.Order;
import com.saqsommelier.bot.filter.Panel;
import com.saqsommelier.bot.filter.PriceBand;
import com.saqsommelier.bot.filter.Source;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.vocabulary.Shelves;
import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/** The buttons that open a choice of filters; each shows what is chosen, in two or three rows that fit a phone. */
final class FilterButtons {

    private static final int MOST_IN_A_ROW = 3;

    private FilterButtons() {}

    /** Adds the rows below a list. */
    static void add(Buttons buttons, Listing listing, Messages messages) {
        Filters filters = listing.filters();
        String kind = Shelves.bundled()
                .find(filters.shelf())
                .map(shelf -> FilterLabels.shelf(shelf, messages))
                .orElseGet(() -> messages.plain(Phrase.FILTER_KIND));
        String price = filters.price() == PriceBand.ANY
                ? messages.plain(Phrase.FILTER_PRICE)
                : FilterLabels.price(filters.price(), messages);
        String country = filters.country().isEmpty()
                ? messages.plain(Phrase.FILTER_COUNTRY)
                : FilterLabels.country(filters.country(), messages);
        // Whoever chose a colour most likely wants another one.
        Panel kinds = filters.shelf().isEmpty() ? Panel.KINDS : Panel.FAMILIES;
        buttons.row(
                opening(kind, listing, kinds),
                opening(price, listing, Panel.PRICES),
                opening(country, listing, Panel.COUNTRIES));
        List<InlineKeyboardButton> second = new ArrayList<>();
        second.add(opening(
                filters.availability() == Availability.USUAL
                        ? messages.plain(Phrase.FILTER_AVAILABILITY)
                        : FilterLabels.availability(filters.availability(), listing.source(), messages),
                listing,
                Panel.AVAILABILITY));
        if (listing.source() != Source.RANDOM) {
            second.add(opening(
                    filters.order() == Order.USUAL
                            ? messages.plain(Phrase.FILTER_ORDER)
                            : FilterLabels.order(filters.order(), listing.source(), messages),
                    listing,
                    Panel.ORDER));
        }
        second.add(opening(more(filters, messages), listing, Panel.MORE));
        if (filters.narrow()) {
            second.add(Buttons.tap(
                    messages.plain(Phrase.FILTER_CLEAR),
                    new CallbackAction.Browse(listing.with(Filters.NONE.in(filters.order())))));
        }
        int half = second.size() > MOST_IN_A_ROW ? 2 : second.size();
        buttons.row(List.copyOf(second.subList(0, half)));
        buttons.row(List.copyOf(second.subList(half, second.size())));
    }

    private static String more(Filters filters, Messages messages) {
        List<String> chosen = FilterLabels.refinement(filters.more(), messages);
        return chosen.isEmpty() ? messages.plain(Phrase.FILTER_MORE) : String.join(", ", chosen);
    }

    private static InlineKeyboardButton opening(String label, Listing listing, Panel panel) {
        return Buttons.tap(label, new CallbackAction.Browse(listing.choosing(panel, 1)));
    }
}
