package com.saqsommelier.simulator.saq;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue in which time goes by when it is told to: prices and pages change from week to week, stock from day to
 * day, and single products on demand. The same catalogue, seed and steps give the same world.
 *
 * <p>Safe for use by several threads: a reader sees the world before a step or after it, never between. Memory grows
 * with what was touched one by one, with steps and with additions; days and weeks cost none per product. Reading a
 * product takes time in proportion to the days and weeks that have gone by.
 */
public final class LivingCatalogue implements SaqCatalogue {

    /** The share of lastmods that {@link #nextWeek()} moves: most, as told of the genuine site. */
    public static final double USUAL_LASTMOD_MOVED = 0.9;

    /** The share of pages that {@link #nextWeek()} changes: few, as told of the genuine site. */
    public static final double USUAL_CHANGED = 0.02;

    private static final long USUAL_SEED = 1;
    private static final int RESTOCKED_BOTTLES = 24;
    private static final int MOST_ADDED = 100_000;

    private final GeneratedCatalogue newcomers;
    private volatile World world;
    private World before;
    private @Nullable Changes lastChanges;
    private int nextNewcomer;

    /** A world over a catalogue; its today is now. */
    public LivingCatalogue(SaqCatalogue first) {
        this(first, USUAL_SEED, Instant.now());
    }

    /**
     * A world over a catalogue.
     *
     * @param first what there is on the first day; it must not change itself
     * @param seed any number; another one lets other products change
     * @param today the first day, cut to seconds
     */
    public LivingCatalogue(SaqCatalogue first, long seed, Instant today) {
        Dice dice = new Dice(seed);
        newcomers = new GeneratedCatalogue(seed ^ 0x5DEECE66DL, SkuSequence.CAPACITY);
        world = World.first(
                new World.Laws(first, new Evolution(dice), new Shelves(dice, StoreList.ALL.size())),
                today.truncatedTo(ChronoUnit.SECONDS));
        before = world;
    }

    /** The simulated time: a day later after a day, a week after a week, and a second after any other step. */
    public Instant today() {
        return world.today();
    }

    /** Lets a day go by: some products sell out, some come back, quantities vary; pages say nothing else. */
    public synchronized void nextDay() {
        step(world.after(new Tick.Day(world.today().plus(1, ChronoUnit.DAYS))));
    }

    /** Lets a week go by as it usually does. */
    public void nextWeek() {
        nextWeek(USUAL_LASTMOD_MOVED, USUAL_CHANGED);
    }

    /**
     * Lets a week go by in which stock stands still: lastmod of many products moves to the new today, and some of these
     * really have another price or another promoting agent.
     *
     * @param lastmodMoved the share of products whose lastmod moves, 0 to 1
     * @param changed the share of products that change, 0 to {@code lastmodMoved}
     */
    public synchronized void nextWeek(double lastmodMoved, double changed) {
        if (!(lastmodMoved >= 0 && lastmodMoved <= 1 && changed >= 0 && changed <= lastmodMoved)) {
            throw new IllegalArgumentException("lastmodMoved is " + lastmodMoved + " and changed " + changed
                    + ", accepted: 0 to 1, changed not above lastmodMoved");
        }
        step(world.after(new Tick.Week(world.today().plus(7, ChronoUnit.DAYS), lastmodMoved, changed)));
    }

    /** Puts 24 bottles online and the product into stores. */
    public void restock(String sku) {
        edit(sku, product -> stocked(product, new Stock(RESTOCKED_BOTTLES, true)), UnaryOperator.identity());
    }

    /** Leaves no bottle anywhere, neither online nor in any store. */
    public void sellOut(String sku) {
        edit(sku, product -> stocked(product, new Stock(0, false)), stores -> Map.of());
    }

    /**
     * Sets the bottles that can be ordered online; stores keep theirs.
     *
     * @param bottles 0 and above
     */
    public void setOnlineQuantity(String sku, int bottles) {
        requireBottles(bottles);
        edit(
                sku,
                product -> stocked(product, new Stock(bottles, product.stock().inStores())),
                UnaryOperator.identity());
    }

    /**
     * Sets the bottles in one store, which stay until they are set again or the product is sold out.
     *
     * @param bottles 0 and above
     */
    public void setStoreQuantity(String sku, String storeId, int bottles) {
        requireBottles(bottles);
        int store = place(storeId);
        edit(sku, UnaryOperator.identity(), stores -> {
            Map<Integer, Integer> changed = new HashMap<>(stores);
            changed.put(store, bottles);
            return changed;
        });
    }

