package com.saqsommelier.app.journey;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The chat page in a browser. */
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

    /** Types into what has the focus and sends nothing. */
    void type(String text) {
        driver.executeCdpCommand("Input.insertText", Map.of("text", text));
    }

    /** Empties the input. */
    void clear() {
        script("document.getElementById(\"text\").select(); return true");
        press(Keys.DELETE);
    }

    /** Presses what is there with a mouse or a finger, once it can be pressed. */
    void click(String css) {
        await(css + " can be pressed", page -> {
            try {
                page.findElement(By.cssSelector(css)).click();
                return true;
            } catch (WebDriverException notYet) {
                return false;
            }
        });
    }

    /** Chooses what to do with a message. */
    void choose(String messageId, String option) {
        click("#" + messageId + " .stamp");
        clickChoice("#options .choice", option);
    }

    /** Sends something else than a text. */
    void attach(String what) {
        click("#attach");
        clickChoice("#attachments button", what);
    }

    private void clickChoice(String css, String label) {
        await("\"" + label + "\" can be chosen", page -> {
            WebElement choice = page.findElements(By.cssSelector(css)).stream()
                    .filter(each -> each.getText().contains(label))
                    .findFirst()
                    .orElse(null);
            if (choice == null) {
                return false;
            }
            choice.click();
            return true;
        });
    }

    /** Waits until something shows a text. */
    void awaitSeen(String css, String text) {
        await(
                css + " shows \"" + text + "\"",
                page -> texts(By.cssSelector(css)).anyMatch(seen -> seen.contains(text)));
    }

    /** Waits until a chat is open. */
    void awaitOpen(String title) {
        awaitSeen("#chat-title", title);
        await("the chat is loaded", page -> page.findElement(By.id("text")).isDisplayed());
        driver.findElement(By.id("text")).click();
    }

    /** Takes away the words shown in passing, which would go by themselves after some seconds. */
    void dismissToast() {
        script("document.getElementById(\"toast\").textContent = \"\"; return true");
    }

    /** Has the page speak a language. */
    void readIn(String language) {
        script("document.querySelector(\"[data-language=" + language + "]\").click(); return true");
    }

    /** Puts the bot's keyboard away, so that there is room for the conversation. */
    void hideKeyboard() {
        if (driver.findElement(By.id("keyboard")).isDisplayed()) {
            click("#keyboard-toggle");
        }
    }

    /** Taps the newest button whose label begins so. */
    void tap(String label) {
        await("\"" + label + "\" can be tapped", page -> {
            try {
                return button(label)
                        .map(found -> {
                            found.click();
                            return true;
                        })
                        .orElse(false);
            } catch (WebDriverException changedMeanwhile) {
                return false;
            }
        });
    }

    /** Taps the first button under the newest message that has any. */
    void tapFirst() {
        WebElement buttons = driver.findElements(By.cssSelector("#log .inline")).getLast();
        buttons.findElement(By.cssSelector(".button")).click();
    }

    /** Waits for a button whose label begins so. */
    void awaitButton(String label) {
        await("there is a button \"" + label + "\"", page -> button(label).isPresent());
    }

    private Optional<WebElement> button(String label) {
        return driver.findElements(By.cssSelector("#log .inline .button")).reversed().stream()
                .filter(each ->
                        String.valueOf(each.getDomProperty("textContent")).startsWith(label))
                .findFirst();
    }

    /** Waits until the newest message of the bot contains a text. */
    String awaitNewest(String text) {
        return await("the newest message says \"" + text + "\"", page -> {
            List<String> said = texts(FROM_BOT).toList();
            return said.isEmpty() || !said.getLast().contains(text) ? null : said.getLast();
        });
    }

    /** Waits until so many messages of the bot contain a text. */
    void awaitAnswers(int count, String text) {
        await(
                count + " messages say \"" + text + "\"",
                page -> texts(FROM_BOT).filter(said -> said.contains(text)).count() == count);
    }

    /** What the first element of a kind shows. */
    String seen(String css) {
        return texts(By.cssSelector(css)).findFirst().orElse("");
    }

    boolean isThere(String css) {
        return !driver.findElements(By.cssSelector(css)).isEmpty();
    }

    /** The id in the page of the person's own message that contains the text, once it is there. */
    String awaitOwn(String text) {
        return await(
                "the person has said \"" + text + "\"",
                page -> page.findElements(By.cssSelector("#log .message.mine")).stream()
                        .filter(message -> String.valueOf(message.getDomProperty("textContent"))
                                .contains(text))
                        .map(message -> message.getDomProperty("id"))
                        .findFirst()
                        .orElse(null));
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

    /** Puts the beginning of the newest message at the top, where it is longer than what is in view. */
    void scrollToNewest() {
        driver.executeScript("""
                const log = document.getElementById("log");
                const newest = [...log.querySelectorAll(".message")].at(-1);
                log.scrollTop += newest.getBoundingClientRect().top - log.getBoundingClientRect().top - 8;
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
                // An edit puts another element in the place of the one that was found.
                .ignoring(StaleElementReferenceException.class)
                .withMessage(
                        () -> what + "; the bot has said " + texts(FROM_BOT).toList())
                .until(condition);
    }
}
