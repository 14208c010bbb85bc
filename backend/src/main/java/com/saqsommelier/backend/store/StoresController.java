package com.saqsommelier.backend.store;

import com.saqsommelier.api.StorePage;
import com.saqsommelier.api.StoresApi;
import com.saqsommelier.backend.http.InvalidParameterException;
import com.saqsommelier.core.store.Place;
import com.saqsommelier.core.store.Store;
import com.saqsommelier.core.store.Stores;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Stores")
class StoresController implements StoresApi {

    private static final Pattern NEAR =
            Pattern.compile("\\s*(-?\\d{1,3}(?:\\.\\d{1,15})?)\\s*,\\s*(-?\\d{1,3}(?:\\.\\d{1,15})?)\\s*");

    private static final Pattern SAINT = Pattern.compile("\\bst(e?)\\b");

    /** The beginning of a Canadian postal code, from its second character on, without the blank. */
    private static final Pattern POSTAL_CODE = Pattern.compile("[a-z]\\d([a-z](\\d([a-z]\\d?)?)?)?");

    private final Stores stores;

    StoresController(Stores stores) {
        this.stores = stores;
    }

    @Override
    @Operation(summary = "Stores, near a place or in a city")
    public StorePage list(@Nullable String near, @Nullable String city, @Nullable Integer limit) {
        Optional<Place> from = Optional.ofNullable(near).map(StoresController::place);
        List<Store> open = stores.open();
        Stream<Store> found = city == null ? open.stream() : in(city, open).stream();
        if (from.isPresent()) {
            found = found.filter(store -> store.place().isPresent())
                    .sorted(Comparator.comparingDouble(
                            store -> store.place().orElseThrow().kilometresTo(from.get())));
        }
        int most = Objects.requireNonNullElse(limit, from.isPresent() ? NEAREST : Integer.MAX_VALUE);
        return new StorePage(
                found.limit(most).map(store -> StoreViews.of(store, from)).toList());
    }

    /**
     * The stores of a city or of a postal code. People give the code of their home, at which there is no store: then those of
     * its first three letters and digits, else of the first two, are meant.
     */
    private static List<Store> in(String city, List<Store> open) {
        String wanted = fold(city);
        List<Store> found = matching(wanted, open);
        for (int length = 3;
                found.isEmpty() && length >= 2 && POSTAL_CODE.matcher(wanted).matches();
                length--) {
            found = matching(wanted.substring(0, Math.min(length, wanted.length())), open);
        }
        return found;
    }

    private static List<Store> matching(String wanted, List<Store> open) {
        return open.stream().filter(store -> matches(store, wanted)).toList();
    }

    private static boolean matches(Store store, String wanted) {
        return Stream.of(store.city(), store.postalCode())
                .flatMap(Stream::ofNullable)
                .anyMatch(text -> fold(text).startsWith(wanted));
    }

    /**
     * Without accents, case, spaces, full stops and hyphens, and with saints in full: {@code St-Jérôme} is
     * {@code saintjerome}.
     */
    private static String fold(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return SAINT.matcher(bare).replaceAll("saint$1").replaceAll("[\\s'’.-]", "");
    }

    private static Place place(String near) {
        Matcher coordinates = NEAR.matcher(near);
        if (coordinates.matches()) {
            try {
                return new Place(Double.parseDouble(coordinates.group(1)), Double.parseDouble(coordinates.group(2)));
            } catch (IllegalArgumentException e) {
                throw new InvalidParameterException("near", near, "a place on earth, as 45.52,-73.59");
            }
        }
        throw new InvalidParameterException("near", near, "latitude,longitude in degrees, as 45.52,-73.59");
    }
}
