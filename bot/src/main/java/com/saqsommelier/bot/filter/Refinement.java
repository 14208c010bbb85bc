package com.saqsommelier.bot.filter;

import com.saqsommelier.vocabulary.NameTheme;
import java.util.List;
import java.util.Optional;

/**
 * The filters that fewer people use, behind one button.
 *
 * <p>Written as five codes with dots between, such as {@code 1fGx.Qw-2.zZ03.1.c}; each may be empty.
 *
 * @param grape a {@link NameCode}; empty for all
 * @param region a {@link NameCode}; empty for all
 * @param taste a {@link NameCode} of SAQ's taste tag; empty for all
 * @param organic whether only organic products are wanted
 * @param size all sizes, or a band of them
 */
public record Refinement(String grape, String region, String taste, boolean organic, SizeBand size) {

    /** Nothing chosen. */
    public static final Refinement NONE = new Refinement("", "", "", false, SizeBand.ANY);

    static final int CODES = 5;

    private static final String YES = "1";

    /** With another grape. */
    public Refinement ofGrape(String code) {
        return new Refinement(code, region, taste, organic, size);
    }

    /** From another region. */
    public Refinement from(String code) {
        return new Refinement(grape, code, taste, organic, size);
    }

    /** With another taste tag. */
    public Refinement tasting(String code) {
        return new Refinement(grape, region, code, organic, size);
    }

    /** Organic only, or not. */
    public Refinement organic(boolean wanted) {
        return new Refinement(grape, region, taste, wanted, size);
    }

    /** In another size. */
    public Refinement sized(SizeBand band) {
        return new Refinement(grape, region, taste, organic, band);
    }

    String code() {
        return String.join(".", grape, region, taste, organic ? YES : "", size.code());
    }

    /** The refinement of a button's code; empty for a code that this bot never wrote. */
    static Optional<Refinement> of(List<String> codes) {
        Optional<SizeBand> size = Filters.coded(SizeBand.values(), SizeBand::code, codes.get(4));
        boolean known = named(NameTheme.GRAPES, codes.get(0))
                && named(NameTheme.REGIONS, codes.get(1))
                && named(NameTheme.TASTES, codes.get(2))
                && (codes.get(3).isEmpty() || codes.get(3).equals(YES));
        return known && size.isPresent()
                ? Optional.of(new Refinement(
                        codes.get(0), codes.get(1), codes.get(2), codes.get(3).equals(YES), size.get()))
                : Optional.empty();
    }

    private static boolean named(NameTheme theme, String code) {
        return code.isEmpty() || NameCode.find(theme, code).isPresent();
    }
}
