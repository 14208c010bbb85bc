package com.saqsommelier.recommend.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.saqsommelier.core.product.Codes;
import com.saqsommelier.core.product.Composition;
import com.saqsommelier.core.product.Grape;
import com.saqsommelier.core.product.Label;
import com.saqsommelier.core.product.Offer;
import com.saqsommelier.core.product.Origin;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.ProductFacts;
import com.saqsommelier.core.product.Rating;
import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The questions of the eval over the genuine catalogue, without vectors. Skipped where the catalogue is absent. */
class GenuineCatalogueTest {

    private static final Path FILE = Path.of("../../shared/saq/catalogue/products-en-2021.csv");

    @Test
    void what_is_recommended_meets_the_constraints_exists_and_is_available() throws IOException {
        assumeTrue(Files.exists(FILE), () -> "skipped: the genuine catalogue is not at " + FILE.toAbsolutePath());
        int picks = 0;
        int met = 0;
        int available = 0;
        int asked = 0;
        int suited = 0;
        Map<String, Set<String>> answers = new HashMap<>();
        List<String> broken = new ArrayList<>();
        try (Cellar cellar = Cellar.of(Optional.empty(), products())) {
            for (JsonNode question : questions()) {
                Recommendation answer = cellar.ask(question.path("question").asString());
                for (Pick pick : answer.picks()) {
                    picks++;
                    boolean meets = answer.loosened().isEmpty() && meets(pick.profile(), question.path("constraints"));
                    met += meets || !answer.loosened().isEmpty() ? 1 : 0;
                    available += Boolean.TRUE.equals(
                                    pick.profile().product().facts().offer().available())
                            ? 1
                            : 0;
                    if (!meets && answer.loosened().isEmpty()) {
                        broken.add(question.path("question").asString() + " -> "
                                + pick.profile().product().name());
                    }
                    assertThat(pick.reason())
                            .as(question.path("question").asString())
                            .isNotEmpty();
                }
                if (!question.path("expected").isEmpty()) {
                    asked++;
                    suited += answer.picks().stream().anyMatch(it -> meets(it.profile(), question.path("expected")))
                            ? 1
                            : 0;
                }
                answers.computeIfAbsent(question.path("pair").asString(), pair -> new HashSet<>())
                        .add(String.join(",", Cellar.skus(answer)));
            }
        }
        long same = answers.values().stream().filter(both -> both.size() == 1).count();
        System.out.printf(
                Locale.ROOT,
                "Recommendations without vectors: %d bottles, constraints met or said to be loosened %.3f, available %.3f,"
                        + " expected style among the picks %.3f, same answer in both languages %.3f%n",
                picks,
                (double) met / picks,
                (double) available / picks,
                (double) suited / asked,
                (double) same / answers.size());
        broken.forEach(System.out::println);

        assertThat(met).as("constraints met").isGreaterThanOrEqualTo((int) Math.ceil(0.98 * picks));
        assertThat(available).as("available").isEqualTo(picks);
    }

    private static boolean meets(ProductProfile profile, JsonNode labels) {
        BigDecimal price =
                Objects.requireNonNull(profile.product().facts().offer().price());
        if (price.doubleValue() > labels.path("max_price").asDouble(Double.MAX_VALUE)
                || price.doubleValue() < labels.path("min_price").asDouble(0)) {
            return false;
        }
        return labels.properties().stream()
                .filter(label -> !label.getKey().endsWith("_price"))
                .allMatch(label -> {
                    boolean excluded = label.getKey().startsWith("excluded_");
                    Theme theme = theme(label.getKey().replace("excluded_", ""));
                    boolean any = Stream.iterate(0, i -> i + 1)
                            .limit(label.getValue().size())
                            .map(i -> WineVocabulary.bundled()
                                    .term(theme, label.getValue().get(i).asString()))
                            .anyMatch(profile::has);
                    return any != excluded;
                });
    }

    private static Theme theme(String label) {
        return switch (label) {
            case "kinds" -> Theme.KIND;
            case "colours" -> Theme.COLOUR;
            case "countries" -> Theme.COUNTRY;
            case "regions" -> Theme.REGION;
            case "grapes" -> Theme.GRAPE;
            case "features" -> Theme.FEATURE;
            case "styles" -> Theme.STYLE;
            default -> throw new IllegalArgumentException(label);
        };
    }

    /** Those that need no thread; {@code eval} asks the others too. */
    private static List<JsonNode> questions() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        try (InputStream lines = Objects.requireNonNull(
                Sommelier.class.getResourceAsStream("/com/saqsommelier/recommend/eval/questions.jsonl"))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(json::readTree)
                    .filter(question -> question.path("thread").isEmpty())
                    .toList();
        }
    }

    private static List<Product> products() throws IOException {
        List<Product> products = new ArrayList<>();
        try (Reader text = Files.newBufferedReader(FILE);
                CSVParser rows = CSVParser.parse(
                        text, CSVFormat.DEFAULT.builder().setHeader().get())) {
            rows.forEach(row -> products.add(product(row)));
        }
        return products;
    }

    /** The breadcrumbs are not in the file; this much of them follows from what is. */
    private static Product product(CSVRecord row) {
        Instant readAt = Instant.parse("2021-01-15T00:00:00Z");
        List<String> categories = row.get("family").equals("spirit")
                ? List.of("Products", "Spirit")
                : switch (row.get("color")) {
                    case "Red" -> List.of("Products", "Wine", "Red wine");
                    case "White" -> List.of("Products", "Wine", "White wine");
                    case "Pink" -> List.of("Products", "Wine", "Rosé wine");
                    default -> List.of("Products", "Wine");
                };
        List<Grape> grapes = Stream.of(row.get("grape").split(", ", -1))
                .map(part -> part.replaceFirst("[\\s\\u00a0]*[\\d.]+[\\s\\u00a0]*%$", ""))
                .filter(name -> !name.isEmpty())
                .map(name -> new Grape(name, null))
                .toList();
        List<String> features = row.get("feature").isEmpty()
                ? List.of()
                : List.of(row.get("feature").split(", ", -1));
        ProductFacts facts = new ProductFacts(
                new Label(row.get("name"), null, null, null, categories, null, null),
                new Origin(
                        row.get("country"),
                        row.get("region"),
                        row.get("appellation"),
                        null,
                        null,
                        null,
                        row.get("producer"),
                        null),
                new Composition(row.get("color"), grapes, null, null, null, null, features),
                Codes.UNKNOWN,
                new Offer(
                        new BigDecimal(row.get("price")),
                        "CAD",
                        row.get("in_stock_online").equals("true"),
                        null),
                Rating.UNKNOWN);
        String sku = row.get("sku");
        return new Product(
                sku,
                URI.create("https://www.saq.com/en/" + sku),
                facts,
                readAt,
                readAt,
                readAt,
                null,
                List.of(),
                null,
                1);
    }
}
