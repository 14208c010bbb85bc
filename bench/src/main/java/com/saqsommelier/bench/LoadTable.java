package com.saqsommelier.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints what Gatling found, a line for each step of {@link Load}. Arguments: Gatling's {@code stats.json}, the file of
 * processor times, seconds of each step.
 */
final class LoadTable {

    /** What a clock tick is on Linux (sysconf _SC_CLK_TCK). */
    private static final double TICKS_A_SECOND = 100;

    private LoadTable() {}

    public static void main(String[] args) throws Exception {
        double seconds = Double.parseDouble(args[2]);
        Map<String, Long> ticks = new HashMap<>();
        for (String line : Files.readAllLines(Path.of(args[1]))) {
            ticks.put(line.substring(0, line.indexOf('\t')), Long.valueOf(line.substring(line.indexOf('\t') + 1)));
        }
        JsonNode steps = JsonMapper.shared().readTree(Path.of(args[0]).toFile()).get("contents");
        System.out.println(
                "step              p50    p95    p99    max  requests/s  of trivial  errors  processor  ms of it a request");
        Map<String, Double> trivial = new HashMap<>();
        for (JsonNode step : steps.values()) {
            JsonNode stats = step.get("stats");
            String name = stats.get("name").asString();
            if (name.startsWith("warm-up")) {
                continue;
            }
            long requests = stats.at("/numberOfRequests/total").asLong();
            String users = name.substring(name.indexOf(' ') + 1);
            double rate = requests / seconds;
            if (name.startsWith("trivial")) {
                trivial.put(users, rate);
            }
            double processor = ticks.getOrDefault(name, 0L) / TICKS_A_SECOND;
            System.out.printf(
                    "%-15s %5d  %5d  %5d  %5d  %10.0f  %10.2f  %6d  %9.2f  %18.2f%n",
                    name,
                    stats.at("/percentiles1/total").asLong(),
                    stats.at("/percentiles3/total").asLong(),
                    stats.at("/percentiles4/total").asLong(),
                    stats.at("/maxResponseTime/total").asLong(),
                    rate,
                    rate / trivial.getOrDefault(users, rate),
                    stats.at("/numberOfRequests/ko").asLong(),
                    processor / seconds,
                    1000 * processor / Math.max(1, requests));
        }
    }
}
