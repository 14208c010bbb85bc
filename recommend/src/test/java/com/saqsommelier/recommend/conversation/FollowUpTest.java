package com.saqsommelier.recommend.conversation;

import static com.saqsommelier.core.SampleProduct.aRedWine;
import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.core.SampleProduct;
import com.saqsommelier.core.product.Product;
import com.saqsommelier.recommend.document.ProductProfile;
import com.saqsommelier.recommend.document.Profiler;
import com.saqsommelier.recommend.question.Understanding;
import com.saqsommelier.recommend.question.UnderstandingText;
import com.saqsommelier.vocabulary.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Conversations with what a person would understand: {@code followups.txt}. */
class FollowUpTest {

    /** What every answer suggested: a malbec at 21.95, a chianti at 24.50, a port at 79.00. */
    private static final Map<String, ProductProfile> SHELF = Stream.of(
                    aRedWine()
                            .sku("11")
                            .from("Argentine", "Mendoza", null)
                            .grapes("Malbec")
                            .priced("21.95"),
                    aRedWine()
                            .sku("12")
                            .from("Italie", "Toscane", "Chianti")
                            .grapes("Sangiovese")
                            .priced("24.50"),
                    aRedWine()
                            .sku("13")
                            .filedUnder("Produits", "Porto et vin fortifié", "Porto", "Porto rouge")
                            .from("Portugal", "Douro", null)
                            .grapes("Touriga nacional")
                            .priced("79.00"))
            .map(SampleProduct::stored)
            .collect(Collectors.toMap(Product::sku, new Profiler()::profile));

    private final OfflineInterpreter interpreter = new OfflineInterpreter(sku -> Optional.ofNullable(SHELF.get(sku)));

    @ParameterizedTest
    @MethodSource("conversations")
    void a_follow_up_is_understood(String line) {
        String[] parts = line.split("=>", 2);
        Conversation conversation = Conversation.NEW;
        Understanding last = null;
        for (String said : parts[0].split(" > ", -1)) {
            last = interpret(said.strip(), conversation);
            conversation = conversation.and(new Turn(said, last, List.of("11", "12", "13")));
        }

        assertThat(UnderstandingText.of(Objects.requireNonNull(last))).isEqualTo(parts[1].strip());
    }

    @Test
    void the_table_is_long_and_in_both_languages() throws IOException {
        assertThat(conversations()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(conversations()).filteredOn(line -> line.contains("=> en")).hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void a_bottle_that_has_left_the_shelf_is_not_pointed_at() {
        OfflineInterpreter knowsNoBottle = new OfflineInterpreter();
        Conversation before = Conversation.NEW.and(
                new Turn("un rouge", interpret("un rouge d'Italie", Conversation.NEW), List.of("11")));

        Function<String, String> ask = text -> UnderstandingText.of(knowsNoBottle
                .interpret(new Question("tg:1", text, Language.FRENCH, before))
                .understanding());

        assertThat(ask.apply("le premier, mais en blanc")).isEqualTo("fr Italie Blanc");
        assertThat(ask.apply("moins cher")).isEqualTo("fr Rouge Italie");
    }

    private Understanding interpret(String said, Conversation conversation) {
        return interpreter
                .interpret(new Question("tg:1", said, Language.FRENCH, conversation))
                .understanding();
    }

    static List<String> conversations() throws IOException {
        try (InputStream table = Objects.requireNonNull(FollowUpTest.class.getResourceAsStream("followups.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
