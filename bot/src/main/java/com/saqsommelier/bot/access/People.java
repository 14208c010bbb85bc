package com.saqsommelier.bot.access;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.Contract;
import com.saqsommelier.api.UserPatch;
import com.saqsommelier.api.UserView;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of those who write. */
public final class People {

    private static final Logger LOG = LoggerFactory.getLogger(People.class);

    private final Contract backend;

    /** People as this backend knows them. */
    public People(Contract backend) {
        this.backend = backend;
    }

    /** The language in which a person whom Telegram does not introduce is spoken to. */
    public ChatUser of(String userId) {
        String chosen = backend.users().get(userId).language();
        return new ChatUser(ChatUser.chat(userId), Messages.in(Language.of(chosen)));
    }

    /** Keeps the language that a person chose. */
    public ChatUser speak(ChatUser chatUser, Language language) {
        backend.users().patch(chatUser.userId(), UserPatch.nothing().withLanguage(language.code()));
        return new ChatUser(chatUser.id(), Messages.in(language));
    }

    /** Whoever is to be told something later is told in the language of now, where none was chosen. */
    public void expectNews(ChatUser chatUser) {
        if (view(chatUser).language() == null) {
            speak(chatUser, chatUser.messages().language());
        }
    }

    /** Whoever comes again wants to hear from us again. */
    public void welcome(ChatUser chatUser) {
        if (view(chatUser).paused()) {
            backend.users().patch(chatUser.userId(), UserPatch.nothing().withPaused(false));
        }
    }

    /** What a person chose. */
    public UserView view(ChatUser chatUser) {
        return backend.users().get(chatUser.userId());
    }

    /** Somebody whom nobody introduces now, in the language they chose; in French where the backend cannot tell. */
    public ChatUser known(long id) {
        try {
            return of(new ChatUser(id, Messages.in(Language.FRENCH)).userId());
        } catch (ApiException e) {
            LOG.debug("The chosen language of a person is not known now", e);
            return new ChatUser(id, Messages.in(Language.FRENCH));
        }
    }

    /** Keeps whether the weekly digest is wanted; in the language of now, where none was chosen. */
    public UserView digest(ChatUser chatUser, boolean wanted) {
        UserPatch change = UserPatch.nothing().withDigest(wanted);
        return backend.users()
                .patch(
                        chatUser.userId(),
                        view(chatUser).language() == null
                                ? change.withLanguage(
                                        chatUser.messages().language().code())
                                : change);
    }

    /**
     * Keeps when alerts wait.
     *
     * @param hours as the contract writes them; null for those of before
     * @param zone as the tz database names it; null for the one of before
     */
    public UserView quiet(ChatUser chatUser, @Nullable String hours, @Nullable String zone) {
        return backend.users().patch(chatUser.userId(), UserPatch.nothing().withQuietHours(hours, zone));
    }
}
