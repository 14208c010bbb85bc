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
     * Whether a text is the address of a PostgreSQL, as {@code jdbc:postgresql://host:5432/sommelier}. User and password
     * before the host are not part of one: the driver takes them for a port and reports them.
     */
    static boolean isAddress(String url) {
        String host = "([A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?";
        return url.matches("jdbc:postgresql:(//" + host + "(," + host + ")*/?)?[^/?@#:;\\s]*(\\?\\S*)?");
    }

    /**
     * The operator's own server.
     *
     * @param url a JDBC URL: {@code jdbc:postgresql://host:5432/sommelier}
     */
    record External(String url, String user, String password) implements DatabaseSettings {

        /** Where the server is, without parameters, among which there may be a password; for messages. */
        public String place() {
            return isAddress(url) ? url.replaceFirst("\\?.*", "") : "the address that is set";
        }

        @Override
        public String toString() {
            return "External[url=" + place() + ", user=" + user + "]";
        }
    }
}
