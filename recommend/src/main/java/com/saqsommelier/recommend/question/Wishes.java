package com.saqsommelier.recommend.question;

import com.saqsommelier.vocabulary.Grammar;
import com.saqsommelier.vocabulary.Grammar.Role;
import com.saqsommelier.vocabulary.PhraseBook;
import com.saqsommelier.vocabulary.PhraseBook.Found;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads terms and negations, clause by clause and word by word. */
final class Wishes {

    /** Single letters, and numbers that are no year: ages, guests, hours. */
    private static final Pattern TOO_SHORT = Pattern.compile(".|\\d{1,3}");

    /** Themes of which nobody wants what they refuse. */
    private static final Set<Theme> NEVER_BOTH = EnumSet.of(Theme.COUNTRY, Theme.REGION, Theme.GRAPE, Theme.KIND);

    private final Grammar grammar;
    private final PhraseBook phrases;

    private final Set<Term> wanted = new LinkedHashSet<>();
    private final Set<Term> excluded = new LinkedHashSet<>();
    private final Set<Role> roles = new LinkedHashSet<>();
    private final List<String> unknown = new ArrayList<>();
    /** What the negation that is being read has met so far. */
    private final List<Term> negated = new ArrayList<>();

    private final Spelling spelling;
    /** How a word was typed, by its key. */
    private final Map<String, String> written = new HashMap<>();

    private final List<List<Term>> groups = new ArrayList<>();
    /** The terms that were named by themselves. */
    private final Set<Term> named = new HashSet<>();
    /** The terms that were wanted before they were refused. */
    private final Set<Term> before = new HashSet<>();

    private boolean contradicts;
    private boolean negation;
    private int lastUnknown = -2;
    private int afterDish = -1;

    /** @param typed the question as it was typed, by which words that differ in an accent or a capital are told apart */
    Wishes(Grammar grammar, PhraseBook phrases, Spelling spelling, String typed) {
        this.grammar = grammar;
        this.phrases = phrases;
        this.spelling = spelling;
        for (String word : Words.written(typed)) {
            written.putIfAbsent(Words.key(word), word);
        }
    }

    void read(String plain) {
        // Abbreviations such as St. do not end a clause; what matters is that a comma or full stop ends a negation.
        for (String clause : plain.split("[,;:!?()|]|\\.(?!\\p{L})", -1)) {
            clause(corrected(Words.of(clause)));
            endOfNegation();
        }
        // "A red for somebody who does not like red" wants a red.
        excluded.removeIf(term -> term.theme() == Theme.COLOUR && before.contains(term));
        contradicts = excluded.stream().anyMatch(term -> before.contains(term) && NEVER_BOTH.contains(term.theme()));
        wanted.removeAll(excluded);
        // "An island: Sicily or Corsica" wants these two and no other.
        for (List<Term> group : groups) {
            if (group.stream().anyMatch(term -> named.contains(term) && wanted.contains(term))) {
                wanted.removeIf(term -> group.contains(term) && !named.contains(term));
            }
        }
    }

