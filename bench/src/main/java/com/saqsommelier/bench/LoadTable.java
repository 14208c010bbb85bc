package com.saqsommelier.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Prints what Gatling found, a line for each step of {@link Load}. Arguments: Gatling's {@code index.html}, whose table has
 * the figures of each step; the file of processor times; seconds of each step.
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
        System.out.println(
                "step              p50    p95    p99    max  requests/s  of trivial  errors  processor  ms of it a request");
        Map<String, Double> trivial = new HashMap<>();
        for (Element step : Jsoup.parse(Path.of(args[0])).select("tr[data-parent=ROOT]")) {
            String name = step.select(".ellipsed-name").text();
            if (name.startsWith("warm-up")) {
                continue;
            }
            long requests = figure(step, 2);
            String users = name.substring(name.indexOf(' ') + 1);
            double rate = requests / seconds;
            if (name.startsWith("trivial")) {
                trivial.put(users, rate);
            }
            double processor = ticks.getOrDefault(name, 0L) / TICKS_A_SECOND;
            System.out.printf(
                    "%-15s %5d  %5d  %5d  %5d  %10.0f  %10.2f  %6d  %9.2f  %18.2f%n",
                    name,
                    figure(step, 8),
                    figure(step, 10),
                    figure(step, 11),
                    figure(step, 12),
                    rate,
                    rate / trivial.getOrDefault(users, rate),
                    figure(step, 4),
                    processor / seconds,
                    1000 * processor / Math.max(1, requests));
        }
    }

    /** What stands in a column, counted as Gatling does; 0 where it has nothing to say. */
    private static long figure(Element step, int column) {
        String text = step.select("td.col-" + column).text();
        return text.matches("\\d+") ? Long.parseLong(text) : 0;
    }
}
