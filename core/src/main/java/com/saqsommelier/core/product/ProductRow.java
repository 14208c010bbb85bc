package com.saqsommelier.core.product;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row of the products table. */
final class ProductRow {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Grape>> GRAPES = new TypeReference<>() {};

    private ProductRow() {}

    static Product read(ResultSet row, int number) throws SQLException {
        return new Product(
                row.getString("sku"),
                URI.create(row.getString("url")),
                new ProductFacts(label(row), origin(row), composition(row), codes(row), offer(row), rating(row)),
                Objects.requireNonNull(instant(row, "first_seen_at")),
                Objects.requireNonNull(instant(row, "fetched_at")),
                Objects.requireNonNull(instant(row, "changed_at")),
                instant(row, "availability_checked_at"),
                row.getArray("store_ids") == null ? List.of() : texts(row, "store_ids"),
                instant(row, "delisted_at"),
                row.getLong("revision"));
    }

    private static Naming label(ResultSet row) throws SQLException {
        return new Naming(
                row.getString("name"),
                row.getString("name_en"),
                row.getString("description"),
                row.getString("image"),
                texts(row, "categories"),
                row.getObject("vintage", Integer.class),
                row.getString("taste_tag"));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(
                row.getString("country"),
                row.getString("region"),
                row.getString("appellation"),
                row.getString("designation"),
                row.getString("classification"),
                row.getString("quebec"),
                row.getString("producer"),
                row.getString("agent"));
    }

    private static Composition composition(ResultSet row) throws SQLException {
        return new Composition(
                row.getString("color"),
                JSON.readValue(row.getString("grapes"), GRAPES),
                row.getString("grapes_text"),
                measure(row, "alcohol_percent", "alcohol_text"),
                measure(row, "sugar_g_per_l", "sugar_text"),
                measure(row, "size_ml", "size_text"),
                texts(row, "features"));
    }

    private static Codes codes(ResultSet row) throws SQLException {
        return new Codes(row.getObject("magento_id", Long.class), row.getString("upc"), row.getString("gtin"));
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getBigDecimal("price"),
                row.getString("currency"),
                row.getObject("available", Boolean.class),
                row.getObject("online_quantity", Integer.class));
    }

    private static Rating rating(ResultSet row) throws SQLException {
        return new Rating(row.getBigDecimal("rating"), row.getObject("review_count", Integer.class));
    }

    private static @Nullable Measure measure(ResultSet row, String value, String text) throws SQLException {
        String printed = row.getString(text);
        return printed == null ? null : new Measure(row.getBigDecimal(value), printed);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
