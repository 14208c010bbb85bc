package com.saqsommelier.simulator.saq;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The invented world at one moment. It never changes, so that a long answer is written from one state whatever happens
 * meanwhile. A slot is the place of a product among all there ever were: those of the first catalogue, then those added.
 */
final class World implements SaqCatalogue {

    /** What holds in the world for ever. */
    record Laws(SaqCatalogue first, Evolution evolution, Shelves shelves) {}

    private final Laws laws;
    private final Instant today;
    private final int listing;
    private final int day;
    private final List<Tick> ticks;
    private final Map<String, Edit> edits;
    private final List<SaqProduct> added;
    private final Map<String, Integer> addedSlots;
    private final int[] delisted;

    /** @param delisted the slots that are not for sale, rising */
    private World(
            Laws laws,
            Instant today,
            int listing,
            int day,
            List<Tick> ticks,
            Map<String, Edit> edits,
            List<SaqProduct> added,
            Map<String, Integer> addedSlots,
            int[] delisted) {
        this.laws = laws;
        this.today = today;
        this.listing = listing;
        this.day = day;
        this.ticks = List.copyOf(ticks);
        this.edits = Map.copyOf(edits);
        this.added = List.copyOf(added);
        this.addedSlots = Map.copyOf(addedSlots);
        this.delisted = delisted;
    }

    static World first(Laws laws, Instant today) {
        return new World(laws, today, 0, 0, List.of(), Map.of(), List.of(), Map.of(), new int[0]);
    }

    Instant today() {
        return today;
    }

    /** A number that is another whenever a product came, went, or has another page, stock left aside. */
    int listing() {
        return listing;
    }

    List<Tick> ticks() {
        return ticks;
    }

    /** What somebody did, by SKU. */
    Map<String, Edit> edits() {
        return edits;
    }

    World after(Tick tick) {
        List<Tick> longer = new ArrayList<>(ticks);
        longer.add(tick);
        return switch (tick) {
            case Tick.Day next ->
                new World(laws, next.at(), listing, day + 1, longer, edits, added, addedSlots, delisted);
            case Tick.Week next ->
                new World(laws, next.at(), listing + 1, day, longer, edits, added, addedSlots, delisted);
        };
    }

    World at(Instant moment) {
        return new World(laws, moment, listing, day, ticks, edits, added, addedSlots, delisted);
    }

    World with(String sku, Edit edit) {
        Map<String, Edit> more = new HashMap<>(edits);
        more.put(sku, edit);
        return new World(laws, today, listing, day, ticks, more, added, addedSlots, delisted);
    }

    World withOtherPages() {
        return new World(laws, today, listing + 1, day, ticks, edits, added, addedSlots, delisted);
    }

    World withDelisted(int slot) {
        int[] more = Arrays.copyOf(delisted, delisted.length + 1);
        more[delisted.length] = slot;
        Arrays.sort(more);
        return new World(laws, today, listing + 1, day, ticks, edits, added, addedSlots, more);
    }

    World withRelisted(int slot) {
        int[] fewer = Arrays.stream(delisted).filter(other -> other != slot).toArray();
        return new World(laws, today, listing + 1, day, ticks, edits, added, addedSlots, fewer);
    }

    /** The ticks so far are none of the newcomers' own. */
    World withAdded(List<SaqProduct> newcomers) {
        List<SaqProduct> more = new ArrayList<>(added);
        Map<String, Integer> slots = new HashMap<>(addedSlots);
        Map<String, Edit> conditions = new HashMap<>(edits);
        for (SaqProduct newcomer : newcomers) {
            slots.put(newcomer.sku(), laws.first().size() + more.size());
            more.add(newcomer);
            conditions.put(
                    newcomer.sku(), new Edit(new Reading(newcomer, newcomer.lastModified()), ticks.size(), Map.of()));
        }
        return new World(laws, today, listing + 1, day, ticks, conditions, more, slots, delisted);
    }

