package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the bot wants its updates brought, if anywhere. As long as there is such a place getUpdates is refused.
 *
 * <p>An address is https at the ports that Telegram knows; http is taken for this machine only, as a Bot API server of
 * one's own takes it. Safe for use by several threads.
 *
 * @see <a href="https://core.telegram.org/bots/api#setwebhook">setWebhook</a>
 */
final class Webhook implements AutoCloseable {

    private static final Set<Integer> PORTS = Set.of(-1, 80, 88, 443, 8443);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final long USUAL_CONNECTIONS = 40;
    private static final long MOST_CONNECTIONS = 100;

    private final Updates updates;
    private final PlannedFailures failures;
    private final InstantSource clock;
    private @Nullable WebhookDelivery delivery;
    private @Nullable Instant failedAt;
    private String failure = "";

    Webhook(Updates updates, PlannedFailures failures, InstantSource clock) {
        this.updates = updates;
        this.failures = failures;
        this.clock = clock;
    }

    /** setWebhook; without an address it is deleteWebhook. */
    synchronized JsonNode set(Parameters parameters) {
        if (parameters.text("url").isEmpty()) {
            return delete(parameters);
        }
        URI address = address(parameters.text("url"));
        String secret = parameters.text("secret_token");
        if (!secret.isEmpty() && !SECRET.matcher(secret).matches()) {
            throw ApiException.badRequest(
                    secret.length() > 256 ? "secret token is too long" : "secret token contains unallowed characters");
        }
        int connections = Math.toIntExact(
                Math.clamp(parameters.integer("max_connections").orElse(USUAL_CONNECTIONS), 1, MOST_CONNECTIONS));
        updates.allow(parameters);
        stop();
        dropWhereAsked(parameters);
        updates.bringThem(true);
        delivery = new WebhookDelivery(address, secret, connections, updates, failures, this::failed);
        return BooleanNode.TRUE;
    }

    /** deleteWebhook; there need not be one. */
    synchronized JsonNode delete(Parameters parameters) {
        stop();
        dropWhereAsked(parameters);
        updates.bringThem(false);
        return BooleanNode.TRUE;
    }

    /** getWebhookInfo. */
    synchronized JsonNode describe(Parameters parameters) {
        ObjectNode description = Json.object()
                .put("url", delivery == null ? "" : delivery.address().toString())
                .put("has_custom_certificate", false)
                .put("pending_update_count", updates.waiting());
        if (delivery != null) {
            description.put("max_connections", delivery.connections());
            if (failedAt != null) {
                description.put("last_error_date", failedAt.getEpochSecond()).put("last_error_message", failure);
            }
        }
        updates.describeAllowed(description);
        return description;
    }

    private synchronized void failed(String reason) {
        failedAt = clock.instant();
        failure = reason;
    }

    private void stop() {
        if (delivery != null) {
            delivery.close();
            delivery = null;
        }
        failedAt = null;
    }

    private void dropWhereAsked(Parameters parameters) {
        if (parameters.flag("drop_pending_updates")) {
            updates.drop();
        }
    }

    private static URI address(String text) {
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException malformed) {
            throw ApiException.badRequest("bad webhook: invalid webhook URL specified");
        }
        if (address.getHost() == null) {
            throw ApiException.badRequest("bad webhook: invalid webhook URL specified");
        }
        if (LOOPBACK.contains(address.getHost()) && "http".equals(address.getScheme())) {
            return address;
        }
        if (!"https".equals(address.getScheme())) {
            throw ApiException.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }
        if (!PORTS.contains(address.getPort())) {
            throw ApiException.badRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        }
        return address;
    }

    @Override
    public synchronized void close() {
        stop();
    }
}
