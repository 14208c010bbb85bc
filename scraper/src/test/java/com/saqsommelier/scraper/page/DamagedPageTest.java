package com.saqsommelier.scraper.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.SaqSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole pages, genuine and of the stand-in, damaged at random; each failure tells the seed or place that led to it. */
class DamagedPageTest {

    private static final Path GENUINE = Path.of("../../shared/saq/pages/fr-1867.html");
    private static final int CUTS = 200;
    private static final int FLIPS = 150;
    private static final byte[] CLOSING_TAGS = "</body></html>".getBytes(StandardCharsets.US_ASCII);

    enum Source {
        GENUINE_PAGE,
        STAND_IN
    }

    @ParameterizedTest
    @EnumSource
    void cut_anywhere_it_never_yields_a_product(Source source) throws Exception {
        byte[] page = page(source);
        int end = new String(page, StandardCharsets.ISO_8859_1).stripTrailing().length();
        Random random = new Random(1867);

        for (int cut = 0; cut < CUTS; cut++) {
            int length = random.nextInt(end);
            assertThatExceptionOfType(UnreadablePageException.class)
                    .as("the first %d of %d bytes", length, page.length)
                    .isThrownBy(() -> read(Arrays.copyOf(page, length)))
                    .satisfies(e -> assertThat(e.field()).isEqualTo(PageField.PAGE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void cut_of_nothing_but_white_space_it_yields_the_same(Source source) throws Exception {
        byte[] page = page(source);
        int end = new String(page, StandardCharsets.ISO_8859_1).stripTrailing().length();
        ProductPage whole = read(page);

        assertThat(end).isLessThan(page.length);
        for (int length = end; length <= page.length; length++) {
            assertThat(read(Arrays.copyOf(page, length)))
                    .as("the first %d bytes", length)
                    .isEqualTo(whole);
        }
    }

    /** As a shop does that fails in the middle of a page and still writes the end of its template. */
    @ParameterizedTest
    @EnumSource
    void closed_after_a_cut_it_is_read_or_refused_and_nothing_else(Source source) throws Exception {
        byte[] page = page(source);
        ProductPage whole = read(page);
        Random random = new Random(7);

        for (int cut = 0; cut < CUTS / 4; cut++) {
            int length = random.nextInt(page.length);
            byte[] closed = Arrays.copyOf(page, length + CLOSING_TAGS.length);
            System.arraycopy(CLOSING_TAGS, 0, closed, length, CLOSING_TAGS.length);
            assertThatCode(() -> assertReadOrRefused(closed, whole))
                    .as("the first %d bytes, closed", length)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource
    void with_bytes_flipped_anywhere_it_is_read_or_refused_and_nothing_else(Source source) throws Exception {
        byte[] page = page(source);

        for (int seed = 0; seed < FLIPS; seed++) {
            Random random = new Random(seed);
            byte[] flipped = page.clone();
            int bytes = 1 << random.nextInt(10);
            for (int flip = 0; flip < bytes; flip++) {
                // Half of them any bits, which mostly is no UTF-8 any more; half only such as leave it text.
                int bits = seed % 2 == 0 ? 1 + random.nextInt(255) : 1 + random.nextInt(31);
                flipped[random.nextInt(page.length)] ^= (byte) bits;
            }
            assertThatCode(() -> readOrRefused(flipped))
                    .as("seed %d, %d bytes", seed, bytes)
                    .doesNotThrowAnyException();
        }
    }

    /** Where the facts are, so that most flips hit one. */
    @ParameterizedTest
    @EnumSource
    void with_bytes_flipped_in_its_data_it_is_read_or_refused_and_nothing_else(Source source) throws Exception {
        byte[] page = page(source);
        String text = new String(page, StandardCharsets.ISO_8859_1);
        int[] places = {
            text.indexOf("BreadcrumbList"),
            text.indexOf("\"Product\""),
            text.lastIndexOf("\"Product\""),
            text.indexOf("<ul class=\"list-attributs\"")
        };

        for (int seed = 0; seed < FLIPS; seed++) {
            Random random = new Random(seed);
            byte[] flipped = page.clone();
            int place = places[random.nextInt(places.length)];
            for (int flip = 0; flip <= seed % 5; flip++) {
                flipped[place + random.nextInt(1_500)] ^= (byte) (1 + random.nextInt(31));
            }
            assertThatCode(() -> readOrRefused(flipped)).as("seed %d", seed).doesNotThrowAnyException();
        }
    }

    private static void assertReadOrRefused(byte[] body, ProductPage whole) {
        try {
            assertThat(read(body).sku()).isEqualTo(whole.sku());
        } catch (UnreadablePageException e) {
            assertThat(e).hasMessageNotContaining("cut");
        }
    }

    private static void readOrRefused(byte[] body) {
        try {
            assertThat(read(body).sku()).matches("\\d{2,8}");
        } catch (UnreadablePageException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static ProductPage read(byte[] body) throws UnreadablePageException {
        return PageBuilder.read(body, "text/html; charset=UTF-8");
    }

    private static byte[] page(Source source) throws IOException, InterruptedException {
        if (source == Source.STAND_IN) {
            return standIn();
        }
        assumeTrue(Files.exists(GENUINE), () -> "skipped: the genuine page is not at " + GENUINE.toAbsolutePath());
        return Files.readAllBytes(GENUINE);
    }

    private static byte[] standIn() throws IOException, InterruptedException {
        GeneratedCatalogue catalogue = new GeneratedCatalogue(7, 1);
        try (SaqSimulator saq = SaqSimulator.start(0, catalogue);
                HttpClient client = HttpClient.newHttpClient()) {
            URI address =
                    URI.create(saq.baseUrl() + "/fr/" + catalogue.product(0).sku());
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    }
}
