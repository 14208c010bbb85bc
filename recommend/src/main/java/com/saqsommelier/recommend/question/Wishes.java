package com.saqsommelier.recommend.question;

import com.saqsommelier.vocabulary.Grammar;
import com.saqsommelier.vocabulary.Grammar.Role;
import com.saqsommelier.vocabulary.PhraseBook;
import com.saqsommelier.vocabulary.PhraseBook.Found;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads terms and negations, clause by clause and word by word. */
final class Wishes {

    /** Single letters, and numbers that are no year: ages, guests, hours. */
    private static final Pattern TOO_SHORT = Pattern.compile(".|\\d{1,3}");

    private final Grammar grammar;
    private final PhraseBook phrases;

    private final Set<Term> wanted = new LinkedHashSet<>();
    private final Set<Term> excluded = new LinkedHashSet<>();
    private final Set<Role> roles = new LinkedHashSet<>();
    private final List<String> unknown = new ArrayList<>();
    /** What the negation that is being read has met so far. */
    private final List<Term> negated = new ArrayList<>();

    private boolean negation;

    Wishes(Grammar grammar, PhraseBook phrases) {
        this.grammar = grammar;
        this.phrases = phrases;
    }

    void read(String plain) {
        // Abbreviations such as St. do not end a clause; what matters is that a comma or full stop ends a negation.
        for (String clause : plain.split("[,;:!?()|]|\\.(?!\\p{L})", -1)) {
            clause(Words.of(clause));
            endOfNegation();
        }
        wanted.removeAll(excluded);
    }

    Set<Term> wanted() {
        return wanted;
    }

    Set<Term> excluded() {
        return excluded;
    }

    boolean has(Role role) {
        return roles.contains(role);
    }

    String unknown() {
        return String.join(" ", unknown);
    }

    private void clause(List<String> words) {
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
        Optional<Found> term = phrases.longestAt(words, at);
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
            take(term.get().term());
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
        endOfNegation();
        boolean known = through > 0
                || grammar.lengthAt(Role.FRENCH, words, at) > 0
                || grammar.lengthAt(Role.ENGLISH, words, at) > 0
                || grammar.lengthAt(Role.WINE, words, at) > 0;
        if (!known && !TOO_SHORT.matcher(words.get(at)).matches()) {
            unknown.add(words.get(at));
        }
        return 1;
    }

    private void take(Term term) {
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
                case KIND, COUNTRY, REGION, GRAPE, FEATURE -> {
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
