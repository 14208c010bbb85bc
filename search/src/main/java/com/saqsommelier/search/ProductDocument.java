package com.saqsommelier.search;

import com.saqsommelier.core.product.Composition;
import com.saqsommelier.core.product.Grape;
import com.saqsommelier.core.product.Measure;
import com.saqsommelier.core.product.Naming;
import com.saqsommelier.core.product.Origin;
import com.saqsommelier.core.product.Product;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** How a product stands in the index: which fields there are, and what each of them holds. */
final class ProductDocument {

    static final String SKU = "sku";
    static final String CODE = "code";

    /** All words of the fields below. */
    static final String ANY = "any";

    static final String NAME = "name";
    static final String NAME_FROM_START = "name_from_start";
    static final String PRODUCER = "producer";
    static final String PLACE = "place";
    static final String GRAPE = "grape";
    static final String KIND = "kind";
    static final String STYLE = "style";
    static final String VINTAGE = "vintage";

    static final String CATEGORY_IS = "category_is";
    static final String COLOR_IS = "color_is";
    static final String COUNTRY_IS = "country_is";
    static final String REGION_IS = "region_is";
    static final String GRAPE_IS = "grape_is";
    static final String PRODUCER_IS = "producer_is";
    static final String AVAILABLE_IS = "available_is";
    static final String STORE_IS = "store_is";
    static final String TASTE_IS = "taste_is";
    static final String FEATURE_IS = "feature_is";
    static final String DESIGNATION_IS = "designation_is";

    /** In millilitres. */
    static final String SIZE = "size";

    /** The name without year and size: what a wine's formats and vintages have in common. */
    static final String WINE_IS = "wine_is";

    /** The names of fields that the document has. */
    static final String HAS = "has";

    /** The product itself. */
    static final String STORED = "stored";

    /** The number of the product's last change. */
    static final String REVISION = "revision";

    static final String CENTS = "cents";

    static final String BY_SKU = "by_sku";
    static final String BY_NAME = "by_name";
    static final String BY_CENTS = "by_cents";
    static final String BY_RATING = "by_rating";
    static final String BY_CHANGED = "by_changed";
    static final String BY_FIRST_SEEN = "by_first_seen";
    static final String BY_AVAILABLE = "by_available";

    /** What many names begin with and people leave out: {@code margaux} begins {@code Château Margaux}. */
    private static final Set<String> LEFT_OUT = Set.of("chateau", "domaine", "maison", "clo", "le", "la", "les", "the");

    /** Years and sizes as they stand in names. */
    private static final Pattern YEAR_OR_SIZE =
            Pattern.compile("\\b((19|20)\\d\\d|\\d+([.,]\\d+)?\\s*(ml|cl|l)|magnum)\\b", Pattern.CASE_INSENSITIVE);

    /** Words whose neighbours matter; how long the text is does not. */
    private static final FieldType PLACED = indexed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    /** Words of which it matters only that they are there. */
    private static final FieldType PRESENT = indexed(IndexOptions.DOCS);

    private final CatalogueAnalyzer analyzer;
    private final Vocabulary vocabulary;
    private final Document document = new Document();

    private ProductDocument(CatalogueAnalyzer analyzer, Vocabulary vocabulary) {
        this.analyzer = analyzer;
        this.vocabulary = vocabulary;
    }

    static Term id(String sku) {
        return new Term(SKU, sku);
    }

    static Document of(Product product, CatalogueAnalyzer analyzer, Vocabulary vocabulary) {
        ProductDocument made = new ProductDocument(analyzer, vocabulary);
        made.identify(product);
        made.describe(product);
        made.count(product);
        made.sortable(product);
        return made.document;
    }

    /** Codes are printed with and without their leading zeros. */
    static String code(String digits) {
        String stripped = digits.replaceFirst("^0+", "");
        return stripped.isEmpty() ? digits : stripped;
    }

    /** The value of {@link #WINE_IS} for a name. */
    static String wine(String name, CatalogueAnalyzer analyzer) {
        String wine = String.join(" ", analyzer.words(YEAR_OR_SIZE.matcher(name).replaceAll(" ")));
        return Keyword.of(wine.isEmpty() ? name : wine);
    }

    private void identify(Product product) {
        document.add(new StringField(SKU, product.sku(), Field.Store.NO));
        document.add(new StoredField(STORED, StoredProduct.write(product)));
        document.add(new NumericDocValuesField(REVISION, product.revision()));
        document.add(new StringField(WINE_IS, wine(product.name(), analyzer), Field.Store.NO));
        Stream.of(
                        product.sku(),
                        product.facts().codes().upc(),
                        product.facts().codes().gtin())
                .flatMap(Stream::ofNullable)
                .map(ProductDocument::code)
                .distinct()
                .forEach(code -> document.add(new StringField(CODE, code, Field.Store.NO)));
    }

