package com.saqsommelier.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotSettingsTest {

    private static final String TOKEN = "123456:ABC-def_789";

    @Test
    void theTokenIsNotShown() {
        assertThat(new BotSettings(TOKEN, BotSettings.TELEGRAM, Set.of(42L)).toString())
                .doesNotContain(TOKEN, "ABC-def_789", "42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "123456", "123456:", ":ABC", "123456:AB C", "123456:ABC\n", "bot123456:ABC"})
    void whatIsNoTokenIsRefusedWithoutShowingIt(String token) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BotSettings(token, BotSettings.TELEGRAM, Set.of()))
                .withMessageStartingWith("token: does not look like a bot token (" + token.length() + " characters)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.telegram.org",
                "https://api.telegram.org/",
                "https://bots.example:8443",
                "http://127.0.0.1:8081",
                "http://localhost:8081",
                "http://[::1]:8081"
            })
    void anAddressIsSecureOrOnThisMachine(String url) {
        assertThat(new BotSettings(TOKEN, URI.create(url), Set.of()).telegramUrl())
                .hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.telegram.org",
                "ftp://127.0.0.1",
                "api.telegram.org",
                "mailto:a@b",
                "https://api.telegram.org/bot",
                "https://api.telegram.org?x=1",
                "https://user@api.telegram.org"
            })
    void anyOtherAddressIsRefusedByName(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BotSettings(TOKEN, URI.create(url), Set.of()))
                .withMessageStartingWith("telegramUrl: " + url)
                .withMessageContaining("Accepted is");
    }
}
