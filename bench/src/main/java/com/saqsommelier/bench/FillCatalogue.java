package com.saqsommelier.bench;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.DatabaseSettings;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import java.nio.file.Path;

/** Fills a data directory with generated products. Arguments: directory, products. */
final class FillCatalogue {

    private FillCatalogue() {}

    public static void main(String[] args) {
        Path server = Path.of(args[0]).resolve("postgres");
        try (Database database = Database.open(new DatabaseSettings.Embedded(server))) {
            BenchEnvironment.fill(database, new GeneratedCatalogue(Questions.SEED, Integer.parseInt(args[1])));
        }
    }
}
