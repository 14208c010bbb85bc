package com.saqsommelier.simulator.claude;

import com.saqsommelier.simulator.http.Json;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers by simple rules, so that the Claude mode can be seen without Claude: a tool is called with what its schema and
 * plain words in the question give, bottles get a sentence from their fields, and a question of knowledge a line.
 */
final class ByRule {

    private static final Pattern BOTTLES = Pattern.compile("(?s)<bottles>(.*?)</bottles>");
    private static final Pattern ENGLISH = Pattern.compile("<language>\\s*en\\s*</language>");

    private ByRule() {}

    static ClaudeReply answer(ClaudeRequest request) {
        String turn = request.lastTurn();
        boolean english = ENGLISH.matcher(turn).find();
        if (request.toolName().isPresent()) {
            ObjectNode input = ToolByRule.fill(request.toolSchema().orElseThrow(), question(turn));
            return new ClaudeReply.ToolUse(request.toolName().get(), input);
        }
        Matcher bottles = BOTTLES.matcher(turn);
        return new ClaudeReply.Text(
                bottles.find() ? reasons(Json.MAPPER.readTree(bottles.group(1)), english) : knowledge(turn, english));
    }

    static String question(String turn) {
        Matcher tagged = Pattern.compile("(?s)<question>(.*?)</question>").matcher(turn);
        String last = turn;
        while (tagged.find()) {
            last = tagged.group(1);
        }
        return last.strip();
    }

    private static String reasons(JsonNode bottles, boolean english) {
        StringBuilder text = new StringBuilder();
        bottles.forEach(bottle -> {
            text.append('[').append(bottle.path("number").asInt()).append("] ");
            text.append(english ? "I like it here: " : "Il me plaît bien ici : ");
            text.append(bottle.path("what").asString("").toLowerCase(Locale.ROOT));
            first(bottle, "from", text, " (", ")");
            first(bottle, "grapes", text, english ? ", made of " : ", issu du cépage ", "");
            first(bottle, "styles", text, ", ", "");
            first(bottle, "fits", text, english ? ", for " : ", pour accompagner : ", "");
            text.append(".\n");
        });
        return text.toString();
    }

    private static void first(JsonNode bottle, String field, StringBuilder text, String before, String after) {
        JsonNode value = bottle.path(field).path(0);
        if (value.isString()) {
            text.append(before).append(value.asString()).append(after);
        }
    }

    private static String knowledge(String turn, boolean english) {
        String question = ToolByRule.plain(question(turn));
        if (question.contains("biodynami")) {
            return english
                    ? "Biodynamics is organic farming that treats the vineyard as one living whole: composts, herbal"
                            + " preparations and a calendar of the moon."
                    : "La biodynamie, c'est une agriculture biologique qui voit le vignoble comme un tout vivant : composts,"
                            + " préparations de plantes et calendrier lunaire.";
        }
        if (question.contains("tanin") || question.contains("tannin")) {
            return english
                    ? "Tannins come from skins, seeds and wood; they dry the mouth and soften with meat and with time."
                    : "Les tanins viennent des peaux, des pépins et du bois ; ils assèchent la bouche et s'assouplissent avec"
                            + " la viande et avec le temps.";
        }
        return english
                ? "In short, it is a matter of place, grape and patience. Tell me a dish, and I will find a bottle to show it."
                : "En bref, c'est une affaire de lieu, de cépage et de patience. Dites-moi un plat, je trouverai une bouteille"
                        + " pour l'illustrer.";
    }
}
