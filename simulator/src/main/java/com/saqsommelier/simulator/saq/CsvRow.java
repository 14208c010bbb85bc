package com.saqsommelier.simulator.saq;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** Makes a product of one row: what the row lacks, the page will not state. */
final class CsvRow {

    static final List<String> COLUMNS = List.of(
            "family",
            "sku",
            "name",
            "country",
            "region",
            "appellation",
            "designation",
            "classification",
            "grape",
            "alcohol",
            "sugar",
            "color",
            "size",
            "producer",
            "agent",
            "upc",
            "quebec",
            "feature",
            "price",
            "in_stock_online",
            "rating",
            "reviews");

    private static final String CATEGORY = "category";

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[0-9]+,[0-9]{1,2}");
    private static final Pattern SKU = Pattern.compile("[1-9][0-9]{1,7}");
    private static final Instant FIRST_LASTMOD = Instant.parse("2025-06-01T04:00:00Z");

    /** Prime and above the largest SKU, so that no two SKUs share a magento id. */
    private static final Scramble MAGENTO_IDS = Scramble.of(100_000_007, 292_262);

    /** What a word of a spirit's name says of its category; the first that is found decides. */
    private static final List<Kind> SPIRITS = List.of(
            Kind.of("single[ -]malt", "single-malt"),
            Kind.of("scotch", "scotch"),
            Kind.of("bourbon", "bourbon"),
            Kind.of("irish", "irish"),
            Kind.of("whisk(e)?y|malt", "whisky"),
            Kind.of("gin", "gin"),
            Kind.of("vodka", "vodka"),
            Kind.of("rh?um", "rum"),
            Kind.of("tequila", "tequila"),
            Kind.of("mezcal", "mezcal"),
            Kind.of("cognac", "cognac"),
            Kind.of("armagnac", "armagnac"),
            Kind.of("calvados", "calvados"),
            Kind.of("grappa", "grappa"),
            Kind.of("amaro", "amaro"),
            Kind.of("brandy", "brandy"),
            Kind.of("cream|crème", "liqueur-cream"),
            Kind.of("liqueur", "liqueur"),
            Kind.of("pastis", "anise"),
            Kind.of("vermouth", "vermouth"));

    private final CategoryPaths paths = new CategoryPaths();
    private final Map<String, String> french = new HashMap<>();

    CsvRow() {
        Vocabulary.forEach("translations.csv", line -> french.put(line.get("en"), line.get("fr")));
        Vocabulary.forEach("colours.csv", line -> french.put(line.get("en"), line.get("fr")));
    }

    /**
     * The product of a row.
     *
     * @throws IllegalArgumentException naming the column, the value and what is accepted
     */
    SaqProduct product(CSVRecord row) {
        String sku = value(row, "sku");
        if (!SKU.matcher(sku).matches()) {
            throw wrong("sku", sku, "2 to 8 digits, the first not 0");
        }
        if (value(row, "name").isEmpty()) {
            throw wrong("name", "", "a name");
        }
        Map<Attribute, Bilingual> attributes = attributes(row, sku);
        List<Category> path = paths.of(category(row));
        String upc = value(row, "upc");
        int magentoId = (int) MAGENTO_IDS.apply(Integer.parseInt(sku));
        return new SaqProduct(
                sku,
                magentoId,
                Bilingual.same(value(row, "name")),
                path,
                attributes,
                upc.length() == 14 ? Optional.of(upc.substring(2)) : Optional.empty(),
                price(value(row, "price")),
                stock(value(row, "in_stock_online"), magentoId),
                reviews(value(row, "rating"), value(row, "reviews")),
                Descriptions.of(path, attributes),
                FIRST_LASTMOD.plusSeconds(magentoId % (200 * 86_400)));
    }

    private Map<Attribute, Bilingual> attributes(CSVRecord row, String sku) {
        Map<Attribute, Bilingual> attributes = new EnumMap<>(Attribute.class);
        put(attributes, Attribute.COUNTRY, translated(value(row, "country")));
        put(attributes, Attribute.REGION, translated(value(row, "region")));
        put(attributes, Attribute.APPELLATION, Bilingual.same(value(row, "appellation")));
        put(attributes, Attribute.DESIGNATION, translated(value(row, "designation")));
        put(attributes, Attribute.CLASSIFICATION, translated(value(row, "classification")));
        put(attributes, Attribute.GRAPES, Amounts.amount(value(row, "grape")));
        put(attributes, Attribute.ALCOHOL, Amounts.amount(value(row, "alcohol")));
        put(attributes, Attribute.SUGAR, Amounts.amount(value(row, "sugar")));
        put(attributes, Attribute.COLOUR, translated(value(row, "color")));
        put(attributes, Attribute.SIZE, Amounts.amount(value(row, "size")));
        put(attributes, Attribute.PRODUCER, Bilingual.same(value(row, "producer")));
        put(attributes, Attribute.AGENT, Bilingual.same(value(row, "agent")));
        put(attributes, Attribute.SKU, Bilingual.same(sku));
        put(attributes, Attribute.UPC, Bilingual.same(value(row, "upc")));
        put(attributes, Attribute.QUEBEC, translated(value(row, "quebec")));
        put(attributes, Attribute.FEATURE, translated(value(row, "feature")));
        return attributes;
    }

