package com.saqsommelier.app.settings;

import com.saqsommelier.recommend.claude.ClaudeSettings;
import com.saqsommelier.recommend.claude.Prompts;
import com.saqsommelier.scraper.store.StoreLists;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every setting by its name in the environment. The same names are read from {@code application.yml}, flat or nested:
 * {@code sommelier.saq.delay} is {@code SOMMELIER_SAQ_DELAY}. A secret can also be read from the file that its name with
 * {@code _FILE} points to.
 */
public enum Setting {
    SOMMELIER_ENV(Kind.oneOf("local", "test", "staging", "production"), "local", "which environment this is"),
    SOMMELIER_DATA_DIR(Kind.PATH, "./data", "where everything that must last is kept"),
    SOMMELIER_DATABASE_URL(Kind.JDBC_URL, null, "your own PostgreSQL; without it one is started in the data directory"),
    SOMMELIER_DATABASE_USER(Kind.TEXT, null, "user of your own PostgreSQL"),
    SOMMELIER_DATABASE_PASSWORD(Kind.SECRET, null, "password of your own PostgreSQL"),
    SOMMELIER_SAQ_BASE_URL(Kind.URL, "https://www.saq.com", "the site to crawl"),
    SOMMELIER_SAQ_DELAY(
            Kind.DURATION, "2s", "pause between two requests; at least 1s against anything but this machine"),
    SOMMELIER_SAQ_USER_AGENT(
            Kind.USER_AGENT,
            "SAQSommelier/0.1 (private catalogue companion; set SOMMELIER_SAQ_USER_AGENT to add a contact)",
            "how the crawler presents itself; name the project and an address, of mail or the web, at which to reach you:"
                    + " without one saq.com is not asked"),
    SOMMELIER_SAQ_REFRESH_AGE(
            Kind.DURATION, "6d", "age at which a page is read again of which the sitemap does not say when it changed"),
    SOMMELIER_SAQ_UNCHANGED_AGE(
            Kind.DURATION,
            "60d",
            "age up to which a page is not read again whose lastmod moved while its Live Search record did not"),
    SOMMELIER_SAQ_LIVESEARCH_URL(
            Kind.URL, "https://catalog-service.adobe.io/graphql", "address of the Live Search catalogue service"),
    SOMMELIER_SAQ_LIVESEARCH_KEY(
            Kind.SECRET, null, "key of the Live Search catalogue service; without it lastmod alone is believed"),
    SOMMELIER_SAQ_LIVESEARCH_ENVIRONMENT(Kind.TEXT, null, "environment id of the Live Search catalogue service"),
    SOMMELIER_SAQ_PRODUCT_STORES_PATH(
            Kind.TEXT,
            StoreLists.OF_PRODUCT,
            "path of the list of the stores that have a product; saq.com has moved it before"),
    SOMMELIER_STOCK_QUIET(
            Kind.DURATION,
            "6h",
            "how long nothing more is told of a product's stock, online or in a store, after an alert"),
    SOMMELIER_STOCK_MOST_CHANGED(
            Kind.PERCENT, "30", "the percentage of products that may change in one run and be believed"),
    SOMMELIER_SCHEDULE_SCRAPE(Kind.SCHEDULE, "0 30 3 * * MON", "when `up` reads the catalogue"),
    SOMMELIER_SCHEDULE_AVAILABILITY(Kind.SCHEDULE, "0 0 6 * * *", "when `up` reads what is in stock"),
    SOMMELIER_SCHEDULE_DIGEST(Kind.SCHEDULE, "0 0 16 * * FRI", "when `up` sends the weekly digest"),
    SOMMELIER_DIGEST_LANGUAGE(Kind.oneOf("fr", "en"), "fr", "the language of the digest in the group chat"),
    SOMMELIER_DIGEST_QUIET_WEEK(
            Kind.oneOf("say", "skip"), "skip", "whether a week in which nothing happened is told of in one line"),
    SOMMELIER_METRICS_DIR(
            Kind.PATH, null, "where jobs leave their metrics as *.prom; without it in metrics in the data directory"),
    SOMMELIER_BACKEND_URL(Kind.URL, null, "where the bot finds the backend, when it runs in a process of its own"),
    SOMMELIER_BACKEND_PORT(Kind.PORT, "8080", "port of the backend"),
    SOMMELIER_BACKEND_ADDRESS(
            Kind.ADDRESS,
            "127.0.0.1",
            "the network address at which the backend listens; beyond this machine only with SOMMELIER_API_KEY"),
    SOMMELIER_API_KEY(
            Kind.SECRET,
            null,
            "what callers of the API must send as X-API-Key; without it the catalogue is open, and what is about people asks"
                    + " for a key that lies in the data directory"),
    SOMMELIER_LIMIT_ADDRESS(
            Kind.COUNT, "600", "requests a minute to the API from one address without the key; 0 for any number"),
    SOMMELIER_LIMIT_KEY(
            Kind.COUNT, "60000", "requests a minute to the API with the key, the bot's own too; 0 for any number"),
    SOMMELIER_TRUSTED_PROXIES(
            Kind.NETWORKS,
            null,
            "the proxies before the backend, whose X-Forwarded-For names the caller; without it that header is not read"),
    SOMMELIER_CORS_ORIGINS(Kind.ORIGINS, null, "the sites whose pages may call the API from a browser; empty for none"),
    TELEGRAM_BOT_TOKEN(Kind.BOT_TOKEN, null, "the bot's token from @BotFather; without it there is no bot"),
    SOMMELIER_TELEGRAM_API_URL(Kind.URL, "https://api.telegram.org", "the Bot API server"),
    SOMMELIER_TELEGRAM_ALLOWED_USERS(
            Kind.USER_IDS, null, "numeric ids of those who may use the bot; empty for everybody"),
    SOMMELIER_TELEGRAM_ADMINS(
            Kind.USER_IDS,
            null,
            "numeric ids of those who may administer the bot: let people in or not, see what was done; they are always in"),
    SOMMELIER_TELEGRAM_WEBHOOK_URL(
            Kind.WEBHOOK_URL,
            null,
            "the public https address to which Telegram brings messages; without it the bot fetches them"),
    SOMMELIER_TELEGRAM_WEBHOOK_ADDRESS(
            Kind.ADDRESS, "127.0.0.1", "the network address at which the bot waits for what the webhook brings"),
    SOMMELIER_TELEGRAM_WEBHOOK_PORT(Kind.PORT, "8443", "port at which the bot waits for what the webhook brings"),
    SOMMELIER_TELEGRAM_WEBHOOK_SECRET(
            Kind.WEBHOOK_SECRET,
            null,
            "what Telegram must send with each message that it brings; without it one is made and kept in the data"
                    + " directory"),
    SOMMELIER_TELEGRAM_GROUP(Kind.CHAT_ID, null, "numeric id of the group chat for the digest"),
    ANTHROPIC_API_KEY(Kind.SECRET, null, "key of the Claude API; without it the sommelier works offline"),
    ANTHROPIC_BASE_URL(Kind.URL, "https://api.anthropic.com", "the Claude API's address"),
    SOMMELIER_CLAUDE_MODEL(Kind.TEXT, ClaudeSettings.USUAL_MODEL, "which Claude model to ask"),
    SOMMELIER_CLAUDE_DAILY_BUDGET_USD(
            Kind.DOLLARS, "1.00", "most dollars a day, by the clock of Montréal, that Claude may cost; 0 for none"),
    SOMMELIER_CLAUDE_TIMEOUT(
            Kind.DURATION, "8s", "how long one call of Claude may take before the answer is given without it"),
    SOMMELIER_CLAUDE_PROMPTS(
            Kind.PROMPTS, Prompts.NEWEST, "version of the prompts; with several, each person always has the same one"),
    SOMMELIER_CHROMA_URL(Kind.URL, null, "a ChromaDB server for vectors; without it they are kept in the database"),
    SOMMELIER_CHROMA_TOKEN(
            Kind.SECRET,
            null,
            "token that the ChromaDB server, or a proxy in front of it, asks for; without it none is sent"),
    SOMMELIER_EMBEDDING_MODEL(
            Kind.PATH,
            null,
            "a directory with model.onnx and tokenizer.json of another sentence model; without it all-MiniLM-L6-v2");

    @SuppressWarnings("ImmutableEnumChecker") // A record whose predicate has no state.
    private final Kind kind;

    private final @Nullable String fallback;
    private final String purpose;

    Setting(Kind kind, @Nullable String fallback, String purpose) {
        this.kind = kind;
        this.fallback = fallback;
        this.purpose = purpose;
    }

    /** The setting of this name; empty when there is none. */
    static Optional<Setting> named(String name) {
        return Stream.of(values())
                .filter(setting -> setting.name().equals(name))
                .findFirst();
    }

    /** What its values look like. */
    public Kind kind() {
        return kind;
    }

    /** The value where none is set; empty when that means "without". */
    public Optional<String> fallback() {
        return Optional.ofNullable(fallback);
    }

    /** What it is for, in one line. */
    public String purpose() {
        return purpose;
    }
}
