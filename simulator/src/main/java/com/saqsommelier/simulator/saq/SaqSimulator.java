package com.saqsommelier.simulator.saq;

import com.saqsommelier.simulator.http.LocalServer;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/**
 * A stand-in for saq.com over HTTP/1.1 on the loopback interface: robots.txt, sitemaps, product pages in French and
 * English, the inventory endpoint, the store locator and Live Search. What it sells changes when {@link #world()} is told
 * to. It counts its visitors' requests and can be told to fail.
 */
public final class SaqSimulator implements AutoCloseable {

    /**
     * How the pages are written.
     *
     * @param genuineSize pages of about 400 KB, as genuine ones weigh, instead of 30 KB
     * @param showsQuantity whether the page itself states the online quantity, as pages of early 2026 are said to;
     *     those of 2025 ask the inventory endpoint
     * @param liveSearch who is let into Live Search
     */
    public record Options(boolean genuineSize, boolean showsQuantity, LiveSearchAccess liveSearch) {

        /** Small pages in the form of 2025. */
        public static final Options DEFAULT = new Options(false, false);

        /** Pages as told, and the usual key to Live Search. */
        public Options(boolean genuineSize, boolean showsQuantity) {
            this(genuineSize, showsQuantity, LiveSearchAccess.DEFAULT);
        }
    }

    private final LocalServer server;
    private final RequestLog requests;
    private final Faults faults;
    private final LivingCatalogue world;

    private SaqSimulator(LocalServer server, LivingCatalogue world, RequestLog requests, Faults faults) {
        this.server = server;
        this.world = world;
        this.requests = requests;
        this.faults = faults;
    }

    /**
     * Starts a site with small pages.
     *
     * @param port 1–65535, or 0 for any free port
     * @throws IOException when the port is taken
     */
    public static SaqSimulator start(int port, SaqCatalogue catalogue) throws IOException {
        return start(port, catalogue, Options.DEFAULT);
    }

    /**
     * Starts a site.
     *
     * @param port 1–65535, or 0 for any free port
     * @param catalogue what it sells on the first day; one that is not a {@link LivingCatalogue} becomes the beginning
     *     of one
     * @throws IOException when the port is taken
     */
    public static SaqSimulator start(int port, SaqCatalogue catalogue, Options options) throws IOException {
        LivingCatalogue world = catalogue instanceof LivingCatalogue living ? living : new LivingCatalogue(catalogue);
        RequestLog requests = new RequestLog();
        Faults faults = new Faults();
        // Pages hold absolute links, and the port is known only once the server runs.
        CompletableFuture<Site> site = new CompletableFuture<>();
        LocalServer server = LocalServer.start(port, exchange -> site.join().handle(exchange));
        site.complete(new Site(server.baseUrl().toString(), world, options, requests, faults));
        return new SaqSimulator(server, world, requests, faults);
    }

    /** The address to call, without a trailing slash. */
    public URI baseUrl() {
        return server.baseUrl();
    }

    /** What it sells, and where to let time go by. */
    public LivingCatalogue world() {
        return world;
    }

    /** What visitors have asked for. */
    public RequestLog requests() {
        return requests;
    }

    /** Where to tell it to fail. */
    public Faults faults() {
        return faults;
    }

    /** Stops at once; open connections are closed. */
    @Override
    public void close() {
        server.close();
    }
}
