package com.saqsommelier.simulator.saq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a visitor sees of a world in which time goes by. */
class LivingSiteTest {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final String SITEMAP = "/media/sitemaps/fr/sitemap_product-1-1.xml";

    private final LivingCatalogue world = new LivingCatalogue(new GeneratedCatalogue(7, 60), 5, START);
    private final String sku = world.product(4).sku();
    private final String page = "/fr/" + sku;
    private SaqSimulator site;
    private Visitor visitor;

    @BeforeEach
    void start() throws IOException {
        site = SaqSimulator.start(0, world);
        visitor = new Visitor(site);
    }

    @AfterEach
    void stop() {
        visitor.close();
        site.close();
    }

    @Test
    void any_catalogue_becomes_a_world() throws Exception {
        assertThat(site.world()).isSameAs(world);
        try (SaqSimulator plain = SaqSimulator.start(0, new GeneratedCatalogue(7, 60))) {
            assertThat(plain.world().size()).isEqualTo(60);
        }
    }

    @Test
    void a_delisted_product_leaves_the_sitemap_and_answers_404_until_it_is_relisted() throws Exception {
        String inventory =
                "/fr/saq_inventory/product/internal/id/" + world.product(4).magentoId() + "/";
        world.delist(sku);
        assertThat(visitor.get(page).statusCode()).isEqualTo(404);
        assertThat(visitor.get(inventory).statusCode()).isEqualTo(404);
        assertThat(visitor.text(SITEMAP)).doesNotContain(page + "<");
        assertThat(visitor.text(SITEMAP).split("<url>", -1)).hasSize(1 + 59 + 2);
        world.relist(sku);
        assertThat(visitor.get(page).statusCode()).isEqualTo(200);
        assertThat(visitor.get(inventory).statusCode()).isEqualTo(200);
        assertThat(visitor.text(SITEMAP)).contains(page + "<");
    }

    @Test
    void new_products_are_in_the_sitemap_and_have_a_page() throws Exception {
        List<String> added = world.add(3);
        String sitemap = visitor.text(SITEMAP);
        for (String newcomer : added) {
            assertThat(sitemap).contains("/fr/" + newcomer + "<");
            assertThat(visitor.get("/fr/" + newcomer).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_page_that_was_only_dated_anew_is_still_304_by_entity_tag() throws Exception {
        String tag = visitor.get(page).headers().firstValue("ETag").orElseThrow();
        world.nextWeek(1, 0);
        HttpResponse<byte[]> again = visitor.get(page, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Last-Modified")).contains("Mon, 09 Mar 2026 12:00:00 GMT");
        assertThat(visitor.text(SITEMAP)).contains("2026-03-09");
    }

    @Test
    void a_page_that_changed_is_sent_anew_whatever_the_validator() throws Exception {
        HttpResponse<byte[]> before = visitor.get(page);
        String tag = before.headers().firstValue("ETag").orElseThrow();
        String date = before.headers().firstValue("Last-Modified").orElseThrow();
        world.setPrice(sku, new BigDecimal("77.15"));
        assertThat(visitor.get(page, "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(visitor.get(page, "If-Modified-Since", date).statusCode()).isEqualTo(200);
        assertThat(visitor.text(page)).contains("77,15");
        String second = visitor.get(page).headers().firstValue("Last-Modified").orElseThrow();
        world.setPrice(sku, new BigDecimal("78.15"));
        assertThat(visitor.get(page, "If-Modified-Since", second).statusCode()).isEqualTo(200);
    }

    @Test
    void stock_shows_on_the_page_and_moves_its_date_but_not_the_sitemap() throws Exception {
        world.sellOut(sku);
        HttpResponse<byte[]> out = visitor.get(page);
        String sitemap = visitor.text(SITEMAP);
        assertThat(new String(out.body(), StandardCharsets.UTF_8)).contains("Disponible bientôt");
        world.restock(sku);
        assertThat(visitor.get(
                                page,
                                "If-Modified-Since",
                                out.headers().firstValue("Last-Modified").orElseThrow())
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.text(page)).doesNotContain("Disponible bientôt").contains("InStock");
        assertThat(visitor.text(SITEMAP)).isEqualTo(sitemap);
        world.setOnlineQuantity(sku, 0);
        assertThat(visitor.text(page)).contains("Disponible en succursale");
    }
}
