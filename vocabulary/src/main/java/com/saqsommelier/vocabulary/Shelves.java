package com.saqsommelier.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shelves of shelves.csv, in its order. Immutable, safe for use by several threads. */
public final class Shelves {

    private static final Shelves BUNDLED = new Shelves();

    private final Map<String, Shelf> shelves = Table.rows("shelves.csv").stream()
            .map(Shelves::read)
            .collect(Collectors.toMap(
                    Shelf::code,
                    shelf -> shelf,
                    (one, other) -> {
                        throw new IllegalStateException("shelves.csv has two rows for " + one.code());
                    },
                    LinkedHashMap::new));

    private Shelves() {}

    /** The shelves that come with the program. */
    public static Shelves bundled() {
        return BUNDLED;
    }

    /** The shelf of a code. */
    public Optional<Shelf> find(String code) {
        return Optional.ofNullable(shelves.get(code));
    }

    /** All kinds. */
    public List<Shelf> kinds() {
        return shelves.values().stream().filter(Shelf::isKind).toList();
    }

    /** The colours or families within a kind; none for what is within one itself. */
    public List<Shelf> within(String code) {
        return code.isEmpty()
                ? List.of()
                : shelves.values().stream()
                        .filter(shelf -> shelf.within().equals(code))
                        .toList();
    }

    private static Shelf read(Table.Row row) {
        String french = row.cell("french");
        String english = row.cell("english");
        return new Shelf(
                row.cell("code"),
                row.cell("icon"),
                new Name(french, english, List.of(french, english)),
                row.cell("within"),
                row.list("categories").stream().flatMap(Shelves::spellings).toList());
    }

    private static Stream<String> spellings(String category) {
        return Names.bundled()
                .find(NameTheme.CATEGORIES, category)
                .orElseThrow(() -> new IllegalStateException("names/categories.csv lacks " + category))
                .spellings()
                .stream();
    }
}