    /** The words with those corrected that nobody knows and that are near to one of the tables. */
    private List<String> corrected(List<String> words) {
        List<String> corrected = new ArrayList<>(words);
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (isKnown(words, at)) {
                continue;
            }
            Optional<String> meant = joined(corrected, at).or(() -> meant(word));
            if (meant.isPresent()) {
                written.putIfAbsent(meant.get(), meant.get());
                corrected.set(at, meant.get());
            }
        }
        return corrected;
    }

    /** Of the words that are near to a mistyped one, the one that makes a phrase with its neighbour: New Zealand. */
    private Optional<String> joined(List<String> words, int at) {
        String word = words.get(at);
        if (WordForms.has(written.getOrDefault(word, word))) {
            return Optional.empty();
        }
        return spelling.near(word).stream()
                .filter(near -> (at > 0 && phrases.has(words.get(at - 1) + " " + near))
                        || (at + 1 < words.size() && phrases.has(near + " " + words.get(at + 1))))
                .findFirst();
    }

    /** The base form of a word where the tables have that; the word that was meant by what is none. */
    private Optional<String> meant(String word) {
        String typed = written.getOrDefault(word, word);
        return WordForms.has(typed)
                ? WordForms.bases(typed).stream()
                        .filter(base -> phrases.has(base))
                        .findFirst()
                        .or(() -> spelling.soundingAlike(word))
                : spelling.meant(word);
    }

    private boolean isKnown(List<String> words, int at) {
        return phrases.words().contains(words.get(at))
                || hasRole(words, at)
                || grammar.words().contains(words.get(at))
                || CommonWords.has(words.get(at));
    }

    private boolean hasRole(List<String> words, int at) {
        return Stream.of(Role.values()).anyMatch(role -> grammar.lengthAt(role, words, at) > 0);
    }

    Set<Term> wanted() {
        return wanted;
    }

    Set<Term> excluded() {
        return excluded;
    }

    /** Whether the same place, grape or kind is wanted and refused. */
    boolean contradicts() {
        return contradicts;
    }

    boolean has(Role role) {
        return roles.contains(role);
    }

    String unknown() {
        return String.join(" ", unknown);
    }

    private void clause(List<String> words) {
        lastUnknown = -2;
        afterDish = -1;
        int at = 0;
        while (at < words.size()) {
            at += Math.max(1, step(words, at));
        }
    }

    private int step(List<String> words, int at) {
        if (grammar.lengthAt(Role.WINE, words, at) > 0) {
            roles.add(Role.WINE);
        }
        int affirmation = grammar.lengthAt(Role.AFFIRM, words, at);
        if (affirmation > 0) {
            return affirmation;
        }
        Optional<Found> term = phrases.longestAt(words, typed(words), at);
        int accessory = grammar.lengthAt(Role.ACCESSORY, words, at);
        if (accessory > term.map(Found::length).orElse(0)) {
            roles.add(Role.ACCESSORY);
            return accessory;
        }
        int negate = grammar.lengthAt(Role.NEGATE, words, at);
        if (negate > 0 && negate >= term.map(Found::length).orElse(0)) {
            negation = true;
            return negate;
        }
        if (term.isPresent()) {
            if (term.get().terms().size() > 1 && at > 0 && at == afterDish) {
                // "Pétoncles des Îles" are not from an island of wine.
                return term.get().length();
            }
            if (term.get().terms().stream().anyMatch(it -> it.theme() == Theme.DISH)) {
                afterDish = at + term.get().length();
            }
            term.get().terms().forEach(this::take);
            if (term.get().terms().size() > 1) {
                groups.add(term.get().terms());
            } else {
                named.add(term.get().term());
            }
            return term.get().length();
        }
        int store = grammar.lengthAt(Role.STORE, words, at);
        if (store > 0) {
            roles.add(Role.STORE);
            endOfNegation();
            return store;
        }
        int followUp = grammar.lengthAt(Role.FOLLOW_UP, words, at);
        if (followUp > 0 && (at == 0 || at + followUp == words.size())) {
            endOfNegation();
            return followUp;
        }
        int through = grammar.lengthAt(Role.THROUGH, words, at);
        if (through > 0 && negation) {
            return through;
        }
        if (negation
                && negated.isEmpty()
                && at + 1 < words.size()
                && phrases.longestAt(words, at + 1).isPresent()) {
            // "No harsh tannins": one word between the negation and what it refuses.
            return 1;
        }
        endOfNegation();
        boolean known = through > 0
                || grammar.lengthAt(Role.FRENCH, words, at) > 0
                || grammar.lengthAt(Role.ENGLISH, words, at) > 0
                || grammar.lengthAt(Role.WINE, words, at) > 0;
        if (!known && mayMatter(words.get(at))) {
            String word = written.getOrDefault(words.get(at), words.get(at)).toLowerCase(Locale.ROOT);
            // "Capsule à vis" is one thing, with its little word.
            if (at >= 2
                    && lastUnknown == at - 2
                    && !unknown.isEmpty()
                    && words.get(at - 1).length() <= 2
                    && !words.get(at - 1).equals("s")) {
                unknown.add(unknown.removeLast() + " " + written.getOrDefault(words.get(at - 1), words.get(at - 1))
                        + " " + word);
            } else {
                unknown.add(word);
            }
            lastUnknown = at;
        }
        return 1;
    }

    private boolean mayMatter(String word) {
        String typed = written.getOrDefault(word, word);
        return !TOO_SHORT.matcher(word).matches()
                && !CommonWords.has(word)
                && WordForms.telling(typed).stream()
                        .anyMatch(base -> !CommonWords.has(base)
                                && grammar.lengthAt(Role.FRENCH, List.of(base), 0) == 0
                                && grammar.lengthAt(Role.ENGLISH, List.of(base), 0) == 0);
    }

    private List<String> typed(List<String> words) {
        return words.stream().map(word -> written.getOrDefault(word, word)).toList();
    }

    private void take(Term term) {
        if (!negation) {
            before.add(term);
        }
        if (negation) {
            negated.add(term);
        } else {
            wanted.add(term);
        }
    }

    /**
     * "Not a heavy red" still wants a red: where a negation meets a style, the style alone is refused. Dishes and occasions
     * are never refused, for "without fish" says nothing about a wine.
     */
    private void endOfNegation() {
        boolean style = negated.stream().anyMatch(term -> term.theme() == Theme.STYLE);
        for (Term term : negated) {
            switch (term.theme()) {
                case STYLE -> excluded.add(term);
                case DISH, OCCASION -> {}
                case COLOUR -> (style ? wanted : excluded).add(term);
                case KIND, COUNTRY, REGION, GRAPE, FEATURE, DESIGNATION -> {
                    if (!style) {
                        excluded.add(term);
                    }
                }
            }
        }
        negated.clear();
        negation = false;
    }
}
