package com.saqsommelier.core.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A secret that nobody has to think of: made on first use and kept in a file that only its owner may read. */
public final class SecretFile {

    private static final int BYTES = 24;

    private SecretFile() {}

    /**
     * The secret of a file, which is made where there is none.
     *
     * @param file in a directory that exists
     * @throws IOException when it can be neither read nor made
     */
    public static String readOrMake(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path whole = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                file.getFileName().toString(),
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(whole, HexFormat.of().formatHex(random) + "\n");
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException e) {
            // Another process was faster, and its secret is the one.
            return Files.readString(file).strip();
        } finally {
            Files.delete(whole);
        }
        return Files.readString(file).strip();
    }
}
