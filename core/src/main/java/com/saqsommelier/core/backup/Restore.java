package com.saqsommelier.core.backup;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.Products;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings a backup back. It is loaded into a scratch schema of the same database, which needs neither a superuser nor the
 * right to make databases, and checked there; one transaction then puts it in the place of the old tables. Whenever it is
 * cut off before that transaction ends, the old state stands.
 *
 * @param progress is told of each table and step
 */
public record Restore(Database database, Consumer<String> progress) {

    static final String SCRATCH = "sommelier_restore";

    private static final int BATCH = 500;

    /**
     * Loads and checks a backup without taking over; the scratch schema is dropped again.
     *
     * @throws BackupException when it is not accepted
     */
    public BackupSummary verify(Path file) {
        return run(file, false);
    }

    /**
     * Loads and checks a backup, then lets it take the place of what is there, which is kept in the schema
     * {@code sommelier_before_restore} until the next restore.
     *
     * @throws BackupException when it is not accepted, or a job is running; nothing has changed then
     */
    public BackupSummary restore(Path file) {
        return run(file, true);
    }

    private BackupSummary run(Path file, boolean takeOver) {
        try {
            BackupFile.check(file);
            try (ZipFile zip = new ZipFile(file.toFile());
                    Connection connection = database.dataSource().getConnection()) {
                Manifest manifest = manifest(zip, file);
                Takeover takeover = new Takeover(connection);
                takeover.lock();
                try {
                    takeover.makeScratch();
                    load(zip, manifest, file);
                    if (takeOver) {
                        takeover.takeOver();
                    }
                } finally {
                    takeover.dropScratchAndUnlock();
                }
                long rows = manifest.tables().stream()
                        .mapToLong(Manifest.Table::rows)
                        .sum();
                return new BackupSummary(
                        file.toString(),
                        manifest.schema(),
                        manifest.takenAt(),
                        manifest.tables().size(),
                        rows,
                        file.toFile().length());
            }
        } catch (IOException | JacksonException e) {
            throw new BackupException("The backup " + file + " cannot be read: " + e.getMessage(), e);
        } catch (SQLException | DataAccessException | FlywayException e) {
            throw new BackupException(
                    "The backup " + file + " cannot be restored: " + e.getMessage()
                            + ". Nothing has changed. The usual causes are a full disk and a database user without the"
                            + " right to make schemas (GRANT CREATE ON DATABASE … TO …).",
                    e);
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        Manifest manifest = JsonMapper.shared().readValue(content(zip, BackupFile.MANIFEST), Manifest.class);
        if (manifest.format() > Manifest.FORMAT) {
            throw newer(file, manifest);
        }
        return manifest;
    }

    private void load(ZipFile zip, Manifest manifest, Path file) throws IOException, SQLException {
        try (Database scratch = database.inSchema(SCRATCH)) {
            FluentConfiguration migrations =
                    Flyway.configure().dataSource(scratch.dataSource()).schemas(SCRATCH);
            if (Stream.of(migrations.load().info().all())
                    .noneMatch(migration -> migration.getVersion() != null
                            && migration.getVersion().getVersion().equals(manifest.schema()))) {
                throw newer(file, manifest);
            }
            // As old as the rows first: later migrations then change them as they changed those of everybody else.
            migrations.target(manifest.schema()).load().migrate();
            fill(scratch, zip, manifest);
            migrations.target(MigrationVersion.LATEST).load().migrate();
            scratch.jdbc().sql("ANALYZE").update();
            readProducts(scratch);
        }
    }

    private void fill(Database scratch, ZipFile zip, Manifest manifest) throws IOException, SQLException {
        try (Connection connection = scratch.dataSource().getConnection()) {
            Catalog catalog = new Catalog(connection);
            Collection<String> tables = catalog.tables().keySet();
            Map<String, String> foreignKeys = catalog.foreignKeys();
            for (String drop : foreignKeys.keySet()) {
                catalog.execute(drop);
            }
            for (String table : tables) {
                catalog.execute("ALTER TABLE " + Catalog.quoted(table) + " DISABLE TRIGGER USER");
                catalog.execute("TRUNCATE " + Catalog.quoted(table));
            }
            for (Manifest.Table table : manifest.tables()) {
                if (tables.contains(table.name())) {
                    fill(connection, zip, table);
                } else {
                    progress.accept(
                            table.name() + ": not a table of this program; the one in the database, if any, stays"
                                    + " as it is, and the rows in the backup are not restored");
                }
            }
            for (String add : foreignKeys.values()) {
                catalog.execute(add);
            }
            for (String table : tables) {
                catalog.execute("ALTER TABLE " + Catalog.quoted(table) + " ENABLE TRIGGER USER");
            }
            for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
                catalog.execute("SELECT setval('"
                        + Catalog.quoted(sequence.getKey()).replace("'", "''") + "', " + sequence.getValue() + ")");
            }
        }
    }

    /** Loads a table, then reads it back: it must be the same to the last byte. */
    private void fill(Connection connection, ZipFile zip, Manifest.Table table) throws IOException, SQLException {
        long rows;
        try (InputStream input = content(zip, table.name() + ".copy")) {
            rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY " + Catalog.copied(table.name(), table.columns()) + " FROM STDIN (FORMAT binary)",
                            input);
        }
        Backup.Copied copied =
                Backup.copyOut(connection, table.name(), table.columns(), OutputStream.nullOutputStream());
        if (rows != table.rows() || !copied.sha256().equals(table.sha256())) {
            throw new BackupException("The table " + table.name() + " is another than when the backup was taken ("
                    + rows + " rows of " + table.rows() + "). Nothing has changed; use another backup.");
        }
        progress.accept(table.name() + ": " + rows + " rows loaded and checked");
    }

    /** Every product as the program reads it, which is all that the catalogue answers from. */
    private void readProducts(Database scratch) {
        Products products = new Products(scratch);
        long revision = 0;
        long read = 0;
        List<Product> batch;
        do {
            batch = products.changedAfter(revision, BATCH);
            if (!batch.isEmpty()) {
                revision = batch.getLast().revision();
            }
            read += batch.size();
        } while (!batch.isEmpty());
        progress.accept(read + " products can be read");
    }

    private static InputStream content(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new BackupException("The backup lacks " + name + ". Nothing has changed; use another backup.");
        }
        return zip.getInputStream(entry);
    }

    private static BackupException newer(Path file, Manifest manifest) {
        return new BackupException("The backup " + file + " was written by program " + manifest.program()
                + " with schema " + manifest.schema()
                + ", which this program does not know. Restore it with that program or a newer one.");
    }
}
