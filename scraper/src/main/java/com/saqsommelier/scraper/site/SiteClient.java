package com.saqsommelier.scraper.site;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a site politely: only for what its robots.txt allows, one thing at a time, with a pause after each answer, with
 * longer pauses when the site is in trouble, and no more once it stays so. Used by one thread.
 */
public final class SiteClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SiteClient.class);

    private static final int MOST_REDIRECTS = 5;
    private static final int FAILURES_IN_A_ROW = 5;

    private final Politeness politeness;
    private final InstantSource clock;
    private final RequestListener listener;
    private final Transport transport;
    private final CrawlDelay pace;
    private final IntervalFunction backoff;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "site",
            CircuitBreakerConfig.custom()
                    .slidingWindow(
                            FAILURES_IN_A_ROW, FAILURES_IN_A_ROW, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                    .failureRateThreshold(100)
                    .waitDurationInOpenState(Duration.ofDays(1))
                    .build());
    private final Map<String, Robots> robotsByOrigin = new HashMap<>();
    private String lastTrouble = "";
    private String refused = "";

    /** A client that has asked for nothing yet. */
    public SiteClient(Politeness politeness, InstantSource clock, RequestListener listener) {
        this(politeness, clock, listener, new CrawlDelay());
    }

    private SiteClient(Politeness politeness, InstantSource clock, RequestListener listener, CrawlDelay pace) {
        this.pace = pace;
        this.politeness = politeness;
        this.clock = clock;
        this.listener = listener;
        transport = new Transport(politeness.userAgent(), politeness.timeout());
        backoff = IntervalFunction.ofExponentialRandomBackoff(
                politeness.firstBackoff().toMillis(), 2, 0.5);
    }

    /**
     * Asks for a resource, follows its redirects within the host, and tries again what may pass.
     *
     * @return the last answer, of whatever status
     * @throws ForbiddenException when robots.txt forbids it or where it redirects to
     * @throws IOException when there is no whole answer within the limits, after all tries
     * @throws SiteClosedException when nothing more is to be asked for
     */
    public SiteResponse ask(URI address, SiteRequest ask)
            throws IOException, SiteClosedException, InterruptedException {
        if (!breaker.tryAcquirePermission()) {
            throw new SiteClosedException(
                    FAILURES_IN_A_ROW + " requests in a row have failed, the last one because " + lastTrouble + "."
                            + refused + " The site is left alone; try again later.",
                    null);
        }
        try {
            SiteResponse answer = follow(address, ask);
            refuseWall(answer, ask);
            if (answer.passing() || BotWall.mayRefuseBy(answer.status())) {
                refused = BotWall.mayRefuseBy(answer.status())
                        ? " That is how a site keeps programs out; it may well be there for people."
                        : "";
                trouble(ask, answer.address() + " answered " + answer.status());
            } else {
                breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            }
            return answer;
        } catch (ForbiddenException e) {
            breaker.releasePermission();
            throw e;
        } catch (IOException e) {
            refused = "";
            trouble(ask, address + " failed: " + e);
            throw e;
        }
    }

    /**
     * A client for another service, whose troubles are not this one's; together they make one request at a time and keep
     * the pause. To be used by the same thread.
     */
    public SiteClient besides() {
        return new SiteClient(politeness, clock, listener, pace);
    }

    /** The sitemaps that the robots.txt of a site names, as it writes them. */
    public List<String> sitemaps(URI site) throws SiteClosedException, InterruptedException {
        return robots(site).sitemaps();
    }

    /** Ends all connections. */
    @Override
    public void close() {
        transport.close();
    }

    /** An answer of whatever protects the site is none of the site, and asking on would only prove it right. */
    private void refuseWall(SiteResponse answer, SiteRequest ask) throws IOException, SiteClosedException {
        Optional<String> sign =
                BotWall.sign(answer, ask.into().isPresent() ? head(ask.into().get()) : answer.body());
        if (sign.isPresent()) {
            breaker.releasePermission();
            throw new SiteClosedException(BotWall.words(answer, sign.get()), null);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream body = Files.newInputStream(file)) {
            return body.readNBytes(BotWall.LONGEST_HEAD);
        }
    }

    private void trouble(SiteRequest ask, String what) {
        if (ask.doubtful()) {
            breaker.releasePermission();
            return;
        }
        lastTrouble = what;
        breaker.onError(0, TimeUnit.NANOSECONDS, new IOException(what));
    }

    private SiteResponse follow(URI address, SiteRequest ask)
            throws IOException, SiteClosedException, InterruptedException {
        URI at = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Robots robots = robots(at);
            if (!robots.allows(at)) {
                throw new ForbiddenException(at);
            }
            SiteResponse answer = persist(at, ask, longer(politeness.delay(), robots.crawlDelay()));
            if (!answer.redirect()) {
                return answer;
            }
            at = target(answer);
            if (!origin(at).equals(origin(address))) {
                throw new IOException("it redirects to another host, " + at);
            }
        }
        throw new IOException("it redirects more than " + MOST_REDIRECTS + " times");
    }

    private static URI target(SiteResponse answer) throws IOException {
        String location = answer.header("Location")
                .orElseThrow(() -> new IOException("it answers " + answer.status() + " without saying where to"));
        try {
            return answer.address().resolve(new URI(location));
        } catch (URISyntaxException e) {
            throw new IOException("it redirects to '" + location + "', which is no address", e);
        }
    }

    /** The last of several tries: an answer that will not pass, or the trouble that stayed. */
    private SiteResponse persist(URI address, SiteRequest ask, Duration delay)
            throws IOException, SiteClosedException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                SiteResponse answer = once(address, ask, delay);
                if (!answer.passing()) {
                    return answer;
                }
                obey(answer);
                if (attempt >= politeness.tries()) {
                    return answer;
                }
                LOG.debug("{} answers {}, try {}", address, answer.status(), attempt);
            } catch (IOException e) {
                if (attempt >= politeness.tries()) {
                    throw e;
                }
                LOG.debug("{} failed: {}, try {}", address, e, attempt);
            }
            pace.holdFor(Duration.ofMillis(backoff.apply(attempt)));
        }
    }

    private SiteResponse once(URI address, SiteRequest ask, Duration delay) throws IOException, InterruptedException {
        pace.await(delay);
        long begun = System.nanoTime();
        int status = 0;
        long bytes = 0;
        try {
            SiteResponse answer = transport.send(address, ask, ask.timeout().orElse(politeness.timeout()));
            status = answer.status();
            bytes = ask.into().isPresent() ? Files.size(ask.into().get()) : answer.body().length;
            return answer;
        } finally {
            pace.ended();
            listener.requested(status, bytes, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    /** Holds what comes next for as long as the site asks, or gives up when that is too long. */
    private void obey(SiteResponse answer) throws SiteClosedException {
        Optional<Duration> pause = RetryAfter.of(answer, clock.instant());
        if (pause.isEmpty()) {
            return;
        }
        if (pause.get().compareTo(politeness.longestRetryAfter()) > 0) {
            throw new SiteClosedException(
                    answer.address() + " answers " + answer.status() + " and asks to be left alone until "
                            + clock.instant().plus(pause.get()) + ". Try again then.",
                    null);
        }
        pace.holdFor(pause.get());
    }

    private Robots robots(URI address) throws SiteClosedException, InterruptedException {
        Instant now = clock.instant();
        Robots known = robotsByOrigin.get(origin(address));
        if (known != null && !known.tooOld(now)) {
            return known;
        }
        URI robotsTxt = address.resolve("/robots.txt");
        try {
            SiteResponse answer = fetchRobots(robotsTxt);
            refuseWall(answer, SiteRequest.upTo(Robots.LARGEST));
            Robots fetched = Robots.of(answer, politeness.userAgent(), now);
            robotsByOrigin.put(origin(address), fetched);
            return fetched;
        } catch (IOException e) {
            throw new SiteClosedException(
                    robotsTxt + " cannot be fetched: " + e + ". Is " + origin(address) + " up and reachable from here?",
                    e);
        }
    }

    /** RFC 9309, 2.3.1.2: redirects of robots.txt are followed, even to another host. */
    private SiteResponse fetchRobots(URI address) throws IOException, SiteClosedException, InterruptedException {
        URI at = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            SiteResponse answer = persist(at, SiteRequest.upTo(Robots.LARGEST), politeness.delay());
            if (!answer.redirect()) {
                return answer;
            }
            at = target(answer);
        }
        throw new IOException("it redirects more than " + MOST_REDIRECTS + " times");
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
