package com.saqsommelier.simulator.telegram;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Telegram takes for a link: web addresses whose host has a dot or is an address, and its own {@code tg://}. */
final class Links {

    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*)://.*", Pattern.DOTALL);
    private static final Pattern HOST =
            Pattern.compile("(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]*[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,}"
                    + "|\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+]");

    private Links() {}

    /** The link with a scheme, or empty where Telegram would not take it for a link. */
    static Optional<String> checked(String link) {
        return complaint(link).isPresent() ? Optional.empty() : Optional.of(withScheme(link.strip()));
    }

    /** What Telegram says against a link, or empty where it takes it. */
    static Optional<String> complaint(String link) {
        String stripped = link.strip();
        if (stripped.isEmpty()) {
            return Optional.of("URL host is empty");
        }
        String url = withScheme(stripped);
        String scheme = url.substring(0, url.indexOf(':')).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "http", "https" -> hasWebHost(url) ? Optional.empty() : Optional.of("Wrong HTTP URL");
            case "tg", "ton", "tonsite" -> Optional.empty();
            default -> Optional.of("Unsupported URL protocol");
        };
    }

    private static String withScheme(String link) {
        return SCHEME.matcher(link).matches() ? link : "http://" + link;
    }

    private static boolean hasWebHost(String url) {
        // Telegram encodes what a URI may not hold, such as a space or an accent, rather than refuse it.
        String lenient = url.replaceAll("[^\\x21-\\x7e]", "x").replaceAll("[\"<>\\\\^`{|}]", "x");
        try {
            String authority = new URI(lenient).getRawAuthority();
            if (authority == null) {
                return false;
            }
            String host = authority.substring(authority.indexOf('@') + 1).replaceFirst(":\\d{1,5}$", "");
            return HOST.matcher(host).matches();
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
