package com.saqsommelier.bot.catalogue;

import com.saqsommelier.api.FacetsView;
import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.ProductsApi;
import com.saqsommelier.bot.filter.Availability;
import com.saqsommelier.bot.filter.Filters;
import com.saqsommelier.bot.filter.Listing;
import com.saqsommelier.vocabulary.Shelf;
import com.saqsommelier.vocabulary.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How many products each choice would leave. */
final class MatchCounts {

    private final ProductsApi products;
    private final Listing listing;
    private final @Nullable String words;
    private final List<String> myStores;
    private final FacetsView facets;
    private final Map<String, Long> categories;

    /** Asks for the facets of a list. */
    MatchCounts(ProductsApi products, Listing listing, @Nullable String words, List<String> myStores) {
        this.products = products;
        this.listing = listing;
        this.words = words;
        this.myStores = myStores;
        this.facets = products.facets(ListingQuery.matching(listing, words, myStores));
        this.categories = facets.categories().stream()
                .collect(Collectors.toMap(
                        value -> Words.key(value.value()), FacetsView.Value::count, (one, other) -> one + other));
    }

    FacetsView facets() {
        return facets;
    }

    long of(Shelf shelf) {
        Set<String> present = shelf.categories().stream()
                .map(Words::key)
                .filter(categories::containsKey)
                .collect(Collectors.toSet());
        // A product can be in several categories of a shelf, and must not be counted twice.
        return switch (present.size()) {
            case 0 -> 0;
            case 1 -> categories.getOrDefault(present.iterator().next(), 0L);
            default -> total(listing.filters().of(shelf.code()));
        };
    }

    long of(Availability availability) {
        return total(listing.filters().where(availability));
    }

    private long total(Filters filters) {
        if (filters.availability() == Availability.MY_STORES && myStores.isEmpty()) {
            return 0;
        }
        ProductQuery query = ListingQuery.matching(listing.with(filters), words, myStores);
        return products.list(query.at(1, 1)).total();
    }
}
