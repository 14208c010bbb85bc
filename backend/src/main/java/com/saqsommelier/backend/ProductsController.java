package com.saqsommelier.backend;

import com.saqsommelier.api.ProductPage;
import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.ProductStores;
import com.saqsommelier.api.ProductView;
import com.saqsommelier.api.ProductsApi;
import com.saqsommelier.api.Sort;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.core.stock.Shelves;
import com.saqsommelier.search.CatalogueIndex;
import com.saqsommelier.search.CatalogueQuery;
import com.saqsommelier.search.CatalogueQuery.Order;
import com.saqsommelier.search.Matches;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Answers from the index; the database is read for the products that are shown. */
@RestController
@Tag(name = "Products")
class ProductsController implements ProductsApi {

    private final CatalogueIndex index;
    private final Products products;
    private final Shelves shelves;

    ProductsController(CatalogueIndex index, Products products, Shelves shelves) {
        this.index = index;
        this.products = products;
        this.shelves = shelves;
    }

    @Override
    @Operation(summary = "Products that match, page by page")
    public ProductPage list(@Valid @ModelAttribute @ParameterObject ProductQuery query) {
        int page = Objects.requireNonNullElse(query.page(), 1);
        int perPage = Objects.requireNonNullElse(query.perPage(), ProductQuery.DEFAULT_PER_PAGE);
        if ((long) page * perPage > DeepPageException.DEEPEST) {
            throw new DeepPageException(page, perPage);
        }
        Matches matches = index.search(catalogueQuery(query, (page - 1) * perPage, perPage));
        Map<String, Product> found = products.findAll(matches.skus());
        List<ProductView> views = matches.skus().stream()
                .flatMap(sku -> Optional.ofNullable(found.get(sku)).stream())
                .map(ProductViews::of)
                .toList();
        return ProductPage.of(views, matches.total(), page, perPage);
    }

    @Override
    @Operation(summary = "One product, also when it is delisted")
    public ProductView get(String sku) {
        return products.find(sku).map(ProductViews::of).orElseThrow(() -> new UnknownProductException(sku));
    }

    @Override
    @Operation(summary = "The stores that have a product")
    public ProductStores stores(String sku) {
        if (products.find(sku).isEmpty()) {
            throw new UnknownProductException(sku);
        }
        return new ProductStores(
                sku,
                shelves.checkedAt(sku).orElse(null),
                shelves.of(sku).stream()
                        .map(shelf -> new ProductStores.Shelf(
                                StoreViews.of(shelf.store(), Optional.empty()), shelf.quantity(), shelf.readAt()))
                        .toList());
    }

    private static CatalogueQuery catalogueQuery(ProductQuery query, int offset, int limit) {
        Optional<String> words = Optional.ofNullable(query.q());
        return new CatalogueQuery(
                words,
                new CatalogueQuery.Filters(
                        orEmpty(query.category()),
                        orEmpty(query.color()),
                        orEmpty(query.country()),
                        orEmpty(query.region()),
                        orEmpty(query.grape()),
                        Optional.ofNullable(query.producer()),
                        Optional.ofNullable(query.minPrice()),
                        Optional.ofNullable(query.maxPrice()),
                        Optional.ofNullable(query.available()),
                        orEmpty(query.inStore())),
                order(query.sort(), words.isPresent()),
                offset,
                limit);
    }

    private static Order order(@Nullable Sort sort, boolean words) {
        Sort chosen = sort != null ? sort : words ? Sort.RELEVANCE : Sort.NAME;
        return switch (chosen) {
            case RELEVANCE -> Order.RELEVANCE;
            case RECENT -> Order.CHANGED;
            case NEW -> Order.FIRST_SEEN;
            case PRICE_ASC -> Order.PRICE_ASCENDING;
            case PRICE_DESC -> Order.PRICE_DESCENDING;
            case RATING -> Order.RATING;
            case NAME -> Order.NAME;
        };
    }

    private static List<String> orEmpty(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }
}
