package com.saqsommelier.bot;

import com.saqsommelier.api.Contract;
import com.saqsommelier.bot.catalogue.CardAnswers;
import com.saqsommelier.bot.catalogue.CatalogueAnswers;
import com.saqsommelier.bot.command.Command;
import com.saqsommelier.bot.command.CommandParser;
import com.saqsommelier.bot.digest.DigestAnswers;
import com.saqsommelier.bot.filter.Listing;
import com.saqsommelier.bot.filter.Source;
import com.saqsommelier.bot.inline.InlineAnswers;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.menu.HelpReply;
import com.saqsommelier.bot.menu.LanguageReply;
import com.saqsommelier.bot.menu.WelcomeReply;
import com.saqsommelier.bot.person.Drinker;
import com.saqsommelier.bot.person.People;
import com.saqsommelier.bot.person.QuietAnswers;
import com.saqsommelier.bot.person.Visitors;
import com.saqsommelier.bot.sommelier.OpenThreads;
import com.saqsommelier.bot.sommelier.SommelierAnswers;
import com.saqsommelier.bot.store.StoreAnswers;
import com.saqsommelier.bot.telegram.Reply;
import com.saqsommelier.bot.telegram.Telegram;
import com.saqsommelier.bot.telegram.Telegram.Destination;
import com.saqsommelier.bot.watch.WatchAnswers;
import com.saqsommelier.vocabulary.Language;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Answers one message or tap: reads what is wanted, asks the backend where needed, sends the reply. */
final class Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final CommandParser parser;
    private final InlineAnswers inline;
    private final Telegram telegram;
    private final Visitors visitors;
    private final People people;
    private final CatalogueAnswers catalogue;
    private final WatchAnswers watches;
    private final StoreAnswers stores;
    private final OpenThreads threads = new OpenThreads(InstantSource.system());
    private final SommelierAnswers sommelier;
    private final QuietAnswers quiet;
    private final DigestAnswers digest;
    private final Taps taps;

    Conversation(CommandParser parser, InlineAnswers inline, Contract backend, Telegram telegram, Visitors visitors) {
        CardAnswers cards = new CardAnswers(backend, InstantSource.system());
        this.parser = parser;
        this.inline = inline;
        this.telegram = telegram;
        this.visitors = visitors;
        this.people = new People(backend);
        this.catalogue = new CatalogueAnswers(backend, cards);
        this.watches = new WatchAnswers(backend, people, cards);
        this.stores = new StoreAnswers(backend);
        this.sommelier = new SommelierAnswers(backend, threads);
        this.quiet = new QuietAnswers(people);
        this.digest = new DigestAnswers(people);
        this.taps = new Taps(telegram, people, catalogue, cards, watches, stores, sommelier, quiet, digest);
    }

    /** The chat whose order matters; updates of other kinds, which are not asked for, share 0. */
    static long chat(Update update) {
        if (update.hasMessage()) {
            return update.getMessage().getChatId();
        }
        if (update.hasInlineQuery()) {
            return update.getInlineQuery().getFrom().getId();
        }
        return update.hasCallbackQuery() && update.getCallbackQuery().getMessage() != null
                ? update.getCallbackQuery().getMessage().getChatId()
                : 0;
    }

    void handle(Update update) {
        if (update.hasCallbackQuery()) {
            tapped(update.getCallbackQuery());
        } else if (update.hasInlineQuery()) {
            typed(update.getInlineQuery());
        } else if (update.hasMessage() && update.getMessage().getFrom() != null) {
            written(update.getUpdateId(), update.getMessage());
        }
    }

    private void tapped(CallbackQuery query) {
        User user = query.getFrom();
        Messages messages = Messages.in(Language.of(user.getLanguageCode()));
        if (!visitors.mayEnter(user.getId())) {
            telegram.acknowledge(query.getId(), "");
            return;
        }
        try {
            taps.handle(query, people.of(user));
        } catch (RuntimeException e) {
            telegram.acknowledge(query.getId(), messages.plain(Failures.told(e, "a tap")));
        }
    }

    private void typed(InlineQuery query) {
        User user = query.getFrom();
        Messages messages = Messages.in(Language.of(user.getLanguageCode()));
        if (!visitors.mayEnter(user.getId())) {
            telegram.offer(InlineAnswers.nothing(query, messages.plain(Phrase.INLINE_STRANGER)));
            return;
        }
        try {
            telegram.offer(inline.answer(query, people.of(user)));
        } catch (RuntimeException e) {
            Failures.told(e, "an inline query");
            telegram.offer(InlineAnswers.nothing(query, messages.plain(Phrase.INLINE_SILENT)));
        }
    }

    private void written(int number, Message message) {
        User user = message.getFrom();
        Command command = inItsThread(parser.parse(message), message);
        if (command instanceof Command.Ignored || user.getIsBot()) {
            return;
        }
        // The command's name only: what people look for is theirs.
        LOG.debug("Update {}: {}", number, command.getClass().getSimpleName());
        answer(user, command)
                .map(reply -> message.isUserMessage() ? reply : reply.forGroup())
                .ifPresent(reply -> telegram.send(destination(message), reply));
    }

    /** Plain text may go on with a conversation with the sommelier; whatever else is asked ends it. */
    private Command inItsThread(Command command, Message message) {
        long person = message.getFrom().getId();
        if (command instanceof Command.Search(String words)
                && !message.getText().startsWith("/")) {
            Optional<UUID> open = threads.continuedBy(words, person);
            if (open.isPresent()) {
                return new Command.Recommend(words, open);
            }
        }
        if (!(command instanceof Command.Recommend) && !(command instanceof Command.Ignored)) {
            threads.left(person);
        }
        return command;
    }

    private Optional<Reply> answer(User user, Command command) {
        Messages messages = Messages.in(Language.of(user.getLanguageCode()));
        if (!visitors.mayEnter(user.getId())) {
            return visitors.tellNow(user.getId())
                    ? Optional.of(Reply.of(messages.say(
                            Phrase.STRANGER, Map.of("id", user.getId().toString()))))
                    : Optional.empty();
        }
        try {
            return Optional.of(reply(command, people.of(user)));
        } catch (RuntimeException e) {
            return Optional.of(Reply.of(messages.say(Failures.told(e, "a message"))));
        }
    }

    private Reply reply(Command command, Drinker drinker) {
        Messages messages = drinker.messages();
        return switch (command) {
            case Command.Start() -> {
                people.welcome(drinker);
                yield WelcomeReply.in(messages);
            }
            case Command.Help() -> HelpReply.in(messages);
            case Command.Search(String words) -> catalogue.search(words, drinker);
            case Command.SearchPrompt() -> Reply.of(messages.say(Phrase.SEARCH_PROMPT));
            case Command.SearchTooLong(int length) ->
                Reply.of(messages.say(
                        Phrase.SEARCH_TOO_LONG, Map.of("length", length, "limit", Command.LONGEST_SEARCH)));
            case Command.New() -> catalogue.show(Listing.of(Source.NEW), null, drinker);
            case Command.Random() -> catalogue.show(Listing.of(Source.RANDOM), null, drinker);
            case Command.Watch watch -> watches.watch(watch.skus(), drinker);
            case Command.Unwatch unwatch -> watches.unwatch(unwatch.skus(), drinker);
            case Command.Links links -> watches.offer(links.skus(), drinker);
            case Command.Alerts() -> watches.list(drinker);
            case Command.MyStores(String place) -> place.isEmpty() ? stores.mine(drinker) : stores.in(place, drinker);
            case Command.StoresNear(double latitude, double longitude) -> stores.near(latitude, longitude, drinker);
            case Command.Recommend recommend ->
                recommend.question().isEmpty()
                        ? SommelierAnswers.prompt(messages)
                        : sommelier.recommend(recommend.question(), recommend.conversation(), drinker);
            case Command.Quiet() -> quiet.show(drinker);
            case Command.Digest() -> digest.show(drinker);
            case Command.ChooseLanguage() -> LanguageReply.in(messages);
            case Command.Unknown() -> Reply.of(messages.say(Phrase.UNKNOWN_COMMAND));
            case Command.NotText() -> Reply.of(messages.say(Phrase.TEXT_ONLY));
            case Command.Ignored() -> throw new IllegalArgumentException("An ignored message has no reply");
        };
    }

    private static Destination destination(Message message) {
        return new Destination(message.getChatId(), message.isTopicMessage() ? message.getMessageThreadId() : null);
    }
}
