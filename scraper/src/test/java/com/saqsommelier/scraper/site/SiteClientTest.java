package com.saqsommelier.scraper.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.saqsommelier.simulator.http.Exchange;
import com.saqsommelier.simulator.http.LocalServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks a real server that does what each test says. */
class SiteClientTest {

    private static final Duration SOON = Duration.ofMillis(10);
    private static final SiteRequest PAGE = SiteRequest.upTo(100_000);

    private final Map<String, LocalServer.Handler> handlers = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> begun = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> statuses = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private Instant now = Instant.parse("2026-03-02T03:30:00Z");
    private Politeness politeness =
            new Politeness("SAQSommelier/test", Duration.ZERO, 3, SOON, Duration.ofMinutes(10), Duration.ofSeconds(20));
    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        server = LocalServer.start(0, this::handle);
        handlers.put("/robots.txt", answer(404, ""));
    }

    @AfterEach
    void stop() {
        closing.countDown();
        server.close();
    }

    @Test
    void trouble_that_passes_is_waited_for() throws Exception {
        handlers.put("/page", failing(2, 503, answer(200, "whole")));

        try (SiteClient client = client()) {
            assertThat(body(client.ask(server.baseUrl().resolve("/page"), PAGE)))
                    .isEqualTo("whole");
        }
        assertThat(asked).containsExactly("/robots.txt", "/page", "/page", "/page");
        assertThat(statuses).containsExactly(404, 503, 503, 200);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void trouble_that_stays_is_the_answer_after_the_stated_number_of_tries(int status) throws Exception {
        handlers.put("/page", answer(status, ""));

        try (SiteClient client = client()) {
            assertThat(client.ask(server.baseUrl().resolve("/page"), PAGE).status())
                    .isEqualTo(status);
        }
        assertThat(asked.stream().filter("/page"::equals)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 410})
    void what_will_not_pass_is_asked_for_once(int status) throws Exception {
        handlers.put("/page", answer(status, ""));

        try (SiteClient client = client()) {
            client.ask(server.baseUrl().resolve("/page"), PAGE);
        }
        assertThat(asked.stream().filter("/page"::equals)).hasSize(1);
    }

    @Test
    void a_site_that_asks_for_seconds_gets_them() throws Exception {
        handlers.put("/page", failing(1, 429, answer(200, ""), "Retry-After", "1"));

        try (SiteClient client = client()) {
            client.ask(server.baseUrl().resolve("/page"), PAGE);
        }
        assertThat(pauseBefore(2)).isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void a_site_that_names_a_time_is_left_alone_until_then() throws Exception {
        String inASecond = DateTimeFormatter.RFC_1123_DATE_TIME
                .withLocale(Locale.ROOT)
                .format(now.plusSeconds(1).atOffset(ZoneOffset.UTC));
        handlers.put("/page", failing(1, 503, answer(200, ""), "Retry-After", inASecond));

        try (SiteClient client = client()) {
            client.ask(server.baseUrl().resolve("/page"), PAGE);
        }
        assertThat(pauseBefore(2)).isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void a_pause_that_the_last_try_asked_for_is_kept_before_the_next_page() throws Exception {
        politeness = new Politeness(
                "SAQSommelier/test", Duration.ZERO, 1, SOON, Duration.ofMinutes(10), Duration.ofSeconds(20));
        handlers.put("/page", answer(503, "", "Retry-After", "1"));
        handlers.put("/next", answer(200, ""));

        try (SiteClient client = client()) {
            client.ask(server.baseUrl().resolve("/page"), PAGE);
            client.ask(server.baseUrl().resolve("/next"), PAGE);
        }
        assertThat(pauseBefore(2)).isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void a_site_that_asks_for_an_hour_is_not_asked_again() throws Exception {
        handlers.put("/page", answer(503, "", "Retry-After", "3600"));

        try (SiteClient client = client()) {
            assertThatThrownBy(() -> client.ask(server.baseUrl().resolve("/page"), PAGE))
                    .isInstanceOf(SiteClosedException.class)
                    .hasMessageContaining("2026-03-02T04:30:00Z");
        }
        assertThat(asked.stream().filter("/page"::equals)).hasSize(1);
    }

    @Test
    void five_failures_in_a_row_end_it_all() throws Exception {
        handlers.put("/page", answer(500, ""));
        handlers.put("/fine", answer(200, ""));

        try (SiteClient client = client()) {
            for (int i = 0; i < 4; i++) {
                client.ask(server.baseUrl().resolve("/page"), PAGE);
            }
            client.ask(server.baseUrl().resolve("/fine"), PAGE);
            for (int i = 0; i < 5; i++) {
                client.ask(server.baseUrl().resolve("/page"), PAGE);
            }
            int before = asked.size();

            assertThatThrownBy(() -> client.ask(server.baseUrl().resolve("/fine"), PAGE))
                    .isInstanceOf(SiteClosedException.class)
                    .hasMessageContaining("5 requests in a row")
                    .hasMessageContaining("/page answered 500");
            assertThat(asked).hasSize(before);
        }
    }

    @Test
    void redirects_are_followed_within_the_host_alone() throws Exception {
        handlers.put("/old", answer(301, "", "Location", "/new"));
        handlers.put("/new", answer(200, "moved"));
        handlers.put("/away", answer(302, "", "Location", "http://elsewhere.example/fr/1867"));

        try (SiteClient client = client()) {
            SiteResponse moved = client.ask(server.baseUrl().resolve("/old"), PAGE);
            assertThat(body(moved)).isEqualTo("moved");
            assertThat(moved.address()).isEqualTo(server.baseUrl().resolve("/new"));
            assertThatThrownBy(() -> client.ask(server.baseUrl().resolve("/away"), PAGE))
                    .hasMessageContaining("another host, http://elsewhere.example/fr/1867");
        }
    }

    @Test
    void endless_redirects_end_after_five() throws Exception {
        handlers.put("/round", answer(302, "", "Location", "/round"));

        try (SiteClient client = client()) {
            assertThatThrownBy(() -> client.ask(server.baseUrl().resolve("/round"), PAGE))
                    .hasMessageContaining("more than 5 times");
        }
        assertThat(asked.stream().filter("/round"::equals)).hasSize(6);
    }

    @Test
    void what_robots_forbid_is_not_asked_for_by_a_redirect_either() throws Exception {
        handlers.put("/robots.txt", answer(200, "User-agent: *\nDisallow: /cart\n", "Content-Type", "text/plain"));
        handlers.put("/page", answer(302, "", "Location", "/cart/add"));

        try (SiteClient client = client()) {
            assertThatThrownBy(() -> client.ask(server.baseUrl().resolve("/cart"), PAGE))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> client.ask(server.baseUrl().resolve("/page"), PAGE))
                    .isInstanceOf(ForbiddenException.class);
        }
        assertThat(asked).containsExactly("/robots.txt", "/page");
    }

    @Test
    void a_crawl_delay_longer_than_ours_is_kept() throws Exception {
        handlers.put("/robots.txt", answer(200, "User-agent: *\nCrawl-delay: 1\n", "Content-Type", "text/plain"));
        handlers.put("/page", answer(200, ""));

        try (SiteClient client = client()) {
            client.ask(server.baseUrl().resolve("/page"), PAGE);
        }
        assertThat(pauseBefore(1)).isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void a_long_crawl_delay_forbids_nothing() throws Exception {
        handlers.put("/robots.txt", answer(200, "User-agent: *\nCrawl-delay: 3500\nDisallow: /private\n"));

        try (SiteClient client = client()) {
            assertThat(client.sitemaps(server.baseUrl())).isEmpty();
        }
    }

    @Test
    void a_crawl_delay_with_which_nothing_can_be_read_is_refused_in_its_own_words() {
        handlers.put("/robots.txt", answer(200, "User-agent: *\nCrawl-delay: 86400\n"));

        try (SiteClient client = client()) {
            assertThatThrownBy(() -> client.ask(server.baseUrl().resolve("/a"), PAGE))
                    .isInstanceOf(SiteClosedException.class)
                    .hasMessageContaining("86400 s between requests (Crawl-delay)")
                    .hasMessageContaining("forbids nothing");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "202 | x-amzn-waf-action: challenge | ''",
                "405 | x-amzn-waf-action: captcha   | <html>Human Verification</html>",
                "403 | cf-mitigated: challenge      | <html></html>",
                "403 | a: b | <html><head><title>Just a moment...</title></head></html>",
                "200 | a: b | <html><script src='/_Incapsula_Resource?x'></script></html>",
                "429 | a: b | <html><script src='https://ct.captcha-delivery.com/c.js'></script></html>",
                "404 | a: b | <html><body>Access Denied https://errors.edgesuite.net/18.1</body></html>",
            })
    void a_bot_wall_is_an_outage_with_its_own_words_and_not_asked_again(int status, String header, String body)
            throws Exception {
        String[] named = header.split(": ", 2);
        handlers.put("/a", answer(status, body, named[0], named[1]));

        try (SiteClient client = client()) {
            assertThatThrownBy(() -> client.ask(server.baseUrl().resolve("/a"), PAGE))
                    .isInstanceOf(SiteClosedException.class)
                    .hasMessageContaining("protection of 127.0.0.1 against programs")
                    .hasMessageContaining("status " + status);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 405, 406, 403, 429})
    void refusals_in_a_row_end_it_all_and_are_named(int status) throws Exception {
        handlers.put("/a", answer(status, ""));

        try (SiteClient client = client()) {
            for (int i = 0; i < 5; i++) {
                assertThat(client.ask(server.baseUrl().resolve("/a"), PAGE).status())
                        .isEqualTo(status);
            }
            assertThatThrownBy(() -> client.ask(server.baseUrl().resolve("/a"), PAGE))
                    .isInstanceOf(SiteClosedException.class)
                    .hasMessageContaining("keeps programs out");
        }
    }

    @Test
    void robots_are_asked_for_again_after_a_day() throws Exception {
        handlers.put("/page", answer(200, ""));

        try (SiteClient client = client()) {
            client.ask(server.baseUrl().resolve("/page"), PAGE);
            now = now.plus(Duration.ofHours(23));
            client.ask(server.baseUrl().resolve("/page"), PAGE);
            now = now.plus(Duration.ofHours(1));
            client.ask(server.baseUrl().resolve("/page"), PAGE);
        }
        assertThat(asked).containsExactly("/robots.txt", "/page", "/page", "/robots.txt", "/page");
    }

    @Test
    void robots_that_moved_are_followed() throws Exception {
        handlers.put("/robots.txt", answer(301, "", "Location", "/rules.txt"));
        handlers.put("/rules.txt", answer(200, "User-agent: *\nDisallow: /page\n", "Content-Type", "text/plain"));

        try (SiteClient client = client()) {
            assertThatThrownBy(() -> client.ask(server.baseUrl().resolve("/page"), PAGE))
                    .isInstanceOf(ForbiddenException.class);
        }
    }

    @Test
    void a_body_of_two_gigabytes_is_not_read_to_its_end() throws Exception {
        handlers.put("/page", exchange -> {
            byte[] block = new byte[1 << 16];
            try (OutputStream out = exchange.stream(200, "text/html")) {
                for (int i = 0; i < 1 << 15; i++) {
                    out.write(block, 0, block.length);
                }
            }
        });

        try (SiteClient client = client()) {
            assertThatThrownBy(() -> client.ask(server.baseUrl().resolve("/page"), PAGE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("100000");
        }
    }

    @Test
    void a_body_in_a_file_is_that_of_the_last_try_alone(@TempDir Path directory) throws Exception {
        AtomicInteger tries = new AtomicInteger();
        handlers.put("/page", exchange -> {
            if (tries.getAndIncrement() == 0) {
                answer(503, "a long page about maintenance").handle(exchange);
            } else {
                answer(200, "short").handle(exchange);
            }
        });
        Path file = Files.createFile(directory.resolve("body"));

        try (SiteClient client = client()) {
            client.ask(server.baseUrl().resolve("/page"), PAGE.into(file));
        }

        assertThat(file).hasContent("short");
    }

    @Test
    void what_failed_before_may_fail_again_without_ending_it_all() throws Exception {
        handlers.put("/bad", answer(500, ""));
        handlers.put("/good", answer(200, "whole"));

        try (SiteClient client = client()) {
            for (int page = 0; page < 7; page++) {
                assertThat(client.ask(server.baseUrl().resolve("/bad"), PAGE.ofDoubtfulUse())
                                .status())
                        .isEqualTo(500);
            }
            assertThat(client.ask(server.baseUrl().resolve("/good"), PAGE).ok()).isTrue();
        }
    }

    @Test
    void a_client_besides_another_keeps_the_pause_with_it() throws Exception {
        politeness = new Politeness(
                "SAQSommelier/test", Duration.ofMillis(200), 1, SOON, Duration.ofMinutes(10), Duration.ofSeconds(20));
        handlers.put("/page", answer(200, "whole"));

        try (SiteClient one = client();
                SiteClient other = one.besides()) {
            one.ask(server.baseUrl().resolve("/page"), PAGE);
            other.ask(server.baseUrl().resolve("/page"), PAGE);
        }

        for (int request = 1; request < begun.size(); request++) {
            assertThat(begun.get(request) - begun.get(request - 1)).isGreaterThanOrEqualTo(200_000_000L);
        }
    }

    @Test
    void a_compressed_body_may_not_unfold_beyond_the_limit() throws Exception {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(new byte[5_000_000]);
        }
        handlers.put(
                "/page",
                exchange ->
                        exchange.with("Content-Encoding", "gzip").answer(200, "text/html", compressed.toByteArray()));

        try (SiteClient client = client()) {
            assertThatThrownBy(() -> client.ask(server.baseUrl().resolve("/page"), PAGE))
                    .hasMessageContaining("larger than 100000 bytes");
        }
    }

    @Test
    void an_answer_that_does_not_come_is_not_waited_for() throws Exception {
        politeness = politeness.withTimeout(Duration.ofMillis(200));
        handlers.put("/page", exchange -> awaitClosing());

        try (SiteClient client = client()) {
            assertThatThrownBy(() -> client.ask(server.baseUrl().resolve("/page"), PAGE))
                    .isInstanceOf(java.net.http.HttpTimeoutException.class);
        }
        assertThat(asked.stream().filter("/page"::equals)).hasSize(3);
    }

    @Test
    void a_body_that_drips_is_not_waited_for_either() throws Exception {
        politeness = politeness.withTimeout(Duration.ofMillis(200));
        handlers.put("/page", exchange -> {
            try (OutputStream out = exchange.stream(200, "text/html")) {
                out.write(new byte[100], 0, 100);
                out.flush();
                awaitClosing();
            }
        });

        try (SiteClient client = client()) {
            assertThatThrownBy(() -> client.ask(server.baseUrl().resolve("/page"), PAGE))
                    .isInstanceOf(java.net.http.HttpTimeoutException.class);
        }
    }

    @Test
    void json_is_posted_with_headers() throws Exception {
        handlers.put(
                "/graphql",
                exchange -> exchange.answer(
                        200,
                        "application/json",
                        exchange.method() + " " + exchange.header("X-Api-Key").orElse("") + " "
                                + new String(exchange.body(), StandardCharsets.UTF_8)));

        try (SiteClient client = client()) {
            SiteResponse answer = client.ask(
                    server.baseUrl().resolve("/graphql"),
                    PAGE.with(Map.of("X-Api-Key", "key")).posting("{}"));
            assertThat(body(answer)).isEqualTo("POST key {}");
        }
    }

    private SiteClient client() {
        return new SiteClient(politeness, () -> now, (status, bytes, took) -> statuses.add(status));
    }

    private void handle(Exchange exchange) throws IOException {
        begun.add(System.nanoTime());
        asked.add(exchange.path());
        handlers.getOrDefault(exchange.path(), answer(404, "")).handle(exchange);
    }

    private Duration pauseBefore(int request) {
        return Duration.ofNanos(begun.get(request) - begun.get(request - 1));
    }

    private void awaitClosing() {
        try {
            closing.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static LocalServer.Handler answer(int status, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                if (!headers[i].equals("Content-Type")) {
                    exchange.with(headers[i], headers[i + 1]);
                }
            }
            exchange.answer(status, "text/plain", body);
        };
    }

    /** Fails so often and then answers. */
    private static LocalServer.Handler failing(int times, int status, LocalServer.Handler then, String... headers) {
        java.util.concurrent.atomic.AtomicInteger left = new java.util.concurrent.atomic.AtomicInteger(times);
        return exchange -> {
            if (left.getAndDecrement() > 0) {
                answer(status, "", headers).handle(exchange);
            } else {
                then.handle(exchange);
            }
        };
    }

    private static String body(SiteResponse answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
