package com.saqsommelier.simulator.saq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratedCatalogueTest {

    private static final int MANY = 50_000;

    private final GeneratedCatalogue catalogue = new GeneratedCatalogue(7, MANY);

    @Test
    void theSameSeedGivesTheSameProductsAndALargerCatalogueBeginsWithTheSmaller() {
        GeneratedCatalogue smaller = new GeneratedCatalogue(7, 300);
        assertThat(products(smaller))
                .containsExactlyElementsOf(products(catalogue).limit(300).toList());
        assertThat(new GeneratedCatalogue(8, 300).product(0)).isNotEqualTo(catalogue.product(0));
    }

    @Test
    void fiftyThousandProductsHaveAsManySkusAndMagentoIdsThatLeadBackToThem() {
        Set<String> skus = new HashSet<>();
        Set<Integer> magentoIds = new HashSet<>();
        Set<Integer> lengths = new HashSet<>();
        SkuSequence sequence = new SkuSequence(7);
        for (int index = 0; index < MANY; index++) {
            SaqProduct product = catalogue.product(index);
            assertThat(skus.add(product.sku())).as(product.sku()).isTrue();
            assertThat(magentoIds.add(product.magentoId())).isTrue();
            assertThat(sequence.index(product.sku())).hasValue(index);
            lengths.add(product.sku().length());
        }
        assertThat(lengths).contains(5, 6, 7, 8).allMatch(length -> length >= 2 && length <= 8);
        SaqProduct some = catalogue.product(31_415);
        assertThat(catalogue.bySku(some.sku())).contains(some);
        assertThat(catalogue.byMagentoId(some.magentoId())).contains(some);
    }

    @Test
    void theLargestCatalogueStillLeadsBackFromEverySkuLength() {
        SkuSequence sequence = new SkuSequence(99);
        IntStream.rangeClosed(1, 200)
                .map(back -> SkuSequence.CAPACITY - back)
                .forEach(
                        index -> assertThat(sequence.index(sequence.sku(index))).hasValue(index));
    }

    @Test
    void whatIsNoSkuOfTheCatalogueIsAbsent() {
        GeneratedCatalogue small = new GeneratedCatalogue(7, 10);
        assertThat(Stream.of(
                                "",
                                "7",
                                "007",
                                "123456789",
                                "12a4",
                                "../etc",
                                "٤٢",
                                catalogue.product(10).sku(),
                                "99999999")
                        .map(small::bySku))
                .allMatch(Optional::isEmpty);
        assertThat(small.byMagentoId(1)).isEmpty();
        assertThat(small.byMagentoId(Integer.MAX_VALUE)).isEmpty();
        assertThat(small.byMagentoId(catalogue.product(10).magentoId())).isEmpty();
    }

    @Test
    void aNumberOfProductsThatCannotBeIsRefusedWithTheLimits() {
        assertThatThrownBy(() -> new GeneratedCatalogue(1, -1)).hasMessage("products is -1, accepted: 0 to 5000000");
        assertThatThrownBy(() -> new GeneratedCatalogue(1, 5_000_001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> catalogue.product(MANY)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void evenThreeHundredProductsHoldWhatPeopleSearchForFirst() {
        for (long seed = 0; seed < 20; seed++) {
            List<SaqProduct> few = products(new GeneratedCatalogue(seed, 300)).toList();
            assertThat(few).filteredOn(named("Château")).hasSizeGreaterThan(3);
            assertThat(few)
                    .filteredOn(product -> product.name().fr().contains("Gewurztraminer"))
                    .hasSizeGreaterThan(1);
            assertThat(few)
                    .filteredOn(
                            product -> product.categories().get(1).name().fr().equals("Cidre et hydromel"))
                    .filteredOn(product -> product.attribute(Attribute.QUEBEC).isPresent())
                    .hasSizeGreaterThan(1);
        }
    }

    @Test
    void grapesFitTheAppellation() {
        assertThat(products(catalogue).filter(appellation("Chablis")))
                .isNotEmpty()
                .allMatch(product -> product.attribute(Attribute.GRAPES)
                        .map(grapes -> grapes.fr().startsWith("Chardonnay"))
                        .orElse(true));
        assertThat(products(catalogue).filter(appellation("Barolo")))
                .isNotEmpty()
                .allMatch(product -> product.attribute(Attribute.GRAPES)
                        .map(grapes -> grapes.fr().startsWith("Nebbiolo"))
                        .orElse(true));
    }

    @Test
    void sharesOfABlendFallAndAddUpToAHundred() {
        products(catalogue)
                .limit(5_000)
                .flatMap(product -> product.attribute(Attribute.GRAPES).stream())
                .filter(grapes -> grapes.fr().contains("%"))
                .forEach(grapes -> {
                    List<Integer> shares = Stream.of(grapes.fr().split(", ", -1))
                            .map(part -> part.replaceAll(".* (\\d+)\u00a0%", "$1"))
                            .map(Integer::valueOf)
                            .toList();
                    assertThat(shares).as(grapes.fr()).allMatch(share -> share > 0);
                    assertThat(shares.stream().mapToInt(Integer::intValue).sum())
                            .isEqualTo(100);
                    assertThat(shares).as(grapes.fr()).isSortedAccordingTo(Comparator.reverseOrder());
                });
    }

    @Test
    void theMixIsThatOfTheSite() {
        assertThat(share(product -> product.attribute(Attribute.GRAPES).isPresent()
                        || product.categories().get(1).name().en().contains("ine")))
                .isBetween(0.72, 0.85);
        assertThat(share(product -> product.stock().isOnline())).isBetween(0.10, 0.12);
        assertThat(share(
                        product -> product.stock().isOnline() || product.stock().inStores()))
                .isBetween(0.29, 0.33);
        assertThat(share(product -> product.reviews().isPresent())).isBetween(0.1, 0.2);
        assertThat(share(product -> product.name().fr().matches(".* 20[12]\\d$")))
                .isBetween(0.3, 0.5);
        assertThat(products(catalogue)
                        .map(product -> product.price().orElseThrow())
                        .filter(price -> price.compareTo(new BigDecimal("1000")) > 0))
                .hasSizeGreaterThan(20);
    }

    @Test
    void namesHoldCharactersThatAreHardForPrograms() {
        String names = String.join(
                "\n", products(catalogue).map(product -> product.name().fr()).toList());
        assertThat(names).contains("&", "'", "’", "\"", "_", "*", "[", "<", "🍇", "\\", "ü", "œ");
    }

    private double share(Predicate<SaqProduct> wanted) {
        return products(catalogue).limit(10_000).filter(wanted).count() / 10_000.0;
    }

    private static Predicate<SaqProduct> named(String start) {
        return product -> product.name().fr().startsWith(start);
    }

    private static Predicate<SaqProduct> appellation(String appellation) {
        return product -> product.attribute(Attribute.APPELLATION)
                .map(Bilingual::fr)
                .filter(appellation::equals)
                .isPresent();
    }

    private static Stream<SaqProduct> products(SaqCatalogue catalogue) {
        return IntStream.range(0, catalogue.size()).mapToObj(catalogue::product);
    }
}
