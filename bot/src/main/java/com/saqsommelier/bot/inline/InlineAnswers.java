package com.saqsommelier.bot.inline;

import com.saqsommelier.api.Contract;
import com.saqsommelier.api.ProductPage;
import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.api.Sort;
import com.saqsommelier.bot.access.ChatUser;
import com.saqsommelier.bot.catalogue.PostedCard;
import com.saqsommelier.bot.command.Command;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.telegram.Reply;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResult;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultsButton;

/** Answers inline queries: what is found for the words, or what is new where there are none. */
public final class InlineAnswers {

    /** Bot API, answerInlineQuery: at most 50; a phone shows about five at a time. */
    static final int PER_PAGE = 20;

    /** What one sees while typing may be that old; the card that is posted is made anew by whoever opens it. */
    private static final int KEPT_SECONDS = 60;

    /** Bot API: a deep-link parameter of 1–64 letters, digits, _ and -. */
    private static final String FROM_INLINE = "inline";

    private static final int DEEPEST_PAGE = 500;

    private final Contract backend;
    private final String botName;

    /**
     * Answers with what this backend knows.
     *
     * @param botName the bot's user name, to which posted cards lead back
     */
    public InlineAnswers(Contract backend, String botName) {
        this.backend = backend;
        this.botName = botName;
    }

    /** A page of products for the words that somebody types. */
    public AnswerInlineQuery answer(InlineQuery query, ChatUser chatUser) {
        Messages messages = chatUser.messages();
        String words = query.getQuery() == null ? "" : query.getQuery().strip();
        int page = page(query.getOffset());
        ProductPage found = backend.products().list(wanted(words).at(page, PER_PAGE));
        AnswerInlineQuery answer = answer(
                query,
                found.products().stream()
                        .map(product -> article(product, messages))
                        .toList());
        answer.setCacheTime(KEPT_SECONDS);
        answer.setNextOffset(page < found.pages() && page < DEEPEST_PAGE ? Integer.toString(page + 1) : "");
        if (found.total() == 0) {
            answer.setButton(button(messages.plain(Phrase.INLINE_NOTHING)));
        }
        return answer;
    }

    /**
     * Nothing to choose, and a button that leads to the bot.
     *
     * @param why the button's label
     */
    public static AnswerInlineQuery nothing(InlineQuery query, String why) {
        AnswerInlineQuery answer = answer(query, List.of());
        answer.setCacheTime(0);
        answer.setButton(button(why));
        return answer;
    }

    private static AnswerInlineQuery answer(InlineQuery query, List<InlineQueryResult> results) {
        AnswerInlineQuery answer = new AnswerInlineQuery(query.getId(), results);
        // In the language that this person chose, which Telegram does not know.
        answer.setIsPersonal(true);
        return answer;
    }

    private static InlineQueryResultsButton button(String label) {
        return InlineQueryResultsButton.builder()
                .text(label)
                .startParameter(FROM_INLINE)
                .build();
    }

    private static ProductQuery wanted(String words) {
        if (!words.isEmpty()) {
            return ProductQuery.words(words.substring(0, Math.min(words.length(), Command.LONGEST_SEARCH)));
        }
        return new ProductQuery(null, null, null, null, null, null, null, null, null, true, null, Sort.NEW, null, null);
    }

    /** An offset that this bot did not write, as of another version, is the beginning. */
    private static int page(String offset) {
        return offset != null && offset.matches("[1-9]\\d{0,2}") ? Math.min(Integer.parseInt(offset), DEEPEST_PAGE) : 1;
    }

    private InlineQueryResult article(ProductView product, Messages messages) {
        Reply card = PostedCard.of(product, botName, messages);
        InputTextMessageContent content = InputTextMessageContent.builder()
                .messageText(card.text().markup())
                .parseMode("HTML")
                .linkPreviewOptions(
                        LinkPreviewOptions.builder().isDisabled(!card.preview()).build())
                .build();
        return InlineQueryResultArticle.builder()
                .id(product.sku())
                .title(PostedCard.title(product, messages))
                .description(PostedCard.description(product, messages))
                .inputMessageContent(content)
                .replyMarkup(card.buttons())
                .build();
    }
}
