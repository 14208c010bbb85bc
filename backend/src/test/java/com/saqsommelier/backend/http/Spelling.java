package com.saqsommelier.backend.http;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Ways to write the address of an operation that proxies, servers and frameworks have been known to read differently. */
enum Spelling {
    PLAIN(path -> path),
    LETTER_ENCODED(path -> path.replaceFirst("/a", "/%61")),
    LAST_LETTER_ENCODED(path -> path.substring(0, path.length() - 1) + encoded(path.substring(path.length() - 1))),
    VERSION_ENCODED(path -> path.replaceFirst("/v1/", "/%76%31/")),
    ALL_LETTERS_ENCODED(path -> path.chars()
            .mapToObj(Character::toString)
            .map(one -> one.equals("/") ? one : encoded(one))
            .collect(Collectors.joining())),
    ENCODED_TWICE(path -> path.replaceFirst("/a", "/%2561")),
    SLASH_ENCODED(path -> path.replaceFirst("/v1/", "/v1%2F")),
    ALL_SLASHES_ENCODED(path -> "/" + path.substring(1).replace("/", "%2f")),
    SLASH_ENCODED_TWICE(path -> path.replaceFirst("/v1/", "/v1%252F")),
    MATRIX_FIRST(path -> path.replaceFirst("/api", "/api;x=1")),
    MATRIX_LAST(path -> path + ";jsessionid=1"),
    MATRIX_EVERYWHERE(path -> path.replaceAll("(?<=\\w)(/|$)", ";a=b$1")),
    SEMICOLON_EMPTY(path -> path.replaceFirst("/api", "/api;")),
    SEMICOLON_SEGMENT(path -> "/;" + path),
    SEMICOLON_ENCODED(path -> path + "%3B"),
    DOT_FIRST(path -> "/." + path),
    DOT_INSIDE(path -> path.replaceFirst("/v1/", "/v1/./")),
    DOTS_FIRST(path -> "/health/.." + path),
    DOTS_INSIDE(path -> path.replaceFirst("/v1/", "/v1/../v1/")),
    DOTS_ENCODED(path -> "/health/%2e%2e" + path),
    DOTS_HALF_ENCODED(path -> "/docs/.%2E" + path),
    DOTS_WITH_MATRIX(path -> "/health/..;" + path),
    DOTS_WITH_SLASH_ENCODED(path -> "/health/..%2F" + path.substring(1)),
    SLASH_TWICE(path -> "/" + path),
    SLASH_TWICE_INSIDE(path -> path.replaceFirst("/v1/", "//v1//")),
    BACKSLASH(path -> path.replaceFirst("/v1/", "\\\\v1\\\\")),
    BACKSLASH_ENCODED(path -> path.replaceFirst("/v1/", "%5Cv1%5C")),
    UPPER_CASE(path -> path.toUpperCase(java.util.Locale.ROOT)),
    MIXED_CASE(path -> path.replaceFirst("/api", "/Api")),
    TRAILING_SLASH(path -> path + "/"),
    TRAILING_DOT(path -> path + "/."),
    TRAILING_SUFFIX(path -> path + ".json"),
    NULL_AT_END(path -> path + "%00"),
    NULL_INSIDE(path -> path.replaceFirst("/api", "/api%00")),
    BLANK_ENCODED(path -> path + "%20"),
    NEW_LINE_ENCODED(path -> path + "%0a"),
    OVERLONG_SLASH(path -> path.replaceFirst("/v1/", "/v1%c0%af")),
    FULL_WIDTH(path -> path.replaceFirst("/a", "/%EF%BD%81")),
    ABSOLUTE(path -> "http://127.0.0.1" + path),
    ABSOLUTE_ENCODED(path -> "http://127.0.0.1" + path.replaceFirst("/a", "/%61")),
    ABSOLUTE_OF_ANOTHER(path -> "http://health" + path),
    FRAGMENT(path -> path + "#/health"),
    QUESTION_ENCODED(path -> path + "%3F");

    @SuppressWarnings("ImmutableEnumChecker") // Without state.
    private final UnaryOperator<String> written;

    Spelling(UnaryOperator<String> written) {
        this.written = written;
    }

    /** The address in this spelling. */
    String of(String path) {
        return written.apply(path);
    }

    private static String encoded(String text) {
        StringBuilder signs = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            signs.append("%%%02X".formatted(one));
        }
        return signs.toString();
    }
}
