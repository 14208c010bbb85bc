package com.saqsommelier.scraper.page;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The attributes that a page lists, each with its value or blank. Where a label is repeated its first value counts. */
final class AttributeList {

    private final Map<Attribute, String> values = new EnumMap<>(Attribute.class);
    private final Set<Attribute> blank = EnumSet.noneOf(Attribute.class);

    void add(String label, String text) {
        Attribute.labelled(label).ifPresent(attribute -> {
            String value = trimmed(text);
            if (value.isEmpty() || isDash(value)) {
                blank.add(attribute);
            } else {
                values.putIfAbsent(attribute, value);
            }
        });
    }

    Optional<String> value(Attribute attribute) {
        return Optional.ofNullable(values.get(attribute));
    }

    /** Whether its label is printed, and never with a value. */
    boolean isBlank(Attribute attribute) {
        return blank.contains(attribute) && !values.containsKey(attribute);
    }

    /** Whether no known label is printed. */
    boolean isEmpty() {
        return blank.isEmpty() && values.isEmpty();
    }

    /** Without white space at its ends, of which {@link String#strip()} leaves the no-break space. */
    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isDash(String value) {
        return value.length() == 1 && "-–—".contains(value);
    }
}
