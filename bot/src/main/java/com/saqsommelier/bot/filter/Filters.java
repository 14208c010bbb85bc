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
 * <p>Written as five codes with dots between, such as {@code vr.FR.b.o.a}; each may be empty. A code is never given another
 * meaning, as buttons with it are out there.
 *
 * @param shelf the code of a kind, or of a colour or family within one; empty for all
 * @param country ISO 3166-1 code; empty for all
 */
public record Filters(String shelf, String country, PriceBand price, Availability availability, Order order) {

    /** Nothing chosen. */
    public static final Filters NONE = new Filters("", "", PriceBand.ANY, Availability.USUAL, Order.USUAL);

    private static final int CODES = 5;

    /** Whether this leaves anything out; the order does not. */
    public boolean narrow() {
        return !equals(NONE.in(order));
    }

    /** With another kind, colour or family. */
    public Filters of(String shelf) {
        return new Filters(shelf, country, price, availability, order);
    }

    /** From another country. */
    public Filters from(String country) {
        return new Filters(shelf, country, price, availability, order);
    }

    /** At another price. */
    public Filters at(PriceBand price) {
        return new Filters(shelf, country, price, availability, order);
    }

    /** To be had elsewhere. */
    public Filters where(Availability availability) {
        return new Filters(shelf, country, price, availability, order);
    }

    /** In another order. */
    public Filters in(Order order) {
        return new Filters(shelf, country, price, availability, order);
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
        return String.join(".", shelf, country, price.code(), availability.code(), order.code());
    }

    /** What was written; empty for what this bot never wrote. */
    static Optional<Filters> of(List<String> codes) {
        if (codes.size() != CODES) {
            return Optional.empty();
        }
        String shelf = codes.get(0);
        String country = codes.get(1);
        Optional<PriceBand> price = coded(PriceBand.values(), PriceBand::code, codes.get(2));
        Optional<Availability> where = coded(Availability.values(), Availability::code, codes.get(3));
        Optional<Order> order = coded(Order.values(), Order::code, codes.get(4));
        boolean known = (shelf.isEmpty() || Shelves.bundled().find(shelf).isPresent())
                && (country.isEmpty() || Names.bundled().country(country).isPresent());
        return known && price.isPresent() && where.isPresent() && order.isPresent()
                ? Optional.of(new Filters(shelf, country, price.get(), where.get(), order.get()))
                : Optional.empty();
    }

    /** The value of a code. */
    static <T> Optional<T> coded(T[] values, Function<T, String> code, String wanted) {
        return Arrays.stream(values)
                .filter(value -> code.apply(value).equals(wanted))
                .findFirst();
    }
}
