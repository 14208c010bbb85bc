package com.saqsommelier.simulator.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP/1.1 server on the loopback interface, one virtual thread a request. Handlers are called concurrently.
 *
 * <p>It never listens beyond loopback, so a stand-in cannot be mistaken for the real thing by another machine.
 */
public final class LocalServer implements AutoCloseable {

    static {
        // Without it the last small packet of an answer waits for the client's delayed acknowledgement, 40 ms on Linux.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private LocalServer(HttpServer server, Handler handler) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                handler.handle(new Exchange(exchange));
            }
        });
        server.start();
    }

    /**
     * Starts a server.
     *
     * @param port 1–65535, or 0 for any free port
     * @param handler answers every request; an exception it throws closes the connection without an answer
     * @throws IOException when the port is taken
     */
    public static LocalServer start(int port, Handler handler) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new LocalServer(HttpServer.create(address, 0), handler);
    }

    /** The address to call, without a trailing slash: {@code http://127.0.0.1:8090}. */
    public URI baseUrl() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://127.0.0.1:" + address.getPort());
    }

    /** Stops at once: running handlers are interrupted and open connections closed. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** Answers one request. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Answers the exchange, or leaves it unanswered, which the client sees as a closed connection.
         *
         * @throws IOException when the client went away
         */
        void handle(Exchange exchange) throws IOException;
    }
}
