package com.saqsommelier.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursArgumentTest {

    @ParameterizedTest
    @CsvSource({
        "22-7, 22:00-07:00",
        "22h-7h, 22:00-07:00",
        "22 h à 7 h 30, 22:00-07:30",
        "de 22h30 à 8h, 22:30-08:00",
        "22:00-08:00, 22:00-08:00",
        "21:15 – 06:45, 21:15-06:45",
        "10pm-7am, 22:00-07:00",
        "from 10 pm to 7 am, 22:00-07:00",
        "12am-6am, 00:00-06:00",
        "24-7, 00:00-07:00",
        "22 7, 22:00-07:00",
        "OFF, off",
        "jamais, off",
        "non, off",
        "none, off"
    })
    void hours_are_read_as_people_write_them(String words, String hours) {
        assertThat(QuietHoursArgument.read(words)).contains(hours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25-7", "22", "22-22", "22-7-9", "22:75-7", "13pm-2", "la nuit", "2200000-7"})
    void what_is_no_hours_is_not_guessed_at(String words) {
        assertThat(QuietHoursArgument.read(words)).isEmpty();
    }
}
