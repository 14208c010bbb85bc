package com.saqsommelier.search;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.vocabulary.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.util.Version;

/**
 * Fingerprint of the program that filled an index; a different one means that the index must be rebuilt. Any change in this module (fields, analysis, synonyms),
 * in the vocabulary, in what a product is, in Lucene or in Java's tables of letters makes another program: to rebuild once too often costs
 * seconds, to keep an index with old fields gives wrong answers.
 */
final class IndexFingerprint {

    private IndexFingerprint() {}

    /** The mark of this program, the same at each start of it. */
    static String thisProgram() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((Version.LATEST + " " + Runtime.version().feature()).getBytes(StandardCharsets.UTF_8));
            for (Class<?> part : List.of(CatalogueIndex.class, Names.class, Product.class)) {
                CodeSource source = part.getProtectionDomain().getCodeSource();
                if (source == null) {
                    return "unknown " + UUID.randomUUID();
                }
                for (Path file : files(Path.of(source.getLocation().toURI()))) {
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException | URISyntaxException e) {
            throw new IllegalStateException("Every Java has SHA-256, and code comes from files", e);
        }
    }

    /** A jar, or the compiled files of a directory. */
    private static List<Path> files(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
