package com.saqsommelier.simulator.saq;

import graphql.schema.DataFetchingEnvironment;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The query {@code productSearch} over the world as it is. Safe for use by several threads. */
final class ProductSearch {

    /** "The maximum number of products that can be returned per query". */
    static final int LARGEST_PAGE = 500;

    /** "You can paginate a maximum of 10,000 products for any productSearch query." */
    static final int REACHABLE = 10_000;

    private final String baseUrl;
    private final LivingCatalogue catalogue;
    private volatile @Nullable SearchIndex index;

    ProductSearch(String baseUrl, LivingCatalogue catalogue) {
        this.baseUrl = baseUrl;
        this.catalogue = catalogue;
    }

    /**
     * Answers a query as nested maps with the names of the schema.
     *
     * @throws SearchException when the service would refuse it
     */
    Map<String, Object> search(DataFetchingEnvironment query) {
        int size = number(query, "page_size");
        int page = number(query, "current_page");
        requirePage(size, page);
        World world = catalogue.now();
        SearchIndex rows = index(world);
        String wanted = String.valueOf(query.<Object>getArgument("phrase"));
        IntPredicate phrase = wanted.isBlank() ? row -> true : rows.phrase(wanted);
        List<SearchFilter> filters = clauses(query, "filter").stream()
                .map(clause -> SearchFilter.of(clause, rows))
                .toList();
        int[] found = sorted(query, rows, rows.rows().filter(SearchFilter.all(phrase, filters)));
        int pages = (found.length + size - 1) / size;
        if (page > Math.max(1, pages)) {
            throw new SearchException("current_page " + page + " is greater than the number of pages " + pages);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("total_count", found.length);
        answer.put("page_info", Map.of("current_page", page, "page_size", size, "total_pages", pages));
        answer.put("suggestions", List.of());
        answer.put("related_terms", List.of());
        if (query.getSelectionSet().contains("facets")) {
            answer.put("facets", new SearchFacets(rows, phrase, filters).all());
        }
        if (query.getSelectionSet().contains("items")) {
            boolean attributes = query.getSelectionSet().contains("items/productView/attributes");
            answer.put(
                    "items",
                    IntStream.range((page - 1) * size, Math.min(found.length, page * size))
                            .mapToObj(at -> world.bySku(rows.sku(found[at])))
                            .flatMap(Optional::stream)
                            .map(product -> Map.of("productView", view(world, product, attributes)))
                            .toList());
        }
        return answer;
    }

    private static void requirePage(int size, int page) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new SearchException("page_size must be between 1 and " + LARGEST_PAGE + ", was " + size);
        }
        if (page < 1) {
            throw new SearchException("current_page must be 1 or greater, was " + page);
        }
        if ((long) size * page > REACHABLE) {
            throw new SearchException("current_page " + page + " with page_size " + size + " is beyond the first "
                    + REACHABLE + " results");
        }
    }

    /** Building it takes some tenths of a second for the whole catalogue, so it is kept while the listing stays. */
    private SearchIndex index(World world) {
        SearchIndex kept = index;
        if (kept == null || !kept.holdsIn(world)) {
            kept = new SearchIndex(world);
            index = kept;
        }
        return kept;
    }

    private static int[] sorted(DataFetchingEnvironment query, SearchIndex rows, IntStream found) {
        List<Map<String, Object>> sorts = clauses(query, "sort");
        if (sorts.isEmpty()) {
            return found.toArray();
        }
        Comparator<Integer> order = null;
        for (Map<String, Object> sort : sorts) {
            Comparator<Integer> next = rows.order(String.valueOf(sort.get("attribute")));
            next = "DESC".equals(sort.get("direction")) ? next.reversed() : next;
            order = order == null ? next : order.thenComparing(next);
        }
        return found.boxed().sorted(order).mapToInt(Integer::intValue).toArray();
    }

    /** Price and description are empty, as told of the genuine answers. */
    private Map<String, Object> view(World world, SaqProduct product, boolean attributes) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("__typename", "SimpleProductView");
        view.put("id", Integer.toString(product.magentoId(), Character.MAX_RADIX));
        view.put("externalId", Integer.toString(product.magentoId()));
        view.put("sku", product.sku());
        view.put("name", product.name().fr());
        view.put("inStock", product.stock().isOnline());
        view.put("lowStock", product.stock().isOnline() && product.stock().online() < 12);
        view.put("addToCartAllowed", product.stock().isOnline());
        view.put("description", "");
        view.put("shortDescription", "");
        view.put("metaDescription", "");
        view.put("lastModifiedAt", product.lastModified().toString());
        view.put("url", baseUrl + "/fr/" + product.sku());
        view.put("urlKey", product.sku());
        if (attributes) {
            view.put("attributes", SearchAttributes.of(product, world.bottles(product)));
        }
        return view;
    }

    private static int number(DataFetchingEnvironment query, String argument) {
        Integer number = query.getArgument(argument);
        if (number == null) {
            throw new SearchException(argument + " must not be null");
        }
        return number;
    }

    private static List<Map<String, Object>> clauses(DataFetchingEnvironment query, String argument) {
        List<Map<String, Object>> clauses = query.getArgument(argument);
        return clauses == null ? List.of() : clauses;
    }
}
