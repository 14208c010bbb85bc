package com.saqsommelier.core.database;

import java.nio.file.Path;

/** Which PostgreSQL to use. */
public sealed interface DatabaseSettings {

    /**
     * A PostgreSQL that this system starts and stops itself, on a free port of the loopback interface.
     *
     * @param directory where its files are; made when absent
     */
    record Embedded(Path directory) implements DatabaseSettings {}

    /**
     * The operator's own server.
     *
     * @param url a JDBC URL: {@code jdbc:postgresql://host:5432/sommelier}
     */
    record External(String url, String user, String password) implements DatabaseSettings {

        @Override
        public String toString() {
            return "External[url=" + url + ", user=" + user + "]";
        }
    }
}
