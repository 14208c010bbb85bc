package com.saqsommelier.backend.product;

import com.saqsommelier.api.FacetsView;
import com.saqsommelier.api.ProductPage;
import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.ProductStores;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.api.ProductsApi;
import com.saqsommelier.api.SimilarProducts;
import com.saqsommelier.backend.http.ProblemKind;
import com.saqsommelier.backend.http.Problems;
import com.saqsommelier.backend.http.RefusedParameters;
import com.saqsommelier.backend.http.Tagged;
import com.saqsommelier.backend.store.StoreViews;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.stock.Shelves;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.search.Matches;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Answers from the index, one state of it for one answer; the database is read for what the index does not hold. */
@RestController
@Tag(name = "Products")
class ProductsController implements ProductsApi {

    private final CatalogueIndex index;
    private final ProductSource products;
    private final Shelves shelves;
    private final RandomGenerator chance;

    ProductsController(CatalogueIndex index, ProductSource products, Shelves shelves, RandomGenerator chance) {
        this.index = index;
        this.products = products;
        this.shelves = shelves;
        this.chance = chance;
    }

    @Override
    @Tagged(fromIndex = true)
    @Operation(
            summary = "Products that match, page by page",
            description =
                    "Delisted products are not listed. fetched_at and availability_checked_at are those of the last"
                            + " change; the product's own address has the latest.")
    public ProductPage list(@ParameterObject ProductQuery query) {
        Matches matches = index.search(ContractQuery.page(query));
        return ProductPage.of(
                matches.products().stream().map(ProductViews::of).toList(),
                matches.total(),
                ContractQuery.page(query.page()),
                ContractQuery.perPage(query),
                ProductViews.of(matches.interpretation()));
    }

    @Override
    @Tagged(fromIndex = true)
    @RefusedParameters({"sort", "page", "per_page"})
    @Operation(
            summary = "How many products there are for each value of a filter",
            description = "Each list is counted with all filters but its own.")
    public FacetsView facets(@ParameterObject ProductQuery query) {
        return FacetViews.of(index.facets(ContractQuery.words(query), ContractQuery.filters(query)));
    }

    @Override
    @Problems(ProblemKind.NOT_FOUND)
    @RefusedParameters({"sort", "page", "per_page"})
    @Operation(summary = "One of the products that match, at random")
    public ProductView random(@ParameterObject ProductQuery query) {
        return index.random(ContractQuery.words(query), ContractQuery.filters(query), chance)
                .map(ProductViews::of)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No product matches; leave out a filter or a word."));
    }

    @Override
    @Tagged
    @Problems(ProblemKind.UNKNOWN_PRODUCT)
    @Operation(summary = "One product, also when it is delisted", description = "A delisted one has delisted_at.")
    public ProductView get(String sku) {
        return ProductViews.of(products.get(sku));
    }

    @Override
    @Tagged
    @Problems(ProblemKind.UNKNOWN_PRODUCT)
    @Operation(summary = "Products that are like one")
    public SimilarProducts similar(String sku, @Nullable Integer limit) {
        Product product = products.get(sku);
        return new SimilarProducts(
                product.sku(),
                products.similar(product, Objects.requireNonNullElse(limit, SIMILAR)).stream()
                        .map(ProductViews::of)
                        .toList());
    }

    @Override
    @Tagged
    @Problems(ProblemKind.UNKNOWN_PRODUCT)
    @Operation(summary = "The stores that have a product")
    public ProductStores stores(String sku) {
        products.get(sku);
        return new ProductStores(
                sku,
                shelves.checkedAt(sku).orElse(null),
                shelves.of(sku).stream()
                        .map(shelf -> new ProductStores.Shelf(
                                StoreViews.of(shelf.store(), Optional.empty()), shelf.quantity(), shelf.readAt()))
                        .toList());
    }
}
