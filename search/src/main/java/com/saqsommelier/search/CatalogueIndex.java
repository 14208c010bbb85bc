package com.saqsommelier.search;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.ProductVersion;
import com.saqsommelier.search.CatalogueQuery.Filters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.util.IOUtils;

/**
 * The catalogue, ready to be searched: the products that are not delisted. It lives in memory, or in a directory from which
 * the next start reads on. Safe for use by several threads; each answer is from one state of the index, which has whole
 * updates or none of one.
 */
public final class CatalogueIndex implements AutoCloseable {

    /** From so many on: most of the work is done before the writer sees a document, and it takes several at once. */
    private static final int WORTH_ALL_CORES = 500;

    private final CatalogueAnalyzer analyzer = new CatalogueAnalyzer();
    private final ProductCache products = new ProductCache();
    private final Vocabulary vocabulary = Vocabulary.bundled();
    private final IndexFiles files;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** An empty index in memory. */
    public CatalogueIndex() {
        this(IndexFiles.inMemory());
    }

    private CatalogueIndex(IndexFiles files) {
        this.files = files;
        try {
            writer = files.writer(analyzer);
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The index that an earlier process left in a directory, which may be old: {@link IndexFeed} brings it up to date. It is
     * empty where there is none, or none that this program can use, and in memory where the directory cannot be used or
     * another process uses it.
     */
    public static CatalogueIndex keptIn(Path directory) {
        return new CatalogueIndex(IndexFiles.in(directory));
    }

    /**
     * Takes over the present state of these products: new and changed ones are found from now on, delisted ones no more.
     *
     * @param products each at most once
     */
    public void update(List<Product> products) {
        write(products);
        show();
    }

    /** Takes over the present state of these products; nobody finds it before {@link #show()}. */
    void write(Collection<Product> products) {
        (products.size() < WORTH_ALL_CORES ? products.stream() : products.parallelStream()).forEach(this::write);
    }

    /** Lets what was written be found from now on. */
    void show() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Leaves out, once {@link #show() shown}, what is not among these products.
     *
     * @return the SKUs of those of which the index has another state or none
     */
    List<String> retain(List<ProductVersion> products) {
        Map<String, IndexedVersion> gone = read(IndexedVersion::of);
        List<String> others = new ArrayList<>();
        for (ProductVersion product : products) {
            if (!product.delisted()) {
                IndexedVersion indexed = gone.remove(product.sku());
                if (indexed == null || !indexed.isOf(product)) {
                    others.add(product.sku());
                }
            }
        }
        try {
            writer.deleteDocuments(
                    gone.keySet().stream().map(ProductDocument::id).toArray(Term[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return others;
    }

    /** Writes what changed since the last time to the index's directory, where it has one. */
    void keep() {
        try {
            if (files.outliveTheProcess()) {
                writer.commit();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Product product) {
        Term id = ProductDocument.id(product.sku());
        try {
            if (product.delisted()) {
                writer.deleteDocuments(id);
            } else {
                writer.updateDocument(id, ProductDocument.of(product, analyzer, vocabulary));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many products there are. */
    public int size() {
        return read(searcher -> searcher.getIndexReader().numDocs());
    }

    /** A number for the present state: it differs where two answers to one question may. */
    public long generation() {
        return read(searcher -> ((DirectoryReader) searcher.getIndexReader()).getVersion());
    }

    /** The product of a SKU, as it was indexed, without SAQ's description and image; empty also when it is delisted. */
    public Optional<Product> find(String sku) {
        return read(searcher -> new Catalogue(searcher, analyzer, products).find(sku));
    }

    /**
     * Finds products. The words are read as {@link Reading} says, from the strictest to the most lenient, and the first
     * reading that finds a product counts. Filters have no say in that: they only take away.
     */
    public Matches search(CatalogueQuery query) {
        return read(searcher -> new Catalogue(searcher, analyzer, products).search(query));
    }

    /**
     * Hands over all products that match, in order and from one state of the index, however long it takes; none when more
     * match than the query's limit.
     *
     * @return how many match
     */
    public long export(CatalogueQuery query, Consumer<Product> each) {
        return read(searcher -> new Catalogue(searcher, analyzer, products).export(query, each));
    }

    /** Hands over all products in parts, in no order and from one state of the index. */
    public void forEach(Consumer<List<Product>> part) {
        read(searcher -> {
            new Catalogue(searcher, analyzer, products).forEach(part);
            return searcher;
        });
    }

    /** Counts the products that match by what they could be filtered by. */
    public Facets facets(Optional<String> words, Filters filters) {
        return read(searcher -> new Catalogue(searcher, analyzer, products).facets(words, filters));
    }

    /** One of the products that match, each as likely as the other; empty when none does. */
    public Optional<Product> random(Optional<String> words, Filters filters, RandomGenerator chance) {
        return read(searcher -> new Catalogue(searcher, analyzer, products).random(words, filters, chance));
    }

    /**
     * Products that are like one, the most alike first. Never the product itself, nor another size or year of it.
     *
     * @param product need not be in the index
     * @param limit at most so many, 1 or more
     */
    public List<Similar> similar(Product product, int limit) {
        return read(searcher -> new Catalogue(searcher, analyzer, products).similar(product, limit));
    }

    @Override
    public void close() {
        // An interrupt, by which a program is stopped, would close the files before all is written.
        boolean interrupted = Thread.interrupted();
        try {
            IOUtils.close(searchers, writer, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T read(SearcherUse<T> use) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return use.apply(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface SearcherUse<T> {
        T apply(IndexSearcher searcher) throws IOException;
    }
}
