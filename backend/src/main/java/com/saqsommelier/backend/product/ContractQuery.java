package com.saqsommelier.backend.product;

import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.Sort;
import com.saqsommelier.backend.http.InvalidParameterException;
import com.saqsommelier.search.CatalogueQuery;
import com.saqsommelier.search.CatalogueQuery.Filters;
import com.saqsommelier.search.CatalogueQuery.Order;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A query of the contract as the index takes it. */
final class ContractQuery {

    /** How many products from the top can be reached: nobody means more, and a page costs as much as all before it. */
    private static final int DEEPEST = 10_000;

    private ContractQuery() {}

    /** The page of a list; one too far down is refused. */
    static CatalogueQuery page(ProductQuery query) {
        int page = page(query.page());
        int perPage = perPage(query);
        if ((long) page * perPage > DEEPEST) {
            throw new InvalidParameterException(
                    "page",
                    Integer.toString(page),
                    "page × per_page is at most " + DEEPEST + ", so page is at most " + DEEPEST / perPage
                            + " here; narrow the list with category, country, min_price or max_price");
        }
        return of(query, (page - 1) * perPage, perPage);
    }

    static CatalogueQuery of(ProductQuery query, int offset, int limit) {
        return new CatalogueQuery(words(query), filters(query), order(query), offset, limit);
    }

    static int page(@Nullable Integer page) {
        return Objects.requireNonNullElse(page, 1);
    }

    static int perPage(ProductQuery query) {
        return Objects.requireNonNullElse(query.perPage(), ProductQuery.DEFAULT_PER_PAGE);
    }

    static Optional<String> words(ProductQuery query) {
        return Optional.ofNullable(query.q());
    }

    static Filters filters(ProductQuery query) {
        BigDecimal min = query.minPrice();
        BigDecimal max = query.maxPrice();
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new InvalidParameterException("min_price", min.toString(), "at most max_price, which is " + max);
        }
        Integer smallest = query.minSizeMl();
        Integer largest = query.maxSizeMl();
        if (smallest != null && largest != null && smallest > largest) {
            throw new InvalidParameterException(
                    "min_size_ml", smallest.toString(), "at most max_size_ml, which is " + largest);
        }
        return new Filters(
                orEmpty(query.category()),
                orEmpty(query.color()),
                orEmpty(query.country()),
                orEmpty(query.region()),
                orEmpty(query.grape()),
                Optional.ofNullable(query.producer()),
                Optional.ofNullable(min),
                Optional.ofNullable(max),
                Optional.ofNullable(query.available()),
                orEmpty(query.inStore()),
                orEmpty(query.tasteTag()),
                orEmpty(query.feature()),
                Optional.ofNullable(smallest),
                Optional.ofNullable(largest));
    }

    private static Order order(ProductQuery query) {
        Sort chosen = query.sort() != null ? query.sort() : query.q() != null ? Sort.RELEVANCE : Sort.NAME;
        return switch (chosen) {
            case RELEVANCE -> Order.RELEVANCE;
            case RECENT -> Order.CHANGED;
            case NEW -> Order.FIRST_SEEN;
            case PRICE_ASC -> Order.PRICE_ASCENDING;
            case PRICE_DESC -> Order.PRICE_DESCENDING;
            case RATING -> Order.RATING;
            case NAME -> Order.NAME;
        };
    }

    private static List<String> orEmpty(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }
}
