package com.saqsommelier.bot;

import com.saqsommelier.api.Contract;
import com.saqsommelier.bot.access.AccessGate;
import com.saqsommelier.bot.access.ChatUser;
import com.saqsommelier.bot.access.People;
import com.saqsommelier.bot.access.QuietHoursAnswers;
import com.saqsommelier.bot.admin.AccessAnswers;
import com.saqsommelier.bot.admin.AuditAnswers;
import com.saqsommelier.bot.admin.PrivacyAnswers;
import com.saqsommelier.bot.catalogue.CardAnswers;
import com.saqsommelier.bot.catalogue.CatalogueAnswers;
import com.saqsommelier.bot.command.Command;
import com.saqsommelier.bot.command.PriceWish;
import com.saqsommelier.bot.digest.DigestAnswers;
import com.saqsommelier.bot.filter.Listing;
import com.saqsommelier.bot.filter.Source;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.bot.language.Phrase;
import com.saqsommelier.bot.menu.CommandMenus;
import com.saqsommelier.bot.menu.HelpReply;
import com.saqsommelier.bot.menu.LanguageReply;
import com.saqsommelier.bot.menu.WelcomeReply;
import com.saqsommelier.bot.sommelier.OpenConversations;
import com.saqsommelier.bot.sommelier.PlainText;
import com.saqsommelier.bot.sommelier.SommelierAnswers;
import com.saqsommelier.bot.store.StoreAnswers;
import com.saqsommelier.bot.telegram.Reply;
import com.saqsommelier.bot.telegram.Telegram;
import com.saqsommelier.bot.watch.PriceAlertAnswers;
import com.saqsommelier.bot.watch.WatchAnswers;
import com.saqsommelier.vocabulary.Language;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Routes a parsed command to the class that answers it. */
final class CommandHandler {

    private final AccessGate gate;
    private final CommandMenus menus;
    private final People people;
    private final CatalogueAnswers catalogue;
    private final WatchAnswers watches;
    private final PriceAlertAnswers prices;
    private final StoreAnswers stores;
    private final OpenConversations threads = new OpenConversations(InstantSource.system());
    private final SommelierAnswers sommelier;
    private final QuietHoursAnswers quiet;
    private final DigestAnswers digest;
    private final AccessAnswers access;
    private final AuditAnswers audit;
    private final CallbackHandler taps;

    CommandHandler(Contract backend, Telegram telegram, AccessGate gate, CommandMenus menus) {
        CardAnswers cards = new CardAnswers(backend, InstantSource.system());
        this.gate = gate;
        this.menus = menus;
        this.people = new People(backend);
        this.access = new AccessAnswers(backend, gate.allowList(), people, telegram);
        this.audit = new AuditAnswers(backend);
        this.catalogue = new CatalogueAnswers(backend, cards);
        this.watches = new WatchAnswers(backend, people, cards);
        this.prices = new PriceAlertAnswers(backend, people);
        this.stores = new StoreAnswers(backend);
        this.sommelier = new SommelierAnswers(backend, threads);
        this.quiet = new QuietHoursAnswers(people);
        this.digest = new DigestAnswers(people);
        this.taps = new CallbackHandler(
                telegram,
                people,
                catalogue,
                cards,
                watches,
                prices,
                stores,
                sommelier,
                quiet,
                digest,
                access,
                new PrivacyAnswers(backend, gate),
                gate);
    }

    /** What the buttons under messages do. */
    CallbackHandler taps() {
        return taps;
    }

