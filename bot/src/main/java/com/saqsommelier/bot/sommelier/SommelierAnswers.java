package com.saqsommelier.bot.sommelier;

import com.saqsommelier.api.Contract;
import com.saqsommelier.api.RecommendationFeedback;
import com.saqsommelier.api.RecommendationFeedback.Rating;
import com.saqsommelier.api.RecommendationRequest;
import com.saqsommelier.api.RecommendationView;
import com.saqsommelier.bot.catalogue.ProductEntry;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.Sign;
import com.saqsommelier.bot.command.Tap;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.person.Drinker;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.bot.telegram.Reply;
import com.saqsommelier.vocabulary.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ForceReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/** The sommelier's answers. */
public final class SommelierAnswers {

    private static final int LONGEST_QUESTION = 2000;
    private static final Html PARAGRAPH = new Html("\n\n");

    private final Contract backend;
    private final OpenThreads threads;

    /**
     * Asks this backend's sommelier.
     *
     * @param threads is told of every answer
     */
    public SommelierAnswers(Contract backend, OpenThreads threads) {
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
     */
    public Reply recommend(String question, Optional<UUID> conversation, Drinker drinker) {
        Messages messages = drinker.messages();
        String asked = question.length() > LONGEST_QUESTION ? question.substring(0, LONGEST_QUESTION) : question;
        RecommendationView answer = backend.recommendations()
                .recommend(new RecommendationRequest(
                        drinker.userId(),
                        asked,
                        messages.language().code(),
                        conversation.map(UUID::toString).orElse(null)));
        threads.answered(drinker.id(), UUID.fromString(answer.conversationId()));
        // In the language of the question, which need not be the person's usual one.
        Messages spoken = Messages.in(Language.of(answer.understanding().language()));
        if (answer.products().isEmpty()) {
            return Reply.of(new Html(Sign.SOMMELIER + " ").plus(answer.message()));
        }
        Html text = spoken.say(Phrase.SOMMELIER_HEADING);
        if (!answer.message().isEmpty()) {
            text = text.plus(PARAGRAPH)
                    .plus(new Html("<i>"))
                    .plus(answer.message())
                    .plus(new Html("</i>"));
        }
        List<InlineKeyboardButton> cards = new ArrayList<>();
        for (RecommendationView.Pick pick : answer.products()) {
            Html entry = ProductEntry.of(cards.size() + 1, pick.product(), spoken);
            Html longer = text.plus(PARAGRAPH).plus(pick.reason().isEmpty() ? entry : entry.plus("\n" + pick.reason()));
            if (longer.length() > Html.LONGEST_MESSAGE) {
                break;
            }
            text = longer;
            cards.add(Buttons.tap(
                    Integer.toString(cards.size() + 1),
                    new Tap.Card(pick.product().sku())));
        }
        return new Reply(
                text,
                new Buttons()
                        .row(cards)
                        .row(thumb(answer, true), thumb(answer, false))
                        .markup());
    }

    /** Keeps how an answer was liked. */
    public void rate(Tap.Feedback feedback) {
        backend.recommendations()
                .rate(
                        feedback.recommendation().toString(),
                        new RecommendationFeedback(feedback.liked() ? Rating.UP : Rating.DOWN));
    }

    private static InlineKeyboardButton thumb(RecommendationView answer, boolean liked) {
        return Buttons.tap(
                liked ? "👍" : "👎",
                new Tap.Feedback(UUID.fromString(answer.id()), UUID.fromString(answer.conversationId()), liked));
    }
}
