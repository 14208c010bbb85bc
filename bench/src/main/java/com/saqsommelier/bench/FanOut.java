package com.saqsommelier.bench;

import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.event.Event;
import com.saqsommelier.core.event.EventKind;
import com.saqsommelier.core.event.Events;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.telegram.CallRecord;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;

/**
 * One bottle comes back that so many people watch: how fast the bot tells them all, on a stand-in that refuses what Telegram
 * refuses, and whether anybody is told twice or not at all. With failures: one call in twenty fails, and three times the
 * process of the bot is killed.
 *
 * <p>Arguments: how many people; how many kills; how many of 100 calls fail.
 */
public final class FanOut {

    private static final long FIRST_PERSON = 100_000;
    private static final int UPDATES_AT_ONCE = 100;
    private static final Pattern UPDATE = Pattern.compile("\"update_id\":(\\d+)");
    private static final int USUAL_RATE = 29;
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final List<Integer> STATUSES = List.of(500, 502, 429);

    private final Random chance = new Random(1);
    private final int people;
    private final int kills;
    private final int percent;

    private FanOut(int people, int kills, int percent) {
        this.people = people;
        this.kills = kills;
        this.percent = percent;
    }

    /** Runs it and prints the result. */
    public static void main(String[] arguments) throws Exception {
        new FanOut(
                        Integer.parseInt(arguments[0]),
                        arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0,
                        arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0)
                .run();
        System.exit(0);
    }

    private void run() throws Exception {
        try (BenchEnvironment workplace = new BenchEnvironment();
                TelegramSimulator telegram = TelegramSimulator.start(0)) {
            Database database = workplace.database();
            GeneratedCatalogue catalogue = new GeneratedCatalogue(Questions.SEED, 10);
            BenchEnvironment.fill(database, catalogue);
            String sku = catalogue.product(0).sku();
            try (Backend backend = Backend.start(new BackendSettings(0, Optional.of(BotProcess.KEY), true), database)) {
                begin(telegram);
                watch(database, sku);
                BotProcess bot = new BotProcess(telegram.baseUrl(), backend.baseUrl());
                telegram.awaitPolls(1, Duration.ofSeconds(30));
                new Events(database)
                        .add(new Event(
                                sku,
                                EventKind.RESTOCK,
                                Optional.empty(),
                                Optional.of("0"),
                                Optional.of("24"),
                                "live_search",
                                Instant.now()));
                play(telegram, database, bot);
                bot.end();
                report(telegram);
            }
        }
    }

