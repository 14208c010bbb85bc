package com.saqsommelier.bench;

import com.saqsommelier.backend.Backend;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.database.DatabaseSettings;
import com.saqsommelier.core.product.ProductReading;
import com.saqsommelier.core.product.Products;
import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * Users who ask a backend without a pause between two requests, in the same process and on the same cores as the server.
 * Arguments: products, seconds for each line.
 */
final class AnswerLoad {

    private static final int DISTINCT = 200;
    private static final int SEED = 7;
    private static final AtomicLong UNIQUE = new AtomicLong();

    private AnswerLoad() {}

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[0]);
        Duration each = Duration.ofSeconds(Long.parseLong(args[1]));
        List<ProductReading> readings = new ArrayList<>();
        GeneratedCatalogue catalogue = new GeneratedCatalogue(SEED, count);
        for (int i = 0; i < count; i++) {
            readings.add(GeneratedReadings.of(catalogue.product(i)));
        }
        Path directory = Files.createTempDirectory("sommelier-load");
        try (Database database = Database.open(new DatabaseSettings.Embedded(directory))) {
            Products products = new Products(database);
            database.inTransaction(() -> {
                readings.forEach(products::store);
                return count;
            });
            long begin = System.nanoTime();
            try (Backend backend = Backend.start(new BackendSettings(0, Optional.empty()), database);
                    HttpClient http = HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .build()) {
                System.out.printf(
                        "index of %d products built and served after %.1f s%n",
                        products.count(), (System.nanoTime() - begin) / 1e9);
                run(http, backend.baseUrl(), scenarios(readings), each);
            }
        }
    }

    private static Map<String, IntFunction<String>> scenarios(List<ProductReading> readings) {
        SplittableRandom chance = new SplittableRandom(SEED);
        List<String> searches = new ArrayList<>();
        List<String> lists = new ArrayList<>();
        List<String> details = new ArrayList<>();
        while (searches.size() < DISTINCT) {
            ProductReading one = readings.get(chance.nextInt(readings.size()));
            String[] words = String.valueOf(one.facts().label().name()).split(" ");
            searches.add("/api/v1/products?q=" + encoded(words[0] + (words.length > 1 ? " " + words[1] : "")));
            lists.add("/api/v1/products?sort=price_asc&country="
                    + encoded(
                            Optional.ofNullable(one.facts().origin().country()).orElse("France")) + "&page="
                    + (1 + chance.nextInt(3)));
            details.add("/api/v1/products/" + one.sku());
        }
        Map<String, IntFunction<String>> scenarios = new LinkedHashMap<>();
        scenarios.put("trivial", i -> "/problems");
        scenarios.put("search", i -> searches.get(i % DISTINCT));
        scenarios.put("search, new", i -> searches.get(i % DISTINCT) + fresh());
        scenarios.put("list", i -> lists.get(i % DISTINCT));
        scenarios.put("list, new", i -> lists.get(i % DISTINCT) + fresh());
        scenarios.put(
                "facets",
                i -> lists.get(i % DISTINCT)
                        .replaceFirst("\\?.*country", "/facets?country")
                        .replaceFirst("&page.*", ""));
        scenarios.put("facets, new", i -> "/api/v1/products/facets?" + fresh().substring(1));
        scenarios.put("detail", i -> details.get(i % DISTINCT));
        scenarios.put("mixed", i -> {
            int share = i * 37 % 100;
            String kind = share < 70 ? "search" : share < 85 ? "list" : share < 95 ? "facets" : "detail";
            return scenarios.get(kind).apply(i);
        });
        return scenarios;
    }

    /** A condition that changes no answer but was never asked before, so that no answer is kept for it. */
    private static String fresh() {
        return "&max_price=" + (100_000 + UNIQUE.incrementAndGet());
    }

    private static void run(HttpClient http, URI server, Map<String, IntFunction<String>> scenarios, Duration each)
            throws Exception {
        for (IntFunction<String> one : scenarios.values()) {
            measure(http, server, one, 8, each);
        }
        System.out.println("scenario      users   p50 ms   p95 ms   p99 ms   requests/s  errors  processor");
        for (Map.Entry<String, IntFunction<String>> one : scenarios.entrySet()) {
            for (int users : List.of(1, 50, 200)) {
                System.out.printf(
                        "%-13s %5d  %s%n", one.getKey(), users, measure(http, server, one.getValue(), users, each));
            }
        }
        System.out.println("resident memory of server and users together: "
                + Files.readString(Path.of("/proc/self/status"))
                        .lines()
                        .filter(line -> line.startsWith("VmRSS"))
                        .findFirst()
                        .orElse("unknown"));
    }

    private static String measure(HttpClient http, URI server, IntFunction<String> paths, int users, Duration each)
            throws InterruptedException {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = machine.getProcessCpuTime();
        long begin = System.nanoTime();
        long end = begin + each.toNanos();
        AtomicLong errors = new AtomicLong();
        List<List<Long>> times = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            List<Long> own = new ArrayList<>();
            times.add(own);
            int first = user * 31;
            threads.add(Thread.ofVirtual().start(() -> {
                for (int i = first; System.nanoTime() < end; i++) {
                    own.add(ask(http, server, paths.apply(i), errors));
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double load = (machine.getProcessCpuTime() - cpu) / 1e9 / seconds;
        List<Long> all = times.stream().flatMap(List::stream).sorted().toList();
        return "%7.2f  %7.2f  %7.2f  %11.0f  %6d  %9.2f"
                .formatted(
                        share(all, 0.50), share(all, 0.95), share(all, 0.99), all.size() / seconds, errors.get(), load);
    }

    private static long ask(HttpClient http, URI server, String path, AtomicLong errors) {
        long begin = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(URI.create(server + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                errors.incrementAndGet();
            }
        } catch (IOException e) {
            errors.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return System.nanoTime() - begin;
    }

    private static double share(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) (share * (sorted.size() - 1))) / 1e6;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
