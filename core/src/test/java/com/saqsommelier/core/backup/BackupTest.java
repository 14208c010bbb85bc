package com.saqsommelier.core.backup;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.core.run.Run;
import com.saqsommelier.core.run.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A backup comes back as it was taken, or not at all. */
class BackupTest {

    private final Database database = TestDatabase.fresh();

    @TempDir
    private Path directory;

    @BeforeEach
    void fill() {
        Products products = new Products(database);
        for (int number = 0; number < 20; number++) {
            products.store(aRedWine().reading());
        }
        database.jdbc().sql("""
                        INSERT INTO watches (user_id, sku, created_at) SELECT 'tg:1', sku, now() FROM products
                        """).update();
        database.jdbc().sql("""
                        INSERT INTO events (sku, kind, source, detected_at)
                        SELECT sku, 'restock', 'page', now() + interval '1 minute' FROM products
                        """).update();
        database.jdbc().sql("""
                        INSERT INTO embeddings (sku, hash, vector, revision)
                        SELECT sku, 'hash', '\\x00', nextval('embedding_revision') FROM products
                        """).update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_restored_backup_has_each_row_as_it_was_and_none_that_came_later() {
        Map<String, String> before = state();
        Path file = backup();
        database.jdbc().sql("UPDATE products SET name = 'changed'").update();
        database.jdbc().sql("DELETE FROM watches").update();
        new Products(database).store(aRedWine().reading());

        restore(file);

        before.put("embeddings", "");
        assertThat(state()).isEqualTo(before);
        assertThat(before.get("deliveries")).isNotEmpty();
    }

    @Test
    void a_restored_database_goes_on_with_its_numbers_triggers_and_keys() {
        restore(backup());

        database.jdbc().sql("""
                        INSERT INTO events (sku, kind, source, detected_at)
                        SELECT sku, 'destock', 'page', now() + interval '2 minutes' FROM products
                        """).update();

        assertThat(count("deliveries")).isEqualTo(40);
        assertThatThrownBy(() -> database.jdbc()
                        .sql("INSERT INTO watches (user_id, sku, created_at) VALUES ('tg:1', '99', now())")
                        .update())
                .hasMessageContaining("foreign key");
        long highest = database.jdbc()
                .sql("SELECT max(revision) FROM products")
                .query(Long.class)
                .single();
        new Products(database).store(aRedWine().reading());
        assertThat(new Products(database).changedAfter(highest, 10)).hasSize(1);
    }

    @Test
    void what_was_replaced_is_kept_until_the_next_restore_and_other_tables_stay() {
        database.jdbc().sql("CREATE TABLE of_somebody_else (id int)").update();
        Path file = backup(), again = directory.resolve("again.zip");
        database.jdbc().sql("DELETE FROM watches").update();
        backup(again);

        restore(file);
        assertThat(count("sommelier_before_restore.watches")).isZero();
        restore(again);

        assertThat(count("sommelier_before_restore.watches")).isEqualTo(20);
        assertThat(count("watches")).isZero();
    }

    @Test
    void verifying_replaces_nothing_and_leaves_nothing() {
        Path file = backup();
        database.jdbc().sql("DELETE FROM watches").update();

        new Restore(database, line -> {}).verify(file);

        assertThat(count("watches")).isZero();
        assertThat(schemas()).containsExactly("public");
    }

    @Test
    void only_the_owner_reads_a_backup_and_another_one_is_not_overwritten() throws IOException {
        Path file = backup();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> backup(file)).hasMessageContaining("is there already");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_backup_under_load_is_of_one_moment() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        Thread writer = Thread.ofVirtual().start(() -> {
            while (!stop.get()) {
                database.inTransaction(() -> {
                    database.jdbc()
                            .sql("INSERT INTO moved_groups SELECT gen_random_uuid(), 'tg:1', now()")
                            .update();
                    return database.jdbc()
                            .sql("INSERT INTO strangers (user_id, told_at) SELECT gen_random_uuid(), now()")
                            .update();
                });
            }
        });
        while (count("strangers") < 20) {
            Thread.onSpinWait();
        }
        Path file = backup();
        stop.set(true);
        writer.join();

        restore(file);

        assertThat(count("strangers")).isGreaterThanOrEqualTo(20).isEqualTo(count("moved_groups"));
    }

