package com.saqsommelier.simulator.saq;

import java.util.List;
import java.util.Map;

/** The sentence that the site builds from attributes, seen in the genuine page's JSON-LD and meta description. */
final class Descriptions {

    private Descriptions() {}

    /** {@code Liqueur d'herbe. Format : 750 ml. Royaume Uni. Producteur : X.}; what is not stated is left out. */
    static Bilingual of(List<Category> categories, Map<Attribute, Bilingual> attributes) {
        return new Bilingual(of(categories, attributes, Language.FR), of(categories, attributes, Language.EN));
    }

    private static String of(List<Category> categories, Map<Attribute, Bilingual> attributes, Language language) {
        StringBuilder text = new StringBuilder(language.of(categories.getLast().name())).append('.');
        Bilingual size = attributes.get(Attribute.SIZE);
        if (size != null) {
            text.append(language.choose(" Format : ", " Size: "))
                    .append(language.of(size))
                    .append('.');
        }
        Bilingual country = attributes.get(Attribute.COUNTRY);
        if (country != null) {
            text.append(' ').append(language.of(country)).append('.');
        }
        Bilingual producer = attributes.get(Attribute.PRODUCER);
        if (producer != null) {
            text.append(language.choose(" Producteur : ", " Producer: "))
                    .append(language.of(producer))
                    .append('.');
        }
        return text.toString();
    }
}
