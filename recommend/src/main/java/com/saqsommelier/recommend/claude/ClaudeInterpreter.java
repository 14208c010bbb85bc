package com.saqsommelier.recommend.claude;

import com.saqsommelier.recommend.conversation.Interpretation;
import com.saqsommelier.recommend.conversation.Interpreter;
import com.saqsommelier.recommend.conversation.Mode;
import com.saqsommelier.recommend.conversation.Question;
import com.saqsommelier.recommend.conversation.Turn;
import com.saqsommelier.recommend.question.QuestionParser;
import com.saqsommelier.recommend.question.Remark;
import com.saqsommelier.recommend.question.Understanding;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Interprets a question with the tables and with Claude; where Claude does not help, with the tables alone. What Claude is
 * given was typed by the person: no product, no store, nothing that somebody else wrote.
 */
final class ClaudeInterpreter implements Interpreter {

    private static final int MOST_TOKENS = 3_000;
    private static final int EARLIER_TURNS = 4;
    private static final int EARLIER_CHARACTERS = 300;

    /** After which nothing that Claude could say would change the answer. */
    private static final Set<Remark> FINAL = EnumSet.of(Remark.EMPTY, Remark.MINOR, Remark.THANKS);

    private final Interpreter tables;
    private final Claude claude;
    private final Prompts prompts;
    private final WineAnswers answers;
    private final MeaningCache cache;
    private final MeterRegistry meters;
    private final ClaudeRequest.Tool tool = UnderstandTool.tool();

    ClaudeInterpreter(
            Interpreter tables,
            Claude claude,
            Prompts prompts,
            WineAnswers answers,
            MeaningCache cache,
            MeterRegistry meters) {
        this.tables = tables;
        this.claude = claude;
        this.prompts = prompts;
        this.answers = answers;
        this.cache = cache;
        this.meters = meters;
    }

    @Override
    public Interpretation interpret(Question question) {
        Interpretation read = tables.interpret(question);
        Understanding wish = read.understanding();
        if (read.reply().isPresent() || wish.remarks().stream().anyMatch(FINAL::contains)) {
            return read;
        }
        try {
            ClaudeUnderstanding claimed = claimed(question, wish);
            return switch (intent(claimed, question, wish)) {
                case WINE_QUESTION -> answers.answer(question, wish);
                case OFF_TOPIC ->
                    new Interpretation(wish, Optional.of(FixedText.OFF_TOPIC.in(wish.language())), Mode.CLAUDE);
                case RECOMMEND -> new Interpretation(Merging.merge(wish, claimed), Optional.empty(), Mode.CLAUDE);
            };
        } catch (ClaudeFailureException e) {
            return WithoutClaude.politely(question, read);
        }
    }

    private ClaudeUnderstanding claimed(Question question, Understanding wish) throws ClaudeFailureException {
        Prompt prompt = prompts.of(Purpose.UNDERSTAND, question.person());
        Optional<ClaudeUnderstanding> known = cache.find(question, wish, prompt);
        if (known.isPresent()) {
            meters.counter("sommelier.claude.cached", "purpose", Purpose.UNDERSTAND.word())
                    .increment();
            Answering.current().restsOn(claude.model(), prompt.version());
            return known.get();
        }
        Reply reply = claude.ask(new ClaudeRequest(prompt, turn(question), Optional.of(tool), MOST_TOKENS), text -> {});
        ClaudeUnderstanding claimed = ClaudeUnderstanding.read(reply.input().orElseThrow(), said(question));
        cache.keep(question, wish, prompt, claimed);
        return claimed;
    }

    /** Claude may say that no bottle is wanted only where the person does not plainly ask for one. */
    private static ClaudeUnderstanding.Intent intent(
            ClaudeUnderstanding claimed, Question question, Understanding wish) {
        boolean asksForBottles =
                !wish.price().isAny() || wish.inMyStores() || !wish.food().isEmpty();
        return switch (claimed.intent()) {
            case WINE_QUESTION ->
                !asksForBottles && KnowledgeQuestion.asks(question.text())
                        ? ClaudeUnderstanding.Intent.WINE_QUESTION
                        : ClaudeUnderstanding.Intent.RECOMMEND;
            case OFF_TOPIC ->
                !asksForBottles && wish.wanted().isEmpty() && wish.excluded().isEmpty()
                        ? ClaudeUnderstanding.Intent.OFF_TOPIC
                        : ClaudeUnderstanding.Intent.RECOMMEND;
            case RECOMMEND -> ClaudeUnderstanding.Intent.RECOMMEND;
        };
    }

    private static String turn(Question question) {
        String earlier = earlier(question).collect(Collectors.joining("\n"));
        String now = Tag.of("question", shortened(question.text(), QuestionParser.LONGEST));
        return earlier.isEmpty() ? now : Tag.of("earlier", earlier) + "\n" + now;
    }

    private static String said(Question question) {
        return Stream.concat(earlier(question), Stream.of(question.text())).collect(Collectors.joining("\n"));
    }

    private static Stream<String> earlier(Question question) {
        List<Turn> turns = question.conversation().turns();
        return turns.subList(Math.max(0, turns.size() - EARLIER_TURNS), turns.size()).stream()
                .map(turn -> shortened(turn.question(), EARLIER_CHARACTERS));
    }

    private static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
