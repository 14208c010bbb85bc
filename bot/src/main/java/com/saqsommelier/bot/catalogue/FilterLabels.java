package com.saqsommelier.bot.catalogue;

import com.saqsommelier.bot.filter.Availability;
import com.saqsommelier.bot.filter.Filters;
import com.saqsommelier.bot.filter.Listing;
import com.saqsommelier.bot.filter.NameCode;
import com.saqsommelier.bot.filter.Order;
import com.saqsommelier.bot.filter.PriceBand;
import com.saqsommelier.bot.filter.Refinement;
import com.saqsommelier.bot.filter.SizeBand;
import com.saqsommelier.bot.filter.Source;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.vocabulary.NameTheme;
import com.saqsommelier.vocabulary.Names;
import com.saqsommelier.vocabulary.Shelf;
import com.saqsommelier.vocabulary.Shelves;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What filters are called. */
final class FilterLabels {

    private FilterLabels() {}

    static String shelf(Shelf shelf, Messages messages) {
        return shelf.icon() + " " + shelf.name().in(messages.language());
    }

    static String country(String code, Messages messages) {
        return Names.bundled()
                .country(code)
                .map(name -> name.in(messages.language()))
                .orElse(code);
    }

    static String price(PriceBand band, Messages messages) {
        if (band == PriceBand.ANY) {
            return messages.plain(Phrase.PRICE_ANY);
        }
        if (band.to() == 0) {
            return messages.plain(Phrase.PRICE_FROM, Map.of("from", band.from()));
        }
        return band.from() == 0
                ? messages.plain(Phrase.PRICE_BELOW, Map.of("to", band.to()))
                : messages.plain(Phrase.PRICE_BETWEEN, Map.of("from", band.from(), "to", band.to()));
    }

    /** A grape, a region or a taste tag. */
    static String named(NameTheme theme, String code, Messages messages) {
        return NameCode.find(theme, code)
                .map(name -> name.in(messages.language()))
                .orElse(code);
    }

    static String size(SizeBand band, Messages messages) {
        return messages.plain(
                switch (band) {
                    case ANY -> Phrase.SIZE_ANY;
                    case SMALL -> Phrase.SIZE_SMALL;
                    case STANDARD -> Phrase.SIZE_STANDARD;
                    case MAGNUM -> Phrase.SIZE_MAGNUM;
                    case LARGE -> Phrase.SIZE_LARGE;
                });
    }

    /** The chosen values of a refinement, each in words. */
    static List<String> refinement(Refinement more, Messages messages) {
        List<String> parts = new ArrayList<>();
        Map.of(NameTheme.GRAPES, more.grape(), NameTheme.REGIONS, more.region(), NameTheme.TASTES, more.taste())
                .entrySet()
                .stream()
                .filter(chosen -> !chosen.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .forEach(chosen -> parts.add(named(chosen.getKey(), chosen.getValue(), messages)));
        if (more.organic()) {
            parts.add(messages.plain(Phrase.FILTER_ORGANIC));
        }
        if (more.size() != SizeBand.ANY) {
            parts.add(size(more.size(), messages));
        }
        return parts;
    }

    static String availability(Availability availability, Source source, Messages messages) {
        return messages.plain(
                switch (availability) {
                    case USUAL -> source == Source.SEARCH ? Phrase.WHERE_ANY : Phrase.WHERE_ONLINE;
                    case ONLINE -> Phrase.WHERE_ONLINE;
                    case MY_STORES -> Phrase.WHERE_MY_STORES;
                });
    }

    static String order(Order order, Source source, Messages messages) {
        return messages.plain(
                switch (order) {
                    case USUAL -> source == Source.SEARCH ? Phrase.ORDER_RELEVANCE : Phrase.ORDER_NEWEST;
                    case NEWEST -> Phrase.ORDER_NEWEST;
                    case CHEAPEST -> Phrase.ORDER_CHEAPEST;
                    case DEAREST -> Phrase.ORDER_DEAREST;
                    case BEST_RATED -> Phrase.ORDER_BEST_RATED;
                    case BY_NAME -> Phrase.ORDER_BY_NAME;
                });
    }

    /** What is chosen, in a line below the heading; empty where nothing is. */
    static Html chosen(Listing listing, Messages messages) {
        Filters filters = listing.filters();
        List<String> parts = new ArrayList<>();
        Shelves.bundled().find(filters.shelf()).ifPresent(shelf -> parts.add(shelf(shelf, messages)));
        if (filters.price() != PriceBand.ANY) {
            parts.add(price(filters.price(), messages));
        }
        if (!filters.country().isEmpty()) {
            parts.add(country(filters.country(), messages));
        }
        parts.addAll(refinement(filters.more(), messages));
        if (filters.availability() != Availability.USUAL) {
            parts.add(availability(filters.availability(), listing.source(), messages));
        }
        if (filters.order() != Order.USUAL) {
            parts.add(order(filters.order(), listing.source(), messages));
        }
        return parts.isEmpty()
                ? new Html("")
                : new Html("\n<i>")
                        .plus(String.join(ProductEntry.SEPARATOR, parts))
                        .plus(new Html("</i>"));
    }
}
