package com.saqsommelier.app.journey;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The chat page in a browser, used by keyboard only. */
final class ChatWindow {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final By START = By.id("start");
    private static final By FROM_BOT = By.cssSelector("#log .message:not(.mine) .text");
    private static final By OWN = By.cssSelector("#log .message.mine .text");
    /** More controls than the page has. */
    private static final int MOST_TABS = 30;

    private final ChromeDriver driver;

    ChatWindow(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Reaches the button Start with Tab and presses it with Enter. */
    void start() {
        await("Start is offered", page -> page.findElement(START).isDisplayed());
        for (int tabs = 0; !focused().equals("start"); tabs++) {
            if (tabs == MOST_TABS) {
                throw new AssertionError("Tab does not lead to the button Start; the last stop is " + focusedMarkup());
            }
            press(Keys.TAB);
        }
        press(Keys.ENTER);
        await("the input has the focus", page -> inputHasFocus());
    }

    /** Types into what has the focus, which is left where it is, and sends with Enter. */
    void write(String text) {
        // As an input method does: keys for emoji do not exist, and ChromeDriver types none.
        driver.executeCdpCommand("Input.insertText", Map.of("text", text));
        press(Keys.ENTER);
    }

    /** The first message of the bot that contains the text, once it is there. */
    String awaitFromBot(String text) {
        return await(
                "the bot says \"" + text + "\"",
                page -> texts(FROM_BOT)
                        .filter(message -> message.contains(text))
                        .findFirst()
                        .orElse(null));
    }

    /** What the person wrote, as the page shows it, oldest first. */
    List<String> ownMessages() {
        return texts(OWN).toList();
    }

    boolean inputHasFocus() {
        return focused().equals("text");
    }

    /** How many points of the page or of the conversation lie beyond the right edge. */
    long hiddenAtTheRight() {
        return (long) script("""
                return Math.max(...[document.documentElement, document.body, document.getElementById("log")]
                    .map((each) => each.scrollWidth - each.clientWidth))
                """);
    }

    /** How many points of the conversation are below what is in view. */
    long hiddenBelow() {
        return (long) script("""
                const log = document.getElementById("log");
                return Math.round(log.scrollHeight - log.clientHeight - log.scrollTop)
                """);
    }

    /** Puts what the person last wrote at the top, as far as the conversation goes on below. */
    void scrollToLastQuestion() {
        driver.executeScript("""
                const log = document.getElementById("log");
                const question = [...log.querySelectorAll(".mine")].at(-1);
                log.scrollTop += question.getBoundingClientRect().top - log.getBoundingClientRect().top - 8;
                """);
    }

    /** Waits until nothing moves and the fonts are there. */
    void awaitRest() {
        await("the page is at rest", page -> (boolean) script("""
                        return document.fonts.status === "loaded"
                            && document.getAnimations().every((each) => each.playState !== "running")
                        """));
    }

    private Stream<String> texts(By messages) {
        // Not getText, which shows a no-break space as any other.
        return driver.findElements(messages).stream()
                .flatMap(message -> Stream.ofNullable(message.getDomProperty("textContent")));
    }

    private String focused() {
        return (String) script("return document.activeElement?.id ?? \"\"");
    }

    private String focusedMarkup() {
        return (String) script("return document.activeElement?.outerHTML ?? \"nothing\"");
    }

    private void press(Keys key) {
        new Actions(driver).sendKeys(key).perform();
    }

    private Object script(String javaScript) {
        return Objects.requireNonNull(driver.executeScript(javaScript));
    }

    private <T> T await(String what, ExpectedCondition<T> condition) {
        return new WebDriverWait(driver, SOON)
                .withMessage(
                        () -> what + "; the bot has said " + texts(FROM_BOT).toList())
                .until(condition);
    }
}