    /**
     * Sets the price, which moves lastmod.
     *
     * @param price in CAD, above 0
     */
    public void setPrice(String sku, BigDecimal price) {
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("price is " + price + ", accepted: above 0");
        }
        Optional<BigDecimal> cents = Optional.of(price.setScale(2, RoundingMode.HALF_UP));
        rewrite(sku, product -> Evolution.with(product, cents, product.attributes(), product.stock(), moment()));
    }

    /** Takes a product out of the catalogue: no sitemap entry, 404, absent from Live Search and stores. */
    public synchronized void delist(String sku) {
        int slot = slot(world, sku);
        if (!world.isDelisted(slot)) {
            step(world.at(moment()).withDelisted(slot));
        }
    }

    /** Brings a product back that was taken out; its lastmod moves. */
    public synchronized void relist(String sku) {
        int slot = slot(world, sku);
        if (world.isDelisted(slot)) {
            step(edited(sku, this::dated, UnaryOperator.identity()).withRelisted(slot));
        }
    }

    /**
     * New products appear, in stock.
     *
     * @param products 0 to 100,000
     * @return their SKUs
     */
    public synchronized List<String> add(int products) {
        if (products < 0 || products > MOST_ADDED) {
            throw new IllegalArgumentException("products is " + products + ", accepted: 0 to " + MOST_ADDED);
        }
        List<SaqProduct> added = new ArrayList<>();
        while (added.size() < products) {
            SaqProduct newcomer = newcomers.product(nextNewcomer++);
            if (world.slotOf(newcomer.sku()).isEmpty()
                    && world.byMagentoId(newcomer.magentoId()).isEmpty()) {
                added.add(dated(stocked(newcomer, new Stock(12 + newcomer.magentoId() % 100, true))));
            }
        }
        step(world.at(moment()).withAdded(added));
        return added.stream().map(SaqProduct::sku).toList();
    }

    /** All 401 stores by identifier; the same in every world. */
    public List<Store> stores() {
        return StoreList.ALL;
    }

    /**
     * The bottles of a product in one store.
     *
     * @throws IllegalArgumentException for a SKU or a store that there is not
     */
    public int storeQuantity(String sku, String storeId) {
        World now = world;
        return now.bottles(now.read(slot(now, sku)).product())[place(storeId)];
    }

    /** The stores that have a product and how many bottles, by store identifier. */
    public Map<String, Integer> storeQuantities(String sku) {
        World now = world;
        int[] bottles = now.bottles(now.read(slot(now, sku)).product());
        Map<String, Integer> quantities = new TreeMap<>();
        IntStream.range(0, bottles.length)
                .filter(store -> bottles[store] > 0)
                .forEach(store -> quantities.put(StoreList.ALL.get(store).identifier(), bottles[store]));
        return quantities;
    }

    /** What the last step truly changed, a step being one call that changed anything. Reads every product twice. */
    public synchronized Changes lastChanges() {
        Changes changes = lastChanges;
        if (changes == null) {
            changes = Changes.between(before, world);
            lastChanges = changes;
        }
        return changes;
    }

    @Override
    public int size() {
        return world.size();
    }

    @Override
    public SaqProduct product(int index) {
        return world.product(index);
    }

    @Override
    public Optional<SaqProduct> bySku(String sku) {
        return world.bySku(sku);
    }

    @Override
    public Optional<SaqProduct> byMagentoId(int magentoId) {
        return world.byMagentoId(magentoId);
    }

    @Override
    public OptionalInt indexOf(String sku) {
        return world.indexOf(sku);
    }

    /** The world as it is now; it stays so. */
    World now() {
        return world;
    }

    private synchronized void edit(
            String sku, UnaryOperator<SaqProduct> change, UnaryOperator<Map<Integer, Integer>> stores) {
        step(edited(sku, change, stores));
    }

    private synchronized void rewrite(String sku, UnaryOperator<SaqProduct> change) {
        step(edited(sku, change, UnaryOperator.identity()).withOtherPages());
    }

    private World edited(String sku, UnaryOperator<SaqProduct> change, UnaryOperator<Map<Integer, Integer>> stores) {
        World now = world;
        SaqProduct product = change.apply(now.condition(slot(now, sku)).product());
        Edit earlier = now.edits().get(sku);
        Map<Integer, Integer> byHand = earlier == null ? Map.of() : earlier.stores();
        Edit edit = new Edit(new Reading(product, moment()), now.ticks().size(), stores.apply(byHand));
        return now.at(moment()).with(sku, edit);
    }

    /** When the next small step happens: no two states share a second, so that Last-Modified tells them apart. */
    private Instant moment() {
        return world.today().plusSeconds(1);
    }

    private SaqProduct dated(SaqProduct product) {
        return Evolution.with(product, product.price(), product.attributes(), product.stock(), moment());
    }

    private void step(World next) {
        before = world;
        lastChanges = null;
        world = next;
    }

    private static int slot(World world, String sku) {
        return world.slotOf(sku)
                .orElseThrow(() -> new IllegalArgumentException(
                        "sku is \"" + sku + "\", accepted: one that is or was in the catalogue"));
    }

    private static int place(String storeId) {
        return StoreList.place(storeId)
                .orElseThrow(() -> new IllegalArgumentException(
                        "store is \"" + storeId + "\", accepted: an identifier of the store list"));
    }

    private static void requireBottles(int bottles) {
        if (bottles < 0) {
            throw new IllegalArgumentException("bottles is " + bottles + ", accepted: 0 and above");
        }
    }

    private static SaqProduct stocked(SaqProduct product, Stock stock) {
        return Evolution.with(product, product.price(), product.attributes(), stock, product.lastModified());
    }
}
