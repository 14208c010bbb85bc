package com.saqsommelier.simulator.saq;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a step of the world truly changed, by SKU: what a perfect crawler would have to notice, and nothing else.
 *
 * @param from today before the step
 * @param to today after it
 * @param moved whose lastmod in the sitemap moved, with or without a reason
 * @param changed whose page says something else about the product (price, attributes), stock left aside
 * @param stock whose online quantity is another, or which stores began or ceased to carry
 * @param backOnline who can be ordered again, those that came to the catalogue left aside
 * @param soldOutOnline who cannot be ordered any more, those that left the catalogue left aside
 * @param added who was never there before
 * @param delisted who left the catalogue
 * @param relisted who came back to it
 */
public record Changes(
        Instant from,
        Instant to,
        Set<String> moved,
        Set<String> changed,
        Set<String> stock,
        Set<String> backOnline,
        Set<String> soldOutOnline,
        Set<String> added,
        Set<String> delisted,
        Set<String> relisted) {

    /** How many of each kind: {@code moved=900, changed=20, …}. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("moved", moved.size());
        counts.put("changed", changed.size());
        counts.put("stock", stock.size());
        counts.put("back_online", backOnline.size());
        counts.put("sold_out_online", soldOutOnline.size());
        counts.put("added", added.size());
        counts.put("delisted", delisted.size());
        counts.put("relisted", relisted.size());
        return counts;
    }

    /** Reads every product at both moments. */
    static Changes between(World before, World after) {
        Changes changes = new Changes(
                before.today(),
                after.today(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>());
        for (int slot = 0; slot < after.slots(); slot++) {
            SaqProduct now = after.read(slot).product();
            boolean was = slot < before.slots() && !before.isDelisted(slot);
            boolean is = !after.isDelisted(slot);
            if (was && is) {
                changes.compare(before.read(slot).product(), now);
            } else if (was) {
                changes.delisted.add(now.sku());
            } else if (is) {
                (slot < before.slots() ? changes.relisted : changes.added).add(now.sku());
            }
        }
        return changes;
    }

    private void compare(SaqProduct was, SaqProduct is) {
        if (!was.lastModified().equals(is.lastModified())) {
            moved.add(is.sku());
        }
        if (!was.price().equals(is.price()) || !was.attributes().equals(is.attributes())) {
            changed.add(is.sku());
        }
        if (!was.stock().equals(is.stock())) {
            stock.add(is.sku());
        }
        if (is.stock().isOnline() && !was.stock().isOnline()) {
            backOnline.add(is.sku());
        }
        if (was.stock().isOnline() && !is.stock().isOnline()) {
            soldOutOnline.add(is.sku());
        }
    }
}
