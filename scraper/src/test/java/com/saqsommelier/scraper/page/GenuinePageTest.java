package com.saqsommelier.scraper.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.saqsommelier.core.product.Measure;
import com.saqsommelier.core.product.ProductFacts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A page as saq.com really sent it. It is not part of the project, so where it is absent these tests are skipped. */
class GenuinePageTest {

    private static final Path PAGE = Path.of("../../shared/saq/pages/fr-1867.html");
    private static byte[] bytes = {};
    private static ProductPage page;

    @BeforeAll
    static void parse() throws IOException, UnreadablePageException {
        assumeTrue(Files.exists(PAGE), () -> "skipped: the genuine page is not at " + PAGE.toAbsolutePath());
        bytes = Files.readAllBytes(PAGE);
        page = new ProductPageParser().parse(bytes, Optional.of("text/html; charset=UTF-8"));
    }

    @Test
    void sku_and_name() {
        assertThat(page.sku()).isEqualTo("1867");
        assertThat(facts().label().name()).isEqualTo("Drambuie");
        assertThat(facts().label().nameEn()).isNull();
    }

    @Test
    void price_and_stock() {
        assertThat(facts().offer().price()).isEqualTo(new BigDecimal("52.25"));
        assertThat(facts().offer().currency()).isEqualTo("CAD");
        assertThat(facts().offer().available()).isTrue();
        assertThat(facts().offer().onlineQuantity()).isNull();
    }

    @Test
    void origin() {
        assertThat(facts().origin().country()).isEqualTo("Royaume Uni");
        assertThat(facts().origin().producer()).isEqualTo("The Drambuie Liqueur Co.Ltd.");
        assertThat(facts().origin().agent()).isEqualTo("Peter Mielzynski Agencies Limited");
        assertThat(facts().origin().region()).isNull();
    }

    @Test
    void what_is_in_the_bottle() {
        assertThat(facts().composition().size()).isEqualTo(new Measure(new BigDecimal("750"), "750 ml"));
        assertThat(facts().composition().alcohol()).isEqualTo(new Measure(new BigDecimal("40"), "40 %"));
        assertThat(facts().composition().color()).isEqualTo("Ambré(e)");
        assertThat(facts().composition().sugar()).isNull();
        assertThat(facts().composition().grapes()).isEmpty();
    }

    @Test
    void codes() {
        assertThat(facts().codes().gtin()).isEqualTo("010391100753");
        assertThat(facts().codes().upc()).isEqualTo("00010391100753");
        assertThat(facts().codes().magentoId()).isEqualTo(292_262L);
    }

    @Test
    void rating_by_the_structured_data_and_not_by_the_data_layer_which_says_nine_reviews() {
        assertThat(facts().rating().value()).isEqualTo(new BigDecimal("4.9"));
        assertThat(facts().rating().reviews()).isEqualTo(11);
    }

    @Test
    void category_path_of_four() {
        assertThat(facts().label().categories())
                .containsExactly("Produits", "Spiritueux", "Liqueur et Crème", "Liqueur d'herbe");
    }

    @Test
    void description_and_image_are_kept_for_search() {
        assertThat(facts().label().description()).startsWith("Liqueur d'herbe. Format : 750 ml.");
        assertThat(facts().label().image())
                .isEqualTo("https://www.saq.com/media/catalog/product/1/8/1867-1_1580591719.png");
    }

    @Test
    void the_charset_is_found_in_the_page_where_the_server_names_none() throws UnreadablePageException {
        ProductPage again = new ProductPageParser().parse(bytes, Optional.empty());

        assertThat(again.facts()).isEqualTo(facts());
    }

    @Test
    void cut_anywhere_it_is_refused() {
        for (int length : new int[] {1, 1_000, 70_000, 200_000, 330_000, 402_500, bytes.length - 9}) {
            assertThatThrownBy(() -> new ProductPageParser().parse(Arrays.copyOf(bytes, length), Optional.empty()))
                    .as("the first %d bytes", length)
                    .isInstanceOf(UnreadablePageException.class);
        }
    }

    @Test
    void with_the_price_replaced_by_words_it_loses_its_price_alone() throws UnreadablePageException {
        String html = new String(bytes, StandardCharsets.UTF_8)
                .replace("\"price\":52.25", "\"price\":\"N/A\"")
                .replace("\"price\":\"52.25\"", "\"price\":\"0\"");

        ProductPage read = new ProductPageParser().parse(html.getBytes(StandardCharsets.UTF_8), Optional.empty());

        assertThat(read.facts().offer().price()).isNull();
        assertThat(read.facts().label()).isEqualTo(facts().label());
        assertThat(read.unread()).containsExactly(new UnreadValue(NumberField.PRICE, "N/A"));
    }

    private static ProductFacts facts() {
        return page.facts();
    }
}
