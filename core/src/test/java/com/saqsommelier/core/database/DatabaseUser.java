package com.saqsommelier.core.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A program that opens the database of a directory, says where it is, tells for each line of its input whether the
 * database answers within a minute, and closes it when its input ends.
 */
final class DatabaseUser {

    private DatabaseUser() {}

    public static void main(String[] args) throws IOException {
        try (Database database = Database.open(new DatabaseSettings.Embedded(Path.of(args[0])))) {
            String port = database.jdbc().sql("SHOW port").query(String.class).single();
            System.out.println("open on port " + port);
            BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (input.readLine() != null) {
                long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
                while (!database.answers() && System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                System.out.println(database.answers() ? "answers" : "does not answer");
            }
        }
        System.out.println("closed");
    }
}
