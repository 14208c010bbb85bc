package com.saqsommelier.backend.person;

import com.saqsommelier.api.ErasedView;
import com.saqsommelier.api.UserPreferences;
import com.saqsommelier.api.UserView;
import com.saqsommelier.api.UsersApi;
import com.saqsommelier.backend.http.ProblemKind;
import com.saqsommelier.backend.http.Problems;
import com.saqsommelier.core.person.Erasure;
import com.saqsommelier.core.person.People;
import com.saqsommelier.core.person.Person;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.Optional;
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
        Person person = people.find(userId);
        return new UserView(
                userId,
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
        Person known = people.find(userId);
        people.save(new Person(
                userId,
                Optional.ofNullable(preferences.language()),
                preferences.digest(),
                preferences.paused(),
                known.stores(),
                preferences.quietHours() == null ? known.quiet() : QuietHoursText.read(preferences.quietHours()),
                preferences.timeZone() == null ? known.zone() : QuietHoursText.zone(preferences.timeZone())));
        return get(userId);
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
