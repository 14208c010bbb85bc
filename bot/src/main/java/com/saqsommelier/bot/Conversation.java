package com.saqsommelier.bot;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.Problem;
import com.saqsommelier.api.ProductPage;
import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.ProductsApi;
import com.saqsommelier.bot.Telegram.Destination;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Answers one message: reads the command, asks the catalogue where needed, sends the reply. */
final class Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final CommandParser parser;
    private final ProductsApi products;
    private final Telegram telegram;
    private final Visitors visitors;

    Conversation(CommandParser parser, ProductsApi products, Telegram telegram, Visitors visitors) {
        this.parser = parser;
        this.products = products;
        this.telegram = telegram;
        this.visitors = visitors;
    }

    /** The chat whose order matters; updates of other kinds, which are not asked for, share 0. */
    static long chat(Update update) {
        return update.hasMessage() ? update.getMessage().getChatId() : 0;
    }

    void handle(Update update) {
        if (!update.hasMessage() || update.getMessage().getFrom() == null) {
            return;
        }
        Message message = update.getMessage();
        User user = message.getFrom();
        Command command = parser.parse(message);
        if (command instanceof Command.Ignored || user.getIsBot()) {
            return;
        }
        // The command's name only: what people look for is theirs.
        LOG.debug("Update {}: {}", update.getUpdateId(), command.getClass().getSimpleName());
        Messages messages = Messages.in(Language.of(user.getLanguageCode()));
        answer(user, command, messages)
                .ifPresent(reply -> telegram.send(destination(message), fitting(message, reply)));
    }

    private Optional<Reply> answer(User user, Command command, Messages messages) {
        if (!visitors.mayEnter(user.getId())) {
            return visitors.tellNow(user.getId())
                    ? Optional.of(Reply.of(messages.say(
                            Phrase.STRANGER, Map.of("id", user.getId().toString()))))
                    : Optional.empty();
        }
        try {
            return Optional.of(reply(command, messages));
        } catch (ApiException e) {
            LOG.error("The catalogue did not answer a search", e);
            return Optional.of(Reply.of(messages.say(isDown(e) ? Phrase.CATALOGUE_SILENT : Phrase.SORRY)));
        } catch (RuntimeException e) {
            LOG.error("A message could not be answered", e);
            return Optional.of(Reply.of(messages.say(Phrase.SORRY)));
        }
    }

    private Reply reply(Command command, Messages messages) {
        return switch (command) {
            case Command.Start() -> WelcomeReply.in(messages);
            case Command.Help() -> HelpReply.in(messages);
            case Command.Search(String words) -> search(words, messages);
            case Command.SearchPrompt() -> Reply.of(messages.say(Phrase.SEARCH_PROMPT));
            case Command.SearchTooLong(int length) ->
                Reply.of(messages.say(
                        Phrase.SEARCH_TOO_LONG, Map.of("length", length, "limit", Command.LONGEST_SEARCH)));
            case Command.Unknown() -> Reply.of(messages.say(Phrase.UNKNOWN_COMMAND));
            case Command.NotText() -> Reply.of(messages.say(Phrase.TEXT_ONLY));
            case Command.Ignored() -> throw new IllegalArgumentException("An ignored message has no reply");
        };
    }

    private Reply search(String words, Messages messages) {
        ProductPage page = products.list(ProductQuery.words(words).at(1, SearchReply.MOST_SHOWN));
        return SearchReply.of(page, words, messages);
    }

    /** No answer at all, or one that says to come again: a proxy whose backend is away, or a backend still starting. */
    private static boolean isDown(ApiException e) {
        int status = e.problem().map(Problem::status).orElse(503);
        return status >= 502 && status <= 504;
    }

    private static Destination destination(Message message) {
        return new Destination(message.getChatId(), message.isTopicMessage() ? message.getMessageThreadId() : null);
    }

    /** In a group the keyboard would open on everyone's screen. */
    private static Reply fitting(Message message, Reply reply) {
        return message.isUserMessage() ? reply : Reply.of(reply.text());
    }
}
