package com.saqsommelier.core.database;

import java.io.IOException;
import java.nio.file.Path;

/** A program that opens the database of a directory, says where it is, and closes it when its input ends. */
final class DatabaseUser {

    private DatabaseUser() {}

    public static void main(String[] args) throws IOException {
        try (Database database = Database.open(new DatabaseSettings.Embedded(Path.of(args[0])))) {
            String port = database.jdbc().sql("SHOW port").query(String.class).single();
            System.out.println("open on port " + port);
            while (System.in.read() >= 0) {
                // Only the end of the input matters.
            }
        }
        System.out.println("closed");
    }
}
