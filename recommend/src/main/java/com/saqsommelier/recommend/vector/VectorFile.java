package com.saqsommelier.recommend.vector;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Keeps an {@link ExactVectorIndex} in one file that is replaced as a whole, so that a crash leaves the old or the new. */
public final class VectorFile {

    private static final int MAGIC = 0x53415156;

    private final Path file;

    /** A file, which need not be there yet. */
    public VectorFile(Path file) {
        this.file = file;
    }

    /**
     * Reads the file; an empty index where there is none.
     *
     * @throws ModelMismatchException when its vectors are of another model
     */
    public ExactVectorIndex load(EmbeddingModelName model) {
        ExactVectorIndex index = new ExactVectorIndex(model);
        if (!Files.exists(file)) {
            return index;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                throw new IOException(file + " is not a file of vectors. Please remove it and run ./sommelier embed.");
            }
            EmbeddingModelName stored = new EmbeddingModelName(in.readUTF(), in.readInt());
            if (!stored.equals(model)) {
                throw new ModelMismatchException(file.toString(), stored, model);
            }
            int size = in.readInt();
            List<VectorIndex.Entry> entries = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                entries.add(entry(in, model.dimension()));
            }
            index.upsert(entries);
            return index;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes an index. */
    public void save(ExactVectorIndex index) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            Files.createDirectories(directory);
            Path unfinished = Files.createTempFile(directory, file.getFileName().toString(), ".part");
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
                List<VectorIndex.Entry> entries = List.copyOf(index.entries());
                out.writeInt(MAGIC);
                out.writeUTF(index.model().name());
                out.writeInt(index.model().dimension());
                out.writeInt(entries.size());
                for (VectorIndex.Entry entry : entries) {
                    out.writeUTF(entry.sku());
                    out.writeUTF(entry.hash());
                    for (float number : entry.vector()) {
                        out.writeFloat(number);
                    }
                }
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VectorIndex.Entry entry(DataInputStream in, int dimension) throws IOException {
        String sku = in.readUTF();
        String hash = in.readUTF();
        float[] vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = in.readFloat();
        }
        return new VectorIndex.Entry(sku, hash, vector);
    }
}
