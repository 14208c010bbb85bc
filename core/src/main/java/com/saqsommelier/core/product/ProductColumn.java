package com.saqsommelier.core.product;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A column of the products table that a reading fills.
 *
 * @param name in the table
 * @param cast SQL type of the parameter, where the driver cannot tell
 * @param read SQL that is true when the reading speaks of this column; else the stored value stays
 * @param value what the reading says, null or empty when it says nothing
 */
record ProductColumn(String name, String cast, String read, Function<ProductFacts, @Nullable Object> value) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Every such column, in the table's order. */
    static final List<ProductColumn> ALL = List.of(
            column("name", f -> f.label().name()),
            column("name_en", f -> f.label().nameEn()),
            column("description", f -> f.label().description()),
            column("image", f -> f.label().image()),
            texts("categories", f -> f.label().categories()),
            column("country", f -> f.origin().country()),
            column("region", f -> f.origin().region()),
            column("appellation", f -> f.origin().appellation()),
            column("designation", f -> f.origin().designation()),
            column("classification", f -> f.origin().classification()),
            column("quebec", f -> f.origin().quebec()),
            column("producer", f -> f.origin().producer()),
            column("agent", f -> f.origin().agent()),
            column("color", f -> f.composition().color()),
            decided(
                    "grapes",
                    "::jsonb",
                    "grapes_text",
                    f -> JSON.writeValueAsString(f.composition().grapes())),
            column("grapes_text", f -> f.composition().grapesText()),
            decided(
                    "alcohol_percent",
                    "",
                    "alcohol_text",
                    f -> value(f.composition().alcohol())),
            column("alcohol_text", f -> text(f.composition().alcohol())),
            decided(
                    "sugar_g_per_l",
                    "",
                    "sugar_text",
                    f -> value(f.composition().sugar())),
            column("sugar_text", f -> text(f.composition().sugar())),
            decided("size_ml", "", "size_text", f -> value(f.composition().size())),
            column("size_text", f -> text(f.composition().size())),
            column("vintage", f -> f.label().vintage()),
            column("taste_tag", f -> f.label().tasteTag()),
            texts("features", f -> f.composition().features()),
            column("magento_id", f -> f.codes().magentoId()),
            column("upc", f -> f.codes().upc()),
            column("gtin", f -> f.codes().gtin()),
            column("price", f -> f.offer().price()),
            column("currency", f -> f.offer().currency()),
            column("available", f -> f.offer().available()),
            column("online_quantity", f -> f.offer().onlineQuantity()),
            column("rating", f -> f.rating().value()),
            column("review_count", f -> f.rating().reviews()));

    private static ProductColumn column(String name, Function<ProductFacts, @Nullable Object> value) {
        return decided(name, "", name, value);
    }

    /** A value that goes with a text: where the text was read and the value could not be, the old value is wrong. */
    private static ProductColumn decided(
            String name, String cast, String text, Function<ProductFacts, @Nullable Object> value) {
        return new ProductColumn(name, cast, "excluded." + text + " IS NOT NULL", value);
    }

    private static ProductColumn texts(String name, Function<ProductFacts, List<String>> value) {
        return new ProductColumn(
                name,
                "::text[]",
                "excluded." + name + " <> '{}'",
                f -> value.apply(f).toArray(String[]::new));
    }

    private static @Nullable BigDecimal value(@Nullable Measure measure) {
        return measure == null ? null : measure.value();
    }

    private static @Nullable String text(@Nullable Measure measure) {
        return measure == null ? null : measure.text();
    }

    String parameter() {
        return ":" + name + cast;
    }

    /** The assignment that keeps the stored value where the reading has none. */
    String merge() {
        return "%1$s = CASE WHEN %2$s THEN excluded.%1$s ELSE stored.%1$s END".formatted(name, read);
    }
}
