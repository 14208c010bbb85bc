package com.saqsommelier.bot.filter;

import com.saqsommelier.vocabulary.Name;
import com.saqsommelier.vocabulary.NameTheme;
import com.saqsommelier.vocabulary.Names;
import com.saqsommelier.vocabulary.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Four characters that stand for a grape, a region or a taste tag in a button: a hash of its name, so that the code of a name
 * never changes when names are added. Every spelling of a name leads to it, so that a name may be rewritten too.
 */
public final class NameCode {

    private static final int BYTES = 3;
    private static final Map<NameTheme, Map<String, Name>> NAMES = new EnumMap<>(NameTheme.class);

    static {
        for (NameTheme theme : new NameTheme[] {NameTheme.GRAPES, NameTheme.REGIONS, NameTheme.TASTES}) {
            Map<String, Name> byCode = new HashMap<>();
            for (Name name : Names.bundled().all(theme)) {
                for (String spelling : name.spellings()) {
                    Name other = byCode.put(hash(spelling), name);
                    if (other != null && !other.equals(name)) {
                        throw new IllegalStateException(
                                "The codes of " + other.french() + " and " + name.french() + " are the same");
                    }
                }
            }
            NAMES.put(theme, Map.copyOf(byCode));
        }
    }

    private NameCode() {}

    /** The code of a value; empty where the tables of names do not have it. */
    public static Optional<String> of(NameTheme theme, String value) {
        return Names.bundled().find(theme, value).map(name -> hash(name.french()));
    }

    /** The name of a code; empty where there is none. */
    public static Optional<Name> find(NameTheme theme, String code) {
        return Optional.ofNullable(NAMES.getOrDefault(theme, Map.of()).get(code));
    }

    private static String hash(String spelling) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Words.key(spelling).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
