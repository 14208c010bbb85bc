package com.saqsommelier.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which update Telegram is asked for next: the one after the last that came (Bot API, getUpdates, {@code offset}). It moves
 * past updates that cannot be read, too. For one thread.
 */
final class PollingOffset {

    private static final Logger LOG = LoggerFactory.getLogger(PollingOffset.class);

    /** As many as Telegram brings at once. */
    private static final int MOST = 100;

    private static final Pattern NUMBER = Pattern.compile("\"update_id\"\\s*:\\s*(\\d{1,18})(?!\\d)");

    private long next;
    private int limit = MOST;

    /** 0 for the first that Telegram has. */
    long next() {
        return next;
    }

    /** How many updates to ask for. */
    int limit() {
        return limit;
    }

    /**
     * Moves past a batch.
     *
     * @return false where none of it has a number, nor anything that came before, so that it cannot be acknowledged
     */
    boolean acknowledge(JsonNode updates) {
        limit = MOST;
        long highest = -1;
        for (JsonNode update : updates) {
            OptionalLong id = UpdateReader.id(update);
            // A negative offset would make Telegram forget what waits.
            highest = Math.max(highest, id.isPresent() && id.getAsLong() < Long.MAX_VALUE ? id.getAsLong() : -1);
        }
        if (highest >= 0) {
            // Not the highest of all time: after a quiet week Telegram begins anew at any number.
            next = highest + 1;
        } else if (!updates.isEmpty() && next > 0) {
            // It stands at this number or soon after; whatever could be read would have come with it.
            next++;
        }
        return highest >= 0 || updates.isEmpty() || next > 0;
    }

    /**
     * Moves past an update that makes the whole answer unreadable: asks for one at a time, until it is the only one.
     *
     * @param answer that is not JSON
     * @return false where the answer does not look like one with updates
     */
    boolean isolate(String answer) {
        Matcher first = NUMBER.matcher(answer);
        if (!first.find()) {
            return false;
        }
        if (limit > 1) {
            limit = 1;
            return true;
        }
        limit = MOST;
        next = Long.parseLong(first.group(1)) + 1;
        LOG.warn("Update {} is not JSON and is passed over", next - 1);
        return true;
    }
}
