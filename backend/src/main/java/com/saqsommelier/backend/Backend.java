package com.saqsommelier.backend;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.recommend.retrieve.Sommelier;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.search.IndexFeed;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running backend: the contract over HTTP, on an index of its own. */
public final class Backend implements AutoCloseable {

    private final CatalogueIndex index;
    private final IndexFeed feed;
    private final Shelving shelving;
    private final ServletWebServerApplicationContext server;

    private Backend(
            CatalogueIndex index, IndexFeed feed, Shelving shelving, ServletWebServerApplicationContext server) {
        this.index = index;
        this.feed = feed;
        this.shelving = shelving;
        this.server = server;
    }

    /**
     * Fills the index and starts to serve.
     *
     * @throws BackendStartException when the port is taken
     */
    public static Backend start(BackendSettings settings, Database database) {
        CatalogueIndex index =
                settings.indexDirectory().map(CatalogueIndex::keptIn).orElseGet(CatalogueIndex::new);
        Shelving shelving = new Shelving(index);
        IndexFeed feed = null;
        try {
            Products products = new Products(database);
            feed = IndexFeed.start(products, index, shelving::update);
            Sommelier sommelier = new Sommelier(shelving.shelf(), index, Optional.empty());
            Backend backend =
                    new Backend(index, feed, shelving, serve(settings, database, products, index, feed, sommelier));
            shelving.begin();
            return backend;
        } catch (RuntimeException e) {
            if (feed != null) {
                feed.close();
            }
            shelving.close();
            index.close();
            throw portInUse(e)
                    .<RuntimeException>map(taken -> new BackendStartException(
                            "Port " + taken.getPort() + " is taken. Stop the program that uses it, or set"
                                    + " SOMMELIER_BACKEND_PORT to another one.",
                            taken))
                    .orElse(e);
        }
    }

    /** Where it answers, without a trailing slash. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:"
                + Objects.requireNonNull(server.getWebServer()).getPort());
    }

    @Override
    public void close() {
        server.close();
        feed.close();
        shelving.close();
        index.close();
    }

    private static Optional<PortInUseException> portInUse(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return Optional.of(taken);
            }
        }
        return Optional.empty();
    }

    private static ServletWebServerApplicationContext serve(
            BackendSettings settings,
            Database database,
            Products products,
            CatalogueIndex index,
            IndexFeed feed,
            Sommelier sommelier) {
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(BackendApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(BackendSettings.class, () -> settings);
                    beans.registerBean(Database.class, () -> database, bean -> bean.setDestroyMethodName(""));
                    beans.registerBean(Products.class, () -> products);
                    beans.registerBean(CatalogueIndex.class, () -> index, bean -> bean.setDestroyMethodName(""));
                    beans.registerBean(Sommelier.class, () -> sommelier);
                    beans.registerBean(IndexFeed.class, () -> feed, bean -> bean.setDestroyMethodName(""));
                })
                .run(
                        "--server.address=127.0.0.1",
                        "--server.port=" + settings.port(),
                        "--server.compression.enabled=true",
                        "--server.compression.mime-types=application/json,application/problem+json,text/csv,text/html,"
                                + "text/css,text/javascript,application/javascript,text/plain",
                        "--server.forward-headers-strategy=native",
                        "--management.endpoints.web.exposure.include=prometheus",
                        "--management.endpoints.access.default=none",
                        "--management.endpoint.prometheus.access=read-only",
                        "--management.endpoints.web.discovery.enabled=false",
                        "--server.shutdown=graceful",
                        "--spring.threads.virtual.enabled=true",
                        "--spring.main.log-startup-info=false",
                        "--spring.lifecycle.timeout-per-shutdown-phase=2s",
                        "--springdoc.swagger-ui.path=/docs",
                        "--springdoc.swagger-ui.operations-sorter=alpha");
    }
}
