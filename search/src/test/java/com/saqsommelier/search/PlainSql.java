package com.saqsommelier.search;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.search.CatalogueQuery.Filters;
import com.saqsommelier.search.CatalogueQuery.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What the index answers, asked of the tables in the plainest way there is. */
final class PlainSql {

    private final Database database;

    PlainSql(Database database) {
        this.database = database;
        for (String statement : List.of(
                "CREATE EXTENSION unaccent",
                "CREATE FUNCTION fold(text) RETURNS text LANGUAGE sql RETURN lower(unaccent(trim($1)))",
                "CREATE FUNCTION fold(text[]) RETURNS text[] LANGUAGE sql"
                        + " RETURN ARRAY(SELECT DISTINCT fold(v) FROM unnest($1) v WHERE v IS NOT NULL)",
                """
                CREATE TABLE shelf AS SELECT
                    sku, price, available, first_seen_at, changed_at,
                    fold(categories) AS category,
                    fold(ARRAY[color]) AS color,
                    fold(ARRAY[country]) AS country,
                    fold(ARRAY[region, split_part(region, ',', 1)]) AS region,
                    fold(ARRAY(SELECT g ->> 'name' FROM jsonb_array_elements(grapes) g)) AS grape,
                    fold(producer) AS producer,
                    fold(ARRAY[taste_tag]) AS taste,
                    fold(features) AS feature,
                    array_remove(ARRAY[size_ml::text], NULL) AS size,
                    size_ml,
                    store_ids
                FROM products WHERE delisted_at IS NULL
                """)) {
            database.jdbc().sql(statement).update();
        }
    }

    List<String> skus(Filters filters, Order order) {
        String by = switch (order) {
            case RELEVANCE -> "(available IS TRUE) DESC";
            case CHANGED -> "changed_at DESC";
            case FIRST_SEEN -> "first_seen_at DESC";
            case PRICE_ASCENDING -> "price ASC NULLS LAST";
            case PRICE_DESCENDING -> "price DESC NULLS LAST";
            case RATING, NAME -> throw new IllegalArgumentException(order.name());
        };
        return where("SELECT sku FROM shelf WHERE ", filters, "", " ORDER BY " + by + ", sku::bigint")
                .query(String.class)
                .list();
    }

    /** The counts of a facet by folded value, for a region with its country behind a bar. */
    Map<String, Long> counts(Filters filters, String facet) {
        String shown = facet.equals("region") ? "v || '|' || coalesce(country[1], '')" : "v";
        Map<String, Long> counts = new HashMap<>();
        where(
                        "SELECT " + shown + " AS value, count(*) AS count FROM shelf, unnest(" + facet + ") v WHERE ",
                        filters,
                        facet,
                        " GROUP BY 1")
                .query(row -> {
                    counts.put(row.getString("value"), row.getLong("count"));
                });
        return counts;
    }

    List<Optional<BigDecimal>> range(Filters filters) {
        return where("SELECT min(price) AS low, max(price) AS high FROM shelf WHERE ", filters, "price", "")
                .query((row, number) ->
                        List.of(Optional.ofNullable(row.getBigDecimal(1)), Optional.ofNullable(row.getBigDecimal(2))))
                .single();
    }

    /** How many prices lie in each band that begins at one of these and ends before the next. */
    List<Long> bands(Filters filters, List<BigDecimal> from) {
        Map<Integer, Long> counts = new HashMap<>();
        where(
                        "SELECT width_bucket(price, ARRAY" + from + "::numeric[]) AS band, count(*) AS count"
                                + " FROM shelf WHERE price IS NOT NULL AND ",
                        filters,
                        "price",
                        " GROUP BY 1")
                .query(row -> {
                    counts.put(row.getInt("band"), row.getLong("count"));
                });
        return IntStream.rangeClosed(1, from.size())
                .mapToObj(band -> counts.getOrDefault(band, 0L))
                .toList();
    }

    /** With all conditions but those of one facet. */
    private StatementSpec where(String before, Filters filters, String but, String after) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> values = new HashMap<>();
        Map.of(
                        "category", filters.categories(),
                        "color", filters.colors(),
                        "country", filters.countries(),
                        "region", filters.regions(),
                        "grape", filters.grapes(),
                        "taste", filters.tasteTags(),
                        "feature", filters.features())
                .forEach((column, wanted) -> {
                    if (!wanted.isEmpty() && !column.equals(but)) {
                        conditions.add(column + " && fold(:" + column + "::text[])");
                        values.put(column, wanted.toArray(String[]::new));
                    }
                });
        filters.producer().ifPresent(one -> {
            conditions.add("producer = fold(:producer)");
            values.put("producer", one);
        });
        filters.available().ifPresent(one -> {
            conditions.add("available = :available");
            values.put("available", one);
        });
        if (!filters.stores().isEmpty()) {
            conditions.add("store_ids && :stores::text[]");
            values.put("stores", filters.stores().toArray(String[]::new));
        }
        if (!but.equals("size")) {
            filters.minSize().ifPresent(one -> {
                conditions.add("size_ml >= :smallest");
                values.put("smallest", one);
            });
            filters.maxSize().ifPresent(one -> {
                conditions.add("size_ml <= :largest");
                values.put("largest", one);
            });
        }
        if (!but.equals("price")) {
            filters.minPrice().ifPresent(one -> {
                conditions.add("price >= :min");
                values.put("min", one);
            });
            filters.maxPrice().ifPresent(one -> {
                conditions.add("price <= :max");
                values.put("max", one);
            });
        }
        return database.jdbc()
                .sql(before + String.join(" AND ", conditions) + after)
                .params(values);
    }
}
