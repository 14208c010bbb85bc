package com.saqsommelier.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The journeys of the tour against a Bot API server that this project did not write. What that server does not know is in
 * {@code docs/testing.md}.
 */
@Timeout(180)
class ForeignServerJourneyTest {

    private static final Pattern CODE = Pattern.compile("(?:Code SAQ|SAQ code)\\h?:\\h<code>(\\d+)");

    private static TelegramTestApi telegram;
    private static DemoSystem system;

    @BeforeAll
    static void start() throws Exception {
        telegram = TelegramTestApi.start();
        system = DemoSystem.start(telegram.uri(), TelegramTestApi.TOKEN);
    }

    @AfterAll
    static void stop() throws Exception {
        if (system != null) {
            system.close();
        }
        if (telegram != null) {
            telegram.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void from_the_first_contact_to_an_alert_and_its_end(Languages tongue) throws Exception {
        long person = tongue.person(5_000);
        String language = tongue.of("fr", "en");
        telegram.write(person, language, "/start");
        assertThat(telegram.await(person, tongue.of("Ici SAQ Sommelier", "This is SAQ Sommelier"))
                        .markup()
                        .has("keyboard"))
                .isTrue();

        telegram.write(person, language, "chateau");
        telegram.await(person, "Château");
        telegram.tap(person, language, tongue.of("🍷 Sorte", "🍷 Kind"));
        telegram.tap(person, language, tongue.of("🍷 Vin (", "🍷 Wine ("));
        telegram.tap(person, language, tongue.of("🔴 Rouge (", "🔴 Red ("));
        telegram.await(person, tongue.of("🔴 Rouge", "🔴 Red"));
        telegram.tap(person, language, "▶");
        telegram.await(person, said -> said.button("2/").isPresent());

        telegram.tap(person, language, "6");
        Matcher code = CODE.matcher(
                telegram.await(person, tongue.of("Code SAQ", "SAQ code")).text());
        assertThat(code.find()).isTrue();
        telegram.tap(person, language, tongue.of("🔔 Suivre", "🔔 Watch"));
        telegram.await(
                person, said -> said.button(tongue.of("🔕 Ne plus", "🔕 Stop")).isPresent());

        system.goAndReturn(
                code.group(1), () -> telegram.await(person, tongue.of("épuisé en ligne", "sold out online")));
        telegram.await(person, tongue.of("de retour en ligne", "back online"));
        telegram.write(person, language, "/unwatch " + code.group(1));
        telegram.await(person, tongue.of("🔕 Vous ne suivez plus", "🔕 You no longer watch"));
    }

    @ParameterizedTest
    @EnumSource
    void stores_are_picked_by_sharing_a_place(Languages tongue) {
        long person = tongue.person(5_010);
        String language = tongue.of("fr", "en");
        telegram.write(person, language, "/mystores");
        telegram.await(person, "📍");
        telegram.share(person, language, 45.5088, -73.554);
        telegram.await(person, tongue.of("Les plus proches de vous", "Nearest to you"));
        telegram.tap(person, language, "➕");
        telegram.await(person, said -> said.button("✅").isPresent());
    }
}
