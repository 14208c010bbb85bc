package com.saqsommelier.simulator.saq;

import static com.saqsommelier.simulator.saq.Markup.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The page with the buttons, for a person who wants to see what a bot does when a bottle comes back. */
final class WorldPage {

    private static final int ROWS = 15;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu 'à' HH 'h' mm", Locale.CANADA_FRENCH)
            .withZone(ZoneId.of("America/Toronto"));

    private final String template = resource("world.html").replace("{{style}}", resource("world.css"));
    private final LivingCatalogue catalogue;
    private final Faults faults;
    private final RequestLog requests;

    WorldPage(LivingCatalogue catalogue, Faults faults, RequestLog requests) {
        this.catalogue = catalogue;
        this.faults = faults;
        this.requests = requests;
    }

    /** @param query {@code done} or {@code error} to say, {@code q} to search for */
    String render(Map<String, String> query) {
        World world = catalogue.now();
        String q = query.getOrDefault("q", "");
        Map<String, String> parts = Map.of(
                "today", html(DATE.format(world.today())),
                "products", Integer.toString(world.size()),
                "requests", Long.toString(requests.count()),
                "message", message(query),
                "faults", faults(faults.describe()),
                "q", html(q),
                "rows", rows(world, q));
        StringBuilder page = new StringBuilder();
        int from = 0;
        for (int at = template.indexOf("{{"); at >= 0; at = template.indexOf("{{", from)) {
            int end = template.indexOf("}}", at);
            page.append(template, from, at).append(parts.getOrDefault(template.substring(at + 2, end), ""));
            from = end + 2;
        }
        return page.append(template.substring(from)).toString();
    }

    private static String message(Map<String, String> query) {
        return Stream.of("done", "error")
                .filter(query::containsKey)
                .map(kind -> "<p class=\"message " + kind + "\" role=\"status\">" + html(query.getOrDefault(kind, ""))
                        + "</p>")
                .collect(Collectors.joining());
    }

    private static String faults(List<String> rules) {
        return rules.isEmpty()
                ? "<p class=\"soft\">Aucune panne en cours.</p>"
                : rules.stream()
                        .map(rule -> "<li>" + html(rule) + "</li>")
                        .collect(Collectors.joining("", "<p class=\"soft\">En panne :</p><ul>", "</ul>"));
    }

    private static String rows(World world, String q) {
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        return IntStream.range(0, world.size())
                .mapToObj(world::product)
                .filter(product -> wanted.isEmpty()
                        || product.sku().equals(wanted)
                        || product.name().fr().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(ROWS)
                .map(product -> row(world, product))
                .collect(Collectors.joining("\n"));
    }

    private static String row(World world, SaqProduct product) {
        long stores = Arrays.stream(world.bottles(product))
                .filter(bottles -> bottles > 0)
                .count();
        return "<tr><td><a href=\"/fr/" + product.sku() + "\">" + product.sku() + "</a></td><td>"
                + html(product.name().fr()) + "</td><td>"
                + product.price().map(Language.FR::price).orElse("") + "</td><td>"
                + product.stock().online() + "</td><td>" + stores + "</td><td><form method=\"post\">"
                + "<input type=\"hidden\" name=\"sku\" value=\"" + product.sku() + "\">"
                + "<button formaction=\"/_simulator/world/restock\">De retour</button>"
                + "<button formaction=\"/_simulator/world/sell-out\">Épuiser</button>"
                + "<button formaction=\"/_simulator/world/delist\">Retirer</button></form></td></tr>";
    }

    private static String resource(String name) {
        try (InputStream source = WorldPage.class.getResourceAsStream(name)) {
            if (source == null) {
                throw new IllegalStateException(name + " is not beside " + WorldPage.class.getName());
            }
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
