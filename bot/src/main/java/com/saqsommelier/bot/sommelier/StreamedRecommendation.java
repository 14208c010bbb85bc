package com.saqsommelier.bot.sommelier;

import com.saqsommelier.api.RecommendationListener;
import com.saqsommelier.api.RecommendationReason;
import com.saqsommelier.api.RecommendationView;
import com.saqsommelier.bot.telegram.Reply;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Streams a recommendation into the chat while it is written. For one answer, on one thread. */
final class StreamedRecommendation implements RecommendationListener {

    private final Consumer<Reply> chat;
    private @Nullable RecommendationView soFar;

    /** Shows each part to this chat. */
    StreamedRecommendation(Consumer<Reply> chat) {
        this.chat = chat;
    }

    /** What was shown last; empty where nothing was. */
    Optional<RecommendationView> soFar() {
        return Optional.ofNullable(soFar);
    }

    @Override
    public void begun(RecommendationView answer) {
        show(answer);
    }

    @Override
    public void reason(RecommendationReason reason) {
        if (soFar != null) {
            show(soFar.with(reason));
        }
    }

    private void show(RecommendationView answer) {
        soFar = answer;
        chat.accept(RecommendationReply.inWriting(answer).reply());
    }
}
