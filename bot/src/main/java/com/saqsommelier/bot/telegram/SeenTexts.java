package com.saqsommelier.bot.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * The texts of the latest messages, as far as it takes to know whether an edit changed their words: Telegram reports edits of
 * other kinds, too (Bot API, Update, {@code edited_message}). Keeps no words. Safe for use by several threads.
 */
public final class SeenTexts {

    private static final int MOST = 20_000;
    private static final Duration KEPT = Duration.ofDays(2);

    private final Cache<Place, Integer> texts =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    private record Place(long chat, int message) {}

    /** Notes what a message says, and whether that is other than before; true for one that is not known. */
    public boolean isNews(Message message) {
        if (message.getText() == null || message.getMessageId() == null) {
            return true;
        }
        int text = message.getText().hashCode();
        Integer before = texts.asMap().put(new Place(message.getChatId(), message.getMessageId()), text);
        return before == null || before != text;
    }
}
