package com.saqsommelier.backend;

import com.saqsommelier.backend.http.RequestLimits;
import com.saqsommelier.recommend.claude.ClaudeSettings;
import com.saqsommelier.recommend.vector.VectorSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How to serve.
 *
 * @param listener where to listen, and behind which proxies
 * @param apiKey what callers must send as X-API-Key; empty where nobody may ask for what is about people
 * @param open whether the catalogue may be read without the key
 * @param limits how often callers may ask
 * @param origins the sites whose pages may call the API from a browser, as {@code https://example.com}; none for no site
 * @param indexDirectory where the index outlives the process; empty for one in memory, which every start builds
 * @param vectors how the sommelier compares meanings; empty for facts and words alone
 * @param claude how the sommelier asks Claude; empty for the rules alone
 */
public record BackendSettings(
        Listener listener,
        Optional<String> apiKey,
        boolean open,
        RequestLimits limits,
        List<String> origins,
        Optional<Path> indexDirectory,
        Optional<VectorSettings> vectors,
        Optional<ClaudeSettings> claude) {

    /** Copies the list. */
    public BackendSettings {
        origins = List.copyOf(origins);
    }

    /** On the loopback interface, without limits, for no site, with an index in memory. */
    public BackendSettings(int port, Optional<String> apiKey, boolean open) {
        this(
                Listener.onLoopback(port),
                apiKey,
                open,
                RequestLimits.NONE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** With a key for everything, or with an open catalogue and nothing else. */
    public BackendSettings(int port, Optional<String> apiKey) {
        this(port, apiKey, apiKey.isEmpty());
    }

    /** The directory that the index is kept in with everything else that lasts; empty where nothing is kept here. */
    Optional<Path> dataDirectory() {
        return indexDirectory.map(index -> index.toAbsolutePath().getParent());
    }

    /** The same with limits. */
    public BackendSettings limitedTo(RequestLimits limits) {
        return new BackendSettings(listener, apiKey, open, limits, origins, indexDirectory, vectors, claude);
    }

    /** The same at another address. */
    public BackendSettings listeningAt(Listener listener) {
        return new BackendSettings(listener, apiKey, open, limits, origins, indexDirectory, vectors, claude);
    }

    /** The same for the pages of some sites. */
    public BackendSettings forSites(List<String> origins) {
        return new BackendSettings(listener, apiKey, open, limits, origins, indexDirectory, vectors, claude);
    }

    /** The same with an index that outlives the process. */
    public BackendSettings withIndexIn(Path directory) {
        return new BackendSettings(listener, apiKey, open, limits, origins, Optional.of(directory), vectors, claude);
    }

    /** The same with a sommelier who compares meanings. */
    public BackendSettings withVectors(VectorSettings vectors) {
        return new BackendSettings(
                listener, apiKey, open, limits, origins, indexDirectory, Optional.of(vectors), claude);
    }

    /** The same with a sommelier who asks Claude. */
    public BackendSettings asking(Optional<ClaudeSettings> claude) {
        return new BackendSettings(listener, apiKey, open, limits, origins, indexDirectory, vectors, claude);
    }

    @Override
    public String toString() {
        return "BackendSettings[listener=" + listener + ", apiKey=" + (apiKey.isPresent() ? "set" : "none") + ", open="
                + open
                + ", limits=" + limits + ", origins=" + origins + ", indexDirectory=" + indexDirectory + ", vectors="
                + vectors + ", claude=" + claude + "]";
    }
}
