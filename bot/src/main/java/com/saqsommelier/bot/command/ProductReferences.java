package com.saqsommelier.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/**
 * The bottles that a text means: by links to saq.com, by SAQ codes in any of the spellings that people and pages use, or by
 * their places in a list of the bot ("le 2").
 */
final class ProductReferences {

    private static final int MOST_AT_ONCE = 10;

    /** A product's page in any language, with whatever follows the code. */
    private static final Pattern LINK =
            Pattern.compile("saq\\.com/(?:[a-z]{2}/)?(\\d{2,8})(?!\\d)", Pattern.CASE_INSENSITIVE);

    /** Eight digits in groups as they are printed: {@code 10 000 001}, {@code 10-000-001}. */
    private static final Pattern GROUPED =
            Pattern.compile("(?<![\\w-])(\\d{1,2})([ .\u00a0\u202f-])(\\d{3})\\2(\\d{3})(?![\\w-])");

    private static final Pattern SKU = Pattern.compile("(?<!\\w)\\d{2,8}(?!\\w)");

    /** Fewer digits may be a vintage, a volume or the name of a beer. */
    private static final Pattern CODES_ALONE = Pattern.compile(
            "(?:(?:codes?|no|num[ée]ros?|number|saq|produits?|products?|bouteilles?|bottles?)\\W*)*"
                    + "\\d{5,8}(?:(?:\\W|et|and|,)+\\d{5,8})*\\W*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** {@code 3}, {@code le 2}, {@code the 2nd one}, {@code #3}, {@code la 3e}, {@code no 4}. */
    private static final Pattern PLACE = Pattern.compile(
            "(?:(?:le|la|the|no|num[ée]ro|number|bouteille|bottle)\\W*)*#?\\s*(\\d{1,3})"
                    + "\\s*(?:e|er|re|[èe]me|st|nd|rd|th)?(?:\\s*(?:one|bouteille|bottle))?\\W*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern LABEL = Pattern.compile("(\\d{1,3})");

    private ProductReferences() {}

    /** The codes of the links in a text, each once; empty where there is none. */
    static Optional<List<String>> linked(String text) {
        return some(LINK.matcher(text).results().map(link -> link.group(1)).toList());
    }

    /** The codes in a text, each once. */
    static List<String> typed(String text) {
        String joined = GROUPED.matcher(text).replaceAll("$1$3$4");
        return some(SKU.matcher(joined).results().map(MatchResult::group).toList())
                .orElse(List.of());
    }

    /** The codes of a text that is nothing but codes; empty where it says anything else. */
    static Optional<List<String>> alone(String text) {
        String joined = GROUPED.matcher(text.strip().replaceFirst("^#", "")).replaceAll("$1$3$4");
        return CODES_ALONE.matcher(joined).matches() ? some(typed(joined)) : Optional.empty();
    }

    /** The place in a list that a text names and nothing else; empty where it names none. */
    static Optional<Integer> place(String text) {
        Matcher place = PLACE.matcher(text.strip());
        return place.matches() ? Optional.of(Integer.valueOf(place.group(1))) : Optional.empty();
    }

    /**
     * The bottles that a message of the bot shows, by their places: those of a list by their numbers, that of a card as the
     * first.
     */
    static NavigableMap<Integer, String> shown(@Nullable Message message) {
        NavigableMap<Integer, String> shown = new TreeMap<>();
        if (message == null || message.getReplyMarkup() == null) {
            return shown;
        }
        List<String> unnumbered = new ArrayList<>();
        message.getReplyMarkup().getKeyboard().stream()
                .flatMap(List::stream)
                .forEach(button -> sku(button).ifPresent(sku -> {
                    Matcher label = LABEL.matcher(button.getText());
                    if (label.find()) {
                        shown.putIfAbsent(Integer.valueOf(label.group(1)), sku);
                    } else {
                        unnumbered.add(sku);
                    }
                }));
        if (shown.isEmpty()) {
            unnumbered.stream().distinct().forEach(sku -> shown.put(shown.size() + 1, sku));
        }
        return shown;
    }

    private static Optional<String> sku(InlineKeyboardButton button) {
        return Optional.ofNullable(button.getCallbackData())
                .flatMap(CallbackAction::of)
                .flatMap(tap -> switch (tap) {
                    case CallbackAction.Card(String sku) -> Optional.of(sku);
                    case CallbackAction.Watch(String sku) -> Optional.of(sku);
                    case CallbackAction.Unwatch(String sku) -> Optional.of(sku);
                    default -> Optional.empty();
                });
    }

    private static Optional<List<String>> some(List<String> skus) {
        List<String> each = skus.stream().distinct().limit(MOST_AT_ONCE).toList();
        return each.isEmpty() ? Optional.empty() : Optional.of(each);
    }
}
