package com.saqsommelier.bot.telegram;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * Where a bot's methods are, and whose they are.
 *
 * @param token a secret: it is not in {@link #toString()}
 * @param server scheme, host and maybe a port
 */
public record BotApi(String token, URI server) {

    static final MediaType JSON_TYPE = MediaType.get("application/json");

    private static final ObjectMapper JSON = new ObjectMapper()
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Whether an address is this machine's own, by its looks. */
    public static boolean isLoopback(URI address) {
        return LOOPBACK.contains(address.getHost());
    }

    /**
     * A call of a method, with its parameters as JSON.
     *
     * @param method as the Bot API names it
     */
    Request request(String method, byte[] parameters) {
        return request(method, RequestBody.create(parameters, JSON_TYPE));
    }

    /** The same. */
    Request request(String method, RequestBody parameters) {
        String scheme = server.getScheme();
        int port = server.getPort();
        HttpUrl address = new HttpUrl.Builder()
                .scheme(scheme)
                .host(server.getHost())
                .port(port >= 0 ? port : HttpUrl.defaultPort(scheme))
                .addPathSegment("bot" + token)
                .addPathSegment(method)
                .build();
        return new Request.Builder().url(address).post(parameters).build();
    }

    /** The parameters of a method. */
    static byte[] json(Consumer<ObjectNode> parameters) {
        ObjectNode node = JSON.createObjectNode();
        parameters.accept(node);
        return json((Object) node);
    }

    /** An object of the library as JSON, without the fields that are not set: Bot API does not promise to accept null. */
    static byte[] json(Object method) {
        try {
            return JSON.writeValueAsBytes(method);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A call that cannot be written as JSON", e);
        }
    }

    /** Reads JSON; nothing is a missing node. */
    static JsonNode parse(String text) throws JsonProcessingException {
        JsonNode read = JSON.readTree(text);
        return read == null ? MissingNode.getInstance() : read;
    }

    /** The server alone. */
    @Override
    public String toString() {
        return "BotApi[token=(secret), server=" + server + "]";
    }
}
