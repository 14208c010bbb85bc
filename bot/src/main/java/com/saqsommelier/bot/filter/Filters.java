package com.saqsommelier.bot.filter;

import com.saqsommelier.vocabulary.Names;
import com.saqsommelier.vocabulary.Shelf;
import com.saqsommelier.vocabulary.Shelves;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a person chose to narrow a list.
 *
 * <p>Written as five codes with dots between, such as {@code vr.FR.b.o.a}; each may be empty. Those of a {@link Refinement}
 * follow where there is one. A code is never given another meaning, as buttons with it are out there.
 *
 * @param shelf the code of a kind, or of a colour or family within one; empty for all
 * @param country ISO 3166-1 code; empty for all
 * @param more grape, region, taste, organic and size
 */
public record Filters(
        String shelf, String country, PriceBand price, Availability availability, Order order, Refinement more) {

    /** Nothing chosen. */
    public static final Filters NONE = new Filters("", "", PriceBand.ANY, Availability.USUAL, Order.USUAL);

    private static final int CODES = 5;

    /** Of whichever grape, region, taste and size. */
    public Filters(String shelf, String country, PriceBand price, Availability availability, Order order) {
        this(shelf, country, price, availability, order, Refinement.NONE);
    }

    /** Whether this leaves anything out; the order does not. */
    public boolean narrow() {
        return !equals(NONE.in(order));
    }

    /** With another kind, colour or family. */
    public Filters of(String shelf) {
        return new Filters(shelf, country, price, availability, order, more);
    }

    /** From another country. */
    public Filters from(String country) {
        return new Filters(shelf, country, price, availability, order, more);
    }

    /** At another price. */
    public Filters at(PriceBand price) {
        return new Filters(shelf, country, price, availability, order, more);
    }

    /** To be had elsewhere. */
    public Filters where(Availability availability) {
        return new Filters(shelf, country, price, availability, order, more);
    }

    /** In another order. */
    public Filters in(Order order) {
        return new Filters(shelf, country, price, availability, order, more);
    }

    /** Refined otherwise. */
    public Filters refined(Refinement more) {
        return new Filters(shelf, country, price, availability, order, more);
    }

    /** Whether there is a refinement, which the buttons of version 2 do not know. */
    public boolean isRefined() {
        return !more.equals(Refinement.NONE);
    }

    /** The kind that is chosen, or that holds what is chosen; empty for none. */
    public Optional<Shelf> kind() {
        return Shelves.bundled()
                .find(shelf)
                .flatMap(chosen -> chosen.isKind()
                        ? Optional.of(chosen)
                        : Shelves.bundled().find(chosen.within()));
    }

    String code() {
        String code = String.join(".", shelf, country, price.code(), availability.code(), order.code());
        return isRefined() ? code + "." + more.code() : code;
    }

    /** What was written; empty for what this bot never wrote. */
    static Optional<Filters> of(List<String> codes) {
        if (codes.size() != CODES && codes.size() != CODES + Refinement.CODES) {
            return Optional.empty();
        }
        Optional<Refinement> more = codes.size() == CODES
                ? Optional.of(Refinement.NONE)
                : Refinement.of(codes.subList(CODES, codes.size()));
        String shelf = codes.get(0);
        String country = codes.get(1);
        Optional<PriceBand> price = coded(PriceBand.values(), PriceBand::code, codes.get(2));
        Optional<Availability> where = coded(Availability.values(), Availability::code, codes.get(3));
        Optional<Order> order = coded(Order.values(), Order::code, codes.get(4));
        boolean known = (shelf.isEmpty() || Shelves.bundled().find(shelf).isPresent())
                && (country.isEmpty() || Names.bundled().country(country).isPresent());
        return known && price.isPresent() && where.isPresent() && order.isPresent() && more.isPresent()
                ? Optional.of(new Filters(shelf, country, price.get(), where.get(), order.get(), more.get()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "Filters[shelf=" + shelf + ", country=" + country + ", price=" + price + ", availability=" + availability
                + ", order=" + order + (isRefined() ? ", more=" + more : "") + "]";
    }

    /** The value of a code. */
    static <T> Optional<T> coded(T[] values, Function<T, String> code, String wanted) {
        return Arrays.stream(values)
                .filter(value -> code.apply(value).equals(wanted))
                .findFirst();
    }
}
