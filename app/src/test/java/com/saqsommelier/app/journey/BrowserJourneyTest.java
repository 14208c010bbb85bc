package com.saqsommelier.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.saqsommelier.simulator.telegram.TelegramSimulator;
import com.saqsommelier.simulator.telegram.TelegramUser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The first contact in a real browser, in French and without a mouse.
 *
 * <p>With the system property {@code screenshots.directory}, an absolute path, it also takes the pictures of the README.
 */
@ExtendWith(RunningDemo.class)
@Timeout(120)
class BrowserJourneyTest {

    private static DemoSystem system;

    @BeforeAll
    static void start(DemoSystem running) {
        Browser.require();
        system = running;
    }

    @ParameterizedTest
    @EnumSource
    void aFirstContactByKeyboardEndsWithBottlesInView(Screen screen) throws IOException {
        try (Browser browser = Browser.open(screen)) {
            ChatWindow chat = browser.visit(chatOfSomebodyNewOn(screen));

            chat.start();
            chat.awaitFromBot("Bonjour! Ici SAQ Sommelier.");
            chat.write("/search chateau");

            assertThat(chat.awaitFromBot("Château")).contains("pour «\u00a0chateau\u00a0»");
            chat.awaitRest();
            assertThat(chat.hiddenBelow()).isZero();
            assertThat(chat.hiddenAtTheRight()).isZero();
            assertThat(chat.inputHasFocus()).isTrue();
            takePicture(browser, chat, screen);

            chat.write("<b>_*[🍷");

            assertThat(chat.awaitFromBot("<b>_*[🍷")).startsWith("Je n’ai rien trouvé");
            assertThat(chat.ownMessages()).containsExactly("/start", "/search chateau", "<b>_*[🍷");
            assertThat(chat.hiddenAtTheRight()).isZero();
            assertThat(chat.inputHasFocus()).isTrue();
            assertThat(browser.errors()).isEmpty();
        }
    }

    private static URI chatOfSomebodyNewOn(Screen screen) {
        TelegramSimulator telegram = system.telegram();
        TelegramUser person = switch (screen) {
            case DESKTOP -> new TelegramUser(1001, "Camille", "camille", "fr");
            case PHONE -> new TelegramUser(1003, "Maude", null, "fr");
        };
        telegram.conversation(person);
        return telegram.baseUrl().resolve("/?user=" + person.id());
    }

    private static void takePicture(Browser browser, ChatWindow chat, Screen screen) throws IOException {
        String directory = System.getProperty("screenshots.directory", "");
        if (!directory.isEmpty()) {
            Path pictures = Files.createDirectories(Path.of(directory));
            browser.photograph(chat, pictures.resolve("chat-" + screen.name().toLowerCase(Locale.ROOT) + ".png"));
        }
    }
}
