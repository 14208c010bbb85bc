package com.saqsommelier.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks a running backend what nobody should send, several times over, and prints how long the slowest answers took.
 * Argument: the server.
 */
final class BadInput {

    private static final int ROUNDS = 5;
    private static final int SHOWN = 3;
    private static final double NANOS_IN_A_MILLISECOND = 1e6;

    private static final List<String> PATHS = List.of("/api/v1/products", "/api/v1/products/facets");

    private static final List<String> PARAMETERS = List.of(
            "q",
            "category",
            "color",
            "country",
            "region",
            "grape",
            "producer",
            "min_price",
            "max_price",
            "available",
            "in_store",
            "sort",
            "page",
            "per_page");

    private static final List<String> VALUES = List.of(
            "",
            "x".repeat(2000),
            "%",
            "*",
            "?",
            "\"",
            "\\",
            "\"unbalanced",
            "((",
            "AND OR NOT",
            "🍷".repeat(200),
            "יין אדום",
            "\u0000",
            "NaN",
            "1e308",
            "-1e999999999",
            "1e-999999999",
            "a b c d e f g h i j k l m n o p q r s t",
            "chateua chateua chateua chateua chateua chateua chateua chateua",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "de la du le les des et au",
            "c",
            "ch",
            "1",
            "2019 2020 2021",
            "xqzwv xqzwvk xqzwvkj xqzwvkjh xqzwvkjhg");

    private record Answer(String asked, int status, double milliseconds) {}

    private BadInput() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<Answer> answers = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int round = 0; round < ROUNDS; round++) {
                answers.clear();
                for (String path : PATHS) {
                    for (String parameter : PARAMETERS) {
                        for (String value : VALUES) {
                            String asked =
                                    path + "?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
                            // In each round another question, so that no answer is a kept one.
                            String another = parameter.equals("max_price") ? "" : "&max_price=99999." + round;
                            answers.add(ask(client, args[0], asked + another));
                        }
                    }
                }
            }
        }
        Map<Integer, Integer> statuses = new TreeMap<>();
        answers.forEach(answer -> statuses.merge(answer.status(), 1, Integer::sum));
        System.out.println(
                answers.size() + " bad questions, the last of " + ROUNDS + " rounds; answers by status: " + statuses);
        answers.stream()
                .sorted(Comparator.comparingDouble(Answer::milliseconds).reversed())
                .limit(SHOWN)
                .forEach(answer -> System.out.printf(
                        "  %6.1f ms  %d  %.100s%n", answer.milliseconds(), answer.status(), answer.asked()));
    }

    private static Answer ask(HttpClient client, String server, String asked) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        int status = client.send(
                        HttpRequest.newBuilder(URI.create(server + asked)).build(), BodyHandlers.ofByteArray())
                .statusCode();
        return new Answer(asked, status, (System.nanoTime() - begun) / NANOS_IN_A_MILLISECOND);
    }
}
