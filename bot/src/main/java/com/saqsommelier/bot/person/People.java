package com.saqsommelier.bot.person;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.Contract;
import com.saqsommelier.api.UserPreferences;
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
    public Drinker of(String userId) {
        String chosen = backend.users().get(userId).language();
        return new Drinker(Drinker.chat(userId), Messages.in(Language.of(chosen)));
    }

    /** Keeps the language that a person chose. */
    public Drinker speak(Drinker drinker, Language language) {
        UserView known = backend.users().get(drinker.userId());
        backend.users().put(drinker.userId(), new UserPreferences(language.code(), known.digest(), known.paused()));
        return new Drinker(drinker.id(), Messages.in(language));
    }

    /** Whoever is to be told something later is told in the language of now, where none was chosen. */
    public void expectNews(Drinker drinker) {
        UserView known = backend.users().get(drinker.userId());
        if (known.language() == null) {
            speak(drinker, drinker.messages().language());
        }
    }

    /** Whoever comes again wants to hear from us again. */
    public void welcome(Drinker drinker) {
        UserView known = backend.users().get(drinker.userId());
        if (known.paused()) {
            backend.users().put(drinker.userId(), new UserPreferences(known.language(), known.digest(), false));
        }
    }

    /** What a person chose. */
    public UserView view(Drinker drinker) {
        return backend.users().get(drinker.userId());
    }

    /** Somebody whom nobody introduces now, in the language they chose; in French where the backend cannot tell. */
    public Drinker known(long id) {
        try {
            return of(new Drinker(id, Messages.in(Language.FRENCH)).userId());
        } catch (ApiException e) {
            LOG.debug("The chosen language of a person is not known now", e);
            return new Drinker(id, Messages.in(Language.FRENCH));
        }
    }

    /** Keeps whether the weekly digest is wanted; in the language of now, where none was chosen. */
    public UserView digest(Drinker drinker, boolean wanted) {
        UserView known = view(drinker);
        String language =
                known.language() == null ? drinker.messages().language().code() : known.language();
        return backend.users().put(drinker.userId(), new UserPreferences(language, wanted, known.paused()));
    }

    /**
     * Keeps when alerts wait.
     *
     * @param hours as the contract writes them; null for those of before
     * @param zone as the tz database names it; null for the one of before
     */
    public UserView quiet(Drinker drinker, @Nullable String hours, @Nullable String zone) {
        UserView known = view(drinker);
        return backend.users()
                .put(
                        drinker.userId(),
                        new UserPreferences(known.language(), known.digest(), known.paused(), hours, zone));
    }
}
