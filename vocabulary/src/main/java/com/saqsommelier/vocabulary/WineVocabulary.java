package com.saqsommelier.vocabulary;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All tables together. Immutable once made, safe for use by several threads. */
public final class WineVocabulary {

    /** Names of places that mean something else to who says them. */
    private static final Set<String> AMBIGUOUS =
            Set.of("centre", "turkey", "chili", "nord", "sud", "other", "autre", "blanc", "noir", "rouge");

    private static final Pattern VALLEY =
            Pattern.compile("(?:Vallée|Péninsule) (?:de la |de l[’']|du |de |d[’'])(\\p{Lu}.{3,})");

    private static final int SHORTEST_NAME = 3;

    private static final WineVocabulary BUNDLED = new WineVocabulary();

    private final Map<Theme, Map<String, Term>> terms = new HashMap<>();
    private final Map<Theme, Map<String, Term>> byWord = new EnumMap<>(Theme.class);
    private final Map<Term, Style> styles = new HashMap<>();
    private final Map<Term, Pairing> pairings = new HashMap<>();
    private final Map<Term, GrapeTraits> grapes = new HashMap<>();
    private final Map<Term, Set<String>> categories = new HashMap<>();
    private final Set<Term> wineKinds = new HashSet<>();
    private final Map<Term, Term> countries = new HashMap<>();
    private final PhraseBook phrases = new PhraseBook();
    private final Map<Term, Term> wholes = new HashMap<>();
    private final Map<Term, Set<String>> labels = new HashMap<>();
    private final Map<Term, Term> impliedKinds = new HashMap<>();
    private final List<KindEvidence> evidence;

    private WineVocabulary() {
        for (Theme theme : Theme.values()) {
            Table.rows(theme.table()).forEach(row -> read(theme, row));
        }
        Table.rows("styles.csv").forEach(this::style);
        Table.rows("regions.csv")
                .forEach(row ->
                        countries.put(term(Theme.REGION, row.cell("value")), term(Theme.COUNTRY, row.cell("country"))));
        Map<String, Table.Row> profiles =
                Table.rows("profiles.csv").stream().collect(Collectors.toMap(row -> row.cell("profile"), row -> row));
        Table.rows("dishes.csv").forEach(row -> dish(row, Objects.requireNonNull(profiles.get(row.cell("profile")))));
        Table.rows("occasions.csv").forEach(this::occasion);
        Table.rows("kinds.csv").forEach(row -> {
            if (!row.cell("within").isEmpty()) {
                wholes.put(term(Theme.KIND, row.cell("value")), term(Theme.KIND, row.cell("within")));
            }
        });
        Table.rows("designations.csv").forEach(row -> {
            Term designation = term(Theme.DESIGNATION, row.cell("value"));
            labels.put(designation, Set.copyOf(keys(row.list("names"))));
            if (!row.cell("kind").isEmpty()) {
                impliedKinds.put(designation, term(Theme.KIND, row.cell("kind")));
            }
        });
        evidence = Table.rows("evidence.csv").stream().map(this::evidence).toList();
        Table.rows("groups.csv").forEach(this::group);
        catalogueNames(Theme.COUNTRY, NameTheme.COUNTRIES);
        catalogueNames(Theme.REGION, NameTheme.REGIONS);
        catalogueNames(Theme.GRAPE, NameTheme.GRAPES);
        Names.bundled().all(NameTheme.REGIONS).forEach(this::shortName);
    }

    /** "Vallée de l'Okanagan" is called Okanagan, and "Niagara Peninsula" Niagara. */
    private void shortName(Name name) {
        Matcher valley = VALLEY.matcher(name.french());
        if (valley.matches()) {
            named(Theme.REGION, name.french())
                    .ifPresent(region -> phrases.addIfFree(Words.key(valley.group(1)), region));
        }
    }

