package com.saqsommelier.recommend.vector;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Compares the question with every vector, in memory. {@link StoredVectorIndex} keeps them over a restart. Similarities are
 * right to about 0.0001 ({@link VectorBlock}).
 */
public final class ExactVectorIndex implements VectorIndex {

    private record Owner(String sku, String hash) {}

    private final EmbeddingModelName model;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** Whose vector is at which position; the positions fill the blocks one after the other, without gaps. */
    private final List<Owner> owners = new ArrayList<>();

    private final Map<String, Integer> positions = new HashMap<>();
    private final List<VectorBlock> blocks = new ArrayList<>();

    /** An empty index. */
    public ExactVectorIndex(EmbeddingModelName model) {
        this.model = model;
    }

    @Override
    public EmbeddingModelName model() {
        return model;
    }

    @Override
    public void upsert(Collection<Entry> changed) {
        changed.forEach(entry -> Dimensions.check(model, entry.vector()));
        changing(() -> changed.forEach(this::put));
    }

    @Override
    public void delete(Collection<String> skus) {
        changing(() -> skus.forEach(this::remove));
    }

    @Override
    public Map<String, String> hashes() {
        return reading(() -> owners.stream().collect(Collectors.toUnmodifiableMap(Owner::sku, Owner::hash)));
    }

    @Override
    public Map<String, float[]> vectors(Set<String> skus) {
        return reading(() -> {
            Map<String, float[]> found = new HashMap<>();
            for (String sku : skus) {
                Integer position = positions.get(sku);
                if (position != null) {
                    found.put(sku, block(position).vector(position % VectorBlock.WIDTH));
                }
            }
            return Map.copyOf(found);
        });
    }

    @Override
    public List<Neighbour> nearest(float[] question, int limit, Optional<Set<String>> among) {
        Dimensions.check(model, question);
        return reading(() -> {
            BitSet asked = among.map(this::positions).orElseGet(this::all);
            Nearest nearest = new Nearest(limit);
            float[] similarities = new float[VectorBlock.WIDTH];
            int position = asked.nextSetBit(0);
            while (position >= 0) {
                int begin = position - position % VectorBlock.WIDTH;
                block(position).compare(question, similarities);
                while (position >= 0 && position < begin + VectorBlock.WIDTH) {
                    nearest.offer(owners.get(position).sku(), similarities[position - begin]);
                    position = asked.nextSetBit(position + 1);
                }
            }
            return nearest.nearestFirst();
        });
    }

    private BitSet positions(Set<String> skus) {
        BitSet found = new BitSet(owners.size());
        for (String sku : skus) {
            Integer position = positions.get(sku);
            if (position != null) {
                found.set(position);
            }
        }
        return found;
    }

    private BitSet all() {
        BitSet all = new BitSet(owners.size());
        all.set(0, owners.size());
        return all;
    }

    private void put(Entry entry) {
        Owner owner = new Owner(entry.sku(), entry.hash());
        int position = positions.computeIfAbsent(entry.sku(), unknown -> owners.size());
        if (position == owners.size()) {
            owners.add(owner);
        } else {
            owners.set(position, owner);
        }
        if (position == blocks.size() * VectorBlock.WIDTH) {
            blocks.add(new VectorBlock(model.dimension()));
        }
        block(position).put(position % VectorBlock.WIDTH, entry.vector());
    }

    /** The last one moves to the place that becomes free. */
    private void remove(String sku) {
        Integer position = positions.remove(sku);
        if (position == null) {
            return;
        }
        int last = owners.size() - 1;
        Owner moved = owners.removeLast();
        if (position != last) {
            owners.set(position, moved);
            positions.put(moved.sku(), position);
            block(position).put(position % VectorBlock.WIDTH, block(last), last % VectorBlock.WIDTH);
        }
        if (last % VectorBlock.WIDTH == 0) {
            blocks.removeLast();
        }
    }

    private VectorBlock block(int position) {
        return blocks.get(position / VectorBlock.WIDTH);
    }

    private void changing(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private <T> T reading(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        // Nothing to release: it is memory only.
    }
}
