package com.saqsommelier.backend.product;

import com.saqsommelier.api.FacetsView;
import com.saqsommelier.search.Facets;
import java.util.List;

/** Shows counts as the contract does. */
final class FacetViews {

    private FacetViews() {}

    static FacetsView of(Facets facets) {
        return new FacetsView(
                facets.total(),
                values(facets.categories()),
                values(facets.colors()),
                values(facets.countries()),
                facets.regions().stream()
                        .map(region -> new FacetsView.Region(
                                region.value(),
                                region.count(),
                                region.country().orElse(null),
                                region.parent().orElse(null)))
                        .toList(),
                values(facets.grapes()),
                values(facets.tasteTags()),
                values(facets.features()),
                values(facets.sizes()),
                new FacetsView.Prices(
                        facets.prices().min().orElse(null),
                        facets.prices().max().orElse(null),
                        facets.prices().histogram().stream()
                                .map(band -> new FacetsView.Band(
                                        band.from(), band.to().orElse(null), band.count()))
                                .toList()));
    }

    private static List<FacetsView.Value> values(List<Facets.Value> values) {
        return values.stream()
                .map(one -> new FacetsView.Value(one.value(), one.count()))
                .toList();
    }
}