    /**
     * Plain text may be a wish, alone or in a conversation with the sommelier; whatever else is asked ends the
     * conversation.
     */
    Command inItsThread(Command command, Message message) {
        long person = message.getFrom().getId();
        boolean typed = (command instanceof Command.Search || command instanceof Command.SearchTooLong)
                && !message.getText().startsWith("/");
        if (typed) {
            String words =
                    message.getText().replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip();
            Optional<UUID> open = threads.continuedBy(words, person);
            if (open.isPresent() || threads.awaitsWish(person) || PlainText.isWish(words)) {
                return new Command.Recommend(words, open);
            }
        }
        if (command instanceof Command.Recommend(String question, Optional<UUID> _) && question.isEmpty()) {
            threads.prompted(person);
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
    Reply reply(Command command, ChatUser chatUser, Consumer<Reply> chat) {
        Messages messages = chatUser.messages();
        return switch (command) {
            case Command.Start() -> {
                people.welcome(chatUser);
                menus.greet(chatUser.id());
                yield WelcomeReply.in(messages);
            }
            case Command.Help() -> HelpReply.in(messages);
            case Command.Search(String words) -> catalogue.search(words, chatUser);
            case Command.SearchPrompt() -> Reply.of(messages.say(Phrase.SEARCH_PROMPT));
            case Command.SearchTooLong(int length) ->
                Reply.of(messages.say(
                        Phrase.SEARCH_TOO_LONG, Map.of("length", length, "limit", Command.LONGEST_SEARCH)));
            case Command.New() -> catalogue.show(Listing.of(Source.NEW), null, chatUser);
            case Command.Random() -> catalogue.show(Listing.of(Source.RANDOM), null, chatUser);
            case Command.Watch watch -> watches.watch(watch.skus(), chatUser);
            case Command.PriceAlert(String sku, PriceWish wish) -> prices.set(sku, wish, chatUser);
            case Command.Unwatch unwatch -> watches.unwatch(unwatch.skus(), chatUser);
            case Command.WhichBottle which -> watches.ask(which, messages);
            case Command.Links links -> watches.offer(links.skus(), chatUser);
            case Command.Alerts() -> watches.list(chatUser);
            case Command.MyStores(String place) -> place.isEmpty() ? stores.mine(chatUser) : stores.in(place, chatUser);
            case Command.StoresNear(double latitude, double longitude) -> stores.near(latitude, longitude, chatUser);
            case Command.Recommend recommend ->
                recommend.question().isEmpty()
                        ? SommelierAnswers.prompt(messages)
                        : sommelier.recommend(recommend.question(), recommend.conversation(), chatUser, chat);
            case Command.Quiet(String words) -> words.isEmpty() ? quiet.show(chatUser) : quiet.set(words, chatUser);
            case Command.Digest() -> digest.show(chatUser);
            case Command.ChooseLanguage(Optional<Language> language) ->
                language.map(chosen ->
                                WelcomeReply.in(people.speak(chatUser, chosen).messages()))
                        .orElseGet(() -> LanguageReply.in(messages));
            case Command.Privacy() -> PrivacyAnswers.privacy(messages);
            case Command.Forget() -> PrivacyAnswers.ask(messages);
            case Command.OfAdmin ofAdmin -> administer(ofAdmin, chatUser);
            case Command.Unknown() -> Reply.of(messages.say(Phrase.UNKNOWN_COMMAND));
            case Command.NotText() -> Reply.of(messages.say(Phrase.TEXT_ONLY));
            case Command.Ignored() -> throw new IllegalArgumentException("An ignored message has no reply");
        };
    }

    private Reply administer(Command.OfAdmin command, ChatUser chatUser) {
        Messages messages = chatUser.messages();
        if (!gate.isAdmin(chatUser.id())) {
            return Reply.of(messages.say(Phrase.UNKNOWN_COMMAND));
        }
        return switch (command) {
            case Command.Admit admit -> access.decide(admit.users(), admit.allowed(), admit.name(), chatUser);
            case Command.Users() -> access.list(chatUser);
            case Command.Audit asked -> audit.latest(asked.users(), chatUser);
            case Command.Introduce(long user, String name) ->
                AccessAnswers.introduce(Phrase.STRANGER_FORWARDED, user, name, messages);
        };
    }
}
