package com.saqsommelier.backend.recommendation;

import com.saqsommelier.api.AccessControl;
import com.saqsommelier.api.RecommendationListener;
import com.saqsommelier.api.RecommendationReason;
import com.saqsommelier.api.RecommendationRequest;
import com.saqsommelier.api.RecommendationView;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The sommelier's answer while it is written, to who accepts {@code text/event-stream}: {@code begun} with the bottles and
 * no reasons, where there are bottles; a {@code reason} for each, checked and final, in whatever order they come; {@code done}
 * with the whole answer, which is the one that everybody else gets.
 */
@Hidden
@RestController
@AccessControl(AccessControl.Level.PERSONAL)
class AdviceStream {

    private static final Logger LOG = LoggerFactory.getLogger(AdviceStream.class);

    /** Longer than two calls of Claude may take. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final RecommendationService advice;

    AdviceStream(RecommendationService advice) {
        this.advice = advice;
    }

    @PostMapping(path = "/api/v1/recommendations", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(@RequestBody @Valid RecommendationRequest request) {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        // The request id goes with the work to its thread.
        Map<String, String> logged = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
        Thread.ofVirtual().name("advice").start(() -> {
            MDC.setContextMap(logged);
            write(request, emitter);
        });
        return emitter;
    }

    /** Ends the stream whatever happens, so that nobody waits for an answer that does not come. */
    private void write(RecommendationRequest request, SseEmitter emitter) {
        try {
            Events events = new Events(emitter);
            events.send("done", advice.give(request, events));
            emitter.complete();
        } catch (RuntimeException | Error e) {
            LOG.error("A recommendation ended early", e);
            emitter.completeWithError(e);
        }
    }

    /** Sends until the other side has gone; the answer is worked out and kept all the same. */
    private static final class Events implements RecommendationListener {

        private final SseEmitter emitter;
        private boolean gone;

        Events(SseEmitter emitter) {
            this.emitter = emitter;
        }

        @Override
        public void begun(RecommendationView view) {
            send("begun", view);
        }

        @Override
        public void reason(RecommendationReason reason) {
            send("reason", reason);
        }

        void send(String name, Object content) {
            if (gone) {
                return;
            }
            try {
                emitter.send(SseEmitter.event().name(name).data(content, MediaType.APPLICATION_JSON));
            } catch (IOException | RuntimeException e) {
                gone = true;
                LOG.debug("Nobody listens any more", e);
            }
        }
    }
}
