package com.saqsommelier.recommend.claude;

import com.saqsommelier.recommend.conversation.Mode;
import com.saqsommelier.recommend.conversation.Question;
import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.question.QuestionParser;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.retrieve.ComposedReasons;
import com.saqsommelier.recommend.retrieve.Constraint;
import com.saqsommelier.recommend.retrieve.ReasonWriter;
import com.saqsommelier.recommend.retrieve.Selection;
import com.saqsommelier.recommend.retrieve.WrittenReasons;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reasons by Claude, each checked when it is whole; one that claims what the record does not hold is replaced by the
 * composed one and counted, and so is one that never came, uncounted.
 */
final class ClaudeReasons implements ReasonWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ClaudeReasons.class);
    private static final int MOST_TOKENS = 2_000;

    private final ComposedReasons composed = new ComposedReasons();
    private final Claude claude;
    private final Prompts prompts;
    private final ReasonGuard guard;
    private final DayCache<Key, Map<Integer, String>> cache;
    private final MeterRegistry meters;

    ClaudeReasons(Claude claude, Prompts prompts, ReasonGuard guard, MeterRegistry meters, InstantSource clock) {
        this.claude = claude;
        this.prompts = prompts;
        this.guard = guard;
        this.cache = new DayCache<>(clock);
        this.meters = meters;
    }

    /** The same wish for the same bottles at the same prices; what the person's stores have decided which bottles. */
    private record Key(
            Understanding wish, List<ProductProfile> bottles, Set<Constraint> loosened, String prompt, String model) {}

    @Override
    public WrittenReasons write(Question question, Selection selection) {
        Prompt prompt = prompts.of(Purpose.REASONS, question.person());
        Key key = new Key(
                selection.understanding(), selection.bottles(), selection.loosened(), prompt.version(), claude.model());
        Answering.current().listener().chosen(selection);
        Optional<Map<Integer, String>> known = cache.get(key);
        if (known.isPresent()) {
            meters.counter("sommelier.claude.cached", "purpose", Purpose.REASONS.word())
                    .increment();
            Answering.current().restsOn(claude.model(), prompt.version());
            known.get().forEach(Answering.current().listener()::reason);
            return finished(selection, known.get(), 0);
        }
        Writing writing = new Writing(selection);
        ReasonLines lines = new ReasonLines(writing::line);
        try {
            claude.ask(
                    new ClaudeRequest(
                            prompt,
                            BottleFields.turn(shortened(question.text()), selection),
                            Optional.empty(),
                            MOST_TOKENS),
                    lines::accept);
            lines.finish();
            if (writing.accepted.size() == selection.bottles().size()) {
                cache.put(key, Map.copyOf(writing.accepted), there -> there);
            }
        } catch (ClaudeFailureException e) {
            LOG.debug(
                    "{} of {} reasons came before it",
                    writing.accepted.size(),
                    selection.bottles().size());
        }
        return finished(selection, writing.accepted, writing.replaced);
    }

    private WrittenReasons finished(Selection selection, Map<Integer, String> accepted, int replaced) {
        Understanding wish = selection.understanding();
        List<String> reasons = IntStream.range(0, selection.bottles().size())
                .mapToObj(i -> {
                    String reason = accepted.get(i);
                    if (reason != null) {
                        return reason;
                    }
                    String instead = composed.guarded(selection.bottles().get(i), wish);
                    Answering.current().listener().reason(i, instead);
                    return instead;
                })
                .toList();
        return accepted.isEmpty()
                ? new WrittenReasons(reasons, FixedText.SIMPLE.in(wish.language()), Mode.OFFLINE, replaced)
                : new WrittenReasons(reasons, "", Mode.CLAUDE, replaced);
    }

    private static String shortened(String text) {
        return text.length() > QuestionParser.LONGEST ? text.substring(0, QuestionParser.LONGEST) : text;
    }

    /** The reasons of one answer as they come. */
    private final class Writing {

        private final Selection selection;
        private final Map<Integer, String> accepted = new HashMap<>();
        private int replaced;

        Writing(Selection selection) {
            this.selection = selection;
        }

        void line(int number, String text) {
            int index = number - 1;
            if (index < 0 || index >= selection.bottles().size() || accepted.containsKey(index)) {
                return;
            }
            ProductProfile bottle = selection.bottles().get(index);
            List<String> faults = guard.faults(text, bottle, selection.understanding());
            if (faults.isEmpty()) {
                accepted.put(index, text);
                Answering.current().listener().reason(index, text);
                return;
            }
            replaced++;
            meters.counter("sommelier.reasons.replaced").increment();
            LOG.info(
                    "A reason for {} is replaced; it claims {}",
                    bottle.product().sku(),
                    faults);
        }
    }
}
