package com.saqsommelier.vocabulary;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What saq.com writes on the pages of one language, in the words of the other. What no table knows stays as it is
 * written. Immutable, safe for use by several threads.
 */
public final class Names {

    /** Between a region and its part. */
    private static final String PART = ", ";

    private static final Names BUNDLED = new Names();

    private final Map<NameTheme, Map<String, Name>> tables = new EnumMap<>(NameTheme.class);
    private final Map<String, Name> countries = new LinkedHashMap<>();
    private final Map<Name, String> codes = new HashMap<>();

    private Names() {
        for (NameTheme theme : NameTheme.values()) {
            Map<String, Name> table = new HashMap<>();
            Table.rows(theme.table()).forEach(row -> read(theme, row, table));
            tables.put(theme, Map.copyOf(table));
        }
    }

    /** The names that come with the program. */
    public static Names bundled() {
        return BUNDLED;
    }

    /** The name of this value, in whichever language and case it is written. */
    public Optional<Name> find(NameTheme theme, String value) {
        return Optional.ofNullable(tables.getOrDefault(theme, Map.of()).get(Words.key(value)));
    }

    /** The value in a language; as it stands where no table knows it. */
    public String in(Language language, NameTheme theme, String value) {
        return find(theme, value).map(name -> name.in(language)).orElse(value);
    }

    /** A region in a language, part by part, and no part twice. */
    public String region(Language language, String region) {
        return parts(region)
                .map(part -> in(language, NameTheme.REGIONS, part))
                .distinct()
                .collect(Collectors.joining(PART));
    }

    /** The region and, where it says one, its part. */
    public static Stream<String> parts(String region) {
        return Stream.of(region.split(PART, -1)).map(String::strip).filter(part -> !part.isEmpty());
    }

    /** The ISO 3166-1 code of a country, two capital letters. */
    public Optional<String> code(String country) {
        return find(NameTheme.COUNTRIES, country).map(codes::get);
    }

    /** The country of an ISO 3166-1 code. */
    public Optional<Name> country(String code) {
        return Optional.ofNullable(countries.get(code));
    }

    /** All names of a theme, each once, in no order. */
    public Collection<Name> all(NameTheme theme) {
        return List.copyOf(new LinkedHashMap<>(tables.getOrDefault(theme, Map.of()))
                .values().stream().distinct().toList());
    }

    private void read(NameTheme theme, Table.Row row, Map<String, Name> table) {
        String french = row.cell("french");
        String english = row.cell("english").isEmpty() ? french : row.cell("english");
        Name name = new Name(
                french,
                english,
                Stream.concat(Stream.of(french, english), row.list("also").stream())
                        .distinct()
                        .toList());
        for (String spelling : name.spellings()) {
            Name other = table.put(Words.key(spelling), name);
            if (other != null && !other.equals(name)) {
                throw new IllegalStateException(
                        theme.table() + ": " + spelling + " means both " + other.french() + " and " + french);
            }
        }
        if (theme == NameTheme.COUNTRIES) {
            countries.put(row.cell("code"), name);
            codes.put(name, row.cell("code"));
        }
    }
}
