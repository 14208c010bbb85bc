package com.saqsommelier.bot;

import com.saqsommelier.api.Contract;
import com.saqsommelier.bot.access.AccessAnswers;
import com.saqsommelier.bot.access.AuditAnswers;
import com.saqsommelier.bot.access.PrivacyAnswers;
import com.saqsommelier.bot.catalogue.CardAnswers;
import com.saqsommelier.bot.catalogue.CatalogueAnswers;
import com.saqsommelier.bot.command.Command;
import com.saqsommelier.bot.digest.DigestAnswers;
import com.saqsommelier.bot.filter.Listing;
import com.saqsommelier.bot.filter.Source;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.menu.CommandMenus;
import com.saqsommelier.bot.menu.HelpReply;
import com.saqsommelier.bot.menu.LanguageReply;
import com.saqsommelier.bot.menu.WelcomeReply;
import com.saqsommelier.bot.person.Door;
import com.saqsommelier.bot.person.Drinker;
import com.saqsommelier.bot.person.People;
import com.saqsommelier.bot.person.QuietAnswers;
import com.saqsommelier.bot.sommelier.OpenThreads;
import com.saqsommelier.bot.sommelier.SommelierAnswers;
import com.saqsommelier.bot.store.StoreAnswers;
import com.saqsommelier.bot.telegram.Reply;
import com.saqsommelier.bot.telegram.Telegram;
import com.saqsommelier.bot.watch.WatchAnswers;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Answers what people want, asking the backend where needed. */
final class Conversation {

    private final Door door;
    private final CommandMenus menus;
    private final People people;
    private final CatalogueAnswers catalogue;
    private final WatchAnswers watches;
    private final StoreAnswers stores;
    private final OpenThreads threads = new OpenThreads(InstantSource.system());
    private final SommelierAnswers sommelier;
    private final QuietAnswers quiet;
    private final DigestAnswers digest;
    private final AccessAnswers access;
    private final AuditAnswers audit;
    private final Taps taps;

    Conversation(Contract backend, Telegram telegram, Door door, CommandMenus menus) {
        CardAnswers cards = new CardAnswers(backend, InstantSource.system());
        this.door = door;
        this.menus = menus;
        this.people = new People(backend);
        this.access = new AccessAnswers(backend, door.guests(), people, telegram);
        this.audit = new AuditAnswers(backend);
        this.catalogue = new CatalogueAnswers(backend, cards);
        this.watches = new WatchAnswers(backend, people, cards);
        this.stores = new StoreAnswers(backend);
        this.sommelier = new SommelierAnswers(backend, threads);
        this.quiet = new QuietAnswers(people);
        this.digest = new DigestAnswers(people);
        this.taps = new Taps(
                telegram,
                people,
                catalogue,
                cards,
                watches,
                stores,
                sommelier,
                quiet,
                digest,
                access,
                new PrivacyAnswers(backend, door),
                door);
    }

    /** What the buttons under messages do. */
    Taps taps() {
        return taps;
    }

    /** Plain text may go on with a conversation with the sommelier; whatever else is asked ends it. */
    Command inItsThread(Command command, Message message) {
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

    /**
     * The answer to a command.
     *
     * @param chat is shown what there is of an answer that takes long
     * @throws com.saqsommelier.api.ApiException when the backend does not answer, or with an error
     */
    Reply reply(Command command, Drinker drinker, Consumer<Reply> chat) {
        Messages messages = drinker.messages();
        return switch (command) {
            case Command.Start() -> {
                people.welcome(drinker);
                menus.greet(drinker.id());
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
                        : sommelier.recommend(recommend.question(), recommend.conversation(), drinker, chat);
            case Command.Quiet() -> quiet.show(drinker);
            case Command.Digest() -> digest.show(drinker);
            case Command.ChooseLanguage() -> LanguageReply.in(messages);
            case Command.Privacy() -> PrivacyAnswers.privacy(messages);
            case Command.Forget() -> PrivacyAnswers.ask(messages);
            case Command.OfAdmin ofAdmin -> administer(ofAdmin, drinker);
            case Command.Unknown() -> Reply.of(messages.say(Phrase.UNKNOWN_COMMAND));
            case Command.NotText() -> Reply.of(messages.say(Phrase.TEXT_ONLY));
            case Command.Ignored() -> throw new IllegalArgumentException("An ignored message has no reply");
        };
    }

    private Reply administer(Command.OfAdmin command, Drinker drinker) {
        Messages messages = drinker.messages();
        if (!door.isAdmin(drinker.id())) {
            return Reply.of(messages.say(Phrase.UNKNOWN_COMMAND));
        }
        return switch (command) {
            case Command.Admit admit -> access.decide(admit.users(), admit.allowed(), drinker);
            case Command.Users() -> access.list(drinker);
            case Command.Audit asked -> audit.latest(asked.users(), drinker);
            case Command.Introduce(long user, String name) ->
                AccessAnswers.introduce(Phrase.STRANGER_FORWARDED, user, name, messages);
        };
    }
}
