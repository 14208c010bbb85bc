package com.saqsommelier.scraper.page;

import static com.saqsommelier.scraper.page.PageBuilder.aBarePage;
import static com.saqsommelier.scraper.page.PageBuilder.aPage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accents arrive as they were written, or the page is refused. */
class PageCharsetTest {

    private static final String NAME = "Château d'Été";
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<meta charset=\"ISO-8859-1\">                                                   | ''",
                "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-1\"/>   | text/html",
                "''                                                                              | text/html; charset=latin1",
                "<meta charset=\"utf-8\">                                                        | text/html;charset=\"ISO-8859-1\"",
                "<script src=\"a.js\" charset=\"utf-8\"></script><meta charset='windows-1252'>   | text/html",
            })
    void latin_1_is_read_where_header_or_page_declare_it_and_the_header_wins(String head, String contentType)
            throws UnreadablePageException {
        byte[] body = aPage().withHead(head).html().getBytes(StandardCharsets.ISO_8859_1);

        assertThat(name(body, contentType)).isEqualTo(NAME);
    }

    @Test
    void latin_1_is_windows_1252_on_the_web() throws UnreadablePageException {
        byte[] body = aBarePage()
                .withProduct("\"name\":\"L’Œuvre\",\"sku\":\"1867\"")
                .html()
                .getBytes(WINDOWS_1252);

        assertThat(name(body, "text/html; charset=ISO-8859-1")).isEqualTo("L’Œuvre");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/html", "text/html; charset=utf-8", "text/html; charset=iso-8859-1"})
    void a_byte_order_mark_says_utf_8_whatever_is_declared_and_is_no_part_of_the_page(String contentType)
            throws UnreadablePageException {
        byte[] body = ("\uFEFF" + aPage().html()).getBytes(StandardCharsets.UTF_8);

        assertThat(PageBuilder.read(body, contentType))
                .isEqualTo(PageBuilder.read(aPage().html().getBytes(StandardCharsets.UTF_8), ""));
    }

    @Test
    void utf_8_that_is_declared_as_latin_1_is_refused_and_not_stored_as_mojibake() {
        byte[] body = aPage().html().getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> name(body, "text/html; charset=iso-8859-1"))
                .isInstanceOf(UnreadablePageException.class)
                .hasMessageContaining("declared as windows-1252 but is UTF-8");
    }

    @Test
    void latin_1_that_is_declared_as_utf_8_or_not_at_all_is_refused() {
        byte[] body = aPage().html().getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> name(body, "text/html; charset=utf-8")).hasMessageContaining("not valid UTF-8");
        assertThatThrownBy(() -> name(body, "")).hasMessageContaining("not valid UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1"})
    void a_name_that_was_once_decoded_wrongly_and_is_sent_in_right_utf_8_is_refused(String wrong) {
        String mojibake = new String(NAME.getBytes(StandardCharsets.UTF_8), Charset.forName(wrong));
        PageBuilder page = aBarePage().withProduct("\"name\":\"" + mojibake + "\",\"sku\":\"1867\"");

        assertThatThrownBy(page::read)
                .isInstanceOfSatisfying(
                        UnreadablePageException.class,
                        e -> assertThat(e.field()).isEqualTo(PageField.NAME))
                .hasMessageContaining("decoded wrongly");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Château d'Été",
                "São João",
                "L’Œuvre",
                "ÂGE D'OR",
                "Žilavka",
                "Grüner Veltliner Ö",
                "Señorío Ñ",
                "日本酒",
                "«À la vôtre»",
                "Ã",
                "Drambuie"
            })
    void names_in_many_languages_are_no_mojibake(String name) throws UnreadablePageException {
        assertThat(aBarePage()
                        .withProduct("\"name\":\"" + name + "\",\"sku\":\"1867\"")
                        .read()
                        .facts()
                        .label()
                        .name())
                .isEqualTo(name);
    }

    @Test
    void a_page_in_ascii_may_be_declared_as_anything() throws UnreadablePageException {
        byte[] body = aBarePage()
                .withProduct("\"name\":\"Ch\\u00e2teau\",\"sku\":\"1867\"")
                .html()
                .getBytes(StandardCharsets.US_ASCII);

        assertThat(name(body, "text/html; charset=us-ascii")).isEqualTo("Château");
        assertThat(name(body, "text/html; charset=Shift_JIS")).isEqualTo("Château");
    }

    @Test
    void a_replacement_character_of_the_pages_own_does_not_refuse_it() throws UnreadablePageException {
        assertThat(aPage().withHead("<title>\uFFFD</title>").read().sku()).isEqualTo("1867");
    }

    @ParameterizedTest
    @ValueSource(strings = {"klingon", "-", "x-unknown:8"})
    void an_unknown_charset_is_refused(String charset) {
        byte[] body = aPage().html().getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> name(body, "text/html; charset=" + charset))
                .isInstanceOf(UnreadablePageException.class)
                .hasMessageContaining("unknown charset " + charset);
    }

    private static String name(byte[] body, String contentType) throws UnreadablePageException {
        return String.valueOf(
                PageBuilder.read(body, contentType).facts().label().name());
    }
}