    @Override
    public int size() {
        return slots() - delisted.length;
    }

    @Override
    public SaqProduct product(int index) {
        return read(slot(index)).product();
    }

    @Override
    public Optional<SaqProduct> bySku(String sku) {
        return bySkuWithDate(sku).map(Reading::product);
    }

    @Override
    public Optional<SaqProduct> byMagentoId(int magentoId) {
        return laws.first()
                .byMagentoId(magentoId)
                .or(() -> added.stream()
                        .filter(product -> product.magentoId() == magentoId)
                        .findFirst())
                .flatMap(product -> bySku(product.sku()));
    }

    @Override
    public OptionalInt indexOf(String sku) {
        OptionalInt slot = slotOf(sku);
        if (slot.isEmpty() || isDelisted(slot.getAsInt())) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(slot.getAsInt() - -(Arrays.binarySearch(delisted, slot.getAsInt()) + 1));
    }

    /** A product and when its page last changed. */
    Optional<Reading> bySkuWithDate(String sku) {
        OptionalInt slot = slotOf(sku);
        return slot.isEmpty() || isDelisted(slot.getAsInt()) ? Optional.empty() : Optional.of(read(slot.getAsInt()));
    }

    int slots() {
        return laws.first().size() + added.size();
    }

    /** The slot of the product at an index of what is for sale. */
    int slot(int index) {
        Objects.checkIndex(index, size());
        // delisted[n] - n products are for sale before the nth delisted one, which rises with n.
        int from = 0;
        int to = delisted.length;
        while (from < to) {
            int middle = (from + to) / 2;
            if (delisted[middle] - middle <= index) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return index + from;
    }

    OptionalInt slotOf(String sku) {
        Integer slot = addedSlots.get(sku);
        return slot == null ? laws.first().indexOf(sku) : OptionalInt.of(slot);
    }

    boolean isDelisted(int slot) {
        return Arrays.binarySearch(delisted, slot) >= 0;
    }

    /** The product of a slot, delisted or not. */
    Reading read(int slot) {
        SaqProduct start = start(slot);
        Edit edit = edits.get(start.sku());
        Reading reading = condition(start, edit);
        if (edit == null || edit.stores().isEmpty()) {
            return reading;
        }
        SaqProduct product = reading.product();
        boolean anywhere = Arrays.stream(bottles(product, edit)).anyMatch(bottles -> bottles > 0);
        Stock stock = new Stock(product.stock().online(), anywhere);
        return new Reading(
                Evolution.with(product, product.price(), product.attributes(), stock, product.lastModified()),
                reading.pageModified());
    }

    /** The product of a slot, stores that were set by hand left aside. */
    Reading condition(int slot) {
        SaqProduct start = start(slot);
        return condition(start, edits.get(start.sku()));
    }

    /** Bottles by place in the store list; of a product that {@link #read} or {@link #product} gave. */
    int[] bottles(SaqProduct product) {
        Edit edit = edits.get(product.sku());
        return edit == null || edit.stores().isEmpty()
                ? laws.shelves()
                        .everywhere(
                                Evolution.key(product.sku()), product.stock().inStores(), Map.of(), day)
                : bottles(condition(product, edit).product(), edit);
    }

    private int[] bottles(SaqProduct condition, Edit edit) {
        return laws.shelves()
                .everywhere(Evolution.key(condition.sku()), condition.stock().inStores(), edit.stores(), day);
    }

    private Reading condition(SaqProduct start, @Nullable Edit edit) {
        if (edit != null) {
            return laws.evolution().after(edit.condition(), ticks, edit.tick());
        }
        return ticks.isEmpty()
                ? new Reading(start, start.lastModified())
                : laws.evolution().after(new Reading(start, start.lastModified()), ticks, 0);
    }

    private SaqProduct start(int slot) {
        int first = laws.first().size();
        return slot < first ? laws.first().product(slot) : added.get(slot - first);
    }
}
