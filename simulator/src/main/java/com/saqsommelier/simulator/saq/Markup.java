package com.saqsommelier.simulator.saq;

import java.util.Locale;

/** Escapes text as the shop software does, which is not always as one would. */
final class Markup {

    private Markup() {}

    /** For HTML text and attributes; an apostrophe becomes the entity 039, as seen in the genuine page. */
    static String html(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            switch (character) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#039;");
                default -> html.append(character);
            }
        }
        return html.toString();
    }

    /** For og: and twitter: attributes, where even spaces and apostrophes become entities. */
    static String attribute(String text) {
        StringBuilder html = new StringBuilder(text.length() * 2);
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean plain = character > 127 || Character.isLetterOrDigit(character) || ".,-_".indexOf(character) >= 0;
            if (plain) {
                html.append(character);
            } else {
                html.append("&#x").append(hex(character, 2)).append(';');
            }
        }
        return html.toString();
    }

    /** A JSON string with its quotes, slashes and everything beyond ASCII escaped, as PHP writes it. */
    static String json(String text) {
        StringBuilder json = new StringBuilder(text.length() + 16).append('"');
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"' || character == '\\' || character == '/') {
                json.append('\\').append(character);
            } else if (character < ' ' || character > '~') {
                json.append("\\u").append(hex(character, 4).toLowerCase(Locale.ROOT));
            } else {
                json.append(character);
            }
        }
        return json.append('"').toString();
    }

    /** For a string inside an inline script: everything but letters and digits becomes {@code \\u002F}. */
    static String script(String text) {
        StringBuilder script = new StringBuilder(text.length() * 2);
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character < 128 && (Character.isLetterOrDigit(character) || character == '.' || character == '_')) {
                script.append(character);
            } else {
                script.append("\\u").append(hex(character, 4));
            }
        }
        return script.toString();
    }

    private static String hex(char character, int digits) {
        String hex = Integer.toHexString(character).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, digits - hex.length())) + hex;
    }
}
