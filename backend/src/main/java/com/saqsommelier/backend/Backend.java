package com.saqsommelier.backend;

import com.saqsommelier.backend.health.DataDirectory;
import com.saqsommelier.backend.http.ApiAccess;
import com.saqsommelier.backend.index.StartupResources;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.recommend.claude.ClaudeSettings;
import com.saqsommelier.recommend.retrieve.Sommelier;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.search.IndexFeed;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running backend: the contract over HTTP, on an index of its own. */
public final class Backend implements AutoCloseable {

    /** How long a stop waits for requests in flight; longer than a recommendation takes, shorter than supervisors wait. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(25);

    static {
        // Logback is set up by its own file. Spring would do it again at each start of a backend, drop what is logged
        // meanwhile, and fail when two start at once.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    }

    private final StartupResources foundation;
    private final ServletWebServerApplicationContext server;
    private final Listener listener;

    private Backend(StartupResources foundation, ServletWebServerApplicationContext server, Listener listener) {
        this.listener = listener;
        this.foundation = foundation;
        this.server = server;
    }

    /**
     * Brings the index up to date and starts to serve.
     *
     * @throws BackendStartException when the port is taken
     */
    public static Backend start(BackendSettings settings, Database database) {
        return start(settings, CompletableFuture.completedFuture(database));
    }

    /**
     * Brings the index up to date and starts to serve.
     *
     * @param database may still be opening; where that fails, so does this, with the same exception
     * @throws BackendStartException when the port is taken
     */
    public static Backend start(BackendSettings settings, CompletableFuture<Database> database) {
        StartupResources foundation = new StartupResources(settings.indexDirectory(), settings.vectors(), database);
        try {
            Backend backend = new Backend(foundation, serve(settings, foundation), settings.listener());
            foundation.complete();
            return backend;
        } catch (RuntimeException e) {
            RuntimeException reason = foundation.failure().orElse(e);
            foundation.close();
            throw portInUse(reason)
                    .<RuntimeException>map(taken -> new BackendStartException(
                            "Port " + taken.getPort() + " is taken. Stop the program that uses it, or set"
                                    + " SOMMELIER_BACKEND_PORT to another one.",
                            taken))
                    .orElse(reason);
        }
    }

    /** Where it answers, without a trailing slash. */
    public URI baseUrl() {
        return URI.create("http://" + listener.host() + ":"
                + Objects.requireNonNull(server.getWebServer()).getPort());
    }

    /** The web application, for tests that enumerate its operations. */
    ApplicationContext context() {
        return server;
    }

    @Override
    public void close() {
        server.close();
        foundation.close();
    }

    private static Optional<PortInUseException> portInUse(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return Optional.of(taken);
            }
        }
        return Optional.empty();
    }

    private static ApiAccess callers(BackendSettings settings) {
        return new ApiAccess(settings.apiKey(), settings.open(), settings.limits(), settings.origins());
    }

    private static ServletWebServerApplicationContext serve(BackendSettings settings, StartupResources foundation) {
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(BackendApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(ApiAccess.class, () -> callers(settings));
                    beans.registerBean(DataDirectory.class, () -> new DataDirectory(settings.dataDirectory()));
                    settings.claude().ifPresent(how -> beans.registerBean(ClaudeSettings.class, () -> how));
                    beans.registerBean(Database.class, foundation::database, bean -> bean.setDestroyMethodName(""));
                    beans.registerBean(Products.class, foundation::products);
                    beans.registerBean(CatalogueIndex.class, foundation::index, bean -> bean.setDestroyMethodName(""));
                    beans.registerBean(Sommelier.class, foundation::sommelier);
                    beans.registerBean(IndexFeed.class, foundation::feed, bean -> bean.setDestroyMethodName(""));
                })
                .run(
                        "--server.address=" + settings.listener().address(),
                        "--server.port=" + settings.listener().port(),
                        "--server.compression.enabled=true",
                        "--server.compression.mime-types=application/json,application/problem+json,text/csv,text/html,"
                                + "text/css,text/javascript,application/javascript,text/plain",
                        "--management.metrics.system.diskspace.paths="
                                + settings.dataDirectory().map(Path::toString).orElse("."),
                        "--spring.web.resources.add-mappings=false",
                        "--server.forward-headers-strategy="
                                + (settings.listener().trustedProxies().isEmpty() ? "none" : "native"),
                        "--server.tomcat.remoteip.internal-proxies="
                                + String.join(",", settings.listener().trustedProxies()),
                        "--management.endpoints.web.exposure.include=prometheus",
                        "--management.endpoints.access.default=none",
                        "--management.endpoint.prometheus.access=read-only",
                        "--management.endpoints.web.discovery.enabled=false",
                        "--server.shutdown=graceful",
                        "--spring.threads.virtual.enabled=true",
                        "--spring.main.log-startup-info=false",
                        "--spring.lifecycle.timeout-per-shutdown-phase=" + LONGEST_STOP.toSeconds() + "s",
                        "--springdoc.swagger-ui.path=/docs",
                        "--springdoc.swagger-ui.operations-sorter=alpha");
    }
}
