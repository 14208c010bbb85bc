package com.saqsommelier.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Call;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Telegram's response to a call (Bot API, "Making requests").
 *
 * @param status of HTTP
 * @param text the body; a sequence of bytes that is not UTF-8 is replaced
 */
record BotApiResponse(int status, String text) {

    private static final int LONGEST_SHOWN = 200;

    /** Makes a call and reads all of the answer. */
    static BotApiResponse of(Call call) throws IOException {
        try (Response response = call.execute()) {
            ResponseBody body = response.body();
            return new BotApiResponse(
                    response.code(), body == null ? "" : new String(body.bytes(), StandardCharsets.UTF_8));
        }
    }

    /** The body as JSON. */
    JsonNode json() throws JsonProcessingException {
        return BotApi.parse(text);
    }

    /** The same, empty where it is something else. */
    private JsonNode jsonOrNothing() {
        try {
            return json();
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** Whether Telegram did what it was asked to. */
    boolean ok() {
        return status == 200 && jsonOrNothing().path("ok").asBoolean(false);
    }

    /** The call's result; missing where it returned nothing that can be read. */
    JsonNode result() {
        return jsonOrNothing().path("result");
    }

    /** Why Telegram refused, in its own words. */
    String description() {
        String said = jsonOrNothing().path("description").asText("");
        String shown = said.isEmpty() ? text : said;
        return status + " " + (shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) + "…" : shown);
    }

    /** In seconds; 0 where Telegram does not ask to come again. */
    int retryAfter() {
        return status == 429
                ? jsonOrNothing().path("parameters").path("retry_after").asInt(0)
                : 0;
    }

    /** The number of the supergroup that a group became; null where it did not. */
    @Nullable
    Long migratedTo() {
        JsonNode moved = jsonOrNothing().path("parameters").path("migrate_to_chat_id");
        return moved.isIntegralNumber() && moved.canConvertToLong() ? moved.longValue() : null;
    }
}
