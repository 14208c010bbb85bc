package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a message may carry beside its text. */
sealed interface ReplyMarkup {

    /** As in JSON. */
    ObjectNode json();

    /** Buttons under the message; the only markup that is shown to others in the message itself. */
    record Inline(List<List<InlineButton>> rows) implements ReplyMarkup {

        public Inline {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public ObjectNode json() {
            ObjectNode markup = Json.object();
            ArrayNode keyboard = markup.putArray("inline_keyboard");
            for (List<InlineButton> row : rows) {
                ArrayNode buttons = keyboard.addArray();
                row.forEach(button -> buttons.add(button.json()));
            }
            return markup;
        }
    }

    /** A keyboard in place of the person's own. */
    record Keyboard(
            List<List<ReplyButton>> rows,
            boolean persistent,
            boolean oneTime,
            @Nullable String placeholder) implements ReplyMarkup {

        public Keyboard {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public ObjectNode json() {
            ObjectNode markup = Json.object();
            ArrayNode keyboard = markup.putArray("keyboard");
            for (List<ReplyButton> row : rows) {
                ArrayNode buttons = keyboard.addArray();
                for (ReplyButton button : row) {
                    ObjectNode json = buttons.addObject().put("text", button.text());
                    if (button.requestLocation()) {
                        json.put("request_location", true);
                    }
                }
            }
            markup.put("is_persistent", persistent).put("one_time_keyboard", oneTime);
            if (placeholder != null) {
                markup.put("input_field_placeholder", placeholder);
            }
            return markup;
        }
    }

    /** Gives the person their own keyboard back. */
    record Remove() implements ReplyMarkup {
        @Override
        public ObjectNode json() {
            return Json.object().put("remove_keyboard", true);
        }
    }

    /** Makes the person's next message a reply to this one. */
    record ForceReply(@Nullable String placeholder) implements ReplyMarkup {
        @Override
        public ObjectNode json() {
            ObjectNode markup = Json.object().put("force_reply", true);
            if (placeholder != null) {
                markup.put("input_field_placeholder", placeholder);
            }
            return markup;
        }
    }
}
