package com.saqsommelier.simulator.telegram;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as the person sees it.
 *
 * @param id grows with time
 * @param fromBot whether the bot wrote it
 * @param text without markup; empty for what is no text
 * @param html the text with its formatting, safe to show
 * @param inlineButtons the buttons under it, by row
 * @param replyKeyboard the keyboard that it puts in place of the person's own, by row
 * @param edited whether the bot changed it since
 * @param date when it was first written
 * @param attachment what it is instead of a text; null for a text
 * @param viaBot whether a person chose it among the bot's inline results
 * @param preview the link whose preview is shown with it; null for none
 */
public record ChatMessage(
        long id,
        boolean fromBot,
        String text,
        String html,
        List<List<InlineButton>> inlineButtons,
        List<List<ReplyButton>> replyKeyboard,
        boolean edited,
        Instant date,
        @Nullable Attachment attachment,
        boolean viaBot,
        @Nullable String preview) {

    /** Copies the lists. */
    public ChatMessage {
        inlineButtons = inlineButtons.stream().map(List::copyOf).toList();
        replyKeyboard = replyKeyboard.stream().map(List::copyOf).toList();
    }

    /** The labels of the inline buttons, row after row. */
    public List<String> buttonTexts() {
        return inlineButtons.stream()
                .flatMap(List::stream)
                .map(InlineButton::text)
                .toList();
    }

    /** The first inline button with that label. */
    public Optional<InlineButton> button(String label) {
        return inlineButtons.stream()
                .flatMap(List::stream)
                .filter(button -> button.text().equals(label))
                .findFirst();
    }

    static ChatMessage of(Post post) {
        return new ChatMessage(
                post.id(),
                post.fromBot(),
                post.content().text(),
                HtmlRendering.of(post.content()),
                post.markup() instanceof ReplyMarkup.Inline inline ? inline.rows() : List.of(),
                post.markup() instanceof ReplyMarkup.Keyboard keyboard ? keyboard.rows() : List.of(),
                post.edited() != null,
                post.date(),
                post.attachment(),
                post.origin().viaBot(),
                post.preview());
    }
}
