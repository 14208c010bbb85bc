package com.saqsommelier.simulator.saq;

import com.saqsommelier.simulator.http.Exchange;
import com.saqsommelier.simulator.http.LocalServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every request: counts it, fails when told to, and otherwise does what the genuine site does. */
final class Site implements LocalServer.Handler {

    private static final Logger LOG = LoggerFactory.getLogger(Site.class);
    private static final Pattern PRODUCT = Pattern.compile("/(fr|en)/([1-9][0-9]{1,7})");
    private static final Pattern INVENTORY =
            Pattern.compile("/(?:fr|en)/saq_inventory/product/internal/id/([1-9][0-9]{0,8})/?");

    private final String baseUrl;
    private final LivingCatalogue catalogue;
    private final RequestLog log;
    private final Faults faults;
    private final ControlPages control;
    private final Sitemaps sitemaps;
    private final LiveSearch liveSearch;
    private final StoreLocator stores;
    private final Map<Language, ProductPage> pages = new EnumMap<>(Language.class);

    Site(String baseUrl, LivingCatalogue catalogue, SaqSimulator.Options options, RequestLog log, Faults faults) {
        this.baseUrl = baseUrl;
        this.catalogue = catalogue;
        this.log = log;
        this.faults = faults;
        control = new ControlPages(catalogue, log, faults);
        sitemaps = new Sitemaps(baseUrl, catalogue);
        liveSearch = new LiveSearch(baseUrl, catalogue, options.liveSearch());
        stores = new StoreLocator(catalogue);
        for (Language language : Language.values()) {
            pages.put(language, new ProductPage(baseUrl, language, options));
        }
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        String path = exchange.path();
        if (path.startsWith(ControlPages.PREFIX)) {
            control.handle(exchange);
            return;
        }
        RequestLog.Running running =
                log.started(path, exchange.header("User-Agent").orElse(""));
        exchange.beforeLastByte(running::end);
        try {
            if (Robots.disallows(path)) {
                LOG.warn("{} is disallowed by robots.txt: answered 403", path);
                log.violation(path);
                send(exchange, PlainPages.forbidden());
            } else {
                serve(exchange, path);
            }
        } finally {
            running.end();
        }
    }

    private void serve(Exchange exchange, String path) throws IOException {
        Optional<Faults.Rule> rule = faults.take(path);
        if (rule.isPresent()) {
            pause(rule.get().delay());
        }
        switch (rule.map(Faults.Rule::fault).orElse(new Fault.None())) {
            case Fault.None none -> send(exchange, usual(exchange, path));
            case Fault.CutBody cut -> sendHalf(exchange, usual(exchange, path));
            case Fault.NullItems nothing -> {
                Answer answer = usual(exchange, path);
                send(exchange, answer.status == 200 ? LiveSearch.withoutItems(bytes(answer)) : answer);
            }
            case Fault.ClosedConnection closed -> log.answered(0);
            case Fault.OtherAnswer other -> {
                Answer answer = Answer.of(other.status(), other.contentType(), other.body());
                other.headers().forEach(answer::with);
                send(exchange, answer);
            }
        }
    }

