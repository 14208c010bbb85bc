package com.saqsommelier.app.settings;

import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.saqsommelier.backend.BackendSettings;
import com.saqsommelier.backend.Listener;
import com.saqsommelier.backend.http.RequestLimits;
import com.saqsommelier.bot.BotSettings;
import com.saqsommelier.bot.telegram.WebhookSettings;
import com.saqsommelier.core.database.DatabaseSettings;
import com.saqsommelier.recommend.claude.ClaudeSettings;
import com.saqsommelier.recommend.vector.ChromaSettings;
import com.saqsommelier.recommend.vector.VectorSettings;
import com.saqsommelier.scraper.AvailabilitySettings;
import com.saqsommelier.scraper.CrawlSettings;
import com.saqsommelier.scraper.livesearch.LiveSearchSettings;
import com.saqsommelier.vocabulary.Language;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings of this process, read and checked once at its start, handed to each part as the part's own type. */
public final class Settings {

    private static final Duration POLITE = Duration.ofSeconds(1);

    /** An address of mail or of the web within a text. */
    private static final Pattern CONTACT = Pattern.compile(
            "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+|(https?://|www\\.)[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+",
            Pattern.CASE_INSENSITIVE);

    private final Map<Setting, String> values;

    private Settings(Map<Setting, String> values) {
        this.values = values;
    }

    /**
     * Reads the settings.
     *
     * @param environment wins over the file
     * @param file a YAML file, which need not exist
     * @throws InvalidSettingsException when one is unknown or its value is not accepted
     */
    public static Settings read(Map<String, String> environment, Path file) {
        SettingsSources sources = new SettingsSources();
        sources.addFile(file);
        sources.addEnvironment(environment);
        Settings settings = new Settings(sources.values());
        settings.checkTogether();
        return settings;
    }

    /** Where everything that must last is kept. */
    public Path dataDirectory() {
        return Path.of(required(Setting.SOMMELIER_DATA_DIR));
    }

    /** Which PostgreSQL to use. */
    public DatabaseSettings database() {
        return optional(Setting.SOMMELIER_DATABASE_URL)
                .<DatabaseSettings>map(url -> new DatabaseSettings.External(
                        url,
                        optional(Setting.SOMMELIER_DATABASE_USER).orElse(""),
                        optional(Setting.SOMMELIER_DATABASE_PASSWORD).orElse("")))
                .orElseGet(() -> new DatabaseSettings.Embedded(dataDirectory().resolve("postgres")));
    }

    /** Where one-shot jobs leave their metrics for a collector. */
    public Path metricsDirectory() {
        return optional(Setting.SOMMELIER_METRICS_DIR)
                .map(Path::of)
                .orElseGet(() -> dataDirectory().resolve("metrics"));
    }

    /**
     * Checks that whoever looks after the site can reach the operator, before the site is asked for anything. A stand-in on
     * this machine may be asked by anybody.
     *
     * @throws InvalidSettingsException when the user agent names neither an address of mail nor one of the web
     */
    public void checkContact() {
        String userAgent = required(Setting.SOMMELIER_SAQ_USER_AGENT);
        if (!isLoopback(site().getHost()) && !CONTACT.matcher(userAgent).find()) {
            throw new InvalidSettingsException(List.of(Setting.SOMMELIER_SAQ_USER_AGENT + " is '" + userAgent
                    + "', which does not say how to reach you. " + site() + " is asked only with a contact, so that its"
                    + " people can write before they block; accepted: a name with an address of mail or of the web, as"
                    + " SAQSommelier/0.1 (you@example.com)"));
        }
    }

    /** How to crawl, everything that is due. */
    public CrawlSettings crawl() {
        return CrawlSettings.of(site(), delay(), required(Setting.SOMMELIER_SAQ_USER_AGENT))
                .withAges(duration(Setting.SOMMELIER_SAQ_REFRESH_AGE), duration(Setting.SOMMELIER_SAQ_UNCHANGED_AGE))
                .withLiveSearch(liveSearch())
                .withQuiet(duration(Setting.SOMMELIER_STOCK_QUIET));
    }

    /** How to read stores and stock. */
    public AvailabilitySettings availability() {
        return new AvailabilitySettings(
                site(),
                delay(),
                required(Setting.SOMMELIER_SAQ_USER_AGENT),
                required(Setting.SOMMELIER_SAQ_PRODUCT_STORES_PATH),
                liveSearch(),
                duration(Setting.SOMMELIER_STOCK_QUIET),
                Integer.parseInt(required(Setting.SOMMELIER_STOCK_MOST_CHANGED)) / 100.0);
    }

