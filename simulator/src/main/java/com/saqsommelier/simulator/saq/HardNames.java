package com.saqsommelier.simulator.saq;

import java.util.List;

/** Names with characters that have broken programs: markup, quotes, Markdown, emoji, ligatures. */
final class HardNames {

    /** One product in this many has one; emoji are the rarest. */
    private static final int EVERY = 40;

    private static final List<String> ENDINGS = List.of(
            "& Fille",
            "\"Le Fou\"",
            "L'Été d'Ici",
            "L’Âme Sœur",
            "Cuvée *Spéciale*",
            "n_1",
            "[Édition limitée]",
            "<Brut>",
            "50 % & plus",
            "100_%_\\nature",
            "Été 🍇");

    private HardNames() {}

    /** The name as given, or for some indexes with an ending that is hard for programs. */
    static Bilingual spice(int index, Bilingual name) {
        if (index % EVERY != EVERY - 1) {
            return name;
        }
        String ending = ENDINGS.get(index / EVERY % ENDINGS.size());
        return new Bilingual(name.fr() + " " + ending, name.en() + " " + ending);
    }
}
