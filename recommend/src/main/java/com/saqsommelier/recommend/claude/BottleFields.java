package com.saqsommelier.recommend.claude;

import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.retrieve.Selection;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.Pairing;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What Claude is told of the bottles: fields of the record in the terms of the vocabulary. SAQ's descriptions are not among them. */
final class BottleFields {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final WineVocabulary VOCABULARY = WineVocabulary.bundled();
    private static final int LONGEST_NAME = 120;

    private BottleFields() {}

    /** The turn that asks for reasons. */
    static String turn(String question, Selection selection) {
        Understanding wish = selection.understanding();
        ArrayNode bottles = JSON.createArrayNode();
        for (ProductProfile bottle : selection.bottles()) {
            bottles.add(of(bottles.size() + 1, bottle, wish));
        }
        ObjectNode understood = JSON.createObjectNode();
        list(understood, "asked_for", wish.wanted().stream().map(term -> term.in(wish.language())));
        list(understood, "not_wanted", wish.excluded().stream().map(term -> term.in(wish.language())));
        list(
                understood,
                "loosened",
                selection.loosened().stream().sorted().map(it -> it.name().toLowerCase(Locale.ROOT)));
        return Tag.of("language", wish.language() == Language.FRENCH ? "fr" : "en") + "\n"
                + Tag.of("question", question) + "\n"
                + Tag.of("understood", understood.toString()) + "\n"
                + Tag.of("bottles", bottles.toString());
    }

    /** The fields of one bottle, in the language of the wish. */
    static ObjectNode of(int number, ProductProfile bottle, Understanding wish) {
        Language language = wish.language();
        ObjectNode fields = JSON.createObjectNode().put("number", number);
        String name = bottle.product().name();
        fields.put("name", name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
        fields.put(
                "what",
                Stream.concat(bottle.of(Theme.KIND).stream(), bottle.of(Theme.COLOUR).stream())
                        .findFirst()
                        .map(term -> term.in(language))
                        .orElse(""));
        list(
                fields,
                "from",
                Stream.concat(bottle.of(Theme.REGION).stream(), bottle.of(Theme.COUNTRY).stream())
                        .map(term -> term.in(language)));
        list(fields, "grapes", bottle.of(Theme.GRAPE).stream().map(term -> term.in(language)));
        list(fields, "styles", bottle.of(Theme.STYLE).stream().map(term -> term.in(language)));
        list(fields, "features", bottle.of(Theme.FEATURE).stream().map(term -> term.in(language)));
        list(
                fields,
                "fits",
                Stream.concat(wish.food().stream(), wish.occasions().stream())
                        .filter(term -> fits(bottle, VOCABULARY.pairing(term)))
                        .map(term -> term.in(language)));
        return fields;
    }

    private static boolean fits(ProductProfile bottle, Pairing pairing) {
        List<Term> open = Stream.concat(pairing.colours().stream(), pairing.kinds().stream())
                .toList();
        return open.isEmpty() || open.stream().anyMatch(bottle::has);
    }

    private static void list(ObjectNode fields, String name, Stream<String> values) {
        ArrayNode list = fields.putArray(name);
        values.distinct().forEach(list::add);
    }
}
