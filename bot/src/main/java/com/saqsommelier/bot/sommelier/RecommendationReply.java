package com.saqsommelier.bot.sommelier;

import com.saqsommelier.api.RecommendationView;
import com.saqsommelier.bot.catalogue.ProductEntry;
import com.saqsommelier.bot.command.Buttons;
import com.saqsommelier.bot.command.CallbackAction;
import com.saqsommelier.bot.command.Sign;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Html;
import com.saqsommelier.bot.telegram.Reply;
import com.saqsommelier.vocabulary.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/**
 * A recommendation as the chat shows it.
 *
 * @param conversation that the next question follows
 */
record RecommendationReply(UUID conversation, Reply reply) {

    private static final Html PARAGRAPH = new Html("\n\n");

    /**
     * With all that belongs to it.
     *
     * @param asked the question, for the button that searches the catalogue for it
     */
    static RecommendationReply whole(RecommendationView answer, String asked) {
        if (answer.products().isEmpty()) {
            return of(
                    answer,
                    new Reply(
                            new Html(Sign.SOMMELIER + " ").plus(answer.message()),
                            new Buttons().row(search(answer, asked)).markup()));
        }
        Listed listed = listed(answer, Html.LONGEST_MESSAGE);
        return of(
                answer,
                new Reply(
                        listed.text,
                        new Buttons()
                                .row(listed.cards)
                                .row(thumb(answer, true), thumb(answer, false))
                                .row(search(answer, asked))
                                .markup()));
    }

    /** While reasons are still being written: no buttons yet, and a line that says so. */
    static RecommendationReply inWriting(RecommendationView answer) {
        Html more = PARAGRAPH.plus(spoken(answer).say(Phrase.SOMMELIER_WRITING));
        return of(
                answer,
                Reply.of(listed(answer, Html.LONGEST_MESSAGE - more.length())
                        .text
                        .plus(more)));
    }

    /** That will not be finished: the bottles are good all the same, but nobody keeps how the answer was liked. */
    static RecommendationReply brokenOff(RecommendationView answer) {
        Listed listed = listed(answer, Html.LONGEST_MESSAGE);
        return of(answer, new Reply(listed.text, new Buttons().row(listed.cards).markup()));
    }

    private static RecommendationReply of(RecommendationView answer, Reply reply) {
        return new RecommendationReply(UUID.fromString(answer.conversationId()), reply);
    }

    private record Listed(Html text, List<InlineKeyboardButton> cards) {}

    private static Listed listed(RecommendationView answer, int longest) {
        Messages spoken = spoken(answer);
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
            if (longer.length() > longest) {
                break;
            }
            text = longer;
            cards.add(Buttons.tap(
                    Integer.toString(cards.size() + 1),
                    new CallbackAction.Card(pick.product().sku())));
        }
        return new Listed(text, cards);
    }

    /** In the language of the question, which need not be the person's usual one. */
    private static Messages spoken(RecommendationView answer) {
        return Messages.in(Language.of(answer.understanding().language()));
    }

    /** The button to a search by the same words, which may have been a name after all. */
    private static List<InlineKeyboardButton> search(RecommendationView answer, String asked) {
        CallbackAction.SearchFor search = new CallbackAction.SearchFor(asked);
        return search.words().isEmpty()
                ? List.of()
                : List.of(Buttons.tap(spoken(answer).plain(Phrase.BUTTON_SEARCH_CATALOGUE), search));
    }

    private static InlineKeyboardButton thumb(RecommendationView answer, boolean liked) {
        return Buttons.tap(
                liked ? "👍" : "👎",
                new CallbackAction.Feedback(
                        UUID.fromString(answer.id()), UUID.fromString(answer.conversationId()), liked));
    }
}