    @Test
    void a_file_that_is_cut_off_anywhere_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(backup());
        for (int part = 0; part < 40; part++) {
            byte[] cut = Arrays.copyOf(whole, whole.length * part / 40);
            refused(Files.write(directory.resolve("cut.zip"), cut), part == 0 ? "is empty" : "damaged");
        }
    }

    @Test
    void a_file_with_a_flipped_bit_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(backup());
        for (int part = 0; part < 40; part++) {
            byte[] flipped = whole.clone();
            flipped[(whole.length - 1) * part / 39] ^= 4;
            refused(Files.write(directory.resolve("flipped.zip"), flipped), "damaged");
        }
    }

    @Test
    void a_foreign_file_and_one_that_is_not_there_are_refused() throws IOException {
        Path foreign = directory.resolve("foreign.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(foreign))) {
            zip.putNextEntry(new ZipEntry("holiday-pictures-of-last-summer.txt"));
        }
        refused(foreign, "is not a backup of this program");
        refused(directory.resolve("absent.zip"), "There is no file");
    }

    @Test
    void a_backup_of_a_newer_program_is_refused() throws IOException {
        Path file = backup();
        refused(rewritten(file, "schema", "9999"), "does not know");
        refused(rewritten(file, "format", 2), "does not know");
    }

    @Test
    void a_backup_whose_rows_are_not_those_of_the_manifest_is_refused() throws IOException {
        Path file = backup();
        refused(rewritten(file, "sha256", "0"), "is another than when the backup was taken");
    }

    @Test
    void a_restore_beside_a_running_job_changes_nothing() throws Exception {
        Path file = backup();
        try (Run _ = new Runs(database, InstantSource.system()).begin("scrape")) {
            refused(file, "A job is running");
        }
        restore(file);
    }

    private void refused(Path file, String words) {
        Map<String, String> before = state();
        assertThatThrownBy(() -> restore(file))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(words);
        assertThat(state()).isEqualTo(before);
        assertThat(schemas()).containsExactly("public");
    }

    /** A whole backup with another manifest. */
    private Path rewritten(Path file, String field, Object value) throws IOException {
        Path other = directory.resolve(field + ".zip");
        try (ZipFile from = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(other))) {
            to.setComment(BackupFile.COMMENT);
            for (ZipEntry entry : Collections.list(from.entries())) {
                byte[] content = from.getInputStream(entry).readAllBytes();
                to.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(BackupFile.MANIFEST)) {
                    ObjectNode manifest = (ObjectNode) JsonMapper.shared().readTree(content);
                    ObjectNode holder = field.equals("sha256")
                            ? (ObjectNode) manifest.get("tables").get(0)
                            : manifest;
                    holder.putPOJO(field, value);
                    content = JsonMapper.shared().writeValueAsBytes(manifest);
                }
                to.write(content);
            }
        }
        BackupFile.seal(other);
        return other;
    }

    private Path backup() {
        return backup(directory.resolve("backup.zip"));
    }

    private Path backup(Path file) {
        new Backup(database, "test", line -> {}).write(file);
        return file;
    }

    private void restore(Path file) {
        new Restore(database, line -> {}).restore(file);
    }

    private long count(String table) {
        return database.jdbc()
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }

    private List<String> schemas() {
        return database.jdbc()
                .sql("SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'")
                .query(String.class)
                .list();
    }

    /** Every row of every table, as text. */
    private Map<String, String> state() {
        Map<String, String> state = new TreeMap<>();
        for (String table : database.jdbc()
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'flyway%'")
                .query(String.class)
                .list()) {
            state.put(
                    table,
                    database.jdbc()
                            .sql("SELECT coalesce(string_agg(t::text, ' ' ORDER BY t::text), '') FROM \"" + table
                                    + "\" t")
                            .query(String.class)
                            .single());
        }
        return state;
    }
}
