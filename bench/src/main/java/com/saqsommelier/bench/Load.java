package com.saqsommelier.bench;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * One, 50 and 200 users, each of whom asks again as soon as the answer is there: one kind of question after the other, each
 * after a warm-up. What is named "new" was never asked before, so that no answer is kept for it.
 *
 * <p>System properties: {@code server} (an address), {@code pid} (of the server), {@code products}, {@code seconds} (of each
 * step), {@code processor} (a file that gets the name of each step and the server's processor time in it, in clock ticks).
 */
public final class Load extends Simulation {

    private static final List<Integer> USERS = List.of(1, 50, 200);
    private static final int WARMING = 20;

    /** utime and stime of /proc/PID/stat, counted from behind the name of the process (proc(5)). */
    private static final int UTIME = 11;

    private final AtomicLong turn = new AtomicLong();
    private final int seconds = Integer.getInteger("seconds");
    private final Path server = Path.of("/proc", System.getProperty("pid"), "stat");
    private final Map<String, Ticks> processor = new ConcurrentHashMap<>();

    private record Ticks(long first, long last) {}

    /** All steps, one after the other. */
    public Load() {
        Map<String, LongFunction<String>> kinds = kinds(new Questions(Integer.getInteger("products")));
        List<PopulationBuilder> steps = new ArrayList<>();
        kinds.forEach((kind, addresses) -> steps.add(step("warm-up " + kind, WARMING, 2 * seconds, addresses)));
        kinds.forEach((kind, addresses) ->
                USERS.forEach(users -> steps.add(step(kind + " " + users, users, seconds, addresses))));
        PopulationBuilder chain = steps.getLast();
        for (PopulationBuilder step : steps.reversed().subList(1, steps.size())) {
            chain = step.andThen(chain);
        }
        setUp(chain)
                .protocols(http.baseUrl(System.getProperty("server"))
                        .acceptHeader("*/*")
                        .disableCaching()
                        .shareConnections());
    }

    @Override
    public void after() {
        try {
            Files.write(
                    Path.of(System.getProperty("processor")),
                    processor.entrySet().stream()
                            .map(step -> step.getKey() + "\t"
                                    + (step.getValue().last() - step.getValue().first()))
                            .sorted()
                            .collect(Collectors.toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, LongFunction<String>> kinds(Questions questions) {
        Map<String, LongFunction<String>> kinds = new LinkedHashMap<>();
        kinds.put("trivial", turn -> "/problems");
        kinds.put("search", asked(questions.searches()));
        kinds.put("search-new", fresh(questions.pricedSearches()));
        kinds.put("list", asked(questions.lists()));
        kinds.put("list-new", fresh(questions.lists()));
        kinds.put("facets", asked(questions.facets()));
        kinds.put("facets-new", fresh(questions.facets()));
        kinds.put("detail", asked(questions.details()));
        kinds.put("mixed", mixed(kinds, ""));
        kinds.put("mixed-new", mixed(kinds, "-new"));
        return kinds;
    }

    private static LongFunction<String> asked(List<String> addresses) {
        return turn -> addresses.get((int) (turn % addresses.size()));
    }

    /** The highest price, with which these addresses end, is given as many digits as there were questions. */
    private static LongFunction<String> fresh(List<String> addresses) {
        LongFunction<String> asked = asked(addresses);
        return turn -> asked.apply(turn) + ".%012d".formatted(turn);
    }

    /** 70 searches, 15 lists, 10 facets and 5 single products of a hundred. */
    private static LongFunction<String> mixed(Map<String, LongFunction<String>> kinds, String suffix) {
        LongFunction<String> search = kind(kinds, "search" + suffix);
        LongFunction<String> list = kind(kinds, "list" + suffix);
        LongFunction<String> facets = kind(kinds, "facets" + suffix);
        LongFunction<String> detail = kind(kinds, "detail");
        return turn -> {
            long part = turn * 37 % 100;
            LongFunction<String> kind = part < 70 ? search : part < 85 ? list : part < 95 ? facets : detail;
            return kind.apply(turn + turn / 100);
        };
    }

    private static LongFunction<String> kind(Map<String, LongFunction<String>> kinds, String name) {
        return Objects.requireNonNull(kinds.get(name), name);
    }

    private PopulationBuilder step(String name, int users, int duration, LongFunction<String> addresses) {
        ChainBuilder ask = exec(http(name)
                .get(session -> addresses.apply(turn.getAndIncrement()))
                .check(status().is(200)));
        return scenario(name)
                .exec(session -> look(name, session))
                .during(duration)
                .on(ask)
                .exec(session -> look(name, session))
                .injectOpen(atOnceUsers(users));
    }

    private Session look(String step, Session session) {
        try {
            String stat = Files.readString(server);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", UTIME + 3);
            long ticks = Long.parseLong(fields[UTIME]) + Long.parseLong(fields[UTIME + 1]);
            processor.merge(
                    step,
                    new Ticks(ticks, ticks),
                    (known, now) ->
                            new Ticks(Math.min(known.first(), now.first()), Math.max(known.last(), now.last())));
            return session;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
