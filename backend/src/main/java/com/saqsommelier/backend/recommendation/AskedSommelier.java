package com.saqsommelier.backend.recommendation;

import com.saqsommelier.core.claude.ClaudeCalls;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.recommend.claude.ClaudeSettings;
import com.saqsommelier.recommend.claude.ClaudeSommelier;
import com.saqsommelier.recommend.claude.WithoutClaude;
import com.saqsommelier.recommend.conversation.OfflineInterpreter;
import com.saqsommelier.recommend.retrieve.ComposedReasons;
import com.saqsommelier.recommend.retrieve.Recommendation;
import com.saqsommelier.recommend.retrieve.Request;
import com.saqsommelier.recommend.retrieve.Sommelier;
import com.saqsommelier.recommend.retrieve.Vectors;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The sommelier with Claude beside it where a key is set, and else one who says that the answer is the simple one. */
@Component
class AskedSommelier implements AutoCloseable {

    private final Sommelier sommelier;
    private final Optional<ClaudeSommelier> claude;

    AskedSommelier(
            Optional<ClaudeSettings> settings,
            Sommelier tables,
            Database database,
            MeterRegistry meters,
            InstantSource clock) {
        OfflineInterpreter interpreter = new OfflineInterpreter(tables.shelf()::find);
        claude = settings.map(how -> new ClaudeSommelier(
                how,
                new ClaudeCalls(database),
                meters,
                clock,
                interpreter,
                tables.shelf(),
                tables.vectors().map(Vectors::embedder)));
        sommelier = claude.map(asking -> tables.with(asking.interpreter(), asking.writer()))
                .orElseGet(() -> tables.with(
                        WithoutClaude.interpreter(interpreter), WithoutClaude.writer(new ComposedReasons())));
    }

    Recommendation recommend(Request request) {
        return sommelier.recommend(request);
    }

    @Override
    public void close() {
        claude.ifPresent(ClaudeSommelier::close);
    }
}
