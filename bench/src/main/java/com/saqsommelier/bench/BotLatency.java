package com.saqsommelier.bench;

import com.saqsommelier.api.client.ApiClient;
import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.bot.Bot;
import com.saqsommelier.bot.BotSettings;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.telegram.CallRecord;
import com.saqsommelier.simulator.telegram.Conversation;
import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How long people wait for the bot's first word: from the moment at which the stand-in for Telegram has what somebody wrote
 * to the moment at which it has taken the bot's first call for it. Each user writes, waits for the answer, and writes again
 * two to three seconds after, as Telegram takes 30 messages a second in all. Everything runs in this one process: stand-in,
 * backend, PostgreSQL beside it, bot, and the users.
 *
 * <p>Arguments: products, users, seconds.
 */
final class BotLatency {

    private static final String KEY = "of the benchmark";
    private static final Duration WARMING = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> OTHERS = List.of("/new", "/random", "/alerts", "/help", "/mystores", "/start");
    private static final long NANOS = 1_000_000;

    private final TelegramSimulator telegram;
    private final List<String> words;
    private final Map<Long, List<Instant>> written = new ConcurrentHashMap<>();

    private BotLatency(TelegramSimulator telegram, List<String> words) {
        this.telegram = telegram;
        this.words = words;
    }

    public static void main(String[] arguments) throws Exception {
        int products = Integer.parseInt(arguments[0]);
        int users = Integer.parseInt(arguments[1]);
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[2]));
        try (BenchEnvironment workplace = new BenchEnvironment();
                TelegramSimulator telegram = TelegramSimulator.start(0)) {
            BenchEnvironment.fill(workplace.database(), new GeneratedCatalogue(Questions.SEED, products));
            try (Backend backend =
                    Backend.start(new BackendSettings(0, Optional.of(KEY), true), workplace.database())) {
                TimedContract contract = new TimedContract(new ApiClient(backend.baseUrl(), Optional.of(KEY)));
                try (Bot bot = Bot.start(new BotSettings("1:bench", telegram.baseUrl(), Set.of()), contract)) {
                    List<String> words = new Questions(products).words();
                    new BotLatency(telegram, words).talk(users, WARMING);
                    Instant begun = Instant.now();
                    BotLatency measured = new BotLatency(telegram, words);
                    measured.talk(users, time);
                    measured.report(begun, contract.perVisit());
                }
            }
        }
    }

    private void talk(int users, Duration time) throws Exception {
        Instant end = Instant.now().plus(time);
        List<Future<?>> talking = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int user = 1; user <= users; user++) {
                long id = 10_000L + user;
                talking.add(threads.submit(() -> {
                    talk(id, end);
                    return id;
                }));
            }
            for (Future<?> one : talking) {
                one.get();
            }
        }
    }

    private void talk(long id, Instant end) throws InterruptedException {
        Conversation chat = telegram.conversation(new TelegramUser(id, "User " + id, null, id % 2 == 0 ? "fr" : "en"));
        SplittableRandom chance = new SplittableRandom(id);
        List<Instant> times = written.computeIfAbsent(id, user -> new ArrayList<>());
        Thread.sleep(chance.nextInt(2_000));
        while (Instant.now().isBefore(end)) {
            String text = chance.nextInt(10) < 7
                    ? words.get(chance.nextInt(words.size()))
                    : OTHERS.get(chance.nextInt(OTHERS.size()));
            long mark = chat.mark();
            times.add(Instant.now());
            chat.send(text);
            chat.awaitFromBot(mark, PATIENCE);
            Thread.sleep(2_000 + chance.nextInt(1_000));
        }
    }

    /** The first call for a message is the first that was made for its chat after it and before the next. */
    private void report(Instant begun, Map<String, List<TimedContract.Visit>> backend) {
        List<Double> whole = new ArrayList<>();
        List<Double> own = new ArrayList<>();
        List<Double> asked = new ArrayList<>();
        List<CallRecord> calls = telegram.calls().stream()
                .filter(call ->
                        call.at().isAfter(begun) && !call.parameter("chat_id").isEmpty())
                .toList();
        for (Map.Entry<Long, List<Instant>> user : written.entrySet()) {
            String chat = user.getKey().toString();
            List<CallRecord> ofChat = calls.stream()
                    .filter(call -> call.parameter("chat_id").equals(chat))
                    .toList();
            List<TimedContract.Visit> visits = backend.getOrDefault("tg:" + chat, List.of());
            for (Instant at : user.getValue()) {
                double took = ofChat.stream()
                        .map(CallRecord::at)
                        .filter(call -> call.isAfter(at))
                        .findFirst()
                        .map(call -> millis(Duration.between(at, call)))
                        .orElse(Double.NaN);
                double waited = visits.stream()
                        .filter(visit -> visit.begun().isAfter(at))
                        .findFirst()
                        .map(visit -> visit.nanos().get() / (double) NANOS)
                        .orElse(0.0);
                whole.add(took);
                asked.add(waited);
                own.add(took - waited);
            }
        }
        long refused =
                telegram.calls().stream().filter(call -> call.status() != 200).count();
        System.out.printf(Locale.ROOT, "%d messages, %d calls that Telegram refused%n%n", whole.size(), refused);
        System.out.printf("%-40s %8s %8s %8s %8s%n", "ms", "median", "95 %", "99 %", "most");
        line("from the message to the first call", whole);
        line("of that, waiting for the backend", asked);
        line("the rest: bot, and the stand-in's HTTP", own);
    }

    private static void line(String name, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%-40s %8.1f %8.1f %8.1f %8.1f%n",
                name,
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 0.99),
                sorted.getLast());
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * share)));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / (double) NANOS;
    }
}
