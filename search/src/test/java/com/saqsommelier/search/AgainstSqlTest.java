package com.saqsommelier.search;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Codes;
import com.saqsommelier.core.product.Composition;
import com.saqsommelier.core.product.Grape;
import com.saqsommelier.core.product.Measure;
import com.saqsommelier.core.product.Naming;
import com.saqsommelier.core.product.Offer;
import com.saqsommelier.core.product.Origin;
import com.saqsommelier.core.product.ProductFacts;
import com.saqsommelier.core.product.ProductReading;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.core.product.Rating;
import com.saqsommelier.search.CatalogueQuery.Filters;
import com.saqsommelier.search.CatalogueQuery.Order;
import com.saqsommelier.search.Facets.Value;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Filters, orders, pages and facets on random combinations, against SQL over the same products. A failure names the
 * filters; the seed makes every run the same.
 */
class AgainstSqlTest {

    private static final long SEED = 20_261_123;
    private static final int PRODUCTS = 400;
    private static final int COMBINATIONS = 1000;

    private static final List<String> CATEGORIES = List.of(
            "Produits|Vin|Vin rouge",
            "Produits|Vin|Vin rosé",
            "produits|Vin|VIN ROSE",
            "Produits|Spiritueux|Eau-de-vie, autre",
            "Produits|Bière",
            "");
    private static final List<String> COLORS = List.of("Rouge", "Rosé", "rose", "Ambré", "Blanc");
    private static final List<String> COUNTRIES =
            List.of("France", "Espagne", "Argentine", "États-Unis", "Etats-Unis", "Nouvelle-Zélande");
    private static final List<String> REGIONS = List.of(
            "Bourgogne",
            "Bourgogne, Côte de Beaune",
            "Bourgogne, Chablis",
            "Côte de Beaune",
            "La Rioja",
            "Québec, Montérégie",
            "Québec");
    private static final List<String> GRAPES =
            List.of("Pinot noir", "Merlot", "merlot", "Gewürztraminer", "Carignan, vieux", "Rosé de Bessan");
    private static final List<String> PRODUCERS =
            List.of("L'Étoile, Père & Fils", "l'etoile, pere & fils", "Domaine 100 % Vigne", "O\"Neill");
    private static final List<String> TASTES = List.of("Fruité et léger", "Aromatique et charnu", "fruite et leger");
    private static final List<String> FEATURES = List.of("Produit bio", "Casher", "Vin nature");
    private static final List<Integer> SIZES = List.of(200, 375, 750, 1500, 3000);
    private static final List<String> STORES = List.of("23001", "23009", "23421");
    private static final List<Order> ORDERS =
            List.of(Order.RELEVANCE, Order.CHANGED, Order.FIRST_SEEN, Order.PRICE_ASCENDING, Order.PRICE_DESCENDING);

    private final Random chance = new Random(SEED);

    @Test
    void filters_orders_pages_and_facets_answer_as_sql_does() {
        try (Database database = TestDatabase.fresh();
                CatalogueIndex index = new CatalogueIndex()) {
            Products products = new Products(database);
            for (int i = 0; i < PRODUCTS; i++) {
                products.store(product(i));
            }
            products.delist(List.of("1000", "1017", "1399"), Instant.EPOCH);
            putIntoStores(database);
            PlainSql sql = new PlainSql(database);
            try (IndexFeed feed = IndexFeed.start(products, index)) {
                assertThat(feed.state().problem()).isEmpty();
                int found = 0;
                for (int i = 0; i < COMBINATIONS; i++) {
                    Filters filters = filters();
                    Order order = pick(ORDERS);
                    List<String> expected = sql.skus(filters, order);
                    found += expected.isEmpty() ? 0 : 1;

                    assertThat(pages(index, filters, order, 1 + chance.nextInt(60)))
                            .as("%s by %s", filters, order)
                            .isEqualTo(expected);
                    compare(index.facets(Optional.empty(), filters), expected.size(), filters, sql);
                }
                // A test of which all answers are empty would prove nothing.
                assertThat(found).isGreaterThan(COMBINATIONS / 3);
            }
        }
    }

    private static void compare(Facets facets, long total, Filters filters, PlainSql sql) {
        assertThat(facets.total()).as("total of %s", filters).isEqualTo(total);
        Map.<String, List<Value>>of(
                        "category", facets.categories(),
                        "color", facets.colors(),
                        "country", facets.countries(),
                        "grape", facets.grapes(),
                        "taste", facets.tasteTags(),
                        "feature", facets.features(),
                        "size", facets.sizes())
                .forEach((facet, values) -> assertThat(
                                values.stream().collect(toMap(one -> Keyword.of(one.value()), Value::count)))
                        .as("%s of %s", facet, filters)
                        .isEqualTo(sql.counts(filters, facet)));
        Function<Facets.Region, String> region = one ->
                Keyword.of(one.value()) + "|" + one.country().map(Keyword::of).orElse("");
        assertThat(facets.regions().stream().collect(toMap(region, Facets.Region::count)))
                .as("regions of %s", filters)
                .isEqualTo(sql.counts(filters, "region"));
        assertThat(List.of(facets.prices().min(), facets.prices().max()))
                .as("prices of %s", filters)
                .isEqualTo(sql.range(filters));
        List<Facets.Band> bands = facets.prices().histogram();
        assertThat(bands.stream().map(Facets.Band::count).toList())
                .as("bands of %s", filters)
                .isEqualTo(
                        sql.bands(filters, bands.stream().map(Facets.Band::from).toList()));
    }

