package com.saqsommelier.recommend.retrieve;

import com.saqsommelier.core.product.Composition;
import com.saqsommelier.core.product.Naming;
import com.saqsommelier.core.product.Offer;
import com.saqsommelier.core.product.Origin;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.ProductFacts;
import com.saqsommelier.recommend.document.ProductProfile;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets profiles that are kept by the ten thousand share what is equal: thousands of bottles come from one region, have one
 * size or the same terms. SAQ's texts, which nothing looks at once a profile is made, are left out.
 *
 * <p>Nothing is forgotten: there are only so many regions, sizes and prices. Times and quantities, of which new ones come
 * every day, are not shared.
 */
final class SharedFacts {

    private final Map<Object, Object> known = new ConcurrentHashMap<>();

    /** An equal profile without texts, made of parts that others have too. */
    ProductProfile of(ProductProfile profile) {
        return new ProductProfile(
                of(profile.product()), one(profile.terms()), one(profile.mainGrape()), profile.wine());
    }

    private Product of(Product product) {
        ProductFacts facts = product.facts();
        return product.with(new ProductFacts(
                of(facts.label()),
                of(facts.origin()),
                of(facts.composition()),
                facts.codes(),
                of(facts.offer()),
                one(facts.rating())));
    }

    private Naming of(Naming label) {
        return new Naming(
                label.name(),
                label.nameEn(),
                null,
                null,
                one(label.categories()),
                oneOrNone(label.vintage()),
                oneOrNone(label.tasteTag()));
    }

    private Origin of(Origin origin) {
        return one(new Origin(
                oneOrNone(origin.country()),
                oneOrNone(origin.region()),
                oneOrNone(origin.appellation()),
                oneOrNone(origin.designation()),
                oneOrNone(origin.classification()),
                oneOrNone(origin.quebec()),
                oneOrNone(origin.producer()),
                oneOrNone(origin.agent())));
    }

    private Composition of(Composition composition) {
        return one(new Composition(
                oneOrNone(composition.color()),
                one(composition.grapes()),
                oneOrNone(composition.grapesText()),
                oneOrNone(composition.alcohol()),
                oneOrNone(composition.sugar()),
                oneOrNone(composition.size()),
                one(composition.features())));
    }

    private Offer of(Offer offer) {
        return new Offer(
                oneOrNone(offer.price()), oneOrNone(offer.currency()), offer.available(), offer.onlineQuantity());
    }

    /** The first that was equal to it. */
    @SuppressWarnings("unchecked") // What is equal to a list, a text or a record is one itself.
    private <T> T one(T value) {
        Object first = known.putIfAbsent(value, value);
        return first == null ? value : (T) first;
    }

    private <T> @Nullable T oneOrNone(@Nullable T value) {
        return value == null ? null : one(value);
    }
}
