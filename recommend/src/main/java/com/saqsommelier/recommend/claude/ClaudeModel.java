package com.saqsommelier.recommend.claude;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A model and what it costs, from {@code models.csv}.
 *
 * @param name as the API names it
 * @param input dollars per million tokens, and so the other three
 */
record ClaudeModel(
        String name,
        BigDecimal input,
        BigDecimal output,
        BigDecimal cacheWrite,
        BigDecimal cacheRead,
        Thinking thinking) {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final int SCALE = 8;

    private static final List<ClaudeModel> KNOWN = read();

    /** How a model that thinks before it answers is kept from it: both tasks are simple, and a person waits. */
    enum Thinking {
        /** Is told not to. */
        OFF,
        /** Is told to make little effort. */
        LOW,
        /** Does not by itself. */
        NONE
    }

    /** The model of this name; one that is not in the table is taken for as dear as the dearest. */
    static ClaudeModel named(String name) {
        return KNOWN.stream()
                .filter(model -> name.equals(model.name) || name.startsWith(model.name + "-2"))
                .findFirst()
                .map(model -> new ClaudeModel(
                        name, model.input, model.output, model.cacheWrite, model.cacheRead, model.thinking))
                .orElseGet(() -> {
                    ClaudeModel dearest = KNOWN.stream()
                            .max(Comparator.comparing(ClaudeModel::output))
                            .orElseThrow();
                    return new ClaudeModel(
                            name, dearest.input, dearest.output, dearest.cacheWrite, dearest.cacheRead, Thinking.NONE);
                });
    }

    /** Whether its prices are known. */
    static boolean isKnown(String name) {
        return KNOWN.stream().anyMatch(model -> name.equals(model.name) || name.startsWith(model.name + "-2"));
    }

    /** Dollars that so many tokens cost. */
    BigDecimal cost(Usage usage) {
        return input.multiply(BigDecimal.valueOf(usage.input()))
                .add(output.multiply(BigDecimal.valueOf(usage.output())))
                .add(cacheWrite.multiply(BigDecimal.valueOf(usage.cacheWrite())))
                .add(cacheRead.multiply(BigDecimal.valueOf(usage.cacheRead())))
                .divide(MILLION, SCALE, RoundingMode.UP);
    }

    private static List<ClaudeModel> read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ClaudeModel.class.getResourceAsStream("models.csv"), "models.csv"),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("model;"))
                    .map(line -> line.split(";", -1))
                    .map(cells -> new ClaudeModel(
                            cells[0],
                            new BigDecimal(cells[1]),
                            new BigDecimal(cells[2]),
                            new BigDecimal(cells[3]),
                            new BigDecimal(cells[4]),
                            Thinking.valueOf(cells[5].toUpperCase(java.util.Locale.ROOT))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
