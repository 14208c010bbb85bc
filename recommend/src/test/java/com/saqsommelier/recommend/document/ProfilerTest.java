package com.saqsommelier.recommend.document;

import static com.saqsommelier.core.SampleProduct.aProductNamed;
import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.vocabulary.Term;
import org.junit.jupiter.api.Test;

class ProfilerTest {

    private final Profiler profiler = new Profiler();

    @Test
    void a_record_is_read_in_the_terms_of_the_vocabulary() {
        ProductProfile profile = profiler.profile(aRedWine().stored());

        assertThat(profile.wine()).isTrue();
        assertThat(profile.mainGrape()).map(Term::french).contains("Merlot");
        assertThat(profile.terms())
                .extracting(Term::french)
                .contains(
                        "Rouge", "France", "Bordeaux", "Margaux", "Merlot", "Cabernet sauvignon", "Produit bio", "sec")
                .doesNotContain("doux", "Blanc", "Médoc", "Syrah");
    }

    @Test
    void an_english_record_gives_the_same_terms() {
        ProductProfile profile = profiler.profile(aRedWine()
                .filedUnder("Products", "Wine", "White wine")
                .from("Italy", "Piedmont, Langhe", "Gavi di Gavi")
                .coloured("White")
                .stored());

        assertThat(profile.terms()).extracting(Term::french).contains("Blanc", "Italie", "Piémont", "Gavi");
    }

    @Test
    void an_appellation_counts_by_how_it_begins() {
        ProductProfile profile = profiler.profile(aRedWine()
                .from("France", "Bourgogne, Chablis", "Chablis Premier Cru")
                .stored());

        assertThat(profile.terms()).extracting(Term::french).contains("Bourgogne", "Chablis");
    }

    @Test
    void a_product_of_which_nothing_is_known_claims_nothing() {
        ProductProfile profile =
                profiler.profile(aProductNamed("Riesling Rouge").stored());

        assertThat(profile.terms()).isEmpty();
        assertThat(profile.wine()).isFalse();
    }

    @Test
    void whisky_is_no_wine_and_has_no_style_of_one() {
        ProductProfile profile = profiler.profile(aProductNamed("Old Barrel")
                .filedUnder("Produits", "Spiritueux", "Whisky", "Whisky écossais")
                .coloured("Ambré(e)")
                .stored());

        assertThat(profile.wine()).isFalse();
        assertThat(profile.terms())
                .extracting(Term::french)
                .containsExactlyInAnyOrder("Scotch", "Whisky", "Spiritueux");
    }

    @Test
    void the_text_is_english_short_and_changes_its_hash_with_the_facts_and_the_model() {
        ProductText text = ProductText.of(profiler.profile(aRedWine().sku("11").stored()));

        assertThat(text.text())
                .startsWith("Red. Style: ")
                .contains("Grapes: Merlot 65%, Cabernet sauvignon 35%.", "From Margaux, Bordeaux, Margaux, France.")
                .contains("Organic product.");

        assertThat(text.hash("a")).isEqualTo(text.hash("a")).isNotEqualTo(text.hash("b"));
        assertThat(text.hash("a"))
                .isNotEqualTo(ProductText.of(profiler.profile(aRedWine()
                                .sku("11")
                                .from("France", "Loire", "Chinon")
                                .stored()))
                        .hash("a"));
    }
}