    /** All pages of a list, one after the other. */
    private static List<String> pages(CatalogueIndex index, Filters filters, Order order, int perPage) {
        List<String> skus = new ArrayList<>();
        Matches page;
        do {
            page = index.search(new CatalogueQuery(Optional.empty(), filters, order, skus.size(), perPage));
            skus.addAll(page.skus());
        } while (!page.skus().isEmpty() && skus.size() < page.total());
        assertThat(page.total()).isEqualTo(skus.size());
        return skus;
    }

    private ProductReading product(int number) {
        String category = pick(CATEGORIES);
        List<Grape> grapes = new ArrayList<>();
        for (int i = chance.nextInt(4); i > 0; i--) {
            grapes.add(new Grape(pick(GRAPES), chance.nextBoolean() ? null : BigDecimal.TEN));
        }
        return new ProductReading(
                Integer.toString(1000 + number),
                URI.create("https://www.saq.com/fr/" + (1000 + number)),
                new ProductFacts(
                        new Naming(
                                "Produit " + number,
                                null,
                                null,
                                null,
                                category.isEmpty() ? List.of() : Arrays.asList(category.split("\\|")),
                                null,
                                maybe(TASTES)),
                        new Origin(maybe(COUNTRIES), maybe(REGIONS), null, null, null, null, maybe(PRODUCERS), null),
                        new Composition(
                                maybe(COLORS),
                                grapes,
                                null,
                                null,
                                size(),
                                null,
                                FEATURES.stream()
                                        .filter(feature -> chance.nextInt(3) == 0)
                                        .toList()),
                        Codes.UNKNOWN,
                        new Offer(price(), "CAD", maybe(List.of(true, false)), null),
                        Rating.UNKNOWN),
                Instant.parse("2026-03-02T08:00:00Z").plusSeconds(chance.nextInt(50)));
    }

    private Filters filters() {
        return new Filters(
                wanted(List.of("Vin", "vin rose", "Produits", "Bière", "Eau-de-vie, autre")),
                wanted(COLORS),
                wanted(COUNTRIES),
                wanted(REGIONS),
                wanted(GRAPES),
                rarely(PRODUCERS),
                Optional.ofNullable(chance.nextInt(4) > 0 ? null : price()),
                Optional.ofNullable(chance.nextInt(4) > 0 ? null : price()),
                rarely(List.of(true, false)),
                chance.nextInt(4) > 0 ? List.of() : wanted(STORES),
                chance.nextInt(3) > 0 ? List.of() : wanted(TASTES),
                chance.nextInt(3) > 0 ? List.of() : wanted(FEATURES),
                rarely(SIZES),
                rarely(SIZES));
    }

    /** As an availability run stores it: each product in some stores, in none, or nobody knows. */
    private void putIntoStores(Database database) {
        for (int i = 0; i < PRODUCTS; i++) {
            if (chance.nextInt(3) > 0) {
                String[] stores =
                        STORES.stream().filter(store -> chance.nextInt(3) == 0).toArray(String[]::new);
                database.jdbc()
                        .sql("UPDATE products SET store_ids = ?::text[] WHERE sku = ?")
                        .params(stores, Integer.toString(1000 + i))
                        .update();
            }
        }
    }

    /** Mostly nothing; else a few values, sometimes in capitals, sometimes one that no product has. */
    private List<String> wanted(List<String> values) {
        List<String> wanted = new ArrayList<>();
        if (chance.nextInt(3) == 0) {
            for (int i = chance.nextInt(3); i >= 0; i--) {
                String value = chance.nextInt(12) == 0 ? "Atlantide, %_" : pick(values);
                wanted.add(chance.nextInt(4) == 0 ? value.toUpperCase(Locale.ROOT) : value);
            }
        }
        return wanted;
    }

    private @Nullable Measure size() {
        Integer size = maybe(SIZES);
        return size == null ? null : new Measure(BigDecimal.valueOf(size), size + " ml");
    }

    /** On and beside the limits of bands. */
    private @Nullable BigDecimal price() {
        return switch (chance.nextInt(8)) {
            case 0 -> null;
            case 1, 2 -> new BigDecimal(pick(List.of("10.00", "9.99", "15.00", "200.00", "199.99", "0.00")));
            default -> BigDecimal.valueOf(chance.nextInt(30_000), 2);
        };
    }

    private <T> Optional<T> rarely(List<T> values) {
        return chance.nextInt(5) == 0 ? Optional.of(pick(values)) : Optional.empty();
    }

    private <T> @Nullable T maybe(List<T> values) {
        return chance.nextInt(6) == 0 ? null : pick(values);
    }

    private <T> T pick(List<T> values) {
        return values.get(chance.nextInt(values.size()));
    }
}
