package com.saqsommelier.bot.catalogue;

import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.Sort;
import com.saqsommelier.bot.filter.Availability;
import com.saqsommelier.bot.filter.Filters;
import com.saqsommelier.bot.filter.Listing;
import com.saqsommelier.bot.filter.NameCode;
import com.saqsommelier.bot.filter.Refinement;
import com.saqsommelier.bot.filter.Source;
import com.saqsommelier.vocabulary.Name;
import com.saqsommelier.vocabulary.NameTheme;
import com.saqsommelier.vocabulary.Names;
import com.saqsommelier.vocabulary.Shelf;
import com.saqsommelier.vocabulary.Shelves;
import com.saqsommelier.vocabulary.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a place in a list asks of the backend. */
final class ListingQuery {

    /** How the catalogue may write that a product is organic. */
    private static final List<String> ORGANIC = Names.bundled()
            .find(NameTheme.FEATURES, "Produit bio")
            .map(Name::spellings)
            .orElseThrow();

    private ListingQuery() {}

    /** Whether a feature of the catalogue says organic. */
    static boolean organic(String feature) {
        return ORGANIC.stream().map(Words::key).anyMatch(Words.key(feature)::equals);
    }

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
        Refinement more = filters.more();
        return new ProductQuery(
                words,
                Shelves.bundled().find(filters.shelf()).map(Shelf::categories).orElse(null),
                null,
                Names.bundled().country(filters.country()).map(Name::spellings).orElse(null),
                spellings(NameTheme.REGIONS, more.region()),
                spellings(NameTheme.GRAPES, more.grape()),
                null,
                filters.price().lowest().orElse(null),
                filters.price().highest().orElse(null),
                online ? Boolean.TRUE : null,
                filters.availability() == Availability.MY_STORES ? myStores : null,
                spellings(NameTheme.TASTES, more.taste()),
                more.organic() ? ORGANIC : null,
                more.size().smallest().orElse(null),
                more.size().largest().orElse(null),
                sort,
                null,
                null);
    }

    /** How the catalogue may write what a code stands for; null for no code. */
    private static @Nullable List<String> spellings(NameTheme theme, String code) {
        return NameCode.find(theme, code).map(Name::spellings).orElse(null);
    }
}
