package com.saqsommelier.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.vocabulary.Language;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TapTest {

    private static final UUID ONE = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final UUID OTHER = UUID.fromString("ffffffff-ffff-4fff-bfff-ffffffffffff");

    /** What the first version of the format wrote. Buttons with it are out there: this list only grows. */
    static Stream<Arguments> written() {
        return Stream.of(
                Arguments.of(new Tap.SearchPage(2), "1:p:2"),
                Arguments.of(new Tap.NewPage(2000), "1:n:2000"),
                Arguments.of(new Tap.Another(), "1:r"),
                Arguments.of(new Tap.Card("14064101"), "1:c:14064101"),
                Arguments.of(new Tap.Similar("943"), "1:s:943"),
                Arguments.of(new Tap.Watch("943"), "1:w:943"),
                Arguments.of(new Tap.Unwatch("943"), "1:u:943"),
                Arguments.of(new Tap.Store("23009", true), "1:m:23009"),
                Arguments.of(new Tap.Store("23009", false), "1:o:23009"),
                Arguments.of(new Tap.Speak(Language.FRENCH), "1:l:fr"),
                Arguments.of(new Tap.Speak(Language.ENGLISH), "1:l:en"),
                Arguments.of(new Tap.Feedback(ONE, OTHER, true), "1:y:ABEiM0RVZneImaq7zN3u_w:________T_-__________w"),
                Arguments.of(new Tap.Feedback(ONE, OTHER, false), "1:x:ABEiM0RVZneImaq7zN3u_w:________T_-__________w"),
                Arguments.of(new Tap.Nothing(), "1:-"));
    }

    @ParameterizedTest
    @MethodSource("written")
    void a_button_is_read_as_it_was_written(Tap tap, String data) {
        assertThat(tap.data()).isEqualTo(data);
        assertThat(Tap.of(data)).contains(tap);
        assertThat(data.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(Tap.MOST_BYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "1",
                "1:",
                "2:c:943",
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
        assertThat(Tap.of(data)).isEmpty();
    }

    @Test
    void random_bytes_mean_nothing_or_something_that_can_be_written_again() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = new byte[random.nextInt(Tap.MOST_BYTES + 1)];
            random.nextBytes(bytes);
            String data = (random.nextBoolean() ? "1:" : "") + new String(bytes, StandardCharsets.ISO_8859_1);
            Tap.of(data).ifPresent(tap -> assertThat(Tap.of(tap.data())).contains(tap));
        }
    }
}