    /** A bot may write to those alone who have written to it; what they wrote is nothing for the bot to answer here. */
    private void begin(TelegramSimulator telegram) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            long next = 0;
            for (int person = 0; person < people; person++) {
                telegram.conversation(new TelegramUser(FIRST_PERSON + person, "Somebody", null, "fr"))
                        .send("/start");
                if (person % UPDATES_AT_ONCE == UPDATES_AT_ONCE - 1 || person == people - 1) {
                    next = forget(http, telegram, next);
                }
            }
            forget(http, telegram, next);
        }
    }

    /** Takes what there is after an update, and returns the number that confirms it. */
    private static long forget(HttpClient http, TelegramSimulator telegram, long offset) throws Exception {
        String answer = http.send(
                        HttpRequest.newBuilder(URI.create(telegram.baseUrl() + "/bot" + BotProcess.TOKEN
                                        + "/getUpdates?timeout=0&limit=" + UPDATES_AT_ONCE + "&offset=" + offset))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return UPDATE.matcher(answer)
                .results()
                .mapToLong(update -> Long.parseLong(update.group(1)) + 1)
                .max()
                .orElse(offset);
    }

    private void watch(Database database, String sku) {
        database.jdbc()
                .sql("INSERT INTO watches (user_id, sku, created_at) SELECT 'tg:' || (:first + number), :sku,"
                        + " now() - interval '1 day' FROM generate_series(0, :last) AS number")
                .param("first", FIRST_PERSON)
                .param("last", people - 1)
                .param("sku", sku)
                .update();
    }

    /** Lets fail and kills as asked until nothing waits any more. */
    private void play(TelegramSimulator telegram, Database database, BotProcess bot) throws Exception {
        long begun = System.nanoTime();
        long usual = Duration.ofSeconds(people / USUAL_RATE).toNanos();
        int killed = 0;
        double owed = 0;
        long before = people;
        long open = open(database);
        while (open > 0) {
            long now = System.nanoTime();
            // As many as there were messages: what waits for another try at the end fails no more often than the rest.
            owed += Math.max(0, before - open) * percent / (100.0 - percent);
            before = Math.min(before, open);
            for (; owed >= 1; owed--) {
                fail(telegram);
            }
            if (killed < kills && now - begun > usual * (killed + 1) / (kills + 1)) {
                bot.killAndStartAgain();
                killed++;
            }
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
            open = open(database);
        }
    }

    private void fail(TelegramSimulator telegram) {
        int status = STATUSES.get(chance.nextInt(STATUSES.size()));
        if (status == 429) {
            telegram.failNext("sendMessage", status, "Too Many Requests: retry after 1", Duration.ofSeconds(1));
        } else {
            telegram.failNext("sendMessage", status, "on purpose");
        }
    }

    private static long open(Database database) {
        try {
            return database.jdbc()
                    .sql("SELECT count(*) FROM deliveries WHERE ended_at IS NULL")
                    .query(Long.class)
                    .single();
        } catch (DataAccessException e) {
            // A busy machine: nobody knows how many, so there may be some.
            return Long.MAX_VALUE;
        }
    }

    private void report(TelegramSimulator telegram) {
        List<CallRecord> calls = telegram.calls("sendMessage");
        List<CallRecord> taken =
                calls.stream().filter(call -> call.status() == 200).toList();
        Map<String, Long> byChat =
                taken.stream().collect(Collectors.groupingBy(call -> call.parameter("chat_id"), Collectors.counting()));
        double seconds =
                Duration.between(taken.getFirst().at(), taken.getLast().at()).toMillis() / 1000.0;
        System.out.printf("people             %d%n", people);
        System.out.printf("kills              %d%n", kills);
        System.out.printf("calls that failed  %d of %d%n", calls.size() - taken.size(), calls.size());
        System.out.printf(
                "  429              %d%n",
                calls.stream().filter(call -> call.status() == 429).count());
        System.out.printf("messages           %d%n", taken.size());
        System.out.printf("told               %d%n", byChat.size());
        System.out.printf("lost               %d%n", people - byChat.size());
        System.out.printf("told twice         %d%n", taken.size() - byChat.size());
        again(taken);
        System.out.printf("seconds            %.1f%n", seconds);
        System.out.printf("a second           %.2f%n", (taken.size() - 1) / seconds);
        System.out.printf("busiest second     %d%n", busiest(taken));
    }

    /** When whoever was told twice was told, in seconds from the beginning. */
    private static void again(List<CallRecord> taken) {
        Map<String, CallRecord> first = new HashMap<>();
        for (CallRecord call : taken) {
            CallRecord before = first.putIfAbsent(call.parameter("chat_id"), call);
            if (before != null) {
                System.out.printf(
                        Locale.ROOT,
                        "  %9.1f and %9.1f%n",
                        since(taken.getFirst(), before),
                        since(taken.getFirst(), call));
            }
        }
    }

    private static double since(CallRecord begin, CallRecord call) {
        return Duration.between(begin.at(), call.at()).toMillis() / 1000.0;
    }

    /** The most messages within any second. */
    private static int busiest(List<CallRecord> taken) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < taken.size(); last++) {
            while (!taken.get(first).at().plusSeconds(1).isAfter(taken.get(last).at())) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
