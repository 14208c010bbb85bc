package com.saqsommelier.bot.sommelier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    /** The share that must go where its label says. */
    private static final double FLOOR = 0.97;

    @ParameterizedTest
    @CsvSource({"plain-text.csv, 200", "plain-text-held-out.csv, 100"})
    void wishes_go_to_the_sommelier_and_names_and_codes_to_search(String file, int size) throws IOException {
        List<String> lines = lines(file);

        List<String> wrong = lines.stream()
                .filter(line -> PlainText.isWish(line.substring(line.indexOf(';') + 1)) != line.startsWith("wish;"))
                .toList();

        assertThat(lines).hasSize(size);
        assertThat(wrong).hasSizeLessThanOrEqualTo((int) Math.floor((1 - FLOOR) * size + 1e-9));
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream text = Objects.requireNonNull(PlainTextTest.class.getResourceAsStream(file))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
