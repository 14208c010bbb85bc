package com.saqsommelier.bot;

import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.Problem;
import com.saqsommelier.api.ProductsApi;
import com.saqsommelier.api.StorePage;
import com.saqsommelier.api.StoreView;
import com.saqsommelier.api.StoresApi;
import com.saqsommelier.api.UserPreferences;
import com.saqsommelier.api.UserView;
import com.saqsommelier.api.UsersApi;
import com.saqsommelier.api.WatchList;
import com.saqsommelier.api.WatchRequest;
import com.saqsommelier.api.WatchView;
import com.saqsommelier.api.WatchesApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What a backend knows of people, in memory; with two stores. */
final class FakePeople implements UsersApi, WatchesApi, StoresApi {

    private static final StoreView LAURIER = store("23009", "Laurier", 1.24);
    private static final StoreView ATWATER = store("23101", "Atwater", 12.4);

    private final ProductsApi products;
    private final Map<String, UserView> people = new ConcurrentHashMap<>();
    private final List<WatchView> watches = new CopyOnWriteArrayList<>();

    FakePeople(ProductsApi products) {
        this.products = products;
    }

    List<StoreView> all() {
        return List.of(LAURIER, ATWATER);
    }

    @Override
    public UserView get(String userId) {
        return people.getOrDefault(userId, new UserView(userId, null, false, false, List.of()));
    }

    @Override
    public UserView put(String userId, UserPreferences preferences) {
        UserView now = new UserView(
                userId,
                preferences.language(),
                preferences.digest(),
                preferences.paused(),
                get(userId).stores());
        people.put(userId, now);
        return now;
    }

    @Override
    public ResponseEntity<Void> prefer(String userId, String storeId) {
        List<String> stores = new ArrayList<>(get(userId).stores());
        stores.add(storeId);
        return keep(userId, stores);
    }

    @Override
    public ResponseEntity<Void> forget(String userId, String storeId) {
        List<String> stores = new ArrayList<>(get(userId).stores());
        stores.remove(storeId);
        return keep(userId, stores);
    }

    @Override
    public ResponseEntity<WatchView> add(WatchRequest request) {
        if (of(request.userId()).stream().anyMatch(watch -> watch.sku().equals(request.sku()))) {
            throw problem(409);
        }
        WatchView watch = new WatchView(request.userId(), request.sku(), Bottles.READ, products.get(request.sku()));
        watches.add(watch);
        return ResponseEntity.ok(watch);
    }

    @Override
    public WatchList list(String userId) {
        return new WatchList(of(userId));
    }

    @Override
    public ResponseEntity<Void> remove(String sku, String userId) {
        if (!watches.removeIf(
                watch -> watch.userId().equals(userId) && watch.sku().equals(sku))) {
            throw problem(404);
        }
        return ResponseEntity.noContent().build();
    }

    @Override
    public StorePage list(@Nullable String near, @Nullable String city, @Nullable Integer limit) {
        return new StorePage("Nulle part".equals(city) ? List.of() : all());
    }

    private List<WatchView> of(String userId) {
        return watches.stream().filter(watch -> watch.userId().equals(userId)).toList();
    }

    private ResponseEntity<Void> keep(String userId, List<String> stores) {
        UserView known = get(userId);
        people.put(userId, new UserView(userId, known.language(), known.digest(), known.paused(), stores));
        return ResponseEntity.noContent().build();
    }

    private static ApiException problem(int status) {
        return new ApiException(new Problem(null, "on purpose", status, null, null, null));
    }

    private static StoreView store(String id, String name, double far) {
        return new StoreView(id, name, "SAQ", "Montréal", null, null, null, null, null, far, false, false);
    }
}
