package com.saqsommelier.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.bot.fixture.Incoming;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductReferencesTest {

    private final CommandParser parser = new CommandParser(Incoming.ME);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.saq.com/fr/10000001",
                "HTTPS://WWW.SAQ.COM/FR/10000001",
                "www.Saq.com/en/10000001?utm=x",
                "#10000001",
                "Code SAQ : 10000001",
                "code 10000001",
                "No 10000001",
                "10000001.",
                "\u200e10000001",
                "10000001\u200b",
                "１００００００１",
                "code ١٠٠٠٠٠٠١",
                "10 000 001",
                "10\u00a0000\u00a0001",
                "10-000-001",
                "10.000.001",
            })
    void a_code_is_a_bottle_in_whatever_spelling(String text) {
        assertThat(parser.parse(Incoming.privately(text).message())).isEqualTo(new Command.Links(List.of("10000001")));
        assertThat(parser.parse(Incoming.privately("/watch " + text).message()))
                .isEqualTo(new Command.Watch(List.of("10000001")));
    }

    @Test
    void several_lines_are_several_bottles() {
        assertThat(parser.parse(
                        Incoming.privately("10000001\n10 000 002\n#10000003").message()))
                .isEqualTo(new Command.Links(List.of("10000001", "10000002", "10000003")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2019", "kronenbourg 1664", "vin 20 ans", "chablis 10000001 rouge", "750 ml", "123456789012"})
    void words_and_small_numbers_are_a_search(String text) {
        assertThat(parser.parse(Incoming.privately(text).message())).isEqualTo(new Command.Search(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "#3", "le 3", "la 3e", "no 3", "numéro 3", "the 3rd one", "3.", "number 3"})
    void a_place_is_said_in_many_ways(String text) {
        assertThat(ProductReferences.place(text)).contains(3);
    }
}
