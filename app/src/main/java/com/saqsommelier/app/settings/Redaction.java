package com.saqsommelier.app.settings;

import java.util.regex.Pattern;

/** Values as they may be shown: without user, password and keys that an address may carry. */
final class Redaction {

    /** Up to the last at sign, for a password may have slashes and at signs that nobody encoded. */
    private static final Pattern USER_INFO = Pattern.compile("(?s)//.*@");

    private static final Pattern PARAMETERS = Pattern.compile("(?s)[?;].*");

    /** Somebody's password in a form that is no address. */
    private static final Pattern SECRET =
            Pattern.compile("(?is).*(@|(password|passwd|pwd|secret|token|key)\\s*[=:]).*");

    private Redaction() {}

    static String of(String value) {
        if (value.contains("//")) {
            return PARAMETERS
                    .matcher(USER_INFO.matcher(value).replaceFirst("//***@"))
                    .replaceFirst("?***");
        }
        return SECRET.matcher(value).matches() ? "***" : value;
    }
}
