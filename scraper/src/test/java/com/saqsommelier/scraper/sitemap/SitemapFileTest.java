package com.saqsommelier.scraper.sitemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitemapFileTest {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SET = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
            + " xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">";

    @TempDir
    Path directory;

    private final List<String> shown = new ArrayList<>();

    @Test
    void pages_come_with_their_lastmod_and_without_their_pictures() throws IOException {
        read(file(HEAD + SET
                + "<url><loc> https://www.saq.com/fr/1867 </loc><lastmod>2026-03-01</lastmod><priority>1</priority>"
                + "<image:image><image:loc>https://www.saq.com/a.png</image:loc></image:image></url>"
                + "<url><loc>https://www.saq.com/fr/22</loc></url></urlset>"));

        assertThat(shown)
                .containsExactly("page https://www.saq.com/fr/1867 2026-03-01", "page https://www.saq.com/fr/22 ");
    }

    @Test
    void an_index_names_files() throws IOException {
        read(file(HEAD + "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                + "<sitemap><loc>https://www.saq.com/a.xml</loc></sitemap></sitemapindex>"));

        assertThat(shown).containsExactly("file https://www.saq.com/a.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n" + HEAD + SET + "<url><loc>x</loc></url></urlset>",
                "\uFEFF\r\n " + HEAD + SET + "<url><loc>x</loc></url></urlset>",
                HEAD + "<sm:urlset xmlns:sm=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                        + "<sm:url><sm:loc>x</sm:loc><sm:lastmod></sm:lastmod></sm:url></sm:urlset>",
                HEAD + SET
                        + "<url><image xmlns=\"http://www.google.com/schemas/sitemap-image/1.1\"><loc>y</loc></image>"
                        + "<loc>x</loc></url></urlset>",
                HEAD + SET + "<url><loc>x</loc><image xmlns=\"http://www.google.com/schemas/sitemap-image/1.1\">"
                        + "<loc>y</loc><lastmod>z</lastmod></image></url></urlset>",
                HEAD + "<urlset><url><loc>x</loc><image><loc>y</loc></image></url></urlset>",
                HEAD + "<s:urlset xmlns:s=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
                        + " xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">"
                        + "<s:url><image:image><image:loc>y</image:loc></image:image><s:loc>x</s:loc></s:url></s:urlset>",
            })
    void an_entry_is_its_own_address_under_any_prefix(String xml) throws IOException {
        read(file(xml));

        assertThat(shown).containsExactly("page x ");
    }

    @Test
    void a_file_that_was_compressed_twice_is_read() throws IOException {
        Path file = directory.resolve("sitemap.xml.gz.gz");
        try (OutputStream out = new GZIPOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            out.write((SET + "<url><loc>x</loc></url></urlset>").getBytes(StandardCharsets.UTF_8));
        }

        read(file);

        assertThat(shown).containsExactly("page x ");
    }

    @Test
    void a_compressed_file_is_read_as_it_is() throws IOException {
        Path file = directory.resolve("sitemap.xml.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((SET + "<url><loc>x</loc></url></urlset>").getBytes(StandardCharsets.UTF_8));
        }

        read(file);

        assertThat(shown).containsExactly("page x ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE urlset [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><urlset><url><loc>&b;</loc></url></urlset>",
                "<!DOCTYPE urlset [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><urlset><url><loc>&x;</loc></url></urlset>",
                "<!DOCTYPE urlset SYSTEM \"http://127.0.0.1:1/x.dtd\"><urlset></urlset>",
            })
    void a_document_type_is_refused(String xml) throws IOException {
        Path file = file(HEAD + xml);

        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class).hasMessageContaining("document type");
        assertThat(shown).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Maintenance</body></html>",
                "<urlset><url><loc>x</loc>",
                "<urlset><url><loc>&undefined;</loc></url></urlset>",
                "{}"
            })
    void what_is_no_whole_sitemap_is_refused(String text) throws IOException {
        Path file = file(text);

        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class).hasMessageStartingWith("it is");
    }

    @Test
    void more_addresses_than_the_protocol_allows_are_refused() throws IOException {
        Path file = file(SET + "<url><loc>x</loc></url>".repeat(SitemapFile.MOST_ENTRIES + 1) + "</urlset>");

        assertThatThrownBy(() -> read(file)).hasMessageContaining("more than 50000 addresses");
    }

    @Test
    void a_file_that_unfolds_beyond_the_protocol_is_refused() throws IOException {
        Path file = directory.resolve("bomb.xml.gz");
        byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(SET.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i <= 50; i++) {
                out.write(spaces);
            }
            out.write("</urlset>".getBytes(StandardCharsets.UTF_8));
        }

        assertThatThrownBy(() -> read(file)).hasMessageContaining("52428800");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01,                2026-03-02T05:00:00Z",
        "2026-07-01,                2026-07-02T04:00:00Z",
        "2026-03-01T10:00:00Z,      2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00-05:00, 2026-03-01T15:00:00Z",
        "2026-03-01T10:00:00.5+01:00, 2026-03-01T09:00:00.5Z",
        "2026-03-01T10:00Z,         2026-03-01T10:00:00Z",
    })
    void lastmod_is_a_date_or_a_time_with_any_offset(String text, Instant last) {
        assertThat(LastModified.of(text)).isEqualTo(Optional.of(last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-13-45",
                "0000000000",
                "+292278994-08-17T07:12:55Z",
                "-0044-03-15T00:00:00Z"
            })
    void what_is_neither_says_nothing(String text) {
        assertThat(LastModified.of(text)).isEmpty();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("sitemap.xml"), text);
    }

    private void read(Path file) throws IOException {
        SitemapFile.read(file, new SitemapFile.Visitor() {
            @Override
            public void page(String location, String lastModified) {
                shown.add("page " + location + " " + lastModified);
            }

            @Override
            public void file(String location) {
                shown.add("file " + location);
            }
        });
    }
}
