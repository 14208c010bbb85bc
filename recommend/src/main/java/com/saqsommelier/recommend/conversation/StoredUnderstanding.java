package com.saqsommelier.recommend.conversation;

import com.saqsommelier.recommend.question.PriceRange;
import com.saqsommelier.recommend.question.Remark;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An understanding as JSON, by which a conversation survives a restart. Terms are written as {@code colour:Rouge}; one that
 * the vocabulary no longer has is left out.
 */
public final class StoredUnderstanding {

    private static final JsonMapper JSON = JsonMapper.shared();

    private StoredUnderstanding() {}

    private record Form(
            Language language,
            List<String> wanted,
            List<String> excluded,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            int count,
            boolean inMyStores,
            String freeText,
            Set<Remark> remarks) {}

    /** Writes it. */
    public static String write(Understanding wish) {
        return JSON.writeValueAsString(new Form(
                wish.language(),
                wish.wanted().stream().map(Term::toString).toList(),
                wish.excluded().stream().map(Term::toString).toList(),
                wish.price().min().orElse(null),
                wish.price().max().orElse(null),
                wish.count(),
                wish.inMyStores(),
                wish.freeText(),
                wish.remarks()));
    }

    /** Reads what was written; nothing where it was written otherwise. */
    public static Optional<Understanding> read(String json) {
        try {
            Form form = JSON.readValue(json, Form.class);
            return Optional.of(new Understanding(
                    form.language(),
                    terms(form.wanted()),
                    terms(form.excluded()),
                    new PriceRange(Optional.ofNullable(form.min()), Optional.ofNullable(form.max())),
                    form.count(),
                    form.inMyStores(),
                    form.freeText(),
                    form.remarks()));
        } catch (JacksonException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static List<Term> terms(List<String> written) {
        return written.stream()
                .map(term -> term.split(":", 2))
                .flatMap(parts ->
                        WineVocabulary.bundled()
                                .find(Theme.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1])
                                .stream())
                .collect(Collectors.toList());
    }
}
