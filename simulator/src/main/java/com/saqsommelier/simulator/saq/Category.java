package com.saqsommelier.simulator.saq;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One step of a category path: {@code Vin rouge}.
 *
 * @param name the name as printed
 * @param slug the last segment of its address, without accents: {@code vin-rouge}
 */
public record Category(Bilingual name, Bilingual slug) {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^a-z0-9]+");

    /** A step whose slugs follow from its names, as they do on the site: {@code Liqueur d'herbe, liqueur-d-herbe}. */
    public static Category named(String fr, String en) {
        return new Category(new Bilingual(fr, en), new Bilingual(slug(fr), slug(en)));
    }

    static String slug(String name) {
        String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return NOT_WORD.matcher(plain).replaceAll("-");
    }
}
