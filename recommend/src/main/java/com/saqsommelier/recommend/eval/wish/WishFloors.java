package com.saqsommelier.recommend.eval.wish;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The floors that a result must reach; shares between 0 and 1.
 *
 * @param right of the wishes, all bottles of the answer
 * @param theme the same within each theme
 * @param admitted of the wrong answers, those that say that something is missing
 * @param overlap bottles that are the same in French and in English
 * @param conversations with every turn right
 * @param delicate sayings with the answer that is expected
 */
public record WishFloors(
        double right, double theme, double admitted, double overlap, double conversations, double delicate) {

    /** The aim, over the genuine catalogue and what it lacks. */
    public static final WishFloors AIM = new WishFloors(0.95, 0.85, 0.80, 0.90, 1, 1);

    /** A floor for every build, over the project's own wishes and invented products. It rises as the answers get better. */
    public static final WishFloors QUICK = new WishFloors(0.90, 0, 0.60, 0.95, 0.75, 0.90);

    /** The figures that are below, with the floor; empty where the result reaches all. */
    public List<String> missed(WishResult result) {
        List<String> missed = new ArrayList<>();
        check("wishes", result.right().share(), right, missed);
        result.rightByTheme().forEach((name, part) -> check("theme " + name, part.share(), theme, missed));
        check("wrong answers that admit it", result.admitted().share(), admitted, missed);
        check("French/English overlap", result.overlap(), overlap, missed);
        check("conversations", result.conversationsRight().share(), conversations, missed);
        check("delicate sayings", result.delicateRight().share(), delicate, missed);
        return missed;
    }

    private static void check(String name, double share, double floor, List<String> missed) {
        if (share < floor) {
            missed.add(String.format(Locale.ROOT, "%s: %.3f is below %.3f", name, share, floor));
        }
    }
}
