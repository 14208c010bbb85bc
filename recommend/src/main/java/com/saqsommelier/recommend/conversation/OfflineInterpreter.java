package com.saqsommelier.recommend.conversation;

import com.saqsommelier.recommend.question.QuestionParser;

/** Interprets a question with tables alone. */
public final class OfflineInterpreter implements Interpreter {

    private final QuestionParser parser = new QuestionParser();

    @Override
    public Interpretation interpret(Question question) {
        return Interpretation.offline(parser.parse(question.text(), question.preferred()));
    }
}
