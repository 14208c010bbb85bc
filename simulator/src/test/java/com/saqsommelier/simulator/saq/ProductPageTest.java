package com.saqsommelier.simulator.saq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProductPageTest {

    private static final String BASE = "http://127.0.0.1:1";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final SaqProduct wine = new SaqProduct(
            "11223344",
            456789,
            new Bilingual("Château L'Été & \"Fils\" <b> 🍇", "Château L'Été"),
            List.of(
                    Category.named("Produits", "Products"),
                    Category.named("Vin", "Wine"),
                    Category.named("Vin d'été", "Summer wine")),
            Map.ofEntries(
                    Map.entry(Attribute.COUNTRY, new Bilingual("États-Unis", "United States")),
                    Map.entry(Attribute.REGION, Bilingual.same("Sonoma")),
                    Map.entry(Attribute.GRAPES, Bilingual.same("Merlot 65\u00a0%, Syrah 35\u00a0%")),
                    Map.entry(Attribute.ALCOHOL, Amounts.amount("13.5 %")),
                    Map.entry(Attribute.COLOUR, new Bilingual("Rouge", "Red")),
                    Map.entry(Attribute.SIZE, Amounts.size("1500")),
                    Map.entry(Attribute.PRODUCER, Bilingual.same("L'Été & Fils")),
                    Map.entry(Attribute.AGENT, Bilingual.same("Amphore & Cie")),
                    Map.entry(Attribute.SKU, Bilingual.same("11223344")),
                    Map.entry(Attribute.UPC, Bilingual.same("00812345678901"))),
            Optional.of("812345678901"),
            Optional.of(new BigDecimal("1624.75")),
            new Stock(12, true),
            Optional.of(new Reviews(new BigDecimal("4.9"), 11)),
            Bilingual.same("Vin d'été."),
            Instant.parse("2025-11-02T10:00:00Z"));

    @Test
    void theFiveBlocksStandInTheGenuineOrder() {
        assertThat(blocks(french()).stream().map(block -> block.path("@type").asString("")))
                .containsExactly("WebSite", "BreadcrumbList", "Product", "WebPage", "Product");
    }

    @Test
    void theFirstProductHasAPriceAsNumberAndADescription() {
        JsonNode product = blocks(french()).get(2);
        assertThat(product.at("/name").asString("")).isEqualTo(wine.name().fr());
        assertThat(product.at("/offers/price").isNumber()).isTrue();
        assertThat(product.at("/offers/price").decimalValue()).isEqualByComparingTo("1624.75");
        assertThat(product.at("/offers/availability").asString("")).isEqualTo("http://schema.org/InStock");
        assertThat(product.at("/description").asString("")).isEqualTo("Vin d'été.");
        assertThat(product.has("gtin12")).isFalse();
        assertThat(product.has("aggregateRating")).isFalse();
    }

    @Test
    void theSecondProductHasAPriceAsTextAndTheCodes() {
        JsonNode product = blocks(french()).get(4);
        assertThat(product.at("/offers/price").asString("")).isEqualTo("1,624.75");
        assertThat(product.at("/offers/price").isString()).isTrue();
        assertThat(product.at("/offers/availability").asString("")).isEqualTo("https://schema.org/InStock");
        assertThat(product.at("/gtin12").asString("")).isEqualTo("812345678901");
        assertThat(product.at("/aggregateRating/ratingValue").asString("")).isEqualTo("4,9");
        assertThat(product.at("/aggregateRating/reviewCount").asString("")).isEqualTo("11");
        assertThat(product.at("/countryOfOrigin").asString("")).isEqualTo("États-Unis");
        assertThat(product.at("/manufacturer/name").asString("")).isEqualTo("L'Été & Fils");
        assertThat(product.at("/size").asString("")).isEqualTo("1,5L");
        assertThat(product.has("description")).isFalse();
    }

    @Test
    void theAttributeListIsReadByTheSelectorsOfTheGenuinePage() {
        Document page = french();
        assertThat(page.select("ul.list-attributs > li > span").eachText()).startsWith("Pays", "Région", "Cépage");
        assertThat(attribute(page, "Degré d'alcool").text()).isEqualTo("13,5 %");
        assertThat(attribute(page, "Cépage").wholeText().strip()).isEqualTo("Merlot 65\u00a0%, Syrah 35\u00a0%");
        assertThat(attribute(page, "Format").text()).isEqualTo("1,5 L");
        assertThat(attribute(page, "Producteur").select("a").text()).isEqualTo("L'Été & Fils");
        assertThat(attribute(page, "Agent promotionnel").select("a").attr("href"))
                .endsWith("=Amphore+%26+Cie");
        assertThat(attribute(page, "Code CUP").text()).isEqualTo("00812345678901");
        assertThat(source(wine, Language.FR))
                .contains("\"color\":\"Rouge\"", "L'\\u00c9t\\u00e9 & Fils")
                .contains("<span>Degré d&#039;alcool</span>", "data-th=\"Degré d&#039;alcool\">\n   ")
                .contains("ul.list-attributs li {list-style");
    }

    @Test
    void theEnglishPageSpeaksEnglish() {
        Document page = Jsoup.parse(source(wine, Language.EN));
        assertThat(attribute(page, "Country").text()).isEqualTo("United States");
        assertThat(attribute(page, "Degree of alcohol").text()).isEqualTo("13.5 %");
        assertThat(attribute(page, "Color").text()).isEqualTo("Red");
        assertThat(page.expectFirst("span.price").text()).isEqualTo("$1,624.75");
        assertThat(page.select("h1.page-title").text()).isEqualTo("Château L'Été");
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void priceMagentoIdAndLinksStandWhereTheGenuinePageHasThem() {
        Document page = french();
        assertThat(page.expectFirst("div.price-box[data-product-id]").attr("data-product-id"))
                .isEqualTo("456789");
        assertThat(page.expectFirst("[data-price-amount]").attr("data-price-amount"))
                .isEqualTo("1624.75");
        assertThat(page.expectFirst("span.price").wholeText()).isEqualTo("1\u00a0624,75\u00a0$");
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(BASE + "/fr/11223344");
        assertThat(page.select("link[hreflang=en-CA]").attr("href")).isEqualTo(BASE + "/en/11223344");
        assertThat(page.select("div.breadcrumbs li a").eachText())
                .containsExactly("Accueil", "Produits", "Vin", "Vin d'été");
        assertThat(page.expectFirst("div.breadcrumbs li:nth-last-child(2) a").attr("href"))
                .isEqualTo(BASE + "/fr/produits/vin/vin-d-ete");
        assertThat(page.select("h1.page-title").text()).isEqualTo(wine.name().fr());
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        SaqProduct bare = new SaqProduct(
                "42",
                1,
                Bilingual.same("Nu"),
                wine.categories(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                new Stock(0, false),
                Optional.empty(),
                Bilingual.same("Vin."),
                wine.lastModified());
        Document page = Jsoup.parse(source(bare, Language.FR));
        JsonNode second = blocks(page).get(4);
        assertThat(page.select("ul.list-attributs > li")).isEmpty();
        assertThat(page.select("[data-price-amount]")).isEmpty();
        assertThat(blocks(page).get(2).at("/offers").has("price")).isFalse();
        assertThat(second.at("/offers").has("price")).isFalse();
        assertThat(second.at("/offers/availability").asString("")).isEqualTo("https://schema.org/OutOfStock");
        assertThat(second.propertyNames()).doesNotContain("gtin12", "aggregateRating", "color", "size", "manufacturer");
        assertThat(page.select(".product-online-availability").text()).isEqualTo("Disponible bientôt");
    }

    @Test
    void thePageCanStateTheQuantity() {
        ProductPage page = new ProductPage(BASE, Language.FR, new SaqSimulator.Options(false, true));
        assertThat(Jsoup.parse(text(page.render(wine)))
                        .select(".product-online-availability")
                        .text())
                .isEqualTo("12 disponible(s) en ligne");
    }

    @Test
    void pagesWeighAboutThirtyKilobytesOrAsMuchAsGenuineOnes() {
        assertThat(source(wine, Language.FR).length()).isBetween(20_000, 40_000);
        ProductPage genuine = new ProductPage(BASE, Language.FR, new SaqSimulator.Options(true, false));
        assertThat(genuine.render(wine).length).isBetween(330_000, 480_000);
    }

    @Test
    void everyGeneratedPageParses() {
        GeneratedCatalogue catalogue = new GeneratedCatalogue(3, 400);
        IntStream.range(0, 400).mapToObj(catalogue::product).forEach(product -> {
            Document page = Jsoup.parse(source(product, Language.FR));
            List<JsonNode> blocks = blocks(page);
            assertThat(blocks).hasSize(5);
            assertThat(blocks.get(2).path("name").asString(""))
                    .isEqualTo(product.name().fr());
            assertThat(blocks.get(4).path("name").asString(""))
                    .isEqualTo(product.name().fr());
            assertThat(page.select("ul.list-attributs > li"))
                    .hasSize(product.attributes().size());
        });
    }

    @Test
    void blocksAndSelectorsAreThoseOfTheGenuinePage() throws IOException {
        Document genuine = Jsoup.parse(Files.readString(GenuineFiles.page()));
        Document ours = french();
        List<JsonNode> genuineBlocks = blocks(genuine);
        List<JsonNode> ourBlocks = blocks(ours);
        assertThat(ourBlocks).hasSameSizeAs(genuineBlocks);
        for (int block = 0; block < genuineBlocks.size(); block++) {
            assertThat(shape(ourBlocks.get(block))).isEqualTo(shape(genuineBlocks.get(block)));
        }
        for (String selector : List.of(
                "link[rel=canonical]",
                "link[rel=alternate][hreflang=en-CA]",
                "meta[charset=utf-8]",
                "meta[property=og:title]",
                "meta[property=product:price:amount]",
                "body.catalog-product-view",
                "main#maincontent",
                "div.breadcrumbs > ul.items > li.item.home > a",
                "div.breadcrumbs li.item.product > strong",
                "h1.page-title",
                "div.product.attribute.identity span.value[itemprop=identity] strong.type",
                "div.price-box[data-product-id][data-price-box] span[data-price-amount][data-price-type] span.price",
                "form[data-product-sku] input[name=product]",
                "div.availability-container div.stock-label-container[data-type=in-stock] .product-online-availability",
                "div.additional-attributes-wrapper ul.list-attributs > li > span + strong[data-th]",
                "strong[data-th=Producteur] > a[href]")) {
            assertThat(genuine.select(selector)).as("genuine " + selector).isNotEmpty();
            assertThat(ours.select(selector)).as(selector).isNotEmpty();
        }
        assertThat(ours.select("ul.list-attributs > li > span").eachText())
                .containsAll(genuine.select("ul.list-attributs > li > span").eachText());
    }

    /** The keys and kinds of values of a block, however many elements its arrays hold. */
    private static Set<String> shape(JsonNode node) {
        Set<String> shape = new TreeSet<>();
        collect("", node, shape);
        return shape;
    }

    private static void collect(String path, JsonNode node, Set<String> shape) {
        if (node.isObject()) {
            node.properties().forEach(entry -> collect(path + "/" + entry.getKey(), entry.getValue(), shape));
        } else if (node.isArray()) {
            node.forEach(element -> collect(path + "[]", element, shape));
        } else {
            shape.add(path + " " + node.getNodeType());
        }
    }

    private Document french() {
        return Jsoup.parse(source(wine, Language.FR));
    }

    private static String source(SaqProduct product, Language language) {
        return text(new ProductPage(BASE, language, SaqSimulator.Options.DEFAULT).render(product));
    }

    private static String text(byte[] page) {
        return new String(page, StandardCharsets.UTF_8);
    }

    private static List<JsonNode> blocks(Document page) {
        return page.select("script[type=application/ld+json]").stream()
                .map(script -> MAPPER.readTree(script.data()))
                .toList();
    }

    private static Element attribute(Document page, String label) {
        return page.select("ul.list-attributs > li > strong").stream()
                .filter(value -> value.attr("data-th").equals(label))
                .findFirst()
                .orElseThrow();
    }
}
