package com.saqsommelier.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an index lives: in memory, or in a directory that outlives the process. Of a directory everything is verified
 * before it is used; what is damaged or was made by another program is deleted, with one line in the log, and begun anew.
 * Only a process that holds the lock touches the files: another one beside it does without them.
 */
final class IndexFiles implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFiles.class);

    /** Lucene's own lock is free for a moment while what is there is verified and deleted; this one never is. */
    private static final String IN_USE = "in-use.lock";

    private static final String MADE_BY = "made_by";

    /** Each word is looked up in each segment, so a few large ones are searched faster than many small ones. */
    private static final int SEGMENTS_OF_A_SIZE = 2;

    /** The lock of a directory that outlives the process, and the mark of what this program puts there. */
    private record Kept(Lock lock, String madeBy) {}

    private final Directory directory;
    private final Optional<Kept> kept;

    private IndexFiles(Directory directory, Optional<Kept> kept) {
        this.directory = directory;
        this.kept = kept;
    }

    /** Gone with the process. */
    static IndexFiles inMemory() {
        return new IndexFiles(new ByteBuffersDirectory(), Optional.empty());
    }

    /** In a directory, which is made where it is missing; in memory when it cannot be had. */
    static IndexFiles in(Path place) {
        try {
            Files.createDirectories(place);
            Directory directory = new MMapDirectory(place);
            Kept kept = new Kept(directory.obtainLock(IN_USE), IndexFingerprint.thisProgram());
            IndexFiles files = new IndexFiles(directory, Optional.of(kept));
            files.cleared(kept.madeBy)
                    .ifPresent(flaw -> LOG.warn("The index in {} is built again from the database: {}", place, flaw));
            return files;
        } catch (LockObtainFailedException e) {
            LOG.info("Another process uses the index in {}; this one keeps its own in memory", place);
            return inMemory();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn(
                    "The index cannot be kept in {}: {}. Until this user may write there, it is built in memory at each"
                            + " start",
                    place,
                    e.toString());
            return inMemory();
        }
    }

    /** Whether what is committed is there after the process. */
    boolean outliveTheProcess() {
        return kept.isPresent();
    }

    /** Goes on with what is there. */
    IndexWriter writer(Analyzer analyzer) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(analyzer)
                .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_OF_A_SIZE));
        IndexWriter writer = new IndexWriter(directory, config);
        kept.ifPresent(
                mark -> writer.setLiveCommitData(Map.of(MADE_BY, mark.madeBy).entrySet(), false));
        return writer;
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(kept.map(Kept::lock).orElse(null), directory);
    }

    /** Deletes what cannot be used, and says why it cannot; empty when it can, or when nothing is there. */
    private Optional<String> cleared(String madeBy) throws IOException {
        Optional<String> flaw = flaw(madeBy);
        if (flaw.isPresent()) {
            for (String file : directory.listAll()) {
                if (!file.endsWith(".lock")) {
                    directory.deleteFile(file);
                }
            }
        }
        return flaw;
    }

    private Optional<String> flaw(String madeBy) {
        try {
            if (!DirectoryReader.indexExists(directory)) {
                return Optional.empty();
            }
            SegmentInfos committed = SegmentInfos.readLatestCommit(directory);
            if (!madeBy.equals(committed.getUserData().get(MADE_BY))) {
                return Optional.of("another version of the program made it");
            }
            for (String file : committed.files(true)) {
                try (IndexInput bytes = directory.openInput(file, IOContext.READONCE)) {
                    CodecUtil.checksumEntireFile(bytes);
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            // Lucene answers a damaged file with whatever its bytes lead to.
            return Optional.of("it is damaged (" + e + ")");
        }
    }
}