    private Answer usual(Exchange exchange, String path) throws IOException {
        if (path.equals(LiveSearch.PATH)) {
            return exchange.method().equals("POST")
                    ? liveSearch.answer(exchange)
                    : Answer.of(405, "text/plain; charset=UTF-8", "accepted: POST\n")
                            .with("Allow", "POST");
        }
        if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
            return Answer.of(405, "text/plain; charset=UTF-8", "accepted: GET, HEAD\n")
                    .with("Allow", "GET, HEAD");
        }
        if (path.equals("/") || path.equals("/fr/") || path.equals("/fr")) {
            return PlainPages.entrance(baseUrl, catalogue);
        }
        if (path.equals("/robots.txt")) {
            return Answer.of(200, "text/plain; charset=UTF-8", Robots.text(baseUrl));
        }
        if (path.startsWith("/fr/recettes/") || path.startsWith("/fr/accessoires/")) {
            return PlainPages.recipe();
        }
        return product(exchange, path)
                .or(() -> inventory(path))
                .or(() -> stores.answer(exchange))
                .or(() -> sitemaps.answer(path))
                .orElseGet(() -> PlainPages.notFound(path.startsWith("/en/") ? Language.EN : Language.FR));
    }

    private Optional<Answer> product(Exchange exchange, String path) {
        Matcher address = PRODUCT.matcher(path);
        if (!address.matches()) {
            return Optional.empty();
        }
        Language language = address.group(1).equals("fr") ? Language.FR : Language.EN;
        ProductPage page = pages.get(language);
        return page == null
                ? Optional.empty()
                : catalogue.now().bySkuWithDate(address.group(2)).map(reading -> {
                    byte[] body = page.render(reading.product());
                    Validators validators = Validators.of(body, reading.pageModified());
                    Answer answer = validators.match(exchange)
                            ? Answer.of(304, Answer.HTML, new byte[0])
                            : Answer.of(200, Answer.HTML, body);
                    return answer.with("ETag", validators.etag()).with("Last-Modified", validators.httpDate());
                });
    }

    /** A number or a numeric string: the page's script reads either, so a client has to. */
    private Optional<Answer> inventory(String path) {
        Matcher address = INVENTORY.matcher(path);
        if (!address.matches()) {
            return Optional.empty();
        }
        return catalogue.byMagentoId(Integer.parseInt(address.group(1))).map(product -> {
            int stock = product.stock().online();
            String value = product.magentoId() % 2 == 0 ? Integer.toString(stock) : "\"" + stock + "\"";
            return Answer.of(200, "application/json", "{\"stock\":" + value + "}");
        });
    }

    private void send(Exchange exchange, Answer answer) throws IOException {
        answer.headers.forEach(exchange::with);
        log.answered(answer.status);
        boolean head = exchange.method().equals("HEAD");
        if (answer.status == 304) {
            exchange.answer(304);
        } else if (answer.streamed && !head) {
            stream(exchange, answer);
        } else {
            byte[] body = answer.streamed ? new byte[0] : bytes(answer);
            boolean compressed = !head && body.length > 256 && acceptsGzip(exchange);
            exchange.with("Vary", "Accept-Encoding");
            if (compressed) {
                exchange.with("Content-Encoding", "gzip");
            }
            exchange.answer(answer.status, answer.contentType, compressed ? gzip(body) : body);
        }
    }

    private static void stream(Exchange exchange, Answer answer) throws IOException {
        boolean compressed = acceptsGzip(exchange);
        if (compressed) {
            exchange.with("Content-Encoding", "gzip");
        }
        try (OutputStream raw = exchange.stream(answer.status, answer.contentType);
                OutputStream out = compressed ? new FastGzip(raw) : raw) {
            answer.body.writeTo(out);
        }
    }

    private void sendHalf(Exchange exchange, Answer answer) throws IOException {
        answer.headers.forEach(exchange::with);
        log.answered(answer.status);
        byte[] body = bytes(answer);
        exchange.answerCut(answer.status, answer.contentType, body.length, Arrays.copyOf(body, body.length / 2));
    }

    private static byte[] bytes(Answer answer) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        answer.body.writeTo(body);
        return body.toByteArray();
    }

    private static boolean acceptsGzip(Exchange exchange) {
        return exchange.header("Accept-Encoding")
                .map(codings -> codings.contains("gzip") && !codings.contains("gzip;q=0"))
                .orElse(false);
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 4 + 64);
        try (OutputStream out = new FastGzip(compressed)) {
            out.write(body);
        }
        return compressed.toByteArray();
    }

    private static void pause(Duration delay) throws IOException {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the simulator was closed");
        }
    }

    /** The crawler shares the processor with this server, so the cheapest level. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 8_192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
