package com.saqsommelier.simulator.telegram;

import com.saqsommelier.simulator.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.NoSuchElementException;
import tools.jackson.databind.node.ObjectNode;

/**
 * People type the bot's name and some words in any chat; the bot offers what could be posted there.
 *
 * @see <a href="https://core.telegram.org/bots/api#inline-mode">Inline mode</a>
 */
final class InlineMode {

    private static final int LONGEST_QUERY = 256;

    private final Messenger messenger;
    private final PeopleSide people;

    InlineMode(Messenger messenger, PeopleSide people) {
        this.messenger = messenger;
        this.people = people;
    }

    /**
     * A person asks. What the bot allowed to be kept is answered without asking it again.
     *
     * @param offset empty, or what the last answer to the same words named as the next
     * @return the id of the query, which the answer will name
     * @throws IllegalArgumentException for more than 256 characters
     * @see <a href="https://core.telegram.org/bots/api#inlinequery">InlineQuery</a>
     */
    String ask(long chatId, TelegramUser person, String words, String offset) {
        if (words.length() > LONGEST_QUERY) {
            throw new IllegalArgumentException("an inline query has at most " + LONGEST_QUERY + " characters");
        }
        return messenger.locked(() -> {
            Chat chat = messenger.known(chatId);
            InlineQueries queries = messenger.inlineQueries();
            InlineQueries.Asked asked = queries.ask(chatId, person.id(), words, offset, messenger.now());
            queries.kept(asked, messenger.now())
                    .ifPresentOrElse(
                            answer -> show(asked, answer),
                            () -> messenger.updates().publish("inline_query", query(asked, person, chat)));
            return asked.id();
        });
    }

    private static ObjectNode query(InlineQueries.Asked asked, TelegramUser person, Chat chat) {
        ObjectNode query = Json.object().put("id", asked.id());
        query.set("from", person.json());
        return query.put("chat_type", chat.isGroup() ? "group" : "sender")
                .put("query", asked.words())
                .put("offset", asked.offset());
    }

    /**
     * The bot answers.
     *
     * @throws ApiException 400 for what Telegram refuses, and for an unknown, answered or old query
     * @see <a href="https://core.telegram.org/bots/api#answerinlinequery">answerInlineQuery</a>
     */
    void answer(Parameters parameters) {
        InlineReply reply = InlineReply.parse(parameters);
        messenger.locked(() -> {
            InlineQueries.Asked asked =
                    messenger.inlineQueries().answer(parameters.text("inline_query_id"), reply, messenger.now());
            show(asked, reply);
            return asked;
        });
    }

    private void show(InlineQueries.Asked asked, InlineReply reply) {
        ObjectNode content = reply.json().put("inline_query_id", asked.id());
        messenger.events().publish(asked.chatId(), ChatEvents.Kind.INLINE, content, null);
    }

    /**
     * A person chooses a result, which posts it in the chat in their name. The bot is not told which one was chosen, as
     * BotFather turns that on only when asked; where it is in the chat it sees the message.
     *
     * @throws NoSuchElementException when there is no such answer or result any more
     */
    long choose(long chatId, TelegramUser person, String queryId, String resultId) {
        return messenger.locked(() -> {
            Chat chat = messenger.known(chatId);
            InlineArticle article = messenger.inlineQueries().chosen(queryId, person.id(), resultId);
            long id = messenger.nextPostId();
            String inlineMessageId = article.markup() == null ? null : name(chatId, id);
            return people.receive(
                    chat,
                    new Post(
                            id,
                            person,
                            messenger.now(),
                            null,
                            article.content(),
                            null,
                            article.markup(),
                            null,
                            Origin.chosenInline(inlineMessageId),
                            article.preview()));
        });
    }

    private static String name(long chatId, long postId) {
        byte[] name = (chatId + ":" + postId).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
    }
}