    private void describe(Product product) {
        Naming label = product.facts().label();
        Origin origin = product.facts().origin();
        Composition composition = product.facts().composition();

        name(label.name());
        name(label.nameEn());
        text(PRODUCER, origin.producer());
        if (origin.region() != null) {
            Stream.of(origin.region().split(",")).forEach(part -> translated(PLACE, part.strip()));
        }
        text(PLACE, origin.appellation());
        translated(PLACE, origin.country());
        composition.grapes().stream().map(Grape::name).forEach(grape -> text(GRAPE, grape));
        label.categories().forEach(category -> translated(KIND, category));
        translated(KIND, composition.color());
        composition.features().forEach(feature -> translated(KIND, feature));
        text(STYLE, origin.designation());
        text(STYLE, origin.classification());
        text(STYLE, label.tasteTag());
        if (label.vintage() != null) {
            text(VINTAGE, Integer.toString(label.vintage()));
        }

        label.categories().forEach(category -> value(CATEGORY_IS, category));
        value(COLOR_IS, composition.color());
        value(COUNTRY_IS, origin.country());
        value(REGION_IS, origin.region());
        Optional.ofNullable(origin.region())
                .filter(region -> region.contains(","))
                .ifPresent(region -> value(REGION_IS, region.substring(0, region.indexOf(','))));
        composition.grapes().stream().map(Grape::name).distinct().forEach(grape -> value(GRAPE_IS, grape));
        value(PRODUCER_IS, origin.producer());
        if (origin.producer() != null) {
            value(HAS, PRODUCER_IS);
        }
        value(TASTE_IS, label.tasteTag());
        composition.features().stream().distinct().forEach(feature -> value(FEATURE_IS, feature));
        value(DESIGNATION_IS, origin.designation());
        Boolean available = product.facts().offer().available();
        if (available != null) {
            value(AVAILABLE_IS, available.toString());
        }
        product.storeIds().forEach(store -> value(STORE_IS, store));
    }

    private void count(Product product) {
        Origin origin = product.facts().origin();
        Composition composition = product.facts().composition();
        counted(Facet.CATEGORY, product.facts().label().categories().stream().map(FacetValue::of));
        counted(Facet.COLOR, Stream.ofNullable(composition.color()).map(FacetValue::of));
        counted(Facet.COUNTRY, Stream.ofNullable(origin.country()).map(FacetValue::of));
        counted(
                Facet.REGION,
                Stream.ofNullable(origin.region())
                        .flatMap(region -> FacetValue.region(region, origin.country()).stream()));
        counted(Facet.GRAPE, composition.grapes().stream().map(Grape::name).map(FacetValue::of));
        counted(
                Facet.TASTE,
                Stream.ofNullable(product.facts().label().tasteTag()).map(FacetValue::of));
        counted(Facet.FEATURE, composition.features().stream().map(FacetValue::of));
        counted(
                Facet.SIZE,
                Stream.ofNullable(millilitres(composition)).map(size -> FacetValue.of(Long.toString(size))));
    }

    /** A product counts once for a value, however often and in whatever spellings it has it. */
    private void counted(Facet facet, Stream<FacetValue> values) {
        Map<String, FacetValue> byKey = new LinkedHashMap<>();
        values.forEach(value -> byKey.putIfAbsent(value.key(), value));
        byKey.values().forEach(value -> document.add(new SortedSetDocValuesField(facet.counted(), value.write())));
    }

    private void sortable(Product product) {
        document.add(new NumericDocValuesField(BY_SKU, Long.parseLong(product.sku())));
        document.add(new SortedDocValuesField(BY_NAME, new BytesRef(Keyword.of(product.name()))));
        document.add(new NumericDocValuesField(BY_CHANGED, product.changedAt().toEpochMilli()));
        document.add(
                new NumericDocValuesField(BY_FIRST_SEEN, product.firstSeenAt().toEpochMilli()));
        boolean available = Boolean.TRUE.equals(product.facts().offer().available());
        document.add(new NumericDocValuesField(BY_AVAILABLE, available ? 1 : 0));
        BigDecimal price = product.facts().offer().price();
        if (price != null) {
            document.add(new NumericDocValuesField(BY_CENTS, Cents.upTo(price)));
            document.add(new LongPoint(CENTS, Cents.upTo(price)));
        }
        Long size = millilitres(product.facts().composition());
        if (size != null) {
            document.add(new LongPoint(SIZE, size));
        }
        BigDecimal rating = product.facts().rating().value();
        if (rating != null) {
            document.add(new NumericDocValuesField(BY_RATING, Cents.upTo(rating)));
        }
    }

    /** All containers of the product together; null where it is not known. */
    private static @Nullable Long millilitres(Composition composition) {
        Measure size = composition.size();
        return size == null || size.value() == null ? null : size.value().longValue();
    }

    private void name(@Nullable String name) {
        if (name == null) {
            return;
        }
        List<String> words = analyzer.words(name);
        words(NAME, words);
        document.add(new StringField(NAME_FROM_START, Keyword.cut(String.join(" ", words)), Field.Store.NO));
        if (words.size() > 1 && LEFT_OUT.contains(words.getFirst())) {
            String rest = String.join(" ", words.subList(1, words.size()));
            document.add(new StringField(NAME_FROM_START, Keyword.cut(rest), Field.Store.NO));
        }
    }

    private void text(String field, @Nullable String text) {
        if (text != null) {
            words(field, analyzer.words(text));
        }
    }

    private void words(String field, List<String> words) {
        document.add(new Field(field, new WordStream(words), PLACED));
        document.add(new Field(ANY, new WordStream(words), PRESENT));
    }

    private static FieldType indexed(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    private void translated(String field, @Nullable String text) {
        if (text != null) {
            vocabulary.meanings(text).forEach(one -> text(field, one));
        }
    }

    private void value(String field, @Nullable String value) {
        if (value != null) {
            document.add(new StringField(field, Keyword.of(value), Field.Store.NO));
        }
    }
}
