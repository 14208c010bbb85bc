package com.saqsommelier.recommend.claude;

import com.saqsommelier.core.product.Product;
import com.saqsommelier.recommend.conversation.Interpretation;
import com.saqsommelier.recommend.conversation.Mode;
import com.saqsommelier.recommend.conversation.Question;
import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.QuestionParser;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.retrieve.ProductShelf;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.WineVocabulary;
import com.saqsommelier.vocabulary.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers questions about wine that ask for no bottle; an answer that names a bottle, an estate or a price is not given. */
final class WineAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(WineAnswers.class);
    private static final int MOST_TOKENS = 1_000;
    private static final int LONGEST = 700;
    private static final Pattern MONEY = Pattern.compile("\\$|\\bCAD\\b|\\bdollars?\\b|€");

    private final Claude claude;
    private final Prompts prompts;
    private final OutputGuard guard;
    private final ProductShelf shelf;

    WineAnswers(Claude claude, Prompts prompts, OutputGuard guard, ProductShelf shelf) {
        this.claude = claude;
        this.prompts = prompts;
        this.guard = guard;
        this.shelf = shelf;
    }

    Interpretation answer(Question question, Understanding wish) throws ClaudeFailureException {
        String asked = question.text().length() > QuestionParser.LONGEST
                ? question.text().substring(0, QuestionParser.LONGEST)
                : question.text();
        String turn =
                Tag.of("language", wish.language() == Language.FRENCH ? "fr" : "en") + "\n" + Tag.of("question", asked);
        Reply reply = claude.ask(
                new ClaudeRequest(prompts.of(Purpose.ANSWER, question.person()), turn, Optional.empty(), MOST_TOKENS),
                text -> {});
        String text = reply.text().strip().replaceAll("\\s*\\n\\s*", " ");
        String fault = fault(text);
        if (!fault.isEmpty()) {
            LOG.info("An answer about wine is not given: {}", fault);
            return new Interpretation(wish, Optional.of(FixedText.NO_KNOWLEDGE.in(wish.language())), Mode.OFFLINE);
        }
        return new Interpretation(wish, Optional.of(text), Mode.CLAUDE);
    }

    private String fault(String text) {
        String fault = guard.fault(text, "", LONGEST);
        if (!fault.isEmpty()) {
            return fault;
        }
        return MONEY.matcher(text).find() ? "price" : named(text);
    }

    /** The name of a product or producer of the catalogue; names of one word are words, and so are grapes and places. */
    private String named(String text) {
        String key = " " + Words.key(text) + " ";
        return shelf.profiles().stream()
                .map(ProductProfile::product)
                .flatMap(product -> names(product).map(Words::key))
                .filter(name -> name.indexOf(' ') > 0 && key.contains(" " + name + " "))
                .filter(name -> {
                    List<String> words = Words.of(name);
                    return WineVocabulary.bundled()
                            .phrases()
                            .longestAt(words, 0)
                            .filter(found -> found.length() == words.size())
                            .isEmpty();
                })
                .findFirst()
                .map(name -> "product:" + name)
                .orElse("");
    }

    private static Stream<String> names(Product product) {
        return Stream.of(product.name(), product.facts().origin().producer()).filter(Objects::nonNull);
    }
}
