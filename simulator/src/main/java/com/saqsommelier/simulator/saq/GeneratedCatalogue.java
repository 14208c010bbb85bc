package com.saqsommelier.simulator.saq;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A catalogue of invented products, each computed from the seed and its index when asked for, so that any number of
 * them costs no memory. The same seed gives the same products, and a larger catalogue begins with the smaller one.
 */
public final class GeneratedCatalogue implements SaqCatalogue {

    private static final Instant FIRST_LASTMOD = Instant.parse("2025-06-01T04:00:00Z");
    private static final int LASTMOD_SPAN_SECONDS = 200 * 86_400;
    private static final int SMALLEST_MAGENTO_ID = 100_000;

    private static final List<Bilingual> FEATURES = List.of(
            new Bilingual("Produit bio", "Organic product"),
            new Bilingual("Vin nature", "Natural Wine"),
            new Bilingual("Vin nature, Produit bio", "Natural Wine, Organic product"),
            new Bilingual("Casher", "Kosher"),
            new Bilingual("Équitable", "Fair trade"));

    private final long seed;
    private final int products;
    private final SkuSequence skus;
    private final Scramble magentoIds;
    private final WineShelf wines;
    private final SpiritShelf spirits;
    private final List<String> agents = Vocabulary.read("agents.csv", line -> line.get("agent"));
    private final Map<String, String> barcodes = new HashMap<>();
    private final Map<String, List<Bilingual>> tastings = new HashMap<>();

    /**
     * A catalogue.
     *
     * @param seed any number
     * @param products 0 to 5,000,000
     * @throws IllegalArgumentException for any other number of products
     */
    public GeneratedCatalogue(long seed, int products) {
        if (products < 0 || products > SkuSequence.CAPACITY) {
            throw new IllegalArgumentException("products is " + products + ", accepted: 0 to " + SkuSequence.CAPACITY);
        }
        this.seed = seed;
        this.products = products;
        skus = new SkuSequence(seed);
        magentoIds = Scramble.of(9_000_000, seed);
        CategoryPaths paths = new CategoryPaths();
        Estates estates = new Estates();
        wines = new WineShelf(paths, estates);
        spirits = new SpiritShelf(paths, estates);
        Vocabulary.forEach("countries.csv", line -> barcodes.put(line.get("country"), line.get("gtin")));
        Vocabulary.forEach(
                "tastings.csv",
                line -> tastings.computeIfAbsent(line.get("for"), key -> new ArrayList<>())
                        .add(new Bilingual(line.get("fr"), line.get("en"))));
    }

    @Override
    public int size() {
        return products;
    }

    @Override
    public SaqProduct product(int index) {
        Objects.checkIndex(index, products);
        RandomGenerator random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + index * 0xD1B54A32D192ED03L);
        Draft draft = draft(index, random);
        String sku = skus.sku(index);
        Map<Attribute, Bilingual> attributes = new EnumMap<>(draft.attributes());
        if (random.nextInt(10) > 0) {
            attributes.put(Attribute.AGENT, Bilingual.same(Estates.pick(agents, random)));
        }
        attributes.put(Attribute.SKU, Bilingual.same(sku));
        String gtin12 = gtin12(draft.country(), random);
        if (random.nextInt(50) > 0) {
            attributes.put(Attribute.UPC, Bilingual.same("00" + gtin12));
        }
        if (random.nextInt(8) == 0) {
            attributes.put(Attribute.FEATURE, Estates.pick(FEATURES, random));
        }
        return new SaqProduct(
                sku,
                (int) (SMALLEST_MAGENTO_ID + magentoIds.apply(index)),
                HardNames.spice(index, draft.name()),
                draft.categories(),
                attributes,
                attributes.containsKey(Attribute.UPC) ? Optional.of(gtin12) : Optional.empty(),
                Optional.of(draft.price()),
                stock(random),
                reviews(random),
                description(draft, attributes, random),
                FIRST_LASTMOD.plusSeconds(random.nextInt(LASTMOD_SPAN_SECONDS)));
    }

    @Override
    public Optional<SaqProduct> bySku(String sku) {
        OptionalInt index = indexOf(sku);
        return index.isPresent() ? Optional.of(product(index.getAsInt())) : Optional.empty();
    }

    @Override
    public OptionalInt indexOf(String sku) {
        OptionalInt index = skus.index(sku);
        return index.isPresent() && index.getAsInt() < products ? index : OptionalInt.empty();
    }

    @Override
    public Optional<SaqProduct> byMagentoId(int magentoId) {
        long image = (long) magentoId - SMALLEST_MAGENTO_ID;
        if (image < 0 || image >= magentoIds.modulus()) {
            return Optional.empty();
        }
        long index = magentoIds.invert(image);
        return index < products ? Optional.of(product((int) index)) : Optional.empty();
    }

    /** Some indexes are reserved, so that even a small catalogue has what demonstrations and tests search for. */
    private Draft draft(int index, RandomGenerator random) {
        return switch (index % 100) {
            case 7, 57 -> wines.drawChateau(random);
            case 31 -> wines.drawGewurztraminer(random);
            case 63 -> spirits.drawCider(random);
            default -> random.nextInt(100) < 80 ? wines.draw(random) : spirits.draw(random);
        };
    }

    private String gtin12(String country, RandomGenerator random) {
        return barcodes.get(country) + String.format(Locale.ROOT, "%010d", random.nextLong(10_000_000_000L));
    }

    /** About 11 % can be ordered and 31 % bought anywhere, as counted on the site in March 2026. */
    private static Stock stock(RandomGenerator random) {
        int percent = random.nextInt(100);
        boolean inStores = random.nextInt(10) < 7;
        int bottles = (int) Math.clamp(Math.exp(3.6 + random.nextGaussian() * 1.4), 1, 4_000);
        return percent < 11 ? new Stock(bottles, inStores) : new Stock(0, percent < 31);
    }

    private static Optional<Reviews> reviews(RandomGenerator random) {
        if (random.nextInt(100) >= 15) {
            return Optional.empty();
        }
        int tenths = (int) Math.clamp(43 + random.nextGaussian() * 6, 10, 50);
        return Optional.of(new Reviews(BigDecimal.valueOf(tenths, 1), 1 + (int) Math.exp(random.nextDouble(4))));
    }

    private Bilingual description(Draft draft, Map<Attribute, Bilingual> attributes, RandomGenerator random) {
        Bilingual facts = Descriptions.of(draft.categories(), attributes);
        List<Bilingual> sentences = tastings.getOrDefault(draft.tasting(), List.of());
        if (sentences.isEmpty() || random.nextInt(10) < 3) {
            return facts;
        }
        Bilingual tasting = Estates.pick(sentences, random);
        return new Bilingual(facts.fr() + " " + tasting.fr(), facts.en() + " " + tasting.en());
    }
}