    /** When the stock is read by itself; disabled for never. */
    public CronSchedule availabilitySchedule() {
        return Schedule.parse(required(Setting.SOMMELIER_SCHEDULE_AVAILABILITY)).orElseThrow();
    }

    /** When the weekly digest is sent by itself; disabled for never. */
    public CronSchedule digestSchedule() {
        return Schedule.parse(required(Setting.SOMMELIER_SCHEDULE_DIGEST)).orElseThrow();
    }

    /** How the weekly digest is sent. */
    public DigestSettings digest() {
        return new DigestSettings(
                optional(Setting.SOMMELIER_TELEGRAM_GROUP).map(Long::valueOf),
                Language.of(required(Setting.SOMMELIER_DIGEST_LANGUAGE)),
                required(Setting.SOMMELIER_DIGEST_QUIET_WEEK).equals("say"));
    }

    /** When the catalogue is read by itself; disabled for never. */
    public CronSchedule scrapeSchedule() {
        return Schedule.parse(required(Setting.SOMMELIER_SCHEDULE_SCRAPE)).orElseThrow();
    }

    /**
     * How to serve; the catalogue is open unless a key was set.
     *
     * @param ownKey the key where none was set
     */
    public BackendSettings backend(String ownKey) {
        Optional<String> set = optional(Setting.SOMMELIER_API_KEY);
        return new BackendSettings(
                        Integer.parseInt(required(Setting.SOMMELIER_BACKEND_PORT)),
                        Optional.of(set.orElse(ownKey)),
                        set.isEmpty())
                .limitedTo(new RequestLimits(
                        Integer.parseInt(required(Setting.SOMMELIER_LIMIT_ADDRESS)),
                        Integer.parseInt(required(Setting.SOMMELIER_LIMIT_KEY))))
                .forSites(optional(Setting.SOMMELIER_CORS_ORIGINS)
                        .map(origins -> List.of(origins.split("\\s*,\\s*")))
                        .orElse(List.of()))
                .listeningAt(new Listener(
                        required(Setting.SOMMELIER_BACKEND_ADDRESS),
                        Integer.parseInt(required(Setting.SOMMELIER_BACKEND_PORT)),
                        optional(Setting.SOMMELIER_TRUSTED_PROXIES)
                                .map(proxies -> List.of(proxies.split("\\s*,\\s*")))
                                .orElse(List.of())))
                .withIndexIn(dataDirectory().resolve("index"))
                .withVectors(vectors())
                .asking(claude());
    }

    /** How to ask Claude; empty without a key. */
    public Optional<ClaudeSettings> claude() {
        return optional(Setting.ANTHROPIC_API_KEY)
                .map(key -> new ClaudeSettings(
                        key,
                        URI.create(required(Setting.ANTHROPIC_BASE_URL)),
                        required(Setting.SOMMELIER_CLAUDE_MODEL),
                        Optional.of(new BigDecimal(required(Setting.SOMMELIER_CLAUDE_DAILY_BUDGET_USD))),
                        List.of(required(Setting.SOMMELIER_CLAUDE_PROMPTS)
                                .strip()
                                .split("\\s*,\\s*")),
                        duration(Setting.SOMMELIER_CLAUDE_TIMEOUT)));
    }

    /** Where a backend in another process is found. */
    public URI backendUrl() {
        return optional(Setting.SOMMELIER_BACKEND_URL)
                .map(URI::create)
                .orElseGet(() -> URI.create("http://127.0.0.1:" + required(Setting.SOMMELIER_BACKEND_PORT)));
    }

    /** Whether the operator says where the backend is: then none is started here instead. */
    public boolean backendIsElsewhere() {
        return optional(Setting.SOMMELIER_BACKEND_URL).isPresent();
    }

    /** The key to call the backend with. */
    public Optional<String> apiKey() {
        return optional(Setting.SOMMELIER_API_KEY);
    }

    /** How to run the bot, fetching what people write; empty without a token. */
    public Optional<BotSettings> bot() {
        return optional(Setting.TELEGRAM_BOT_TOKEN)
                .map(token -> new BotSettings(
                                token,
                                URI.create(required(Setting.SOMMELIER_TELEGRAM_API_URL)),
                                ids(Setting.SOMMELIER_TELEGRAM_ALLOWED_USERS))
                        .administeredBy(ids(Setting.SOMMELIER_TELEGRAM_ADMINS)));
    }

    /**
     * Where Telegram brings what people write; empty where the bot fetches it.
     *
     * @param ownSecret is asked for the secret where none was set
     */
    public Optional<WebhookSettings> webhook(Supplier<String> ownSecret) {
        return optional(Setting.SOMMELIER_TELEGRAM_WEBHOOK_URL)
                .map(url -> new WebhookSettings(
                        URI.create(url),
                        required(Setting.SOMMELIER_TELEGRAM_WEBHOOK_ADDRESS),
                        Integer.parseInt(required(Setting.SOMMELIER_TELEGRAM_WEBHOOK_PORT)),
                        optional(Setting.SOMMELIER_TELEGRAM_WEBHOOK_SECRET).orElseGet(ownSecret)));
    }

