package com.saqsommelier.scraper.livesearch;

import com.saqsommelier.scraper.site.SiteClient;
import com.saqsommelier.scraper.site.SiteClosedException;
import com.saqsommelier.scraper.site.SiteRequest;
import com.saqsommelier.scraper.site.SiteResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The GraphQL query {@code productSearch}.
 *
 * @see <a href="https://developer.adobe.com/commerce/webapi/graphql/schema/live-search/queries/product-search/">productSearch</a>
 */
final class ProductSearch {

    /** The most products that one page may hold. */
    static final int LARGEST_PAGE = 500;

    private static final int LARGEST_ANSWER = 50_000_000;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String QUERY = """
            query ($filter: [SearchClauseInput!], $page: Int!, $size: Int!, $items: Boolean!, $facets: Boolean!) {
              productSearch(phrase: "", filter: $filter, current_page: $page, page_size: $size) {
                total_count
                page_info { current_page page_size total_pages }
                facets @include(if: $facets) {
                  attribute
                  buckets {
                    title
                    ... on ScalarBucket { id count }
                    ... on RangeBucket { from to count }
                    ... on StatsBucket { min max }
                  }
                }
                items @include(if: $items) {
                  productView { sku name inStock attributes { name label value } }
                }
              }
            }
            """;

    private final SiteClient client;
    private final LiveSearchSettings settings;
    private final Map<String, String> headers;

    ProductSearch(SiteClient client, LiveSearchSettings settings) {
        this.client = client;
        this.settings = settings;
        headers = Map.of(
                "x-api-key", settings.apiKey(),
                "Magento-Environment-Id", settings.environmentId(),
                "Magento-Website-Code", "base",
                "Magento-Store-Code", "main_website_store",
                "Magento-Store-View-Code", "fr");
    }

    /** How many products a filter finds, with the facets to divide them by. */
    JsonNode count(List<Map<String, Object>> filter)
            throws LiveSearchException, SiteClosedException, InterruptedException {
        return ask(filter, 1, 1, false);
    }

    /** A page of products, the first being 1. */
    JsonNode page(List<Map<String, Object>> filter, int page)
            throws LiveSearchException, SiteClosedException, InterruptedException {
        JsonNode found = ask(filter, page, LARGEST_PAGE, true);
        if (!found.path("items").isArray()) {
            throw new LiveSearchException("Live Search answers without items; its answers have another shape now");
        }
        return found;
    }

    private JsonNode ask(List<Map<String, Object>> filter, int page, int size, boolean items)
            throws LiveSearchException, SiteClosedException, InterruptedException {
        String request = JSON.writeValueAsString(Map.of(
                "query",
                QUERY,
                "variables",
                Map.of("filter", filter, "page", page, "size", size, "items", items, "facets", !items)));
        try {
            SiteResponse answer = client.ask(
                    settings.endpoint(),
                    SiteRequest.upTo(LARGEST_ANSWER).with(headers).posting(request));
            return found(answer);
        } catch (IOException | JacksonException e) {
            throw new LiveSearchException("Live Search at " + settings.endpoint() + " failed: " + e, e);
        }
    }

    private JsonNode found(SiteResponse answer) throws LiveSearchException {
        if (answer.status() == 401 || answer.status() == 403) {
            throw new LiveSearchException("Live Search answers " + answer.status()
                    + ": SOMMELIER_SAQ_LIVESEARCH_KEY or _ENVIRONMENT is not accepted (any more). saq.com's own pages"
                    + " use the current ones.");
        }
        if (!answer.ok()) {
            throw new LiveSearchException("Live Search answers " + answer.status());
        }
        JsonNode body = JSON.readTree(answer.body());
        if (!body.path("errors").isEmpty()) {
            throw new LiveSearchException("Live Search refuses the query: "
                    + body.path("errors").path(0).path("message").asString("no reason given"));
        }
        JsonNode found = body.path("data").path("productSearch");
        if (!found.path("total_count").isInt()) {
            throw new LiveSearchException(
                    "Live Search answers without total_count; its answers have another shape now");
        }
        return found;
    }
}
