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
 * @param field whose statement that there is none clears this column; null for one that no page can clear
 * @param empty SQL of the cleared value
 * @param value what the reading says, null or empty when it says nothing
 */
record ProductColumn(
        String name,
        String cast,
        String read,
        @Nullable ProductField field,
        String empty,
        Function<ProductFacts, @Nullable Object> value) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Every such column, in the table's order. */
    static final List<ProductColumn> ALL = List.of(
            column("name", f -> f.label().name()),
            column("name_en", f -> f.label().nameEn()),
            column("description", f -> f.label().description()),
            column("image", f -> f.label().image()),
            texts("categories", null, f -> f.label().categories()),
            clearable("country", ProductField.COUNTRY, f -> f.origin().country()),
            clearable("region", ProductField.REGION, f -> f.origin().region()),
            clearable("appellation", ProductField.APPELLATION, f -> f.origin().appellation()),
            clearable("designation", ProductField.DESIGNATION, f -> f.origin().designation()),
            clearable(
                    "classification",
                    ProductField.CLASSIFICATION,
                    f -> f.origin().classification()),
            clearable("quebec", ProductField.QUEBEC, f -> f.origin().quebec()),
            clearable("producer", ProductField.PRODUCER, f -> f.origin().producer()),
            clearable("agent", ProductField.AGENT, f -> f.origin().agent()),
            clearable("color", ProductField.COLOR, f -> f.composition().color()),
            decided(
                    "grapes",
                    "::jsonb",
                    "grapes_text",
                    ProductField.GRAPES,
                    f -> JSON.writeValueAsString(f.composition().grapes())),
            clearable("grapes_text", ProductField.GRAPES, f -> f.composition().grapesText()),
            decided(
                    "alcohol_percent",
                    "",
                    "alcohol_text",
                    ProductField.ALCOHOL,
                    f -> value(f.composition().alcohol())),
            clearable(
                    "alcohol_text",
                    ProductField.ALCOHOL,
                    f -> text(f.composition().alcohol())),
            decided(
                    "sugar_g_per_l",
                    "",
                    "sugar_text",
                    ProductField.SUGAR,
                    f -> value(f.composition().sugar())),
            clearable(
                    "sugar_text", ProductField.SUGAR, f -> text(f.composition().sugar())),
            decided(
                    "size_ml",
                    "",
                    "size_text",
                    ProductField.SIZE,
                    f -> value(f.composition().size())),
            clearable("size_text", ProductField.SIZE, f -> text(f.composition().size())),
            clearable("vintage", ProductField.VINTAGE, f -> f.label().vintage()),
            column("taste_tag", f -> f.label().tasteTag()),
            texts("features", ProductField.FEATURES, f -> f.composition().features()),
            column("magento_id", f -> f.codes().magentoId()),
            clearable("upc", ProductField.UPC, f -> f.codes().upc()),
            column("gtin", f -> f.codes().gtin()),
            clearable("price", ProductField.PRICE, f -> f.offer().price()),
            column("currency", f -> f.offer().currency()),
            stock("available", f -> f.offer().available()),
            stock("online_quantity", f -> f.offer().onlineQuantity()),
            column("rating", f -> f.rating().value()),
            column("review_count", f -> f.rating().reviews()));

    private static ProductColumn column(String name, Function<ProductFacts, @Nullable Object> value) {
        return new ProductColumn(name, "", "excluded." + name + " IS NOT NULL", null, "NULL", value);
    }

    private static ProductColumn clearable(
            String name, ProductField field, Function<ProductFacts, @Nullable Object> value) {
        return new ProductColumn(name, "", "excluded." + name + " IS NOT NULL", field, "NULL", value);
    }

    /** A value that goes with a text: where the text was read and the value could not be, the old value is wrong. */
    private static ProductColumn decided(
            String name, String cast, String text, ProductField field, Function<ProductFacts, @Nullable Object> value) {
        String empty = cast.equals("::jsonb") ? "'[]'" : "NULL";
        return new ProductColumn(name, cast, "excluded." + text + " IS NOT NULL", field, empty, value);
    }

    private static ProductColumn texts(
            String name, @Nullable ProductField field, Function<ProductFacts, List<String>> value) {
        return new ProductColumn(
                name,
                "::text[]",
                "excluded." + name + " <> '{}'",
                field,
                "'{}'",
                f -> value.apply(f).toArray(String[]::new));
    }

    /** Columns with sources fresher than the page, so that the later reading counts; also one that is neither yes nor no. */
    private static ProductColumn stock(String name, Function<ProductFacts, @Nullable Object> value) {
        return new ProductColumn(
                name,
                "",
                "(excluded." + name + " IS NOT NULL OR '" + ProductField.AVAILABILITY
                        + "' = ANY (:stated_empty::text[]))"
                        + " AND page_counts(stored.availability_checked_at, stored.availability_source,"
                        + " excluded.page_read_at)",
                null,
                "NULL",
                value);
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

    /** The assignment that keeps the stored value where the reading has none, unless it says that there is none. */
    String merge() {
        String cleared = field == null ? "" : "WHEN '" + field + "' = ANY (:stated_empty::text[]) THEN " + empty;
        return "%1$s = CASE WHEN %2$s THEN excluded.%1$s %3$s ELSE stored.%1$s END".formatted(name, read, cleared);
    }
}
