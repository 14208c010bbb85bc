package com.saqsommelier.simulator.saq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorldPageTest {

    private static final Instant START = Instant.parse("2026-03-02T17:00:00Z");

    private final LivingCatalogue world = new LivingCatalogue(new GeneratedCatalogue(7, 400), 5, START);
    private final String sku = world.product(4).sku();
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
    void the_page_says_in_french_what_day_it_is_and_what_can_be_done() throws Exception {
        Document page = visitor.page("/_simulator/");
        assertThat(page.text()).contains("2 mars 2026", "400 produits", "Aucune panne en cours", "Jour suivant");
        assertThat(page.select("tbody tr")).hasSize(15);
        assertThat(page.html()).doesNotContain("{{");
        assertThat(visitor.page("/").select("a[href=/_simulator/]")).hasSize(1);
        assertThat(site.requests().count("/_simulator/")).isZero();
    }

    @Test
    void every_form_of_the_page_leads_to_an_action() throws Exception {
        Document page = visitor.page("/_simulator/");
        List<String> actions = page.select("form[method=post]").stream()
                .flatMap(form -> form.hasAttr("action")
                        ? List.of(form.attr("action")).stream()
                        : form.select("button").eachAttr("formaction").stream())
                .distinct()
                .toList();
        assertThat(actions).hasSizeGreaterThan(8);
        for (String action : actions) {
            HttpResponse<byte[]> answer =
                    visitor.post(action, "sku=" + sku + "&price=20&store=23001&bottles=2&products=1&what=robots");
            assertThat(answer.statusCode()).as(action).isEqualTo(200);
        }
        for (Element button : page.select("button[name=what]")) {
            assertThat(visitor.post("/_simulator/world/break", "what=" + button.attr("value"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(site.faults().describe()).hasSize(1);
        }
    }

    @Test
    void products_are_found_by_name_and_code_and_text_is_escaped() throws Exception {
        assertThat(visitor.page("/_simulator/?q=" + sku).select("tbody tr")).hasSize(1);
        assertThat(visitor.page("/_simulator/?q=ch%C3%A2teau")
                        .select("tbody tr td:nth-child(2)")
                        .eachText())
                .isNotEmpty()
                .allMatch(name -> name.contains("Château"));
        assertThat(visitor.text("/_simulator/?q=%22%3Cscript%3E&error=%3Cscript%3E"))
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }

    @Test
    void a_shell_can_do_all_of_it_and_is_told_the_state_in_json() throws Exception {
        world.sellOut(sku);
        post("restock", "sku=" + sku);
        assertThat(product().stock().online()).isEqualTo(24);
        post("sell-out", "sku=https%3A%2F%2Fwww.saq.com%2Ffr%2F" + sku);
        assertThat(product().stock()).isEqualTo(new Stock(0, false));
        post("online", "sku=" + sku + "&bottles=3");
        assertThat(product().stock().online()).isEqualTo(3);
        post("store", "sku=" + sku + "&store=23005&bottles=4");
        assertThat(world.storeQuantity(sku, "23005")).isEqualTo(4);
        post("price", "sku=" + sku + "&price=21,95");
        assertThat(product().price()).contains(new BigDecimal("21.95"));
        assertThat(visitor.text("/_simulator/world/changes")).contains("\"changed\" : [ \"" + sku + "\" ]");
        post("delist", "sku=" + sku);
        assertThat(world.bySku(sku)).isEmpty();
        post("relist", "sku=" + sku);
        assertThat(world.bySku(sku)).isPresent();
        assertThat(post("add", "products=3")).contains("\"products\" : 403", "Nouveautés");
        Instant before = world.today();
        assertThat(post("next-day", "")).contains("de retour en ligne");
        assertThat(world.today()).isEqualTo(before.plus(Duration.ofDays(1)));
        assertThat(post("next-week", "moved=1&changed=0")).contains("403 dates ont bougé, 0 fiches");
        assertThat(visitor.text("/_simulator/world")).contains("\"products\" : 403", "2026-03-10");
    }

    @Test
    void the_site_is_broken_and_mended() throws Exception {
        post("break", "what=robots");
        assertThat(visitor.get("/robots.txt").statusCode()).isEqualTo(503);
        assertThat(visitor.get("/fr/" + sku).statusCode()).isEqualTo(200);
        post("break", "what=503");
        assertThat(visitor.get("/fr/" + sku).statusCode()).isEqualTo(503);
        assertThat(visitor.page("/_simulator/").text()).contains("until cleared");
        post("mend", "");
        assertThat(visitor.get("/robots.txt").statusCode()).isEqualTo(200);
        post("break", "what=slow");
        assertThat(site.faults().describe().getFirst()).contains("3000 ms");
    }

    @Test
    void a_browser_is_sent_back_to_the_page_with_what_to_say() throws Exception {
        HttpResponse<byte[]> answer =
                visitor.post("/_simulator/world/restock", "sku=" + sku, "Accept", "text/html,*/*");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/_simulator/?done=");
        assertThat(visitor.post("/_simulator/world/restock", "sku=7", "Accept", "text/html")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .startsWith("/_simulator/?error=");
    }

    @Test
    void what_cannot_be_done_is_400_and_says_what_is_accepted() throws Exception {
        for (String wrong : List.of(
                "restock sku=7",
                "restock ",
                "explode sku=" + sku,
                "price sku=" + sku,
                "price sku=" + sku + "&price=-1",
                "store sku=" + sku + "&store=1",
                "online sku=" + sku + "&bottles=many",
                "add products=-1",
                "next-week moved=2",
                "break what=x")) {
            String[] parts = wrong.split(" ", -1);
            HttpResponse<byte[]> answer = visitor.post("/_simulator/world/" + parts[0], parts[1]);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                    .as(wrong)
                    .contains("accepted: ");
        }
        assertThat(visitor.get("/_simulator/world/restock").statusCode()).isEqualTo(404);
    }

    private String post(String action, String form) throws Exception {
        HttpResponse<byte[]> answer = visitor.post("/_simulator/world/" + action, form);
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(text).isEqualTo(200);
        return text;
    }

    private SaqProduct product() {
        return world.bySku(sku).orElseThrow();
    }
}
