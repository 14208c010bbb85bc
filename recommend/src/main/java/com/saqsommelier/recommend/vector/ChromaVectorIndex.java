package com.saqsommelier.recommend.vector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Vectors in a ChromaDB server, HTTP interface v2 of Chroma 1.0. A collection holds the vectors of one model. */
public final class ChromaVectorIndex implements VectorIndex {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A person waits for the answer. */
    private static final Duration PATIENCE_FOR_A_QUESTION = Duration.ofSeconds(2);

    private static final int BATCH = 500;
    private static final String COLLECTIONS = "/api/v2/tenants/default_tenant/databases/default_database/collections";

    private final ChromaClient client;
    private final EmbeddingModelName model;
    private final String collection;

    /**
     * Opens the collection, or makes it.
     *
     * @param settings where the server is
     * @param name of the collection
     * @throws ModelMismatchException when the collection is of another model
     * @throws UncheckedIOException when the server cannot be reached or refuses
     */
    public ChromaVectorIndex(ChromaSettings settings, String name, EmbeddingModelName model) {
        this.client = new ChromaClient(settings);
        this.model = model;
        JsonNode opened = post(
                COLLECTIONS,
                Map.of(
                        "name",
                        name,
                        "get_or_create",
                        true,
                        "metadata",
                        Map.of("model", model.name(), "dimension", model.dimension()),
                        "configuration",
                        Map.of("hnsw", Map.of("space", "cosine"))));
        if (!opened.path("id").isString()) {
            throw new UncheckedIOException(
                    "Chroma at " + settings.server()
                            + " names no collection. Usually SOMMELIER_CHROMA_URL leads to another server.",
                    new IOException("no id in the answer"));
        }
        collection = COLLECTIONS + "/" + opened.path("id").asString();
        // get_or_create answers with the metadata that were asked for; what is stored is read again.
        JsonNode metadata = client.get(COLLECTIONS + "/" + name, PATIENCE).path("metadata");
        EmbeddingModelName stored = new EmbeddingModelName(
                metadata.path("model").asString("unknown"),
                metadata.path("dimension").asInt(0));
        if (!stored.equals(model)) {
            throw new ModelMismatchException(stored, model);
        }
    }

    /** The name of the collection for a model, of the letters that Chroma allows. */
    public static String collectionFor(EmbeddingModelName model) {
        return "sommelier-" + model.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-"
                + model.dimension();
    }

    @Override
    public EmbeddingModelName model() {
        return model;
    }

    @Override
    public void upsert(Collection<Entry> entries) {
        entries.forEach(entry -> Dimensions.check(model, entry.vector()));
        for (List<Entry> batch : batches(entries)) {
            post(
                    collection + "/upsert",
                    Map.of(
                            "ids", batch.stream().map(Entry::sku).toList(),
                            "embeddings", batch.stream().map(Entry::vector).toList(),
                            "metadatas",
                                    batch.stream()
                                            .map(entry -> Map.of("hash", entry.hash(), "sku", entry.sku()))
                                            .toList()));
        }
    }

    @Override
    public void delete(Collection<String> skus) {
        for (List<String> batch : batches(skus)) {
            post(collection + "/delete", Map.of("ids", batch));
        }
    }

    @Override
    public Map<String, String> hashes() {
        Map<String, String> hashes = new HashMap<>();
        for (int offset = 0; ; offset += BATCH) {
            JsonNode page = post(
                    collection + "/get", Map.of("include", List.of("metadatas"), "limit", BATCH, "offset", offset));
            JsonNode ids = page.path("ids");
            for (int i = 0; i < ids.size(); i++) {
                hashes.put(
                        ids.get(i).asString(),
                        page.path("metadatas").path(i).path("hash").asString(""));
            }
            if (ids.size() < BATCH) {
                return Map.copyOf(hashes);
            }
        }
    }

    @Override
    public Map<String, float[]> vectors(Set<String> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        JsonNode found = client.post(
                collection + "/get",
                Map.of("where", among(skus), "include", List.of("embeddings"), "limit", skus.size()),
                PATIENCE_FOR_A_QUESTION);
        Map<String, float[]> vectors = new HashMap<>();
        JsonNode ids = found.path("ids");
        for (int i = 0; i < ids.size(); i++) {
            vectors.put(ids.get(i).asString(), vector(found.path("embeddings").path(i)));
        }
        return Map.copyOf(vectors);
    }

    @Override
    public List<Neighbour> nearest(float[] question, int limit, Optional<Set<String>> among) {
        Dimensions.check(model, question);
        if (among.isPresent() && among.get().isEmpty()) {
            return List.of();
        }
        Map<String, Object> query = new HashMap<>();
        query.put("query_embeddings", List.of(question));
        query.put("n_results", limit);
        query.put("include", List.of("distances"));
        among.ifPresent(skus -> query.put("where", among(skus)));
        JsonNode found = client.post(collection + "/query", query, PATIENCE_FOR_A_QUESTION);
        List<Neighbour> neighbours = new ArrayList<>();
        JsonNode ids = found.path("ids").path(0);
        for (int i = 0; i < ids.size(); i++) {
            double distance = found.path("distances").path(0).path(i).asDouble();
            neighbours.add(new Neighbour(ids.get(i).asString(), 1 - distance));
        }
        neighbours.sort(
                Comparator.comparingDouble(Neighbour::similarity).reversed().thenComparing(Neighbour::sku));
        return List.copyOf(neighbours);
    }

    /** Not by "ids": Chroma 1.0.5 answers a query with 500 when one of them is unknown. */
    private static Map<String, Object> among(Set<String> skus) {
        return Map.of("sku", Map.of("$in", List.copyOf(skus)));
    }

    private static float[] vector(JsonNode numbers) {
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = numbers.get(i).floatValue();
        }
        return vector;
    }

    @Override
    public void close() {
        client.close();
    }

    private JsonNode post(String path, Map<String, Object> body) {
        return client.post(path, body, PATIENCE);
    }

    private static <T> List<List<T>> batches(Collection<T> all) {
        List<T> list = List.copyOf(all);
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < list.size(); from += BATCH) {
            batches.add(list.subList(from, Math.min(list.size(), from + BATCH)));
        }
        return batches;
    }
}
