package com.saqsommelier.bot.telegram;

import java.util.regex.Pattern;

/**
 * Text in Telegram's HTML style. Whatever comes from outside enters through {@link #escaped}; so names, queries and
 * catalogue texts reach the chat as they were written.
 *
 * @param markup well-formed in the sense of Bot API, "HTML style"
 */
public record Html(String markup) {

    /** Bot API, sendMessage: 1–4096 characters after entities parsing. */
    public static final int LONGEST_MESSAGE = 4096;

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(?:amp|lt|gt|quot);");

    /** Plain text, shown as it is. */
    public static Html escaped(String text) {
        return new Html(text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
    }

    /** A link; both texts are plain. */
    public static Html link(String address, String text) {
        return new Html("<a href=\"" + escaped(address).markup + "\">" + escaped(text).markup + "</a>");
    }

    /** This, then the other. */
    public Html plus(Html other) {
        return new Html(markup + other.markup);
    }

    /** This, then plain text. */
    public Html plus(String text) {
        return plus(escaped(text));
    }

    /** The text alone, as a chat shows it. */
    public String plainText() {
        return TAG.matcher(markup)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    /** How long Telegram takes it to be: what remains after the entities are parsed, in UTF-16 units. */
    public int length() {
        return ENTITY.matcher(TAG.matcher(markup).replaceAll(""))
                .replaceAll("_")
                .length();
    }

    /** The markup. */
    @Override
    public String toString() {
        return markup;
    }
}
