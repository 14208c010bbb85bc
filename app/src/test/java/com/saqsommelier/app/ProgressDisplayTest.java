package com.saqsommelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(screen, true, StandardCharsets.UTF_8);

    @Test
    void a_terminal_shows_a_bar_with_what_is_done_and_what_failed() {
        ProgressDisplay display = new ProgressDisplay(Optional.of(terminal));
        display.pages(4);
        display.pageDone(false);
        display.pageDone(true);
        display.pageDone(false);
        display.pageDone(false);
        display.close();

        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("Pages", "4/4", "1 failed");
    }

    @Test
    void with_nothing_to_read_there_is_no_bar() {
        try (ProgressDisplay display = new ProgressDisplay(Optional.of(terminal))) {
            display.pages(0);
        }

        assertThat(screen.size()).isZero();
    }

    @Test
    void elsewhere_nothing_is_drawn() {
        try (ProgressDisplay display = new ProgressDisplay(Optional.empty())) {
            display.pages(2);
            display.pageDone(false);
            display.pageDone(true);
        }

        assertThat(screen.size()).isZero();
    }
}
