package com.saqsommelier.simulator.saq;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** What can be asked of the world and of the site by name, from the control page or a shell; answers are French. */
final class WorldActions {

    static final String ACCEPTED =
            "restock, sell-out, delist, relist (sku); online (sku, bottles); store (sku, store, bottles); "
                    + "price (sku, price); add (products); next-day; next-week (moved, changed); "
                    + "break (what: 503, slow, cut, robots, live-search); mend";

    private static final Duration SLOW = Duration.ofSeconds(3);

    private final LivingCatalogue world;
    private final Faults faults;

    WorldActions(LivingCatalogue world, Faults faults) {
        this.world = world;
        this.faults = faults;
    }

    /**
     * Does it.
     *
     * @return what has been done, for a person
     * @throws IllegalArgumentException for an unknown action or a parameter that it cannot take
     */
    String run(String action, Map<String, String> parameters) {
        Parameters given = new Parameters(parameters);
        switch (action) {
            case "restock" -> world.restock(given.sku());
            case "sell-out" -> world.sellOut(given.sku());
            case "online" -> world.setOnlineQuantity(given.sku(), given.whole("bottles", "24"));
            case "store" -> world.setStoreQuantity(given.sku(), given.text("store", ""), given.whole("bottles", "6"));
            case "price" -> world.setPrice(given.sku(), given.number("price", ""));
            case "delist" -> world.delist(given.sku());
            case "relist" -> world.relist(given.sku());
            case "mend" -> faults.clear();
            case "break" -> breakSite(given.text("what", "503"));
            case "add" -> {
                return "Nouveautés : " + String.join(", ", world.add(given.whole("products", "10")));
            }
            case "next-day" -> {
                world.nextDay();
                Changes changes = world.lastChanges();
                return "Un jour a passé : " + changes.backOnline().size() + " de retour en ligne, "
                        + changes.soldOutOnline().size() + " épuisés.";
            }
            case "next-week" -> {
                world.nextWeek(
                        given.number("moved", Double.toString(LivingCatalogue.USUAL_LASTMOD_MOVED))
                                .doubleValue(),
                        given.number("changed", Double.toString(LivingCatalogue.USUAL_CHANGED))
                                .doubleValue());
                Changes changes = world.lastChanges();
                return "Une semaine a passé : " + changes.moved().size() + " dates ont bougé, "
                        + changes.changed().size() + " fiches ont vraiment changé.";
            }
            default -> throw new IllegalArgumentException("action is \"" + action + "\", accepted: " + ACCEPTED);
        }
        return "C’est fait.";
    }

    /** Each way takes the place of the one before it. */
    private void breakSite(String what) {
        faults.clear();
        switch (what) {
            case "503" -> faults.below("/").status(503, "5");
            case "slow" -> faults.below("/").delay(SLOW);
            case "cut" ->
                faults.when("fiches", path -> path.matches("/(fr|en)/[0-9]+")).cutBody();
            case "robots" -> faults.at("/robots.txt").status(503);
            case "live-search" -> faults.at(LiveSearch.PATH).graphQlError("Search service is not available");
            default ->
                throw new IllegalArgumentException(
                        "what is \"" + what + "\", accepted: 503, slow, cut, robots, live-search");
        }
    }

    private record Parameters(Map<String, String> given) {

        String text(String name, String otherwise) {
            String text = given.getOrDefault(name, "").strip();
            return text.isEmpty() ? otherwise : text;
        }

        /** A SKU, or the address of a page that ends with it. */
        String sku() {
            String pasted = text("sku", "");
            return pasted.substring(pasted.lastIndexOf('/') + 1);
        }

        int whole(String name, String otherwise) {
            String text = text(name, otherwise);
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + " is \"" + text + "\", accepted: a whole number", e);
            }
        }

        BigDecimal number(String name, String otherwise) {
            String text = text(name, otherwise).replace(',', '.');
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + " is \"" + text + "\", accepted: a number", e);
            }
        }
    }
}
