package com.saqsommelier.simulator.telegram;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The text of a message as a call describes it: the text itself, {@code parse_mode} or {@code entities}, and whether its
 * first link is shown with a preview.
 *
 * @see <a href="https://core.telegram.org/bots/api#formatting-options">Formatting options</a>
 */
final class MessageText {

    private MessageText() {}

    /**
     * Reads a text.
     *
     * @param name of the parameter that holds it
     * @throws ApiException 400 when it is empty or its formatting is broken; its length is the caller's affair
     */
    static FormattedText read(Parameters parameters, String name) {
        String text = parameters.text(name);
        if (text.isEmpty()) {
            throw ApiException.badRequest("message text is empty");
        }
        FormattedText content = parsed(text, parameters).fixed();
        if (content.text().isEmpty()) {
            throw ApiException.badRequest("text must be non-empty");
        }
        return content.withFoundEntities();
    }

    private static FormattedText parsed(String text, Parameters parameters) {
        return switch (parameters.text("parse_mode").toLowerCase(Locale.ROOT)) {
            case "" ->
                new FormattedText(
                        text,
                        EntitiesParameter.parse(
                                parameters.json("entities", "can't parse entities JSON object"), text.length()));
            case "html" -> HtmlEntities.parse(text);
            case "markdown", "markdownv2" ->
                throw ApiException.badRequest("the stand-in reads parse_mode HTML only, not Markdown");
            default -> throw ApiException.badRequest("unsupported parse_mode");
        };
    }

    /**
     * The link whose preview a client shows: the one that was asked for, or the first of the text; empty where previews are
     * off or there is no link.
     *
     * @see <a href="https://core.telegram.org/bots/api#linkpreviewoptions">LinkPreviewOptions</a>
     */
    static Optional<String> preview(Parameters parameters, FormattedText content) {
        JsonNode options = parameters.json("link_preview_options", "can't parse link preview options JSON object");
        boolean off = options == null
                ? parameters.flag("disable_web_page_preview")
                : options.path("is_disabled").asBoolean(false);
        if (off) {
            return Optional.empty();
        }
        String wanted = options == null ? "" : options.path("url").asString("");
        return wanted.isEmpty() ? content.firstLink() : Links.checked(wanted);
    }
}
