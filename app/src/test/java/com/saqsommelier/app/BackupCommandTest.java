package com.saqsommelier.app;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.TestDatabase;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.DatabaseSettings;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.core.run.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code backup} and {@code restore} as processes, beside another one that uses the embedded server. */
class BackupCommandTest {

    @TempDir
    private Path directory;

    @Test
    void a_backup_is_taken_verified_and_restored_beside_a_process_that_uses_the_database() throws Exception {
        Path postgres = directory.resolve("data/postgres");
        TestDatabase.shareBinaries(postgres);
        Path backups = Files.createDirectory(directory.resolve("mes sauvegardes d'été"));
        try (Database database = Database.open(new DatabaseSettings.Embedded(postgres))) {
            Products products = new Products(database);
            products.store(aRedWine().sku("101").reading());
            assertThat(run(0, "backup", backups.toString())).contains("\"command\":\"backup\"");
            Path file = only(backups);
            products.store(aRedWine().sku("102").reading());

            assertThat(run(0, "restore", "--verify", file.toString())).contains("\"command\":\"restore-verify\"");
            assertThat(products.find("102")).isPresent();
            run(0, "restore", file.toString());

            assertThat(products.find("101")).isPresent();
            assertThat(products.find("102")).isEmpty();
            assertThat(new Runs(database, InstantSource.system()).lastComplete("restore"))
                    .isPresent();
            Path damaged = Files.write(directory.resolve("damaged.zip"), new byte[100]);
            assertThat(run(2, "restore", damaged.toString())).contains("\"exit\":2");
        }
    }

    private String run(int exit, String... arguments) throws IOException, InterruptedException {
        try (SommelierProcess process = SommelierProcess.start(directory, Map.of(), arguments)) {
            assertThat(process.exitCode()).as(process.errors()).isEqualTo(exit);
            return process.lastLineOfOutput();
        }
    }

    private static Path only(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.findFirst().orElseThrow();
        }
    }
}
