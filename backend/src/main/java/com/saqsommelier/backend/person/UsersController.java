package com.saqsommelier.backend.person;

import com.saqsommelier.api.ErasedView;
import com.saqsommelier.api.UserPatch;
import com.saqsommelier.api.UserPreferences;
import com.saqsommelier.api.UserView;
import com.saqsommelier.api.UsersApi;
import com.saqsommelier.backend.http.ProblemKind;
import com.saqsommelier.backend.http.Problems;
import com.saqsommelier.core.person.Erasure;
import com.saqsommelier.core.person.People;
import com.saqsommelier.core.person.Person;
import com.saqsommelier.core.person.QuietHours;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@Tag(name = "Users")
class UsersController implements UsersApi {

    private final People people;
    private final Erasure erasure;
    private final InstantSource clock;

    UsersController(People people, Erasure erasure, InstantSource clock) {
        this.people = people;
        this.erasure = erasure;
        this.clock = clock;
    }

    @Override
    @Operation(summary = "What a person chose")
    public UserView get(String userId) {
        return view(people.find(userId));
    }

    private static UserView view(Person person) {
        return new UserView(
                person.userId(),
                person.language().orElse(null),
                person.digest(),
                person.paused(),
                person.stores(),
                person.quiet().map(QuietHoursText::of).orElse(null),
                person.zone().getId());
    }

    @Override
    @Operation(summary = "Keep what a person chooses")
    public UserView put(String userId, UserPreferences preferences) {
        return view(people.change(
                userId,
                known -> new Person(
                        userId,
                        Optional.ofNullable(preferences.language()),
                        preferences.digest(),
                        preferences.paused(),
                        known.stores(),
                        quiet(preferences.quietHours(), known),
                        zone(preferences.timeZone(), known))));
    }

    @Override
    @Operation(summary = "Change some of what a person chose")
    public UserView patch(String userId, UserPatch change) {
        return view(people.change(
                userId,
                known -> new Person(
                        userId,
                        Optional.ofNullable(change.language()).or(known::language),
                        Objects.requireNonNullElse(change.digest(), known.digest()),
                        Objects.requireNonNullElse(change.paused(), known.paused()),
                        known.stores(),
                        quiet(change.quietHours(), known),
                        zone(change.timeZone(), known))));
    }

    private static Optional<QuietHours> quiet(@Nullable String hours, Person known) {
        return hours == null ? known.quiet() : QuietHoursText.read(hours);
    }

    private static ZoneId zone(@Nullable String name, Person known) {
        return name == null ? known.zone() : QuietHoursText.zone(name);
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Problems(ProblemKind.NOT_FOUND)
    @Operation(summary = "Add a preferred store")
    public ResponseEntity<Void> prefer(String userId, String storeId) {
        if (!people.prefer(userId, storeId, clock.instant())) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "No store has the id '" + storeId + "'. GET /api/v1/stores lists them.");
        }
        return ResponseEntity.noContent().build();
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forget a preferred store")
    public ResponseEntity<Void> forget(String userId, String storeId) {
        people.forget(userId, storeId);
        return ResponseEntity.noContent().build();
    }

    @Override
    @Operation(summary = "Erase all that is known of a person")
    public ErasedView erase(String userId) {
        return new ErasedView(userId, erasure.erase(userId));
    }
}
