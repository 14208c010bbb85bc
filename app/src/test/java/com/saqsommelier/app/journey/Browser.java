package com.saqsommelier.app.journey;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.slf4j.LoggerFactory;

/** A headless Chromium with a profile of its own, which nobody sees and which is gone afterwards. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    /** Nothing but the page under test is asked for: no first-run page, no updates, no synchronisation. */
    private static final List<String> ARGUMENTS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=fr-CA");

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Browser.class);

    /** Kept here because a logger that nobody holds forgets its level. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final Path profile;
    private final ChromeDriver driver;
    private final Screen screen;

    private Browser(Path profile, ChromeDriver driver, Screen screen) {
        this.profile = profile;
        this.driver = driver;
        this.screen = screen;
    }

    /**
     * Skips the test where there is no Chromium, so that the tests run on any machine; fails it in CI, where a test that is
     * always skipped would not be noticed.
     */
    static void require() {
        List<Path> missing = Stream.of(CHROMIUM, DRIVER)
                .filter(program -> !Files.isExecutable(program))
                .toList();
        String message = "The chat page was not tested: " + missing + " not found. Run scripts/install-test-tools.";
        if (!missing.isEmpty() && "true".equals(System.getenv("CI"))) {
            fail(message);
        }
        assumeTrue(missing.isEmpty(), message);
    }

    static Browser open(Screen screen) throws IOException {
        Path profile = Files.createTempDirectory("sommelier-browser");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(ARGUMENTS);
        options.addArguments("--user-data-dir=" + profile);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        // With a path given, Selenium looks for no driver, downloads none and reports to nobody.
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        // It warns of a DevTools library that it lacks for this version of Chromium; nothing here uses that.
        SELENIUM.setLevel(Level.SEVERE);
        ChromeDriver driver = new ChromeDriver(service, options);
        Browser browser = new Browser(profile, driver, screen);
        browser.show(screen.height());
        return browser;
    }

    ChatWindow visit(URI address) {
        driver.get(address.toString());
        return new ChatWindow(driver);
    }

    /** What a developer would see in red. */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::toString)
                .toList();
    }

    /** Writes a PNG of the conversation from the last question on, or of all of it where there is room. */
    void photograph(ChatWindow chat, Path picture) throws IOException {
        show(screen.pictureHeight());
        chat.scrollToLastQuestion();
        chat.awaitRest();
        Photograph.write(driver.getScreenshotAs(OutputType.BYTES), picture);
        show(screen.height());
    }

    /** Takes a picture of what is in view, where the system property {@code screenshots.directory} says to keep pictures. */
    void picture(ChatWindow chat, String name) throws IOException {
        String directory = System.getProperty("screenshots.directory", "");
        if (!directory.isEmpty()) {
            // Shades of colour behind the messages would take more room than the messages.
            driver.executeScript("document.getElementById(\"log\").style.background = \"var(--page)\"");
            chat.awaitRest();
            Path pictures = Files.createDirectories(Path.of(directory));
            Photograph.write(driver.getScreenshotAs(OutputType.BYTES), pictures.resolve(name + ".png"));
        }
    }

    /** A window cannot be made as narrow as a phone; what the page takes for the window can. */
    private void show(int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width", screen.width(),
                        "height", height,
                        "deviceScaleFactor", screen.pixelsPerPoint(),
                        "mobile", screen.isTouched()));
        driver.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", screen.isTouched()));
        // A phone shows one only while a finger scrolls.
        driver.executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", screen.isTouched()));
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            // Processes of the browser that are still ending take their files away themselves; that fails no test.
            LOG.debug("{} was not removed entirely", profile, e);
        }
    }
}
