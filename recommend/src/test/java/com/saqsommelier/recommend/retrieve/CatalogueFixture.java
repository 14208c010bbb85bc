package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.core.SampleProduct;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.recommend.conversation.Conversation;
import com.saqsommelier.recommend.conversation.Question;
import com.saqsommelier.recommend.conversation.Turn;
import com.saqsommelier.recommend.question.QuestionParser;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.vocabulary.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A sommelier over a few products, asked as short as a test likes to ask. */
final class CatalogueFixture implements AutoCloseable {

    final ProductShelf shelf = new ProductShelf();
    private final CatalogueIndex words = new CatalogueIndex();
    private final QuestionParser parser = new QuestionParser();
    private final Sommelier sommelier;

    private CatalogueFixture(Optional<Vectors> vectors) {
        sommelier = new Sommelier(shelf, words, vectors);
    }

    static CatalogueFixture of(Product... products) {
        return of(Optional.empty(), List.of(products));
    }

    static CatalogueFixture of(Optional<Vectors> vectors, List<Product> products) {
        CatalogueFixture cellar = new CatalogueFixture(vectors);
        cellar.shelf.update(products);
        cellar.words.update(products);
        return cellar;
    }

    Recommendation ask(String question) {
        return sommelier.recommend(Request.of(question, Language.FRENCH));
    }

    Recommendation ask(String question, Set<String> inMyStores, Set<String> suggested) {
        Turn before = new Turn("", parser.parse("un vin", Language.FRENCH), List.copyOf(suggested));
        Conversation conversation = suggested.isEmpty() ? Conversation.NEW : new Conversation(List.of(before));
        return sommelier.recommend(
                new Request(new Question("tg:1", question, Language.FRENCH, conversation), inMyStores));
    }

    Recommendation ask(Request request) {
        return sommelier.recommend(request);
    }

    List<String> skus(String question) {
        return skus(ask(question));
    }

    static List<String> skus(Recommendation answer) {
        return answer.picks().stream()
                .map(pick -> pick.profile().product().sku())
                .toList();
    }

    static SampleProduct red(String sku, String grape, String country, String region) {
        return wine(sku, "Rouge", "Vin rouge", grape, country, region);
    }

    static SampleProduct white(String sku, String grape, String country, String region) {
        return wine(sku, "Blanc", "Vin blanc", grape, country, region);
    }

    private static SampleProduct wine(
            String sku, String colour, String category, String grape, String country, String region) {
        return SampleProduct.aRedWine()
                .sku(sku)
                .named("Bouteille " + sku)
                .madeBy("Maison " + sku)
                .filedUnder("Produits", "Vin", category)
                .coloured(colour)
                .from(country, region, null)
                .grapes(grape);
    }

    static Product[] stored(SampleProduct... samples) {
        return Stream.of(samples).map(SampleProduct::stored).toArray(Product[]::new);
    }

    @Override
    public void close() {
        words.close();
    }
}
