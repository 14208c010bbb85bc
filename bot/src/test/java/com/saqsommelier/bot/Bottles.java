package com.saqsommelier.bot;

import com.saqsommelier.api.GrapeView;
import com.saqsommelier.api.ProductPage;
import com.saqsommelier.api.ProductView;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Products for tests: {@code aRedWine().named("…").priced("24.95").view()}. */
final class Bottles {

    static final Instant READ = Instant.parse("2026-01-02T03:04:05Z");

    private String sku = "943";
    private String name = "Mouton Cadet Bordeaux";
    private @Nullable String nameEn;
    private @Nullable String country = "France";
    private @Nullable String region = "Bordeaux";
    private List<GrapeView> grapes = grapesOf("Merlot", "Cabernet sauvignon");
    private @Nullable Integer sizeMl = 750;
    private @Nullable String sizeText = "750 ml";
    private @Nullable Integer vintage;
    private @Nullable BigDecimal price = new BigDecimal("16.95");
    private @Nullable Boolean available = true;
    private URI url = URI.create("https://www.saq.com/fr/943");

    private Bottles() {}

    static Bottles aRedWine() {
        return new Bottles();
    }

    /** A bottle of which saq.com tells nothing but the name. */
    static Bottles anUnknownBottle() {
        Bottles bottle =
                new Bottles().named("Mystère").priced(null).available(null).grapes();
        bottle.country = null;
        bottle.region = null;
        return bottle.sized(null, null);
    }

    static ProductPage pageOf(long total, Bottles... bottles) {
        return ProductPage.of(Stream.of(bottles).map(Bottles::view).toList(), total, 1, 5);
    }

    static ProductPage pageOfMany(long total, int shown) {
        return pageOf(
                total,
                IntStream.rangeClosed(1, shown)
                        .mapToObj(n -> aRedWine().named("Château " + n))
                        .toArray(Bottles[]::new));
    }

    Bottles named(String name) {
        this.name = name;
        return this;
    }

    Bottles sku(String sku) {
        this.sku = sku;
        return this;
    }

    Bottles namedInEnglish(String nameEn) {
        this.nameEn = nameEn;
        return this;
    }

    Bottles from(String country, String region) {
        this.country = country;
        this.region = region;
        return this;
    }

    Bottles grapes(String... names) {
        grapes = grapesOf(names);
        return this;
    }

    Bottles sized(@Nullable Integer sizeMl, @Nullable String sizeText) {
        this.sizeMl = sizeMl;
        this.sizeText = sizeText;
        return this;
    }

    Bottles of(int vintage) {
        this.vintage = vintage;
        return this;
    }

    Bottles priced(@Nullable String price) {
        this.price = price == null ? null : new BigDecimal(price);
        return this;
    }

    Bottles available(@Nullable Boolean available) {
        this.available = available;
        return this;
    }

    Bottles at(String url) {
        this.url = URI.create(url);
        return this;
    }

    ProductView view() {
        return new ProductView(
                sku,
                name,
                nameEn,
                "Vin rouge",
                List.of("Vin", "Vin rouge"),
                "Rouge",
                country,
                region,
                null,
                null,
                null,
                grapes,
                null,
                null,
                null,
                sizeMl,
                sizeText,
                null,
                null,
                null,
                null,
                vintage,
                null,
                List.of(),
                price,
                "CAD",
                available,
                null,
                null,
                null,
                null,
                url,
                READ,
                READ,
                READ,
                null);
    }

    private static List<GrapeView> grapesOf(String... names) {
        return Stream.of(names).map(grape -> new GrapeView(grape, null)).toList();
    }
}
