package com.saqsommelier.bot.command;

import com.saqsommelier.api.PriceAlertView;
import com.saqsommelier.api.PriceAlertView.Rule;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which lower prices a person wants to be told of.
 *
 * @param alert as the contract has it; null for none any more
 */
public record PriceWish(@Nullable PriceAlertView alert) {

    /** Not to be told of prices. */
    public static final PriceWish NONE = new PriceWish(null);

    private static final String NO_RULE = "o";
    private static final int CENTS = 2;

    /** {@code sous 20 $}, {@code below $20}, {@code 20 $ ou moins}: a price of one's own. */
    private static final Pattern BELOW = Pattern.compile(
            "(?iu)(?:(?:sous|max|moins de|below|under|less than|<=?)\\s*\\$?\\s*(\\d{1,5}(?:[.,]\\d{1,2})?)(?:\\s*\\$)?"
                    + "|\\$?\\s*(\\d{1,5}(?:[.,]\\d{1,2})?)\\s*\\$?\\s*(?:ou moins|or less))");

    /** {@code -10 %}, {@code 10%}. */
    private static final Pattern PERCENT = Pattern.compile("[-−–]?\\s*(\\d{1,3}(?:[.,]\\d{1,2})?)\\s*%");

    /** {@code -2 $}, {@code -$2}: at least so much less. */
    private static final Pattern AMOUNT =
            Pattern.compile("[-−–]\\s*(?:\\$\\s*(\\d{1,5}(?:[.,]\\d{1,2})?)|(\\d{1,5}(?:[.,]\\d{1,2})?)\\s*\\$)");

    /** To be told when it costs so many dollars or less. */
    public static PriceWish below(BigDecimal dollars) {
        return new PriceWish(new PriceAlertView(Rule.BELOW, dollars));
    }

    /** To be told when it costs less by so many percent or more. */
    public static PriceWish percent(int percent) {
        return new PriceWish(new PriceAlertView(Rule.PERCENT, BigDecimal.valueOf(percent)));
    }

    /** To be told whenever it costs less. */
    public static PriceWish anyDrop() {
        return new PriceWish(new PriceAlertView(Rule.AMOUNT, new BigDecimal("0.01")));
    }

    /** Reads words, such as {@code sous 20 $} or {@code -10 %}; empty for others and for what cannot be. */
    public static Optional<PriceWish> read(String words) {
        String text = words.replace('\u00a0', ' ').strip();
        return read(BELOW, Rule.BELOW, text)
                .or(() -> read(PERCENT, Rule.PERCENT, text))
                .or(() -> read(AMOUNT, Rule.AMOUNT, text));
    }

    private static Optional<PriceWish> read(Pattern pattern, Rule rule, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        String number = found.group(1) == null ? found.group(found.groupCount()) : found.group(1);
        BigDecimal value = new BigDecimal(number.replace(',', '.'));
        boolean possible =
                value.signum() > 0 && (rule != Rule.PERCENT || value.compareTo(BigDecimal.valueOf(100)) <= 0);
        return possible ? Optional.of(new PriceWish(new PriceAlertView(rule, value))) : Optional.empty();
    }

    /** As a button carries it: a letter and hundredths, such as {@code b2000} for twenty dollars or less. */
    String code() {
        if (alert == null) {
            return NO_RULE;
        }
        String letter = switch (alert.rule()) {
            case AMOUNT -> "a";
            case PERCENT -> "p";
            case BELOW -> "b";
        };
        return letter + alert.value().movePointRight(CENTS).toBigInteger();
    }

    /** The wish of a button's code; empty for a code that this bot never wrote. */
    static Optional<PriceWish> of(String code) {
        if (code.equals(NO_RULE)) {
            return Optional.of(NONE);
        }
        if (code.length() < 2) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(code.substring(1)).movePointLeft(CENTS);
        return switch (code.charAt(0)) {
            case 'a' -> Optional.of(new PriceWish(new PriceAlertView(Rule.AMOUNT, value)));
            case 'p' -> Optional.of(new PriceWish(new PriceAlertView(Rule.PERCENT, value)));
            case 'b' -> Optional.of(new PriceWish(new PriceAlertView(Rule.BELOW, value)));
            default -> Optional.empty();
        };
    }
}
