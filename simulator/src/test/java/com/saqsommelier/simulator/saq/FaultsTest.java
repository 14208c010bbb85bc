package com.saqsommelier.simulator.saq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final SaqCatalogue catalogue = new GeneratedCatalogue(1, 50);
    private final String page = "/fr/" + catalogue.product(0).sku();
    private final String otherPage = "/fr/" + catalogue.product(1).sku();
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
    void aStatusIsAnsweredAsOftenAsToldAndThenThePage() throws Exception {
        site.faults().at(page).times(2).status(503, "1");
        assertThat(visitor.get(page).headers().firstValue("Retry-After")).contains("1");
        assertThat(visitor.get(otherPage).statusCode()).isEqualTo(200);
        assertThat(visitor.get(page).statusCode()).isEqualTo(503);
        assertThat(visitor.get(page).statusCode()).isEqualTo(200);
        assertThat(site.faults().describe()).isEmpty();
    }

    @Test
    void aRuleWithoutANumberLastsUntilCleared() throws Exception {
        site.faults().at("/robots.txt").status(500);
        assertThat(visitor.get("/robots.txt").statusCode()).isEqualTo(500);
        assertThat(visitor.get("/robots.txt").statusCode()).isEqualTo(500);
        assertThat(site.faults().describe()).containsExactly("/robots.txt: OtherAnswer after 0 ms, until cleared");
        site.faults().clear();
        assertThat(visitor.get("/robots.txt").statusCode()).isEqualTo(200);
    }

    @Test
    void aCutBodyEndsBeforeItsLength() throws Exception {
        site.faults().at(page).times(1).cutBody();
        assertThatThrownBy(() -> visitor.get(page)).isInstanceOf(IOException.class);
        site.faults().at("/media/sitemaps/fr/sitemap_product-1-1.xml").times(1).cutBody();
        assertThatThrownBy(() -> visitor.get("/media/sitemaps/fr/sitemap_product-1-1.xml"))
                .isInstanceOf(IOException.class);
        assertThat(visitor.get(page).statusCode()).isEqualTo(200);
    }

    @Test
    void aClosedConnectionHasNoAnswer() throws Exception {
        site.faults().below("/fr/").closeConnection();
        assertThatThrownBy(() -> visitor.get(page)).isInstanceOf(IOException.class);
        assertThat(site.requests().byStatus()).containsOnlyKeys(0);
        assertThat(visitor.get("/robots.txt").statusCode()).isEqualTo(200);
    }

    @Test
    void anotherBodyComesWithItsContentType() throws Exception {
        site.faults().when("all pages", path -> path.startsWith("/fr/")).body("text/plain", "entretien à venir");
        HttpResponse<byte[]> answer = visitor.get(page);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("entretien à venir");
    }

    @Test
    void aDelayComesBeforeTheUsualAnswer() throws Exception {
        site.faults().at(page).times(1).delay(Duration.ofMillis(150));
        long start = System.nanoTime();
        assertThat(visitor.get(page).statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void theNthRequestFromNowFailsWhateverItsPath() throws Exception {
        visitor.get("/robots.txt");
        site.faults().request(2).redirect("/fr/");
        assertThat(visitor.get(page).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> second = visitor.get(page);
        assertThat(second.statusCode()).isEqualTo(302);
        assertThat(second.headers().firstValue("Location")).contains("/fr/");
        assertThat(visitor.get(page).statusCode()).isEqualTo(200);
    }

    @Test
    void nonsenseIsRefusedWithWhatIsAccepted() {
        Faults faults = site.faults();
        assertThatThrownBy(() -> faults.at(page).times(0)).hasMessageContaining("times is 0");
        assertThatThrownBy(() -> faults.at(page).status(99)).hasMessageContaining("200 to 599");
        assertThatThrownBy(() -> faults.request(0)).hasMessageContaining("request is 0");
        assertThatThrownBy(() -> faults.at(page).answer(700, "text/plain", Map.of(), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void faultsAndCountersAreWithinReachOfAShell() throws Exception {
        assertThat(post("{\"path\": \"" + page + "\", \"times\": 1, \"status\": 429, \"retry_after\": \"2\"}"))
                .isEqualTo(201);
        assertThat(visitor.get(page).statusCode()).isEqualTo(429);
        assertThat(visitor.text("/_simulator/requests"))
                .contains("\"count\" : 1", "\"429\" : 1", "\"most_at_once\" : 1", "SimulatorTest/1.0");
        assertThat(post("{\"prefix\": \"/fr/\", \"status\": 404}")).isEqualTo(201);
        assertThat(post("{\"request\": 9, \"close\": true}")).isEqualTo(201);
        assertThat(post("{\"path\": \"/a\", \"cut\": true}")).isEqualTo(201);
        assertThat(post("{\"path\": \"/b\", \"redirect\": \"/c\"}")).isEqualTo(201);
        assertThat(post("{\"path\": \"/d\", \"body\": \"x\", \"content_type\": \"text/plain\"}"))
                .isEqualTo(201);
        assertThat(post("{\"path\": \"/e\", \"delay_ms\": 5}")).isEqualTo(201);
        assertThat(visitor.text("/_simulator/faults").lines().filter(line -> line.contains("after")))
                .isNotEmpty();
        assertThat(site.faults().describe()).hasSize(6);
        visitor.delete("/_simulator/faults");
        assertThat(visitor.get(page).statusCode()).isEqualTo(200);
        visitor.delete("/_simulator/requests");
        assertThat(site.requests().count()).isZero();
        assertThat(visitor.get("/_simulator/other").statusCode()).isEqualTo(404);
    }

    @Test
    void aFaultThatCannotBeReadIs400AndSaysWhatIsAccepted() throws Exception {
        for (String body : new String[] {
            "{",
            "{}",
            "{\"path\": \"/a\"}",
            "{\"status\": 503}",
            "{\"path\": \"/a\", \"status\": 7}",
            "",
            "{\"path\": \"/a\", \"times\": 0, \"status\": 500}",
            "{\"request\": 0, \"cut\": true}"
        }) {
            assertThat(post(body)).as(body).isEqualTo(400);
        }
        assertThat(new String(visitor.post("/_simulator/faults", "{}").body(), StandardCharsets.UTF_8))
                .contains("accepted");
        assertThat(site.faults().describe()).isEmpty();
    }

    private int post(String body) throws Exception {
        return visitor.post("/_simulator/faults", body).statusCode();
    }
}
