package com.saqsommelier.recommend.safety;

import com.saqsommelier.vocabulary.Language;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The lines that are said instead of a wine, with where to find help in Québec. */
public final class SafetyLines {

    private SafetyLines() {}

    /** One or two sentences on a concern. */
    public static String line(Concern concern, Language language) {
        return texts(language).getString(concern.name().toLowerCase(Locale.ROOT));
    }

    /** The line that leads over to alcohol-free bottles. */
    public static String bottles(Language language) {
        return texts(language).getString("bottles");
    }

    /**
     * The reason beside an alcohol-free bottle.
     *
     * @param alcohol percent by volume
     * @param sugar grams per litre; empty where the record has none
     */
    public static String reason(BigDecimal alcohol, Optional<BigDecimal> sugar, Language language) {
        NumberFormat number = NumberFormat.getNumberInstance(language.locale());
        String percent = language == Language.FRENCH ? "\u00a0%" : "%";
        return texts(language)
                .getString("reason")
                .replace("{0}", number.format(alcohol))
                .replace("{1}", percent)
                .replace(
                        "{2}",
                        sugar.map(grams -> texts(language)
                                        .getString("sugar")
                                        .replace("{0}", number.format(grams) + "\u00a0g/L"))
                                .orElse(""));
    }

    private static ResourceBundle texts(Language language) {
        return ResourceBundle.getBundle(
                "com.saqsommelier.recommend.safety.lines",
                Locale.of(language.code()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