    private static void put(Map<Attribute, Bilingual> attributes, Attribute attribute, Bilingual value) {
        if (!value.en().isEmpty()) {
            attributes.put(attribute, value);
        }
    }

    /** The whole text when it is known, else each part between commas: {@code Natural Wine, Organic product}. */
    private Bilingual translated(String english) {
        String whole = french.get(english);
        String fr = whole != null
                ? whole
                : Arrays.stream(english.split(", ", -1))
                        .map(part -> french.getOrDefault(part, part))
                        .collect(Collectors.joining(", "));
        return new Bilingual(fr, english);
    }

    /** The key of categories.csv in the column of that name, where a file has it; else what the other columns tell. */
    private static String category(CSVRecord row) {
        if (row.isMapped(CATEGORY) && !value(row, CATEGORY).isEmpty()) {
            return value(row, CATEGORY);
        }
        String family = value(row, "family");
        return switch (family) {
            case "wine" -> wine(row);
            case "spirit" -> spirit((value(row, "name") + " " + value(row, "appellation")).toLowerCase(Locale.ROOT));
            default -> throw wrong("family", family, "wine or spirit");
        };
    }

    private static String wine(CSVRecord row) {
        boolean pink = value(row, "color").equals("Pink");
        if (value(row, "appellation").equals("Champagne")) {
            return pink ? "champagne-rose" : "champagne";
        }
        if (value(row, "appellation").equals("Porto")) {
            return "port";
        }
        return switch (value(row, "color")) {
            case "Red" -> "red";
            case "White" -> "white";
            case "Pink" -> "rose";
            case "Orange" -> "orange";
            default -> "wine";
        };
    }

    private static String spirit(String words) {
        return SPIRITS.stream()
                .filter(kind -> kind.word().matcher(words).find())
                .map(Kind::category)
                .findFirst()
                .orElse("spirit");
    }

    private static Optional<BigDecimal> price(String price) {
        if (price.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(decimal(price));
        } catch (NumberFormatException e) {
            throw wrong("price", price, "a number such as 24.95 or 24,95, or nothing");
        }
    }

    /** A spreadsheet set to French writes a decimal comma. */
    private static BigDecimal decimal(String text) {
        return new BigDecimal(DECIMAL_COMMA.matcher(text).matches() ? text.replace(',', '.') : text);
    }

    /** The CSV does not tell how many bottles there are, nor whether stores have any. */
    private static Stock stock(String online, int draw) {
        boolean inStores = draw % 4 == 0;
        return switch (online.toLowerCase(Locale.ROOT)) {
            case "true", "vrai" -> new Stock(1 + draw % 600, inStores);
            case "false", "faux", "" -> new Stock(0, inStores);
            default -> throw wrong("in_stock_online", online, "true or false");
        };
    }

    private static Optional<Reviews> reviews(String rating, String reviews) {
        if (rating.isEmpty() || rating.equals("0")) {
            return Optional.empty();
        }
        try {
            int count = reviews.isEmpty() ? 1 : Math.max(1, Integer.parseInt(reviews));
            return Optional.of(new Reviews(decimal(rating), count));
        } catch (NumberFormatException e) {
            throw wrong("rating, reviews", rating + ", " + reviews, "numbers, or nothing");
        }
    }

    private static String value(CSVRecord row, String column) {
        return row.get(column).strip();
    }

    private static IllegalArgumentException wrong(String column, String value, String accepted) {
        return new IllegalArgumentException(column + " is \"" + value + "\", accepted: " + accepted);
    }

    private record Kind(Pattern word, String category) {

        static Kind of(String word, String category) {
            return new Kind(Pattern.compile("\\b(" + word + ")\\b", Pattern.UNICODE_CHARACTER_CLASS), category);
        }
    }
}
