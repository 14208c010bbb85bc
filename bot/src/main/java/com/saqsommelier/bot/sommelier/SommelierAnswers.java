package com.saqsommelier.bot.sommelier;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.Contract;
import com.saqsommelier.api.RecommendationFeedback;
import com.saqsommelier.api.RecommendationFeedback.Rating;
import com.saqsommelier.api.RecommendationRequest;
import com.saqsommelier.bot.access.ChatUser;
import com.saqsommelier.bot.command.CallbackAction;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Reply;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ForceReplyKeyboard;

/** The sommelier's answers. */
public final class SommelierAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(SommelierAnswers.class);
    private static final int LONGEST_QUESTION = 2000;

    private final Contract backend;
    private final OpenConversations threads;

    /**
     * Asks this backend's sommelier.
     *
     * @param threads is told of every answer
     */
    public SommelierAnswers(Contract backend, OpenConversations threads) {
        this.backend = backend;
        this.threads = threads;
    }

    /** Asks what is wanted; what the person writes next is the question. */
    public static Reply prompt(Messages messages) {
        return new Reply(
                messages.say(Phrase.SOMMELIER_PROMPT),
                ForceReplyKeyboard.builder()
                        .forceReply(true)
                        .inputFieldPlaceholder(messages.plain(Phrase.SOMMELIER_PLACEHOLDER))
                        .build());
    }

    /**
     * What the sommelier recommends.
     *
     * @param conversation the one that the question follows; empty for a new one
     * @param chat is shown the bottles once they are chosen, and the reasons as they are written
     */
    public Reply recommend(String question, Optional<UUID> conversation, ChatUser chatUser, Consumer<Reply> chat) {
        String asked = question.length() > LONGEST_QUESTION ? question.substring(0, LONGEST_QUESTION) : question;
        StreamedRecommendation writing = new StreamedRecommendation(chat);
        RecommendationReply advice = ask(
                asked,
                new RecommendationRequest(
                        chatUser.userId(),
                        asked,
                        chatUser.messages().language().code(),
                        conversation.map(UUID::toString).orElse(null)),
                writing);
        threads.answered(chatUser.id(), advice.conversation());
        return advice.reply();
    }

    /** Follows the answer; one that breaks off is asked for again as a whole, and what was shown of it stays if that fails. */
    private RecommendationReply ask(String asked, RecommendationRequest request, StreamedRecommendation writing) {
        try {
            return RecommendationReply.whole(backend.recommendations().follow(request, writing), asked);
        } catch (ApiException e) {
            if (e.problem().isPresent()) {
                throw e;
            }
            LOG.warn("An answer of the sommelier broke off; it is asked for as a whole", e);
        }
        try {
            return RecommendationReply.whole(backend.recommendations().recommend(request), asked);
        } catch (ApiException e) {
            return RecommendationReply.brokenOff(writing.soFar().orElseThrow(() -> e));
        }
    }

    /** Keeps how an answer was liked. */
    public void rate(CallbackAction.Feedback feedback) {
        backend.recommendations()
                .rate(
                        feedback.recommendation().toString(),
                        new RecommendationFeedback(feedback.liked() ? Rating.UP : Rating.DOWN));
    }
}
