package com.saqsommelier.core.backup;

import com.saqsommelier.core.database.Database;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a backup: every table by binary COPY within one repeatable-read transaction, as it stood at one moment. Needs no
 * rights beyond those of the program and holds nobody up; memory does not grow with the tables.
 *
 * @param program version of the program, for the manifest
 * @param progress is told of each table
 */
public record Backup(Database database, String program, Consumer<String> progress) {

    /**
     * Vectors are worked out from the products again: a restored position in a Chroma server, or in the table, may not be
     * what is there.
     */
    static final Set<String> OMITTED = Set.of("embeddings", "vector_stores");

    /**
     * Writes the backup beside its place and renames it when it is whole; only the owner may read it.
     *
     * @param file is not there yet
     * @throws BackupException when it cannot be written; nothing is left of it then
     */
    public BackupSummary write(Path file) {
        if (Files.exists(file)) {
            throw new BackupException(file + " is there already. Name another file, or a directory.");
        }
        Path directory = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(directory);
            Path part = Files.createTempFile(
                    directory,
                    "." + file.getFileName(),
                    ".part",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Manifest manifest = copy(part);
                BackupFile.seal(part);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                long rows = manifest.tables().stream()
                        .mapToLong(Manifest.Table::rows)
                        .sum();
                return new BackupSummary(
                        file.toString(),
                        manifest.schema(),
                        manifest.takenAt(),
                        manifest.tables().size(),
                        rows,
                        Files.size(file));
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new BackupException(
                    "The backup " + file + " cannot be written: " + e
                            + ". The usual causes are a full disk and a directory that this user may not write.",
                    e);
        } catch (SQLException e) {
            throw new BackupException(
                    "The database cannot be copied: " + e.getMessage()
                            + ". The usual causes are a server that was stopped and a user without the right to read.",
                    e);
        }
    }

    private Manifest copy(Path part) throws IOException, SQLException {
        try (Connection connection = database.dataSource().getConnection();
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part), StandardCharsets.UTF_8)) {
            zip.setComment(BackupFile.COMMENT);
            zip.putNextEntry(new ZipEntry(BackupFile.FIRST_ENTRY));
            zip.write("A backup of SAQ Sommelier; `sommelier restore` reads it.\n".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                Catalog catalog = new Catalog(connection);
                String schema = catalog.schemaVersion();
                Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
                List<Manifest.Table> tables = new ArrayList<>();
                for (Map.Entry<String, List<String>> table : catalog.tables().entrySet()) {
                    if (!OMITTED.contains(table.getKey())) {
                        tables.add(copy(connection, zip, table.getKey(), table.getValue()));
                    }
                }
                // Sequences stand outside of transactions: read last, they are not behind the rows.
                Manifest manifest = new Manifest(
                        Manifest.FORMAT,
                        program,
                        schema,
                        at.toString(),
                        tables,
                        catalog.sequences(),
                        OMITTED.stream().sorted().toList());
                zip.putNextEntry(new ZipEntry(BackupFile.MANIFEST));
                zip.write(JsonMapper.shared().writeValueAsBytes(manifest));
                zip.closeEntry();
                return manifest;
            } finally {
                connection.rollback();
            }
        }
    }

    private Manifest.Table copy(Connection connection, ZipOutputStream zip, String table, List<String> columns)
            throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(table + ".copy"));
        Copied copied = copyOut(connection, table, columns, zip);
        zip.closeEntry();
        progress.accept(table + ": " + copied.rows() + " rows copied");
        return new Manifest.Table(table, columns, copied.rows(), copied.sha256());
    }

    /** What a copy of a table came to. */
    record Copied(long rows, String sha256) {}

    /** Copies a table of the current schema; the stream stays open. */
    static Copied copyOut(Connection connection, String table, List<String> columns, OutputStream output)
            throws IOException, SQLException {
        MessageDigest digest = BackupFile.sha256();
        CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
        OutputStream open = new FilterOutputStream(output) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (Thread.currentThread().isInterrupted()) {
                    throw new IOException("the process was asked to end");
                }
                out.write(bytes, from, length);
            }
        };
        long rows = manager.copyOut(
                "COPY " + Catalog.copied(table, columns) + " TO STDOUT (FORMAT binary)",
                new DigestOutputStream(open, digest));
        return new Copied(rows, HexFormat.of().formatHex(digest.digest()));
    }
}
