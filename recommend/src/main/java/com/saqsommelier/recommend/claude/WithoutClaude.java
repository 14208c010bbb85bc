package com.saqsommelier.recommend.claude;

import com.saqsommelier.recommend.conversation.Interpretation;
import com.saqsommelier.recommend.conversation.Interpreter;
import com.saqsommelier.recommend.conversation.Mode;
import com.saqsommelier.recommend.conversation.Question;
import com.saqsommelier.recommend.retrieve.ReasonWriter;
import com.saqsommelier.recommend.retrieve.WrittenReasons;
import com.saqsommelier.vocabulary.Language;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is different where there is no Claude, or it does not help: the answer says that it is the simple one. */
public final class WithoutClaude {

    private WithoutClaude() {}

    /** An interpreter that says so where knowledge is asked for. */
    public static Interpreter interpreter(Interpreter tables) {
        return question -> politely(question, tables.interpret(question));
    }

    /** A writer that says so beside its reasons. */
    public static ReasonWriter writer(ReasonWriter composed) {
        return (question, selection) -> {
            Answering.current().listener().chosen(selection);
            WrittenReasons written = composed.write(question, selection);
            for (int i = 0; i < written.reasons().size(); i++) {
                Answering.current().listener().reason(i, written.reasons().get(i));
            }
            String message = Stream.of(
                            FixedText.SIMPLE.in(selection.understanding().language()), written.message())
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" "));
            return new WrittenReasons(written.reasons(), message, written.by(), written.replaced());
        };
    }

    /** What is said where nothing can be answered at all. */
    public static String notNow(Language language) {
        return FixedText.NOT_NOW.in(language);
    }

    static Interpretation politely(Question question, Interpretation tables) {
        return tables.reply().isEmpty() && KnowledgeQuestion.is(question.text(), tables.understanding())
                ? new Interpretation(
                        tables.understanding(),
                        Optional.of(
                                FixedText.NO_KNOWLEDGE.in(tables.understanding().language())),
                        Mode.OFFLINE)
                : tables;
    }
}
