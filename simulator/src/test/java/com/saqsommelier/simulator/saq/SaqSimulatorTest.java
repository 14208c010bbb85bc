package com.saqsommelier.simulator.saq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SaqSimulatorTest {

    private final SaqCatalogue catalogue = new GeneratedCatalogue(1, 300);
    private SaqSimulator site;
    private Visitor visitor;

    @BeforeEach
    void start() throws IOException {
        site = SaqSimulator.start(0, catalogue);
        visitor = new Visitor(site);
    }

    @AfterEach
    void stop() {
        visitor.close();
        site.close();
    }

    @Test
    void servesAPageInBothLanguagesInUtf8() throws Exception {
        SaqProduct product = catalogue.product(7);
        HttpResponse<byte[]> answer = visitor.get("/fr/" + product.sku());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=UTF-8");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("Château");
        assertThat(visitor.page("/en/" + product.sku()).select("strong[data-th=Country]"))
                .hasSize(1);
    }

    @Test
    void anUnknownSkuIsAPageThatSaysSoInFrench() throws Exception {
        HttpResponse<byte[]> answer = visitor.get("/fr/99999999");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("Page introuvable");
        assertThat(visitor.get("/fr/007").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/en/99999999").statusCode()).isEqualTo(404);
        assertThat(visitor.post("/fr/42", "").statusCode()).isEqualTo(405);
    }

    @Test
    void robotsLeadsToASitemapOfEveryProduct() throws Exception {
        String robots = visitor.text("/robots.txt");
        assertThat(robots).contains("Disallow: /fr/checkout/");
        String index = robots.lines()
                .filter(line -> line.startsWith("Sitemap: "))
                .findFirst()
                .orElseThrow()
                .substring("Sitemap: ".length());
        List<String> urls = new ArrayList<>();
        for (String part : locations(index)) {
            urls.addAll(locations(part));
        }
        assertThat(urls).hasSize(312).doesNotHaveDuplicates().allMatch(url -> url.startsWith(site.baseUrl() + "/fr/"));
        assertThat(urls.stream().filter(url -> url.matches(".*/[0-9]+"))).hasSize(300);
        assertThat(visitor.get(urls.get(24)).statusCode()).isEqualTo(200);
    }

    @Test
    void sitemapEntriesSayWhenInSeveralForms() throws Exception {
        Document part = xml("/media/sitemaps/fr/sitemap_product-1-1.xml");
        List<String> times = part.select("lastmod").eachText();
        assertThat(times).hasSize(312).anyMatch(time -> time.matches("\\d{4}-\\d\\d-\\d\\d"));
        assertThat(times).anyMatch(time -> time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d-0[45]:00"));
        assertThat(times).anyMatch(time -> time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00"));
        assertThat(part.select("image|loc").size()).isBetween(150, 250);
        assertThat(part.select("changefreq")).hasSize(312);
    }

    @Test
    void aLargeSitemapIsSplitAndAnEmptyOneIsWellFormed() throws Exception {
        try (SaqSimulator large = SaqSimulator.start(0, new GeneratedCatalogue(1, 38_000));
                SaqSimulator empty = SaqSimulator.start(0, new GeneratedCatalogue(1, 0));
                Visitor toLarge = new Visitor(large);
                Visitor toEmpty = new Visitor(empty)) {
            assertThat(toLarge.text(Sitemaps.INDEX).split("<sitemap>", -1)).hasSize(3);
            assertThat(toLarge.text("/media/sitemaps/fr/sitemap_product-1-1.xml")
                            .split("<url>", -1))
                    .hasSize(26_001);
            assertThat(toLarge.text("/media/sitemaps/fr/sitemap_product-1-2.xml")
                            .split("<url>", -1))
                    .hasSize(39_583 - 26_000 + 1);
            assertThat(toLarge.get("/media/sitemaps/fr/sitemap_product-1-3.xml").statusCode())
                    .isEqualTo(404);
            assertThat(toEmpty.text("/media/sitemaps/fr/sitemap_product-1-1.xml"))
                    .doesNotContain("<url>");
            assertThat(toEmpty.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anUnchangedPageIs304ByEntityTagOrDate() throws Exception {
        String path = "/fr/" + catalogue.product(3).sku();
        HttpResponse<byte[]> first = visitor.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        String date = first.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(visitor.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(visitor.get(path, "If-None-Match", tag).body()).isEmpty();
        assertThat(visitor.get(path, "If-Modified-Since", date).statusCode()).isEqualTo(304);
        assertThat(visitor.get(path, "If-Modified-Since", "Thu, 01 Jan 2015 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.get(path, "If-Modified-Since", "yesterday").statusCode())
                .isEqualTo(200);
        assertThat(visitor.get(path, "If-None-Match", "\"other\"", "If-Modified-Since", date)
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.requests().byStatus()).containsEntry(304, 3L);
    }

    @Test
    void compressesWhenAskedAndAnswersHeadWithoutABody() throws Exception {
        String path = "/fr/" + catalogue.product(3).sku();
        byte[] plain = visitor.get(path).body();
        HttpResponse<byte[]> compressed = visitor.get(path, "Accept-Encoding", "br, gzip");
        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(compressed.body().length).isLessThan(plain.length / 2);
        assertThat(gunzip(compressed.body())).isEqualTo(plain);
        HttpResponse<byte[]> head = visitor.head(path);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        String part = "/media/sitemaps/fr/sitemap_product-1-1.xml";
        assertThat(gunzip(visitor.get(part, "Accept-Encoding", "gzip").body()))
                .isEqualTo(visitor.get(part).body());
        assertThat(visitor.head(part).statusCode()).isEqualTo(200);
    }

    @Test
    void theInventoryEndpointKnowsMagentoIdsAndAnswersNumbersOrText() throws Exception {
        List<String> answers = new ArrayList<>();
        for (int index = 0; index < 60; index++) {
            SaqProduct product = catalogue.product(index);
            String body = visitor.text("/fr/saq_inventory/product/internal/id/" + product.magentoId() + "/");
            assertThat(body.replace("\"", ""))
                    .isEqualTo("{stock:" + product.stock().online() + "}");
            answers.add(body);
        }
        assertThat(answers).anyMatch(body -> body.matches("\\{\"stock\":\\d+}"));
        assertThat(answers).anyMatch(body -> body.matches("\\{\"stock\":\"\\d+\"}"));
        assertThat(visitor.get("/fr/saq_inventory/product/internal/id/1/").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatRobotsDisallowsIsRefusedAndCounted() throws Exception {
        assertThat(visitor.get("/fr/checkout/cart/").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/catalogsearch/result/?q=vin").statusCode()).isEqualTo(403);
        assertThat(site.requests().violations()).isEqualTo(2);
        assertThat(site.requests().counters().violatingPaths()).containsKey("/catalogsearch/result/");
    }

    @Test
    void countsRequestsByPathAndUserAgentAndMeasuresGaps() throws Exception {
        assertThat(site.requests().smallestGap()).isEmpty();
        visitor.get("/robots.txt");
        visitor.get("/robots.txt");
        visitor.get("/fr/" + catalogue.product(0).sku());
        assertThat(site.requests().count()).isEqualTo(3);
        assertThat(site.requests().count("/robots.txt")).isEqualTo(2);
        assertThat(site.requests().byPath()).hasSize(2);
        assertThat(site.requests().byUserAgent()).containsOnlyKeys("SimulatorTest/1.0");
        assertThat(site.requests().mostAtOnce()).isEqualTo(1);
        assertThat(site.requests().smallestGap().orElseThrow()).isPositive();
        site.requests().clear();
        assertThat(site.requests().count()).isZero();
    }

    @Test
    void oneRequestAfterTheOtherIsNeverSeenAsTwoAtOnce() throws Exception {
        for (int index = 0; index < 300; index++) {
            visitor.get("/fr/" + catalogue.product(index).sku());
        }
        assertThat(site.requests().mostAtOnce()).isEqualTo(1);
        assertThat(site.requests().smallestGap().orElseThrow()).isPositive();
    }

    @Test
    void requestsAtTheSameTimeAreSeen() throws Exception {
        site.faults().below("/fr/").delay(Duration.ofMillis(300));
        CountDownLatch together = new CountDownLatch(3);
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int index = 0; index < 3; index++) {
                String path = "/fr/" + catalogue.product(index).sku();
                answers.add(visitors.submit(() -> {
                    together.countDown();
                    together.await();
                    return visitor.get(path).statusCode();
                }));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(site.requests().mostAtOnce()).isEqualTo(3);
        assertThat(site.requests().smallestGap()).contains(Duration.ZERO);
    }

    @Test
    void theEntranceSaysWhatThisIsInFrench() throws Exception {
        Document page = visitor.page("/");
        assertThat(page.text()).contains("imite la forme de saq.com", "300 produits");
        assertThat(page.select("a[href^=/fr/]")).hasSize(10);
        for (String link : page.select("a[href]").eachAttr("href")) {
            assertThat(visitor.get(link).statusCode()).as(link).isEqualTo(200);
        }
    }

    private List<String> locations(String url) throws Exception {
        return xml(url).select("loc").eachText();
    }

    private Document xml(String url) throws Exception {
        return Jsoup.parse(visitor.text(url), Parser.xmlParser());
    }

    private static byte[] gunzip(byte[] body) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        }
    }
}