    /**
     * Where vectors are and what makes them.
     *
     * @throws InvalidSettingsException when the directory of the model lacks a part of it
     */
    public VectorSettings vectors() {
        Optional<Path> model = optional(Setting.SOMMELIER_EMBEDDING_MODEL).map(Path::of);
        for (String part : List.of("model.onnx", "tokenizer.json")) {
            if (model.isPresent() && !Files.isRegularFile(model.get().resolve(part))) {
                throw new InvalidSettingsException(List.of(Setting.SOMMELIER_EMBEDDING_MODEL + " is '" + model.get()
                        + "', where there is no " + part
                        + "; accepted: a directory with model.onnx and tokenizer.json of a sentence model"));
            }
        }
        return new VectorSettings(
                model,
                optional(Setting.SOMMELIER_CHROMA_URL)
                        .map(url -> new ChromaSettings(URI.create(url), optional(Setting.SOMMELIER_CHROMA_TOKEN))),
                modelFiles());
    }

    /** Where the bundled sentence model and what runs it are unpacked. */
    public Path modelFiles() {
        return dataDirectory().resolve("models");
    }

    private URI site() {
        return URI.create(required(Setting.SOMMELIER_SAQ_BASE_URL));
    }

    private Duration delay() {
        return duration(Setting.SOMMELIER_SAQ_DELAY);
    }

    private Duration duration(Setting setting) {
        return Durations.parse(required(setting)).orElseThrow();
    }

    private Optional<LiveSearchSettings> liveSearch() {
        return optional(Setting.SOMMELIER_SAQ_LIVESEARCH_KEY)
                .map(key -> new LiveSearchSettings(
                        URI.create(required(Setting.SOMMELIER_SAQ_LIVESEARCH_URL)),
                        key,
                        required(Setting.SOMMELIER_SAQ_LIVESEARCH_ENVIRONMENT)));
    }

    private Set<Long> ids(Setting setting) {
        return optional(setting).stream()
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .map(id -> Long.valueOf(id.strip()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What each value alone does not show. */
    private void checkTogether() {
        if (delay().compareTo(POLITE) < 0 && !isLoopback(site().getHost())) {
            throw new InvalidSettingsException(List.of("SOMMELIER_SAQ_DELAY is '"
                    + required(Setting.SOMMELIER_SAQ_DELAY) + "', too short for " + Redaction.of(site().toString())
                    + "; accepted: 1s or more against anything but this machine"));
        }
        String address = required(Setting.SOMMELIER_BACKEND_ADDRESS);
        if (apiKey().isEmpty() && !isLoopback(address.contains(":") ? "[" + address + "]" : address)) {
            throw new InvalidSettingsException(List.of("SOMMELIER_BACKEND_ADDRESS is '" + address
                    + "', which other machines reach, and SOMMELIER_API_KEY is missing; accepted: 127.0.0.1, or another"
                    + " address together with a key of your own in SOMMELIER_API_KEY"));
        }
        needs(Setting.SOMMELIER_DATABASE_URL, Setting.SOMMELIER_DATABASE_USER);
        needs(Setting.SOMMELIER_SAQ_LIVESEARCH_KEY, Setting.SOMMELIER_SAQ_LIVESEARCH_ENVIRONMENT);
        needs(Setting.SOMMELIER_SAQ_LIVESEARCH_ENVIRONMENT, Setting.SOMMELIER_SAQ_LIVESEARCH_KEY);
        if (values.containsKey(Setting.SOMMELIER_SAQ_LIVESEARCH_URL)) {
            needs(Setting.SOMMELIER_SAQ_LIVESEARCH_URL, Setting.SOMMELIER_SAQ_LIVESEARCH_KEY);
        }
    }

    private void needs(Setting present, Setting other) {
        if (optional(present).isPresent() && optional(other).isEmpty()) {
            throw new InvalidSettingsException(List.of(other + " is missing; " + present + " needs it"));
        }
    }

    /** By its address and without asking the network: a name is not loopback, whatever it may resolve to. */
    private static boolean isLoopback(String host) {
        if (host.equals("localhost")) {
            return true;
        }
        if (!host.matches("[0-9.]+|\\[[0-9a-fA-F:]+]")) {
            return false;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private String required(Setting setting) {
        return optional(setting).orElseThrow();
    }

    private Optional<String> optional(Setting setting) {
        return Optional.ofNullable(values.get(setting)).or(setting::fallback);
    }
}
