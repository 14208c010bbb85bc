package com.saqsommelier.bot.catalogue;

import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.Sort;
import com.saqsommelier.bot.filter.Availability;
import com.saqsommelier.bot.filter.Filters;
import com.saqsommelier.bot.filter.Listing;
import com.saqsommelier.bot.filter.Source;
import com.saqsommelier.vocabulary.Name;
import com.saqsommelier.vocabulary.Names;
import com.saqsommelier.vocabulary.Shelf;
import com.saqsommelier.vocabulary.Shelves;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a place in a list asks of the backend. */
final class ListingQuery {

    private ListingQuery() {}

    /**
     * What matches, without order and page.
     *
     * @param words of a search; null for the rest
     * @param myStores the person's, for what is to be had in them
     */
    static ProductQuery matching(Listing listing, @Nullable String words, List<String> myStores) {
        return query(listing, words, myStores, null);
    }

    /** The same in the order of the list; its page is to be added. */
    static ProductQuery ordered(Listing listing, @Nullable String words, List<String> myStores) {
        Sort usual = listing.source() == Source.NEW ? Sort.NEW : null;
        return query(listing, words, myStores, listing.filters().order().sort().orElse(usual));
    }

    private static ProductQuery query(
            Listing listing, @Nullable String words, List<String> myStores, @Nullable Sort sort) {
        Filters filters = listing.filters();
        boolean online = filters.availability() == Availability.ONLINE
                || (filters.availability() == Availability.USUAL && listing.source() != Source.SEARCH);
        return new ProductQuery(
                words,
                Shelves.bundled().find(filters.shelf()).map(Shelf::categories).orElse(null),
                null,
                Names.bundled().country(filters.country()).map(Name::spellings).orElse(null),
                null,
                null,
                null,
                filters.price().lowest().orElse(null),
                filters.price().highest().orElse(null),
                online ? Boolean.TRUE : null,
                filters.availability() == Availability.MY_STORES ? myStores : null,
                sort,
                null,
                null);
    }
}
