package com.saqsommelier.recommend.question;

import com.saqsommelier.recommend.safety.Concern;
import com.saqsommelier.recommend.safety.Concerns;
import com.saqsommelier.recommend.slot.Bounds;
import com.saqsommelier.recommend.slot.NumberWords;
import com.saqsommelier.recommend.slot.Quantity;
import com.saqsommelier.recommend.slot.QuantityReader;
import com.saqsommelier.vocabulary.Grammar;
import com.saqsommelier.vocabulary.Grammar.Role;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import com.saqsommelier.vocabulary.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Understands a question with tables alone. What is read is taken out step by step: what it is to be like, quantities, the
 * price, how many; the words that are left are read by {@link Wishes}, which gives each one a role. Stateless, safe for use by
 * several threads.
 */
public final class QuestionParser {

    /** How many characters of a question are read. */
    public static final int LONGEST = 1_000;

    /** How many bottles an answer holds at most. */
    public static final int MOST = 5;

    /** How many bottles an answer holds when the question does not say. */
    public static final int USUAL = 3;

    private static final Concerns CONCERNS = new Concerns();

    private static final Pattern NAMED_STORE = Pattern.compile(
            "\\b(?:a la succursale (?:de|du|d')|succursale (?:de|du|sur|d')|a la saq (?:de|du|sur|d')|saq (?:de|du|sur) (?!quartier)|(?:the )?saq (?:on|in|at) |store (?:on|in) (?!my|stock))\\s*\\p{L}+");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}]+");

    private static final Pattern BLEND = Pattern.compile("\\b(?:assemblages?|blends?|coupages?|gsm)\\b");

    private final WineVocabulary vocabulary;
    private final Grammar grammar;
    private final LanguageOfText language;
    private final LikenessReader likeness;
    private final Spelling spelling;

    /** A parser over the vocabulary that comes with the program. */
    public QuestionParser() {
        vocabulary = WineVocabulary.bundled();
        grammar = Grammar.bundled();
        language = new LanguageOfText(grammar);
        likeness = new LikenessReader(vocabulary.phrases());
        spelling = new Spelling(vocabulary.phrases().words());
    }

    /**
     * Reads a question. Never fails: what it cannot read is in the remarks or the free text.
     *
     * @param preferred the language to assume where the question does not tell
     */
    public Understanding parse(String question, Language preferred) {
        Set<Remark> remarks = EnumSet.noneOf(Remark.class);
        String read = CONTROL.matcher(question).replaceAll(" ");
        if (read.length() > LONGEST) {
            read = read.substring(0, LONGEST);
            remarks.add(Remark.CUT);
        }
        String plain = plain(read);
        if (plain.chars().noneMatch(Character::isLetterOrDigit)) {
            remarks.add(Remark.EMPTY);
        }
        if (CONCERNS.in(read).filter(Concern.MINOR::equals).isPresent()) {
            remarks.add(Remark.MINOR);
        }
        if (NAMED_STORE.matcher(plain).find()) {
            remarks.add(Remark.STORE_NAMED);
            plain = NAMED_STORE.matcher(plain).replaceAll(" , ");
        }
        LikenessReader.Read like = likeness.read(Rewording.of(plain));
        QuantityReader.Read quantities = QuantityReader.read(NumberWords.inDigits(like.rest()));
        PriceReader.Read price = PriceReader.read(quantities.rest());
        PortionReader.Read portions = PortionReader.read(price.rest(), vocabulary);
        CountReader.Read count = CountReader.read(portions.rest());
        Wishes wishes = new Wishes(grammar, vocabulary.phrases(), spelling, read);
        wishes.read(count.rest());
        Set<Term> wanted = meant(wishes.wanted());
        wanted.addAll(left(wanted, wishes.excluded()));
        Map<Term, Integer> together = together(portions, wanted);
        int asked = together.isEmpty()
                ? count.count().orElse(USUAL)
                : Math.max(
                        count.count().orElse(0),
                        together.values().stream().mapToInt(it -> it).sum());
        if (asked > MOST) {
            remarks.add(Remark.TOO_MANY);
        }
        if (wishes.contradicts()
                || price.price().isImpossible()
                || quantities.limits().values().stream().anyMatch(Bounds::isImpossible)) {
            remarks.add(Remark.CONTRADICTION);
        }
        Understanding understood = new Understanding(
                language.of(read, preferred),
                wanted.stream().toList(),
                wishes.excluded().stream().toList(),
                price.price(),
                Math.clamp(asked, 1, MOST),
                wishes.has(Role.STORE),
                wishes.unknown(),
                remarks,
                limits(quantities.limits(), wanted, like),
                like.like(),
                together,
                BLEND.matcher(plain).find()
                        && wanted.stream()
                                        .filter(term -> term.theme() == Theme.GRAPE)
                                        .count()
                                > 1);
        return remarked(understood, wishes, count, plain);
    }

    /** A question in lower case without accents, with plain apostrophes and single spaces. */
    public static String plain(String question) {
        return Words.plain(question)
                .replaceAll("[\\u2019\\u2018`´]", "'")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The years of a whisky or a port are its age; all other years are a person's, or how long a wine is to be kept. */
    private Map<Quantity, Bounds> limits(Map<Quantity, Bounds> read, Set<Term> wanted, LikenessReader.Read like) {
        Map<Quantity, Bounds> limits = new EnumMap<>(Quantity.class);
        limits.putAll(read);
        boolean aged = like.like().isPresent()
                || wanted.stream()
                        .anyMatch(term -> term.theme() == Theme.KIND
                                && AGED.contains(root(term).french()))
                || wanted.stream()
                        .anyMatch(term -> term.theme() == Theme.DESIGNATION
                                && vocabulary.impliedKind(term).isPresent());
        if (!aged) {
            limits.remove(Quantity.AGE);
        }
        return limits;
    }

    private static final Set<String> AGED = Set.of("Spiritueux", "Porto", "Vin fortifié");

    private Term root(Term kind) {
        Term root = kind;
        for (Optional<Term> whole = vocabulary.wholeOf(root); whole.isPresent(); whole = vocabulary.wholeOf(root)) {
            root = whole.get();
        }
        return root;
    }

    /** A part that is asked for leaves the whole out: a tawny port is no other port. A designation may imply its kind. */
    private Set<Term> meant(Set<Term> wanted) {
        Set<Term> meant = new LinkedHashSet<>(wanted);
        for (Term term : wanted) {
            for (Optional<Term> whole = vocabulary.wholeOf(term);
                    whole.isPresent();
                    whole = vocabulary.wholeOf(whole.get())) {
                meant.remove(whole.get());
            }
        }
        if (meant.stream().noneMatch(term -> term.theme() == Theme.KIND || term.theme() == Theme.COLOUR)) {
            meant.stream()
                    .filter(term -> term.theme() == Theme.DESIGNATION)
                    .flatMap(term -> vocabulary.impliedKind(term).stream())
                    .findFirst()
                    .ifPresent(meant::add);
        }
        return meant;
    }

    /** The term that is left where its opposites are refused: dry for not sweet, red for neither white nor rosé. */
    private List<Term> left(Set<Term> wanted, Set<Term> refused) {
        List<Term> left = new ArrayList<>();
        Term sweet = vocabulary.term(Theme.STYLE, "doux");
        if (refused.contains(sweet) && wanted.stream().noneMatch(term -> SWEETNESS.contains(term.french()))) {
            left.add(vocabulary.term(Theme.STYLE, "sec"));
        }
        List<Term> colours = STILL.stream()
                .map(colour -> vocabulary.term(Theme.COLOUR, colour))
                .filter(colour -> !refused.contains(colour))
                .toList();
        boolean open = wanted.stream().noneMatch(term -> term.theme() == Theme.COLOUR || term.theme() == Theme.KIND);
        // Neither red nor white may be bubbles, too.
        if (open && colours.size() == 1 && !colours.getFirst().french().equals("Rosé")) {
            left.add(colours.getFirst());
        }
        return left;
    }

    private static final Set<String> SWEETNESS = Set.of("sec", "demi-sec", "doux");
    private static final List<String> STILL = List.of("Rouge", "Blanc", "Rosé");

    /** Several colours that are joined by "and" are wanted together, and so are those that are counted. */
    private static Map<Term, Integer> together(PortionReader.Read portions, Set<Term> wanted) {
        Map<Term, Integer> together = new LinkedHashMap<>();
        portions.portions().forEach((term, number) -> {
            if (wanted.contains(term)) {
                together.put(term, number);
            }
        });
        return together.size() > 1 ? together : Map.of();
    }

    private static Understanding remarked(
            Understanding understood, Wishes wishes, CountReader.Read count, String plain) {
        Set<Remark> remarks = EnumSet.noneOf(Remark.class);
        remarks.addAll(understood.remarks());
        boolean wishesSomething = !understood.wanted().isEmpty()
                || !understood.excluded().isEmpty()
                || !understood.price().isAny()
                || !understood.limits().isEmpty()
                || understood.like().isPresent();
        if (wishes.has(Role.ACCESSORY)
                && understood.wanted().stream().allMatch(term -> term.theme() == Theme.OCCASION)
                && understood.like().isEmpty()
                && understood.limits().isEmpty()) {
            remarks.add(Remark.ACCESSORY);
        } else if (!wishesSomething
                && count.count().isEmpty()
                && !wishes.has(Role.WINE)
                && !wishes.has(Role.STORE)
                && !remarks.contains(Remark.EMPTY)) {
            remarks.add(Remark.UNCLEAR);
        }
        if (Smalltalk.beginsAnew(plain) && !wishesSomething) {
            remarks.add(Remark.BEGIN_ANEW);
        } else if (Smalltalk.greets(plain) && !wishesSomething) {
            remarks.add(Remark.GREETING);
        } else if (WineQuestions.thanks(plain)) {
            remarks.add(Remark.THANKS);
        } else if (understood.price().isAny()
                && understood.limits().isEmpty()
                && WineQuestions.asks(plain, !understood.wanted().isEmpty())) {
            remarks.add(Remark.QUESTION);
            remarks.remove(Remark.ACCESSORY);
        } else {
            return understood.withRemarks(remarks);
        }
        remarks.remove(Remark.UNCLEAR);
        return understood
                .withRemarks(remarks)
                .withFreeText(remarks.contains(Remark.QUESTION) ? understood.freeText() : "");
    }
}
