package com.saqsommelier.recommend.conversation;

import com.saqsommelier.recommend.question.LikeThis;
import com.saqsommelier.recommend.question.PriceRange;
import com.saqsommelier.recommend.question.Remark;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.slot.Bounds;
import com.saqsommelier.recommend.slot.Quantity;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.Term;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
            Set<Remark> remarks,
            @Nullable Map<Quantity, List<@Nullable Double>> limits,
            @Nullable LikeThis like,
            @Nullable Map<String, Integer> together,
            @Nullable Boolean blend) {}

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
                wish.remarks(),
                limits(wish),
                wish.like().orElse(null),
                wish.together().entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().toString(),
                                Map.Entry::getValue,
                                (one, other) -> one,
                                LinkedHashMap::new)),
                wish.blend()));
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
                    form.remarks(),
                    limits(form),
                    Optional.ofNullable(form.like()),
                    together(form),
                    Boolean.TRUE.equals(form.blend())));
        } catch (JacksonException | NullPointerException e) {
            return Optional.empty();
        }
    }

    /** Both ends of each, null where an end is open. */
    private static Map<Quantity, List<@Nullable Double>> limits(Understanding wish) {
        Map<Quantity, List<@Nullable Double>> limits = new EnumMap<>(Quantity.class);
        wish.limits().forEach((quantity, bounds) -> {
            List<@Nullable Double> ends = new ArrayList<>();
            ends.add(bounds.min().isPresent() ? bounds.min().getAsDouble() : null);
            ends.add(bounds.max().isPresent() ? bounds.max().getAsDouble() : null);
            limits.put(quantity, ends);
        });
        return limits;
    }

    private static Map<Quantity, Bounds> limits(Form form) {
        Map<Quantity, Bounds> limits = new EnumMap<>(Quantity.class);
        Map<Quantity, List<@Nullable Double>> written = form.limits();
        if (written != null) {
            written.forEach(
                    (quantity, ends) -> limits.put(quantity, new Bounds(end(ends.getFirst()), end(ends.getLast()))));
        }
        return limits;
    }

    private static OptionalDouble end(@Nullable Double end) {
        return end == null ? OptionalDouble.empty() : OptionalDouble.of(end);
    }

    private static Map<Term, Integer> together(Form form) {
        Map<Term, Integer> together = new LinkedHashMap<>();
        Map<String, Integer> written = form.together();
        if (written != null) {
            written.forEach((term, number) -> terms(List.of(term)).forEach(found -> together.put(found, number)));
        }
        return together;
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
