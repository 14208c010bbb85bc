package com.saqsommelier.scraper.sitemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteAddressTest {

    private static final URI SITE = URI.create("https://www.saq.com");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.saq.com/fr/1867",
                "HTTPS://WWW.SAQ.COM/fr/1867",
                " http://www.saq.com/fr/1867 ",
                "https://www.saq.com:443/fr/1867",
                "http://www.saq.com:80/fr/1867",
                "https://saq.com/fr/1867",
                "//www.saq.com/fr/1867",
                "/fr/1867",
            })
    void every_spelling_means_the_page_where_the_site_is(String text) {
        assertThat(SiteAddress.of(text, SITE)).contains(URI.create("https://www.saq.com/fr/1867"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/fr/1867",
                "https://www.saq.com.example/fr/1867",
                "https://www.saq.com@elsewhere.example/fr/1867",
                "https://user@www.saq.com/fr/1867",
                "https://www.saq.com:8443/fr/1867",
                "ftp://www.saq.com/fr/1867",
                "mailto:a@saq.com",
                "https://www.saq.com/fr/18 67",
                "",
            })
    void anything_else_is_refused(String text) {
        assertThat(SiteAddress.of(text, SITE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://127.0.0.1:8099/fr/1867, http://127.0.0.1:8099/fr/1867",
        "HTTP://127.0.0.1:8099/s.xml?a=b%20c, http://127.0.0.1:8099/s.xml?a=b%20c",
    })
    void another_scheme_on_the_same_port_means_the_site(String text, URI address) {
        assertThat(SiteAddress.of(text, URI.create("http://127.0.0.1:8099"))).contains(address);
    }
}
