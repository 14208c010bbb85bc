package com.saqsommelier.search;

import com.saqsommelier.core.product.Composition;
import com.saqsommelier.core.product.Grape;
import com.saqsommelier.core.product.Naming;
import com.saqsommelier.core.product.Origin;
import com.saqsommelier.core.product.Product;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * What is like a product: the weights of what two products have in common are added up, as docs/search.md says. The
 * product itself and the same wine in another size or of another year are left out.
 */
final class SimilarQuery {

    private static final float KIND = 4;
    private static final float GRAPES = 6;
    private static final float REGION = 3;
    private static final float COUNTRY = 1;
    private static final float COLOR = 2;
    private static final float TASTE = 3;
    private static final float DESIGNATION = 1;
    private static final float PRICE = 2;
    private static final BigDecimal NEAR = new BigDecimal("0.2");
    private static final BigDecimal NOT_FAR = new BigDecimal("0.4");

    private final BooleanQuery.Builder alike = new BooleanQuery.Builder();

    private SimilarQuery() {}

    static Query to(Product product, CatalogueAnalyzer analyzer) {
        SimilarQuery similar = new SimilarQuery();
        similar.describe(product);
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(similar.alike.build(), Occur.MUST)
                .add(new TermQuery(ProductDocument.id(product.sku())), Occur.MUST_NOT)
                .add(sameWine(product, analyzer), Occur.MUST_NOT);
        Optional.ofNullable(product.facts().offer().price())
                .ifPresent(price -> List.of(NEAR, NOT_FAR)
                        .forEach(share -> query.add(weighted(priceWithin(price, share), PRICE / 2), Occur.SHOULD)));
        return query.build();
    }

    private void describe(Product product) {
        Naming label = product.facts().label();
        Origin origin = product.facts().origin();
        Composition composition = product.facts().composition();
        List<String> categories = label.categories();
        // The root of the path is the whole catalogue, which says nothing.
        categories.stream()
                .skip(1)
                .forEach(category -> add(ProductDocument.CATEGORY_IS, category, KIND / (categories.size() - 1)));
        grapes(composition.grapes());
        String region = origin.region();
        if (region != null) {
            add(ProductDocument.REGION_IS, region, REGION / 2);
            add(ProductDocument.REGION_IS, region.split(",", 2)[0], REGION / 2);
        }
        add(ProductDocument.COUNTRY_IS, origin.country(), COUNTRY);
        add(ProductDocument.COLOR_IS, composition.color(), COLOR);
        add(ProductDocument.TASTE_IS, label.tasteTag(), TASTE);
        add(ProductDocument.DESIGNATION_IS, origin.designation(), DESIGNATION);
    }

    /** By their shares where these are known, else alike. */
    private void grapes(List<Grape> grapes) {
        Set<String> seen = new HashSet<>();
        for (Grape grape : grapes) {
            BigDecimal percent = grape.percent();
            float share = percent == null ? 1f / grapes.size() : percent.floatValue() / 100;
            if (seen.add(Keyword.of(grape.name()))) {
                add(ProductDocument.GRAPE_IS, grape.name(), GRAPES * share);
            }
        }
    }

    private void add(String field, @Nullable String value, float weight) {
        if (value != null) {
            alike.add(weighted(new TermQuery(new Term(field, Keyword.of(value))), weight), Occur.SHOULD);
        }
    }

    /** The same name without year and size; by the same producer, where both say one. */
    private static Query sameWine(Product product, CatalogueAnalyzer analyzer) {
        BooleanQuery.Builder same = new BooleanQuery.Builder()
                .add(
                        new TermQuery(
                                new Term(ProductDocument.WINE_IS, ProductDocument.wine(product.name(), analyzer))),
                        Occur.FILTER);
        String producer = product.facts().origin().producer();
        if (producer != null) {
            Query hasNone = new BooleanQuery.Builder()
                    .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
                    .add(new TermQuery(new Term(ProductDocument.HAS, ProductDocument.PRODUCER_IS)), Occur.MUST_NOT)
                    .build();
            same.add(
                    new BooleanQuery.Builder()
                            .add(
                                    new TermQuery(new Term(ProductDocument.PRODUCER_IS, Keyword.of(producer))),
                                    Occur.SHOULD)
                            .add(hasNone, Occur.SHOULD)
                            .build(),
                    Occur.FILTER);
        }
        return same.build();
    }

    private static Query priceWithin(BigDecimal price, BigDecimal share) {
        return LongPoint.newRangeQuery(
                ProductDocument.CENTS,
                Cents.from(price.multiply(BigDecimal.ONE.subtract(share))),
                Cents.upTo(price.multiply(BigDecimal.ONE.add(share))));
    }

    private static Query weighted(Query query, float weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }
}
