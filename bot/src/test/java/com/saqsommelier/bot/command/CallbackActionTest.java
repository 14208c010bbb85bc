package com.saqsommelier.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.bot.filter.Availability;
import com.saqsommelier.bot.filter.Filters;
import com.saqsommelier.bot.filter.Listing;
import com.saqsommelier.bot.filter.NameCode;
import com.saqsommelier.bot.filter.Order;
import com.saqsommelier.bot.filter.Panel;
import com.saqsommelier.bot.filter.PriceBand;
import com.saqsommelier.bot.filter.Refinement;
import com.saqsommelier.bot.filter.SizeBand;
import com.saqsommelier.bot.filter.Source;
import com.saqsommelier.vocabulary.Language;
import com.saqsommelier.vocabulary.NameTheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackActionTest {

    private static final UUID ONE = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final UUID OTHER = UUID.fromString("ffffffff-ffff-4fff-bfff-ffffffffffff");

    /** What is written today. */
    static Stream<CallbackAction> taps() {
        Listing filtered = Listing.of(Source.NEW)
                .with(new Filters("vr", "FR", PriceBand.BELOW_20, Availability.MY_STORES, Order.CHEAPEST));
        return Stream.of(
                new CallbackAction.Browse(Listing.of(Source.SEARCH).at(2)),
                new CallbackAction.Browse(Listing.of(Source.RANDOM)),
                new CallbackAction.Browse(filtered.at(2000)),
                new CallbackAction.Browse(filtered.choosing(Panel.COUNTRIES, 9)),
                new CallbackAction.Browse(filtered.thenChoosing(Panel.FAMILIES)),
                new CallbackAction.Browse(
                        filtered.with(filtered.filters().refined(widest())).at(2000)),
                new CallbackAction.Browse(
                        filtered.with(filtered.filters().refined(widest())).choosing(Panel.GRAPES, 12)),
                new CallbackAction.Browse(filtered.choosing(Panel.MORE, 1)),
                new CallbackAction.MyStores(),
                new CallbackAction.Card("14064101"),
                new CallbackAction.Similar("943"),
                new CallbackAction.Watch("943"),
                new CallbackAction.Unwatch("943"),
                new CallbackAction.Store("23009", true),
                new CallbackAction.Store("23009", false),
                new CallbackAction.StoresIn("Montréal", 2),
                new CallbackAction.StoresIn("é".repeat(100), 9999),
                new CallbackAction.Speak(Language.FRENCH),
                new CallbackAction.Feedback(ONE, OTHER, true),
                new CallbackAction.Feedback(ONE, OTHER, false),
                new CallbackAction.Nothing());
    }

    private static Refinement widest() {
        return new Refinement(
                NameCode.of(NameTheme.GRAPES, "Pinot noir").orElseThrow(),
                NameCode.of(NameTheme.REGIONS, "Bourgogne").orElseThrow(),
                NameCode.of(NameTheme.TASTES, "Fruité et généreux").orElseThrow(),
                true,
                SizeBand.MAGNUM);
    }

    @Test
    void a_name_has_one_code_in_either_language() {
        assertThat(NameCode.of(NameTheme.REGIONS, "Burgundy")).isEqualTo(NameCode.of(NameTheme.REGIONS, "Bourgogne"));
        assertThat(NameCode.of(NameTheme.GRAPES, "Raisin de Mars")).isEmpty();
        assertThat(NameCode.find(NameTheme.TASTES, "~~~~")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("taps")
    void a_button_is_read_as_it_was_written(CallbackAction tap) {
        assertThat(CallbackAction.of(tap.data())).contains(tap);
        assertThat(tap.data().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(CallbackAction.MOST_BYTES);
    }

    /** The samples are buttons that are out there: the file only grows, and what it says of them does not change. */
    @ParameterizedTest
    @CsvFileSource(resources = "buttons-that-are-out-there.csv", delimiter = ';', numLinesToSkip = 2)
    void every_button_that_was_ever_made_still_works(int version, String data, String meaning) {
        assertThat(data).startsWith(version + ":");
        assertThat(CallbackAction.of(data)).map(Object::toString).contains(meaning);
    }

    @Test
    void every_kind_of_button_has_a_sample() throws IOException {
        String samples = new String(
                CallbackActionTest.class
                        .getResourceAsStream("buttons-that-are-out-there.csv")
                        .readAllBytes(),
                StandardCharsets.UTF_8);

        assertThat(CallbackAction.class.getPermittedSubclasses())
                .allSatisfy(kind -> assertThat(samples).contains("\"" + kind.getSimpleName() + "["));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "1",
                "1:",
                "2:c:943",
                "3:s:....:+:1",
                "2:s:....:+:0",
                "2:s:....:+:10000",
                "2:s:...:+:1",
                "2:s:zz....:+:1",
                "2:s:.XX...:+:1",
                "2:s:..z..:+:1",
                "2:s:....:*:1",
                "2:s:....:+z:1",
                "2:q:....:+:1",
                "2:s:....:+:1:1",
                "2:i:1",
                "0:c:943",
                "1:c:",
                "1:c:x",
                "1:c:1",
                "1:c:123456789",
                "1:p:0",
                "1:p:-1",
                "1:p:99999",
                "1:l:de",
                "1:z:1",
                "1:y:a:b",
                "1:y:ABEiM0RVZneImaq7zN3u_w",
                "1:c:943:1",
                "1:y:*:*",
                "1:m:abc",
                "c:943",
                "🍷",
                "1:c:943 "
            })
    void what_this_bot_never_wrote_means_nothing(String data) {
        assertThat(CallbackAction.of(data)).isEmpty();
    }

    @Test
    void random_bytes_mean_nothing_or_something_that_can_be_written_again() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = new byte[random.nextInt(CallbackAction.MOST_BYTES + 1)];
            random.nextBytes(bytes);
            String data = List.of("", "1:", "2:", "2:s:....:").get(random.nextInt(4))
                    + new String(bytes, StandardCharsets.ISO_8859_1);
            CallbackAction.of(data)
                    .ifPresent(tap -> assertThat(CallbackAction.of(tap.data())).contains(tap));
        }
    }
}
