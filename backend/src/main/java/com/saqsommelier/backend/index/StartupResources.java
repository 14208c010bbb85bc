package com.saqsommelier.backend.index;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.recommend.retrieve.Sommelier;
import com.saqsommelier.recommend.vector.VectorSettings;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.search.IndexFeed;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Resources that the web application needs at startup: products, an up-to-date index, the sommelier. They are opened in
 * parallel with the application context, since both take about as long; each accessor blocks until its part is ready.
 */
public final class StartupResources implements AutoCloseable {

    /** The thread outlives no start, and a thread of the common pool would be one fewer for the first fill. */
    private static final Executor THREADS =
            work -> Thread.ofPlatform().name("foundation").daemon().start(work);

    private final CompletableFuture<Database> database;
    private final CompletableFuture<CatalogueIndex> index;
    private final CompletableFuture<ShelfFeed> shelving;
    private final CompletableFuture<IndexFeed> feed;
    private final CompletableFuture<VectorFeed> meanings;

    /**
     * Begins to lay it.
     *
     * @param indexDirectory where the index outlives the process; empty for one in memory
     * @param vectors how meanings are compared; empty for not at all
     * @param database may still be opening
     */
    public StartupResources(
            Optional<Path> indexDirectory, Optional<VectorSettings> vectors, CompletableFuture<Database> database) {
        this.database = database;
        index = CompletableFuture.supplyAsync(
                () -> indexDirectory.map(CatalogueIndex::keptIn).orElseGet(CatalogueIndex::new), THREADS);
        shelving = index.thenApply(ShelfFeed::new);
        feed = database.thenCombineAsync(
                shelving, (open, shelf) -> IndexFeed.start(new Products(open), index.join(), shelf::update), THREADS);
        meanings = database.thenApplyAsync(open -> VectorFeed.open(vectors, open), THREADS);
    }

    /** The database, once it is open. */
    public Database database() {
        return database.join();
    }

    /** The stored products. */
    public Products products() {
        return new Products(database());
    }

    /** The index, perhaps not yet up to date. */
    public CatalogueIndex index() {
        return index.join();
    }

    /** Is there once the index is up to date. */
    public IndexFeed feed() {
        return feed.join();
    }

    /** Who answers questions by tables; their shelf may still be filling. */
    public Sommelier sommelier() {
        return new Sommelier(shelving.join().shelf(), index(), meanings.join().vectors());
    }

    /** Begins with what may be done after the start. */
    public void complete() {
        shelving.join().begin();
    }

    /** What prevented a part; empty when nothing did. */
    public Optional<RuntimeException> failure() {
        try {
            feed.join();
            meanings.join();
            return Optional.empty();
        } catch (CompletionException e) {
            return Optional.of(e.getCause() instanceof RuntimeException cause ? cause : e);
        }
    }

    @Override
    public void close() {
        ifThere(meanings, VectorFeed::close);
        ifThere(feed, IndexFeed::close);
        ifThere(shelving, ShelfFeed::close);
        ifThere(index, CatalogueIndex::close);
    }

    private static <T> void ifThere(CompletableFuture<T> part, Consumer<T> close) {
        T made;
        try {
            made = part.join();
        } catch (CompletionException e) {
            return;
        }
        close.accept(made);
    }
}
