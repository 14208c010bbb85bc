package com.saqsommelier.core.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** An open database whose schema is current. Safe for use by several threads. */
public final class Database implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 10;
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);

    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final AutoCloseable server;
    private final CompletableFuture<DatabaseException> lost;

    private Database(HikariDataSource pool, AutoCloseable server, CompletableFuture<DatabaseException> lost) {
        this.pool = pool;
        this.jdbc = JdbcClient.create(pool);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
        this.server = server;
        this.lost = lost;
    }

    /**
     * Opens the database, starting it where it is embedded and not running yet, and migrates its schema.
     *
     * @throws DatabaseException when it cannot be started, reached or migrated
     */
    public static Database open(DatabaseSettings settings) {
        return switch (settings) {
            case DatabaseSettings.External external -> open(external, () -> {});
            case DatabaseSettings.Embedded embedded -> {
                EmbeddedServer server = EmbeddedServer.open(embedded.directory());
                try {
                    String url = server.jdbcUrl();
                    HikariConfig config = configuration(url, EmbeddedServer.USER, server.password());
                    config.setDataSource(new EmbeddedServerDataSource(server));
                    yield connect(config, url, server, server.lost());
                } catch (RuntimeException e) {
                    server.close();
                    throw e;
                }
            }
        };
    }

    /**
     * Opens a database of the operator's own.
     *
     * @param closed is closed after the last connection
     */
    static Database open(DatabaseSettings.External external, AutoCloseable closed) {
        HikariConfig config = configuration(external.url(), external.user(), external.password());
        return connect(config, external.place(), closed, new CompletableFuture<>());
    }

    /**
     * The same database with another schema as the current one, which is neither made nor migrated. The caller closes it,
     * before this one.
     */
    public Database inSchema(String schema) {
        HikariConfig config = new HikariConfig();
        pool.copyStateTo(config);
        config.setPoolName("sommelier-" + schema);
        config.setSchema(schema);
        return new Database(new HikariDataSource(config), () -> {}, new CompletableFuture<>());
    }

    /** Connections to the database, pooled. */
    public DataSource dataSource() {
        return pool;
    }

    /** Statements against the database. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    /**
     * Does some work in one transaction: what it writes through {@link #jdbc()} is there as a whole or, when it throws,
     * not at all. Within another transaction it is a part of that one.
     *
     * @throws DataAccessException when the database does not answer, as a statement outside of a transaction does
     */
    public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        try {
            return transactions.execute(status -> work.get());
        } catch (TransactionException e) {
            throw new DataAccessResourceFailureException("The database cannot begin or end a transaction", e);
        }
    }

    /** Whether the database answers a trivial statement now. */
    public boolean answers() {
        try {
            return jdbc.sql("SELECT 1").query(Integer.class).single() == 1;
        } catch (DataAccessException e) {
            return false;
        }
    }

    /**
     * Completes, with the reason, when the embedded server has died and could not be started again. Never completes for
     * a server of the operator's own, which comes back when the operator starts it.
     */
    public CompletionStage<DatabaseException> lost() {
        return lost.minimalCompletionStage();
    }

    /** Closes all connections and, as the last user of an embedded server, stops it. */
    @Override
    public void close() {
        pool.close();
        try {
            server.close();
        } catch (Exception e) {
            throw new DatabaseException("The database could not be stopped: " + e.getMessage(), e);
        }
    }

    private static HikariConfig configuration(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("sommelier");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        return config;
    }

    private static Database connect(
            HikariConfig config, String place, AutoCloseable server, CompletableFuture<DatabaseException> lost) {
        String url = config.getJdbcUrl();
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new DatabaseException(
                    "The database at " + place + " cannot be reached as user " + config.getUsername() + ": "
                            + rootMessage(e).replace(url, place)
                            + ". Check SOMMELIER_DATABASE_URL, _USER and _PASSWORD, and that the server is running.",
                    e);
        }
        try {
            Flyway.configure().dataSource(pool).load().migrate();
        } catch (FlywayException e) {
            pool.close();
            throw new DatabaseException(
                    "The schema of " + place + " cannot be brought up to date: "
                            + String.valueOf(e.getMessage()).replace(url, place)
                            + ". The user needs the right to create tables; an older program cannot open a newer schema.",
                    e);
        }
        return new Database(pool, server, lost);
    }

    private static String rootMessage(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
