package com.saqsommelier.simulator.saq;

import com.saqsommelier.simulator.saq.Dice.Purpose;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of a product as time goes by. It follows from the seed, the product and the ticks, so that a product that
 * nobody touched needs no memory.
 */
final class Evolution {

    // Of 38,000 products some 11 % are online and 28 % in stores at any time; these rates keep it so.
    private static final double SELLS_OUT_ONLINE = 0.03;
    private static final double COMES_BACK_ONLINE = 0.0037;
    private static final double LEAVES_STORES = 0.01;
    private static final double COMES_BACK_TO_STORES = 0.0038;
    private static final BigDecimal LOWEST_PRICE = new BigDecimal("3.00");
    private static final BigDecimal SMALLEST_CHANGE = new BigDecimal("0.25");
    private static final BigDecimal PRICE_STEP = new BigDecimal("0.05");

    private final Dice dice;
    private final List<String> agents = Vocabulary.read("agents.csv", line -> line.get("agent"));

    Evolution(Dice dice) {
        this.dice = dice;
    }

    /**
     * A product after some ticks.
     *
     * @param from the first tick that applies to it
     */
    Reading after(Reading start, List<Tick> ticks, int from) {
        SaqProduct product = start.product();
        int key = key(product.sku());
        Stock stock = product.stock();
        Instant lastModified = product.lastModified();
        Instant pageModified = start.pageModified();
        SaqProduct facts = product;
        for (int number = from; number < ticks.size(); number++) {
            switch (ticks.get(number)) {
                case Tick.Day day -> {
                    Stock next = nextDay(stock, key, number);
                    pageModified = next.equals(stock) ? pageModified : day.at();
                    stock = next;
                }
                case Tick.Week week -> {
                    double draw = dice.unit(Purpose.WEEKLY_MOVE, key, number);
                    if (draw < week.moved()) {
                        lastModified = week.at();
                        pageModified = week.at();
                    }
                    if (draw < week.changed()) {
                        facts = changed(facts, key, number);
                    }
                }
            }
        }
        return new Reading(with(facts, facts.price(), facts.attributes(), stock, lastModified), pageModified);
    }

    /** A number that belongs to a product for ever: its SKU. */
    static int key(String sku) {
        return Integer.parseInt(sku);
    }

    /** The product with what can change set anew. */
    static SaqProduct with(
            SaqProduct product,
            Optional<BigDecimal> price,
            Map<Attribute, Bilingual> attributes,
            Stock stock,
            Instant lastModified) {
        return new SaqProduct(
                product.sku(),
                product.magentoId(),
                product.name(),
                product.categories(),
                attributes,
                product.gtin12(),
                price,
                stock,
                product.reviews(),
                product.description(),
                lastModified);
    }

    private Stock nextDay(Stock stock, int key, int number) {
        double stores = dice.unit(Purpose.DAILY_STORES, key, number);
        boolean inStores = stock.inStores() ? stores >= LEAVES_STORES : stores < COMES_BACK_TO_STORES;
        return new Stock(online(stock.online(), key, number), inStores);
    }

    private int online(int bottles, int key, int number) {
        double draw = dice.unit(Purpose.DAILY_ONLINE, key, number);
        int quantity = dice.below(60, Purpose.DAILY_QUANTITY, key, number);
        if (bottles == 0) {
            return draw < COMES_BACK_ONLINE ? 6 + quantity : 0;
        }
        if (draw < SELLS_OUT_ONLINE) {
            return 0;
        }
        return draw < 0.33 ? Math.max(1, bottles - 1 - quantity % 8) : bottles;
    }

    /** Mostly another price, sometimes another promoting agent, sometimes both. */
    private SaqProduct changed(SaqProduct product, int key, int number) {
        int draw = dice.below(1_000, Purpose.WEEKLY_CHANGE, key, number);
        boolean agent = draw % 4 == 0 || product.price().isEmpty();
        boolean price = draw % 8 != 0;
        Map<Attribute, Bilingual> attributes = new EnumMap<>(Attribute.class);
        attributes.putAll(product.attributes());
        if (agent) {
            attributes.put(Attribute.AGENT, Bilingual.same(otherAgent(product, draw)));
        }
        return with(
                product,
                price ? product.price().map(now -> otherPrice(now, draw)) : product.price(),
                attributes,
                product.stock(),
                product.lastModified());
    }

    private String otherAgent(SaqProduct product, int draw) {
        String drawn = agents.get(draw % agents.size());
        boolean same = product.attribute(Attribute.AGENT)
                .filter(now -> now.fr().equals(drawn))
                .isPresent();
        return same ? agents.get((draw + 1) % agents.size()) : drawn;
    }

    /** One to nine percent, three times in four up, by steps of five cents. */
    private static BigDecimal otherPrice(BigDecimal price, int draw) {
        BigDecimal change = price.multiply(BigDecimal.valueOf(1 + draw % 9, 2))
                .divide(PRICE_STEP, 0, RoundingMode.HALF_UP)
                .multiply(PRICE_STEP)
                .max(SMALLEST_CHANGE);
        BigDecimal lower = price.subtract(change);
        boolean down = draw % 16 < 4 && lower.compareTo(LOWEST_PRICE) >= 0;
        return (down ? lower : price.add(change)).setScale(2, RoundingMode.HALF_UP);
    }
}
