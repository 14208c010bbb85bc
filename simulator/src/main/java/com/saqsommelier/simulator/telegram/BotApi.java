package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Exchange;
import com.saqsommelier.simulator.http.Json;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Bot API over HTTP at {@code /bot<token>/<method>}. Any well-formed token is the token of the one bot.
 *
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Making requests</a>
 */
final class BotApi {

    private static final Pattern PATH = Pattern.compile("/bot(?<token>[^/]*)/(?<method>[A-Za-z]+)");
    private static final Pattern TOKEN = Pattern.compile("(?<id>[1-9]\\d{0,17}):[A-Za-z0-9_-]+");
    private final Messenger messenger;
    private final BotMethods methods;
    private final PlannedFailures failures;
    private final CallLog log;
    private final InstantSource clock;

    BotApi(Messenger messenger, BotMethods methods, PlannedFailures failures, CallLog log, InstantSource clock) {
        this.messenger = messenger;
        this.methods = methods;
        this.failures = failures;
        this.log = log;
        this.clock = clock;
    }

    static boolean isFor(String path) {
        return path.startsWith("/bot");
    }

    void handle(Exchange exchange) throws IOException {
        Matcher path = PATH.matcher(exchange.path());
        String method = path.matches() ? path.group("method") : exchange.path();
        Map<String, String> sent = Map.of();
        ApiException refusal = null;
        JsonNode result = null;
        Optional<PlannedFailure> planned = failures.take(method);
        try {
            BotIdentity bot = identity(path);
            Parameters parameters = Parameters.of(exchange);
            sent = parameters.asText();
            if (planned.orElse(null) instanceof PlannedFailure.Refusal refused) {
                throw new ApiException(refused.status(), refused.description(), refused.retryAfter());
            }
            if (planned.orElse(null) instanceof PlannedFailure.Silence silence) {
                log.add(new CallRecord(method, sent, 0, "no answer", clock.instant()));
                Thread.sleep(silence.time());
                return;
            }
            messenger.botIs(bot);
            result = methods.call(method, bot, parameters);
        } catch (ApiException refused) {
            refusal = refused;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return;
        }
        if (planned.orElse(null) instanceof PlannedFailure.CutAfterAccepting) {
            log.add(new CallRecord(method, sent, 0, "connection cut", clock.instant()));
            return;
        }
        int status = refusal == null ? 200 : refusal.status();
        String description = refusal == null ? "" : refusal.description();
        log.add(new CallRecord(method, sent, status, description, clock.instant()));
        exchange.answer(status, "application/json", (refusal == null ? success(result) : error(refusal)).toString());
    }

    private static BotIdentity identity(Matcher path) {
        if (!path.matches()) {
            throw new ApiException(404, "Not Found", null);
        }
        Matcher token = TOKEN.matcher(path.group("token"));
        if (!token.matches()) {
            throw new ApiException(401, "Unauthorized", null);
        }
        return new BotIdentity(Long.parseLong(token.group("id")));
    }

    private static ObjectNode success(@Nullable JsonNode result) {
        ObjectNode answer = Json.object().put("ok", true);
        answer.set("result", result);
        return answer;
    }

    private static ObjectNode error(ApiException refusal) {
        ObjectNode answer = Json.object()
                .put("ok", false)
                .put("error_code", refusal.status())
                .put("description", refusal.description());
        refusal.retryAfter().ifPresent(wait -> answer.putObject("parameters").put("retry_after", wait.toSeconds()));
        return answer;
    }
}