    private KindEvidence evidence(Table.Row row) {
        return new KindEvidence(
                term(Theme.KIND, row.cell("kind")),
                row.cell("within").isEmpty() ? null : term(Theme.KIND, row.cell("within")),
                Set.copyOf(keys(row.list("names"))),
                Set.copyOf(keys(row.list("appellations"))),
                Set.copyOf(keys(row.list("places"))),
                Set.copyOf(keys(row.list("colours"))),
                Set.copyOf(keys(row.list("unless"))),
                row.cell("least").isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Double.parseDouble(row.cell("least"))));
    }

    private void group(Table.Row row) {
        List<Term> members = row.list("terms").stream()
                .map(member -> member.split(":", 2))
                .map(member -> term(Theme.valueOf(member[0].toUpperCase(java.util.Locale.ROOT)), member[1]))
                .toList();
        Set<String> said = keys(row.list("words"));
        said.add(Words.key(row.cell("french")));
        said.add(Words.key(row.cell("english")));
        said.forEach(phrase -> phrases.add(phrase, members));
    }

    /** Every name of saq.com can be asked for, also where no table of ours says more of it. */
    private void catalogueNames(Theme theme, NameTheme names) {
        for (Name name : Names.bundled().all(names)) {
            Optional<Term> known = name.spellings().stream()
                    .flatMap(spelling -> named(theme, spelling).stream())
                    .findFirst();
            Term term = known.orElseGet(() -> new Term(theme, name.french(), name.english()));
            if (known.isEmpty()) {
                of(theme).putIfAbsent(Words.key(term.french()), term);
            }
            Map<String, Term> words = byWord.computeIfAbsent(theme, key -> new HashMap<>());
            name.spellings().forEach(spelling -> {
                words.putIfAbsent(Words.key(spelling), term);
                if (Words.key(spelling).length() > SHORTEST_NAME
                        && !AMBIGUOUS.contains(Words.key(spelling))
                        && !phrases.has(withoutArticle(Words.key(spelling)))) {
                    phrases.addIfFree(Words.key(spelling), term);
                }
            });
        }
    }

    /** "La Rioja" is said of the Rioja, not of the province of Argentina. */
    private static String withoutArticle(String key) {
        return key.startsWith("la ") || key.startsWith("le ") ? key.substring(3) : key;
    }

    /** The kind of which a kind is a part; empty for one that is a whole. */
    public Optional<Term> wholeOf(Term kind) {
        return Optional.ofNullable(wholes.get(kind));
    }

    /** The words that a label must hold for a designation, as keys. */
    public Set<String> labels(Term designation) {
        return labels.getOrDefault(designation, Set.of());
    }

    /** The kind that is meant by a designation alone: VSOP is a brandy. */
    public Optional<Term> impliedKind(Term designation) {
        return Optional.ofNullable(impliedKinds.get(designation));
    }

    /** Evidence of kinds where the category does not tell, in the order in which it is to be looked at. */
    public List<KindEvidence> evidence() {
        return evidence;
    }

    /** The vocabulary that comes with the program. */
    public static WineVocabulary bundled() {
        return BUNDLED;
    }

    /** The terms of a theme, in the order of its table. */
    public Collection<Term> terms(Theme theme) {
        return List.copyOf(of(theme).values());
    }

    /**
     * The term of this French value.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Term term(Theme theme, String french) {
        return find(theme, french)
                .orElseThrow(() -> new IllegalArgumentException("No " + theme + " is called " + french));
    }

    /** The term of this French value, whatever its case and accents. */
    public Optional<Term> find(Theme theme, String french) {
        return Optional.ofNullable(of(theme).get(Words.key(french)));
    }

    /** The term that a word of the catalogue or of a person means within a theme. */
    public Optional<Term> named(Theme theme, String word) {
        return Optional.ofNullable(byWord.getOrDefault(theme, Map.of()).get(Words.key(word)));
    }

    /** What tells a style. */
    public Style style(Term style) {
        return Objects.requireNonNull(styles.get(style), style::toString);
    }

    /** What goes with a dish or an occasion. */
    public Pairing pairing(Term dishOrOccasion) {
        return Objects.requireNonNull(pairings.get(dishOrOccasion), dishOrOccasion::toString);
    }

    /** What the wines of a grape are like; nothing where the table does not say. */
    public Optional<GrapeTraits> traits(Term grape) {
        return Optional.ofNullable(grapes.get(grape));
    }

    /** How categories of a kind are written, as keys. */
    public Set<String> categories(Term kind) {
        return categories.getOrDefault(kind, Set.of());
    }

    /** Whether a request for wine may be answered with this kind. */
    public boolean isWine(Term kind) {
        return wineKinds.contains(kind);
    }

    /** The country of a region; empty where the tables do not say. */
    public Optional<Term> countryOf(Term region) {
        return Optional.ofNullable(countries.get(region));
    }

    /** All that people say, for finding terms in a question. */
    public PhraseBook phrases() {
        return phrases;
    }

    private Map<String, Term> of(Theme theme) {
        return terms.computeIfAbsent(theme, key -> new LinkedHashMap<>());
    }

    private void read(Theme theme, Table.Row row) {
        boolean dish = theme == Theme.DISH;
        List<String> french = dish ? row.list("french") : List.of(row.cell("value"));
        List<String> english = dish ? row.list("english") : List.of(row.cellOr("english", french.getFirst()));
        Term term = new Term(theme, french.getFirst(), english.getFirst());
        if (of(theme).put(Words.key(term.french()), term) != null) {
            throw new IllegalStateException(theme.table() + " has two rows for " + term.french());
        }
        Set<String> said = Stream.concat(french.stream(), english.stream())
                .map(Words::key)
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> written = Set.copyOf(said);
        if (!dish) {
            row.list("words").forEach(word -> {
                if (word.startsWith("=")) {
                    phrases.addAsWritten(word.substring(1), term);
                } else if (word.startsWith("-")) {
                    said.remove(Words.key(word));
                } else {
                    said.add(Words.key(word));
                }
            });
        }
        said.forEach(phrase -> phrases.add(phrase, term));
        Map<String, Term> words = byWord.computeIfAbsent(theme, key -> new HashMap<>());
        Stream.concat(written.stream(), said.stream()).forEach(word -> words.put(word, term));
        switch (theme) {
            case GRAPE -> {
                grapes.put(term, new GrapeTraits(row.cell("colour").equals("R"), Integer.parseInt(row.cell("body"))));
            }
            case KIND -> {
                Set<String> filed = keys(row.list("categories"));
                filed.addAll(written);
                categories.put(term, Set.copyOf(filed));
                if (row.cell("wine").equals("yes")) {
                    wineKinds.add(term);
                }
            }
            default -> {}
        }
    }

    private void style(Table.Row row) {
        Term term = term(Theme.STYLE, row.cell("value"));
        OptionalInt body =
                row.cell("body").isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(row.cell("body")));
        styles.put(
                term,
                new Style(
                        term,
                        Set.copyOf(keys(row.list("tags"))),
                        body,
                        Set.copyOf(keys(row.list("grapes"))),
                        Range.parse(row.cell("sugar")),
                        Range.parse(row.cell("alcohol"))));
    }

    private void dish(Table.Row row, Table.Row profile) {
        Term term = term(Theme.DISH, row.list("french").getFirst());
        List<Term> own = all(Theme.GRAPE, row.list("grapes"));
        List<Term> grapesThatSuit = Stream.concat(own.stream(), all(Theme.GRAPE, profile.list("grapes")).stream())
                .distinct()
                .toList();
        pairings.put(
                term,
                new Pairing(
                        all(Theme.KIND, profile.list("kinds")),
                        all(Theme.COLOUR, profile.list("colours")),
                        all(Theme.STYLE, profile.list("styles")),
                        grapesThatSuit,
                        all(Theme.REGION, row.list("regions")),
                        Optional.empty()));
    }

    private void occasion(Table.Row row) {
        pairings.put(
                term(Theme.OCCASION, row.cell("value")),
                new Pairing(
                        all(Theme.KIND, row.list("kinds")),
                        all(Theme.COLOUR, row.list("colours")),
                        all(Theme.STYLE, row.list("styles")),
                        List.of(),
                        List.of(),
                        Range.parse(row.cell("price"))));
    }

    private List<Term> all(Theme theme, List<String> values) {
        return values.stream().map(value -> term(theme, value)).toList();
    }

    private static Set<String> keys(Collection<String> texts) {
        return texts.stream().map(Words::key).collect(Collectors.toCollection(HashSet::new));
    }
}
