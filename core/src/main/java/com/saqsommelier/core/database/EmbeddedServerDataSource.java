package com.saqsommelier.core.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** New connections to an embedded server, wherever it listens now: it may have been started anew on another port. */
final class EmbeddedServerDataSource extends AbstractDataSource {

    private final EmbeddedServer server;

    EmbeddedServerDataSource(EmbeddedServer server) {
        this.server = server;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(EmbeddedServer.USER, server.password());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), user, password);
    }
}
