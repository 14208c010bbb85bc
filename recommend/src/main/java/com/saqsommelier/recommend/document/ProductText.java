package com.saqsommelier.recommend.document;

import com.saqsommelier.core.product.Grape;
import com.saqsommelier.core.product.Naming;
import com.saqsommelier.core.product.Origin;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A product as a short English text, for a sentence model that knows English only.
 *
 * @param text what is embedded
 */
public record ProductText(String sku, String text) {

    /** Longer descriptions add little, and the model reads no more than 256 word pieces. */
    private static final int DESCRIPTION = 400;

    /** Kind, size, country and producer, with which saq.com begins its descriptions: they are said already. */
    private static final Pattern FACTS = Pattern.compile("^[^.]*\\.\\s(?:Format|Size)\\s?:[^.]*(?:\\.\\d[^.]*)?\\."
            + "(?:\\s[^.:]+\\.)?(?:\\s(?:Producteur|Producer)\\s?:[^.]*\\.)?");

    /** Writes the text of a product. */
    public static ProductText of(ProductProfile profile) {
        Naming label = profile.product().facts().label();
        Origin origin = profile.product().facts().origin();
        String text = Stream.of(
                        sentence("", Stream.concat(names(profile, Theme.COLOUR), names(profile, Theme.KIND))),
                        sentence("Style: ", names(profile, Theme.STYLE)),
                        sentence(
                                "Grapes: ",
                                profile.product().facts().composition().grapes().stream()
                                        .map(ProductText::share)),
                        sentence(
                                "From ",
                                Stream.concat(
                                        Stream.ofNullable(origin.appellation()),
                                        Stream.concat(names(profile, Theme.REGION), names(profile, Theme.COUNTRY)))),
                        sentence("", names(profile, Theme.FEATURE)),
                        sentence("", Stream.ofNullable(origin.classification())),
                        sentence("", Stream.of(name(label)).flatMap(Stream::ofNullable)),
                        sentence("", Stream.ofNullable(shortened(label.description()))))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
        return new ProductText(profile.product().sku(), text);
    }

    /** Changes when the text or the model does: then it must be embedded again. SHA-256 in hexadecimal. */
    public String hash(String model) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((model + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Stream<String> names(ProductProfile profile, Theme theme) {
        List<Term> terms = profile.of(theme);
        // In the order of the tables, so that the same facts always give the same text.
        return WineVocabulary.bundled().terms(theme).stream()
                .filter(terms::contains)
                .map(term -> term.in(Language.ENGLISH))
                .distinct();
    }

    private static String share(Grape grape) {
        return grape.percent() == null
                ? grape.name()
                : grape.name() + " " + grape.percent().stripTrailingZeros().toPlainString() + "%";
    }

    private static @Nullable String name(Naming label) {
        return label.nameEn() == null ? label.name() : label.nameEn();
    }

    private static @Nullable String shortened(@Nullable String description) {
        if (description == null) {
            return null;
        }
        String own = FACTS.matcher(description).replaceFirst("").strip();
        return own.isEmpty() ? null : own.substring(0, Math.min(own.length(), DESCRIPTION));
    }

    private static String sentence(String beginning, Stream<String> parts) {
        String joined = parts.collect(Collectors.joining(", "));
        return joined.isEmpty() ? "" : beginning + joined + ".";
    }
}
