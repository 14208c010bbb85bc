package com.saqsommelier.core;

import com.saqsommelier.core.product.Codes;
import com.saqsommelier.core.product.Composition;
import com.saqsommelier.core.product.Grape;
import com.saqsommelier.core.product.Measure;
import com.saqsommelier.core.product.Naming;
import com.saqsommelier.core.product.Offer;
import com.saqsommelier.core.product.Origin;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.ProductFacts;
import com.saqsommelier.core.product.ProductReading;
import com.saqsommelier.core.product.Rating;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Products for tests: start from a whole one and say only what the test is about. */
public final class SampleProduct {

    /** When samples are read, unless said otherwise. */
    public static final Instant READ_AT = Instant.parse("2026-03-02T08:00:00Z");

    private static final AtomicInteger NEXT_SKU = new AtomicInteger(10_000);

    private String sku = Integer.toString(NEXT_SKU.incrementAndGet());
    private Instant readAt = READ_AT;
    private Naming label;
    private Origin origin;
    private Composition composition;
    private Codes codes;
    private Offer offer;
    private Rating rating = new Rating(new BigDecimal("4.5"), 12);

    private SampleProduct(Naming label, Origin origin, Composition composition, Codes codes, Offer offer) {
        this.label = label;
        this.origin = origin;
        this.composition = composition;
        this.codes = codes;
        this.offer = offer;
    }

    /** A red Bordeaux with every field filled, available online. */
    public static SampleProduct aRedWine() {
        return new SampleProduct(
                new Naming(
                        "Château Sample",
                        null,
                        "Vin rouge. Format : 750 ml. France.",
                        "https://www.saq.com/media/catalog/product/sample.png",
                        List.of("Produits", "Vin", "Vin rouge"),
                        2019,
                        "Aromatique et souple"),
                new Origin(
                        "France",
                        "Bordeaux",
                        "Margaux",
                        "Appellation d'origine contrôlée (AOC)",
                        "Cru bourgeois",
                        null,
                        "Domaines Sample",
                        "Sélections Sample"),
                new Composition(
                        "Rouge",
                        List.of(
                                new Grape("Merlot", new BigDecimal("65")),
                                new Grape("Cabernet sauvignon", new BigDecimal("35"))),
                        "Merlot 65 %, Cabernet sauvignon 35 %",
                        new Measure(new BigDecimal("13.5"), "13,5 %"),
                        new Measure(new BigDecimal("2.1"), "2,1 g/L"),
                        new Measure(new BigDecimal("750"), "750 ml"),
                        List.of("Produit bio")),
                new Codes(292_262L, "00010391100753", "010391100753"),
                new Offer(new BigDecimal("24.95"), "CAD", true, 42));
    }

    /** A product of which nothing is known but its name. */
    public static SampleProduct aProductNamed(String name) {
        SampleProduct product = new SampleProduct(
                Naming.named(name), Origin.UNKNOWN, Composition.UNKNOWN, Codes.UNKNOWN, Offer.UNKNOWN);
        product.rating = Rating.UNKNOWN;
        return product;
    }

    public SampleProduct sku(String sku) {
        this.sku = sku;
        return this;
    }

    public SampleProduct readAt(Instant readAt) {
        this.readAt = readAt;
        return this;
    }

    public SampleProduct named(String name) {
        label = new Naming(
                name,
                label.nameEn(),
                label.description(),
                label.image(),
                label.categories(),
                label.vintage(),
                label.tasteTag());
        return this;
    }

    public SampleProduct described(String description) {
        label = new Naming(
                label.name(),
                label.nameEn(),
                description,
                label.image(),
                label.categories(),
                label.vintage(),
                label.tasteTag());
        return this;
    }

    public SampleProduct filedUnder(String... categories) {
        label = new Naming(
                label.name(),
                label.nameEn(),
                label.description(),
                label.image(),
                List.of(categories),
                label.vintage(),
                label.tasteTag());
        return this;
    }

    public SampleProduct from(String country, @Nullable String region, @Nullable String appellation) {
        origin = new Origin(
                country,
                region,
                appellation,
                origin.designation(),
                origin.classification(),
                origin.quebec(),
                origin.producer(),
                origin.agent());
        return this;
    }

    public SampleProduct madeBy(String producer) {
        origin = new Origin(
                origin.country(),
                origin.region(),
                origin.appellation(),
                origin.designation(),
                origin.classification(),
                origin.quebec(),
                producer,
                origin.agent());
        return this;
    }

    public SampleProduct coloured(String color) {
        return composed(color, composition.grapes(), composition.grapesText(), composition.alcohol());
    }

    /** Grapes without shares. */
    public SampleProduct grapes(String... names) {
        List<Grape> grapes =
                List.of(names).stream().map(name -> new Grape(name, null)).toList();
        return composed(composition.color(), grapes, String.join(", ", names), composition.alcohol());
    }

    public SampleProduct alcohol(@Nullable Measure alcohol) {
        return composed(composition.color(), composition.grapes(), composition.grapesText(), alcohol);
    }

    public SampleProduct upc(String upc) {
        codes = new Codes(codes.magentoId(), upc, codes.gtin());
        return this;
    }

    public SampleProduct priced(@Nullable String price) {
        offer = new Offer(
                price == null ? null : new BigDecimal(price), "CAD", offer.available(), offer.onlineQuantity());
        return this;
    }

    public SampleProduct available(@Nullable Boolean available) {
        offer = new Offer(offer.price(), offer.currency(), available, null);
        return this;
    }

    public SampleProduct rated(String value) {
        rating = new Rating(new BigDecimal(value), 12);
        return this;
    }

    public ProductFacts facts() {
        return new ProductFacts(label, origin, composition, codes, offer, rating);
    }

    public ProductReading reading() {
        return new ProductReading(sku, URI.create("https://www.saq.com/fr/" + sku), facts(), readAt);
    }

    /** As the database gives it after one reading: in the catalogue, its stock never read. */
    public Product stored() {
        return stored(null);
    }

    /** The same, delisted at a time; null for a product that is in the catalogue. */
    public Product stored(@Nullable Instant delistedAt) {
        ProductReading reading = reading();
        return new Product(
                reading.sku(),
                reading.url(),
                reading.facts(),
                reading.readAt(),
                reading.readAt(),
                reading.readAt(),
                null,
                List.of(),
                delistedAt,
                1);
    }

    private SampleProduct composed(
            @Nullable String color, List<Grape> grapes, @Nullable String grapesText, @Nullable Measure alcohol) {
        composition = new Composition(
                color, grapes, grapesText, alcohol, composition.sugar(), composition.size(), composition.features());
        return this;
    }
}
