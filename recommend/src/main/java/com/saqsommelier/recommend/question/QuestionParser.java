package com.saqsommelier.recommend.question;

import com.saqsommelier.recommend.safety.Concern;
import com.saqsommelier.recommend.safety.Concerns;
import com.saqsommelier.vocabulary.Grammar;
import com.saqsommelier.vocabulary.Grammar.Role;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import com.saqsommelier.vocabulary.Words;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Understands a question with tables alone. Stateless, safe for use by several threads. */
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

    private final WineVocabulary vocabulary;
    private final Grammar grammar;
    private final LanguageOfText language;

    /** A parser over the vocabulary that comes with the program. */
    public QuestionParser() {
        vocabulary = WineVocabulary.bundled();
        grammar = Grammar.bundled();
        language = new LanguageOfText(grammar);
    }

    /**
     * Reads a question. Never fails: what it cannot read is in the remarks or the free text.
     *
     * @param preferred the language to assume where the question does not tell
     */
    public Understanding parse(String question, Language preferred) {
        Set<Remark> remarks = EnumSet.noneOf(Remark.class);
        String read = question;
        if (question.length() > LONGEST) {
            read = question.substring(0, LONGEST);
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
        PriceReader.Read price = PriceReader.read(plain);
        CountReader.Read count = CountReader.read(price.rest());
        Wishes wishes = new Wishes(grammar, vocabulary.phrases());
        wishes.read(count.rest());
        if (count.count().orElse(USUAL) > MOST) {
            remarks.add(Remark.TOO_MANY);
        }
        remark(wishes, price.price(), count, remarks);
        if (WineQuestions.thanks(plain)) {
            remarks.add(Remark.THANKS);
            remarks.remove(Remark.UNCLEAR);
        } else if (price.price().isAny()
                && WineQuestions.asks(plain, !wishes.wanted().isEmpty())) {
            remarks.add(Remark.QUESTION);
            remarks.remove(Remark.UNCLEAR);
            remarks.remove(Remark.ACCESSORY);
        }
        return new Understanding(
                language.of(read, preferred),
                wishes.wanted().stream().toList(),
                wishes.excluded().stream().toList(),
                price.price(),
                Math.clamp(count.count().orElse(USUAL), 1, MOST),
                wishes.has(Role.STORE),
                remarks.contains(Remark.THANKS) ? "" : wishes.unknown(),
                remarks);
    }

    /** A question in lower case without accents, with plain apostrophes and single spaces. */
    public static String plain(String question) {
        return Words.plain(question)
                .replaceAll("[\\u2019\\u2018`´]", "'")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private void remark(Wishes wishes, PriceRange price, CountReader.Read count, Set<Remark> remarks) {
        Set<Term> wanted = wishes.wanted();
        boolean beer = wanted.stream()
                .anyMatch(term -> term.theme() == Theme.KIND && term.french().equals("Bière"));
        boolean another = wanted.stream().anyMatch(term -> term.theme() == Theme.COLOUR)
                || wanted.stream().filter(term -> term.theme() == Theme.KIND).count() > 1;
        if (beer && !another) {
            remarks.add(Remark.BEER);
        }
        if (wishes.has(Role.ACCESSORY) && wanted.stream().allMatch(term -> term.theme() == Theme.OCCASION)) {
            remarks.add(Remark.ACCESSORY);
        } else if (wanted.isEmpty()
                && wishes.excluded().isEmpty()
                && price.isAny()
                && count.count().isEmpty()
                && !wishes.has(Role.WINE)
                && !wishes.has(Role.STORE)
                && !remarks.contains(Remark.EMPTY)) {
            remarks.add(Remark.UNCLEAR);
        }
    }
}
