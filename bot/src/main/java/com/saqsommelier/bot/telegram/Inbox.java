package com.saqsommelier.bot.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Takes updates, from wherever they come, to those who handle them: each once, in the order of its chat.
 *
 * <p>It remembers the last 10,000, so that one that comes again while this process lives is not handled again, be the
 * backend there or not. What other processes handled, or this one before it was started, is the backend's to know.
 */
public final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int MOST_REMEMBERED = 10_000;

    private final ChatExecutor chats;
    private final ToLongFunction<Update> chat;
    private final Predicate<Update> gate;
    private final Predicate<Update> handler;
    private final Consumer<Update> tooMuch;
    private final Map<Integer, CompletableFuture<Boolean>> recent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, CompletableFuture<Boolean>> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /**
     * An inbox.
     *
     * @param chat in whose order an update stands
     * @param gate says at once whether the update is to be handled
     * @param handler says whether the update is done with; if not, it is to be brought again later
     * @param tooMuch gets what is not handled because its chat has too much waiting already; must return at once
     */
    public Inbox(
            ChatExecutor chats,
            ToLongFunction<Update> chat,
            Predicate<Update> gate,
            Predicate<Update> handler,
            Consumer<Update> tooMuch) {
        this.chats = chats;
        this.chat = chat;
        this.gate = gate;
        this.handler = handler;
        this.tooMuch = tooMuch;
    }

    /**
     * Takes an update and returns at once.
     *
     * @return whether it is done with, once that is known; the same for one that came before
     */
    public CompletableFuture<Boolean> take(Update update) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        synchronized (recent) {
            CompletableFuture<Boolean> known = recent.putIfAbsent(update.getUpdateId(), done);
            if (known != null) {
                LOG.debug("Update {} came again", update.getUpdateId());
                return known;
            }
        }
        if (!gate.test(update)) {
            done.complete(true);
        } else if (!chats.submit(chat.applyAsLong(update), () -> handle(update, done))) {
            done.complete(true);
            tooMuch.accept(update);
        }
        return done;
    }

    /** Takes an update of which nobody waits to hear. */
    public void accept(Update update) {
        var _ = take(update);
    }

    private void handle(Update update, CompletableFuture<Boolean> done) {
        boolean finished = true;
        try {
            finished = handler.test(update);
        } finally {
            if (!finished) {
                synchronized (recent) {
                    recent.remove(update.getUpdateId());
                }
            }
            done.complete(finished);
        }
    }
}
