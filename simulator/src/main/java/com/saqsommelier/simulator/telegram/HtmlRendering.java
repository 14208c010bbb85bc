package com.saqsommelier.simulator.telegram;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes a formatted text as HTML that is safe to show: everything that a person or the bot wrote is escaped. */
final class HtmlRendering {

    private final FormattedText content;
    private final StringBuilder html = new StringBuilder();
    private final Deque<MessageEntity> open = new ArrayDeque<>();

    private HtmlRendering(FormattedText content) {
        this.content = content;
    }

    static String of(FormattedText content) {
        return new HtmlRendering(content).render();
    }

    private String render() {
        String text = content.text();
        for (int at = 0; at <= text.length(); at++) {
            closeUntil(at);
            for (MessageEntity entity : content.entities()) {
                if (entity.offset() == at) {
                    open(entity);
                }
            }
            if (at < text.length()) {
                html.append(escaped(text.charAt(at)));
            }
        }
        return html.toString();
    }

    /** Ends what ends here; what was opened inside it and goes on is closed and opened again. */
    private void closeUntil(int at) {
        while (open.stream().anyMatch(entity -> entity.end() <= at)) {
            Deque<MessageEntity> again = new ArrayDeque<>();
            MessageEntity closed = open.pop();
            html.append(endTag(closed));
            while (closed.end() > at) {
                again.push(closed);
                closed = open.pop();
                html.append(endTag(closed));
            }
            again.forEach(this::open);
        }
    }

    private void open(MessageEntity entity) {
        html.append(startTag(entity));
        open.push(entity);
    }

    private String startTag(MessageEntity entity) {
        return switch (entity.type()) {
            case TEXT_LINK -> link(String.valueOf(entity.argument()));
            case URL -> link(content.text().substring(entity.offset(), entity.end()));
            case SPOILER -> "<span class=\"spoiler\">";
            case BOT_COMMAND -> "<span class=\"command\">";
            default -> "<" + tag(entity) + ">";
        };
    }

    private static String endTag(MessageEntity entity) {
        return "</" + tag(entity) + ">";
    }

    private static String tag(MessageEntity entity) {
        return switch (entity.type()) {
            case BOLD -> "b";
            case ITALIC -> "i";
            case UNDERLINE -> "u";
            case STRIKETHROUGH -> "s";
            case CODE -> "code";
            case PRE -> "pre";
            case BLOCKQUOTE, EXPANDABLE_BLOCKQUOTE -> "blockquote";
            case TEXT_LINK, URL -> "a";
            case SPOILER, BOT_COMMAND, CUSTOM_EMOJI -> "span";
        };
    }

    private static String link(String url) {
        StringBuilder start = new StringBuilder("<a rel=\"noopener noreferrer\" href=\"");
        url.chars().forEach(c -> start.append(escaped((char) c)));
        return start.append("\">").toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> String.valueOf(c);
        };
    }
}
