package com.saqsommelier.bot.digest;

import com.saqsommelier.api.Contract;
import com.saqsommelier.api.DigestView;
import com.saqsommelier.bot.language.Messages;
import com.saqsommelier.vocabulary.Language;
import java.util.List;

/** The digest as it would be sent now, to look at. */
public final class WeeklyDigest {

    private WeeklyDigest() {}

    /** Its messages in a language, as plain text. Nothing is fixed or claimed by that. */
    public static List<String> preview(DigestView digest, Language language) {
        return DigestText.of(digest, Messages.in(language)).stream()
                .map(part -> part.plainText())
                .toList();
    }

    /** What happened since the last digest. */
    public static DigestView present(Contract backend) {
        return backend.digest().get(null);
    }
}
