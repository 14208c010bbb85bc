package com.saqsommelier.core.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The container of a backup: a ZIP file whose comment, its very end, has the SHA-256 of everything before the checksum.
 * Any tool that reads ZIP opens it, and no bit of it can change unnoticed.
 */
final class BackupFile {

    /** Name of the first entry, by which the file is known from its first bytes. */
    static final String FIRST_ENTRY = "SAQ-SOMMELIER-BACKUP";

    static final String MANIFEST = "manifest.json";

    private static final int CHECKSUM = 64;

    private static final String MARK = "saq-sommelier-backup sha256:";

    /** The comment before the checksum is known. */
    static final String COMMENT = MARK + "0".repeat(CHECKSUM);

    private BackupFile() {}

    /** Writes the checksum at the end of a file that is otherwise whole, and waits for the disk. */
    static void seal(Path file) throws IOException {
        byte[] checksum = checksum(file).getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(checksum), channel.size() - CHECKSUM);
            channel.force(true);
        }
    }

    /**
     * Checks that a file is a backup and whole.
     *
     * @throws BackupException when it is not
     */
    static void check(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BackupException("There is no file " + file + ". Check the path; `backup` prints where it wrote.");
        }
        long size = Files.size(file);
        if (size == 0) {
            throw new BackupException("The file " + file
                    + " is empty. The usual cause is a copy that failed or a full disk; take another backup.");
        }
        byte[] head = new byte[30 + FIRST_ENTRY.length()];
        try (InputStream input = Files.newInputStream(file)) {
            int read = input.readNBytes(head, 0, head.length);
            String name = new String(head, StandardCharsets.ISO_8859_1);
            if (read < head.length || !name.startsWith("PK") || !name.endsWith(FIRST_ENTRY)) {
                throw new BackupException(
                        "The file " + file
                                + " is not a backup of this program, or its beginning is damaged; `sommelier backup` writes one.");
            }
        }
        String end = end(file, size);
        if (!end.startsWith(MARK)) {
            throw new BackupException("The backup " + file
                    + " is damaged at its end. The usual cause is a copy that was cut off; copy it again, or take another"
                    + " backup.");
        }
        if (!end.endsWith(checksum(file))) {
            throw new BackupException("The backup " + file
                    + " is damaged: its checksum is another than when it was written. The usual causes are a failing disk"
                    + " and a copy that went wrong; copy it again, or take another backup.");
        }
    }

    private static String end(Path file, long size) throws IOException {
        ByteBuffer end = ByteBuffer.allocate((int) Math.min(size, COMMENT.length()));
        try (FileChannel channel = FileChannel.open(file)) {
            channel.position(size - end.capacity());
            while (end.hasRemaining() && channel.read(end) >= 0) {
                Thread.onSpinWait();
            }
        }
        return new String(end.array(), StandardCharsets.ISO_8859_1);
    }

    private static String checksum(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        long left = Files.size(file) - CHECKSUM;
        try (InputStream input = Files.newInputStream(file)) {
            while (left > 0) {
                int read = input.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException(file + " became shorter while it was read");
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }
}
