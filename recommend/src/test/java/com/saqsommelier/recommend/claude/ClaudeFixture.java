package com.saqsommelier.recommend.claude;

import com.saqsommelier.core.SampleProduct;
import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.claude.ClaudeCalls;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.recommend.conversation.Conversation;
import com.saqsommelier.recommend.conversation.OfflineInterpreter;
import com.saqsommelier.recommend.conversation.Question;
import com.saqsommelier.recommend.conversation.Turn;
import com.saqsommelier.recommend.retrieve.ProductShelf;
import com.saqsommelier.recommend.retrieve.Recommendation;
import com.saqsommelier.recommend.retrieve.Request;
import com.saqsommelier.recommend.retrieve.Sommelier;
import com.saqsommelier.recommend.retrieve.Vectors;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.simulator.claude.ClaudeSimulator;
import com.saqsommelier.vocabulary.Language;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A sommelier who asks Claude, which is played by the stand-in, over a few products and a real database. */
final class ClaudeFixture implements AutoCloseable {

    final ClaudeSimulator claude;
    final Database database = TestDatabase.fresh();
    final ClaudeCalls calls = new ClaudeCalls(database);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final ProductShelf shelf = new ProductShelf();
    private final CatalogueIndex words = new CatalogueIndex();
    private final List<Turn> turns = new ArrayList<>();
    private final ClaudeSommelier asking;
    private final Sommelier sommelier;

    ClaudeFixture(UnaryOperator<ClaudeSettings> settings, Optional<Vectors> vectors, List<Product> products) {
        this(settings, vectors, products, InstantSource.system());
    }

    ClaudeFixture(
            UnaryOperator<ClaudeSettings> settings,
            Optional<Vectors> vectors,
            List<Product> products,
            InstantSource clock) {
        try {
            claude = ClaudeSimulator.start(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shelf.update(products);
        words.update(products);
        asking = new ClaudeSommelier(
                settings.apply(
                        ClaudeSettings.of(ClaudeSimulator.KEY, claude.baseUrl()).within(Duration.ofSeconds(5))),
                calls,
                meters,
                clock,
                new OfflineInterpreter(shelf::find),
                shelf,
                vectors.map(Vectors::embedder));
        sommelier = new Sommelier(shelf, words, vectors, asking.interpreter(), asking.writer());
    }

    static ClaudeFixture usual() {
        return with(UnaryOperator.identity());
    }

    static ClaudeFixture with(UnaryOperator<ClaudeSettings> settings) {
        return new ClaudeFixture(settings, Optional.empty(), bottles());
    }

    static List<Product> bottles() {
        return List.of(
                red("11", "Malbec", "Argentine", "Mendoza").priced("21.95").stored(),
                red("12", "Gamay", "France", "Beaujolais").priced("24.50").stored(),
                red("13", "Cabernet sauvignon", "États-Unis", "Californie, Napa Valley")
                        .priced("79.00")
                        .stored(),
                red("14", "Syrah", "France", "Vallée du Rhône").priced("23.00").stored(),
                wine("15", "Blanc", "Vin blanc", "Sauvignon blanc", "France", "Vallée de la Loire")
                        .priced("19.95")
                        .stored());
    }

    static SampleProduct red(String sku, String grape, String country, String region) {
        return wine(sku, "Rouge", "Vin rouge", grape, country, region);
    }

    static SampleProduct wine(String sku, String colour, String category, String grape, String country, String region) {
        return SampleProduct.aRedWine()
                .sku(sku)
                .named("Bouteille " + sku)
                .madeBy("Vigneron " + sku)
                .filedUnder("Produits", "Vin", category)
                .coloured(colour)
                .from(country, region, null)
                .grapes(grape);
    }

    /** Asks at the beginning of a conversation. */
    Recommendation ask(String question) {
        forget();
        return follow(question);
    }

    /** Ends the conversation. */
    void forget() {
        turns.clear();
    }

    /** Asks within the conversation so far. */
    Recommendation follow(String question) {
        Request request =
                new Request(new Question("tg:1", question, Language.FRENCH, new Conversation(turns)), Set.of());
        Recommendation answer =
                new Answering(UUID.randomUUID(), ReasonListener.NOBODY).during(() -> sommelier.recommend(request));
        turns.add(new Turn(question, answer.understanding(), skus(answer)));
        return answer;
    }

    /** A question within the conversation so far. */
    Question asked(String question) {
        return new Question("tg:1", question, Language.FRENCH, new Conversation(turns));
    }

    /** What is answered without Claude. */
    Recommendation withoutClaude(Question question) {
        return new Sommelier(shelf, words, Optional.empty()).recommend(new Request(question, Set.of()));
    }

    Recommendation ask(Question question, Answering answering) {
        return answering.during(() -> sommelier.recommend(new Request(question, Set.of())));
    }

    static List<String> skus(Recommendation answer) {
        return answer.picks().stream()
                .map(pick -> pick.profile().product().sku())
                .toList();
    }

    /** The outcomes of the calls that were recorded, in their order. */
    List<String> outcomes() {
        return database.jdbc()
                .sql("SELECT outcome FROM claude_calls ORDER BY id")
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        asking.close();
        claude.close();
        words.close();
        database.close();
    }
}
