package com.saqsommelier.core.recommendation;

import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The stored answers of the sommelier. */
public final class Traces {

    /** A conversation is over after this long without a question. */
    public static final Duration CONVERSATION = Duration.ofMinutes(30);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    /** The traces of a database. */
    public Traces(Database database) {
        this.jdbc = database.jdbc();
    }

    /** Keeps a trace. */
    public void add(Trace trace) {
        jdbc.sql("""
                        INSERT INTO recommendations (id, conversation_id, user_id, question, mode, understanding, picks,
                            loosened, message, milliseconds, created_at, grace, model, prompt_version, candidates, stages,
                            replaced_reasons)
                        VALUES (:id, :conversation, :user, :question, :mode, :understanding::jsonb, :picks::jsonb,
                            :loosened, :message, :milliseconds, :at, :grace, :model, :prompt, :candidates::jsonb,
                            :stages::jsonb, :replaced)
                        """)
                .param("id", trace.id())
                .param("conversation", trace.conversationId())
                .param("user", trace.userId())
                .param("question", trace.question())
                .param("mode", trace.mode())
                .param("understanding", trace.understanding())
                .param("picks", JSON.writeValueAsString(trace.picks()))
                .param("loosened", trace.loosened().toArray(String[]::new))
                .param("message", trace.message())
                .param("milliseconds", trace.took().toMillis())
                .param("at", Times.utc(trace.createdAt()))
                .param("grace", trace.making().grace())
                .param("model", trace.making().model().orElse(null))
                .param("prompt", trace.making().promptVersion().orElse(null))
                .param("candidates", trace.making().candidates())
                .param("stages", trace.making().stages())
                .param("replaced", trace.making().replaced())
                .update();
    }

    /**
     * What was said in a person's conversation, oldest first.
     *
     * @return nothing where the conversation is another person's, over, or unknown
     */
    public List<TracedTurn> turns(UUID conversationId, String userId, Instant now) {
        return jdbc.sql("""
                        SELECT question, understanding::text,
                            ARRAY(SELECT pick->>'sku' FROM jsonb_array_elements(picks) WITH ORDINALITY AS p(pick, place)
                                ORDER BY place) AS skus
                        FROM recommendations
                        WHERE conversation_id = :conversation AND user_id = :user
                            AND (SELECT max(created_at) FROM recommendations
                                WHERE conversation_id = :conversation AND user_id = :user) > :since
                        ORDER BY created_at, id
                        """)
                .param("conversation", conversationId)
                .param("user", userId)
                .param("since", Times.utc(now.minus(CONVERSATION)))
                .query((row, number) ->
                        new TracedTurn(row.getString("question"), row.getString("understanding"), List.of((String[])
                                row.getArray("skus").getArray())))
                .list();
    }

    /**
     * Keeps how an answer was liked; the last word counts.
     *
     * @return false when there is no such answer
     */
    public boolean rate(UUID id, boolean liked) {
        return jdbc.sql("UPDATE recommendations SET rating = ? WHERE id = ?")
                        .params(liked ? "up" : "down", id)
                        .update()
                == 1;
    }
}
