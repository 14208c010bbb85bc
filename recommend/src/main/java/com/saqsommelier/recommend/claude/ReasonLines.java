package com.saqsommelier.recommend.claude;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts pieces of a stream together to lines of the form {@code [2] text}; other lines are left out. */
final class ReasonLines {

    private static final Pattern LINE = Pattern.compile("\\s*\\[(\\d{1,2})]\\s*(\\S.*)");

    private final Sink sink;
    private final StringBuilder unfinished = new StringBuilder();

    /** Takes a line. */
    @FunctionalInterface
    interface Sink {
        /**
         * Takes the text of a line.
         *
         * @param number as it stands in the brackets
         */
        void line(int number, String text);
    }

    ReasonLines(Sink sink) {
        this.sink = sink;
    }

    void accept(String piece) {
        unfinished.append(piece);
        for (int end = unfinished.indexOf("\n"); end >= 0; end = unfinished.indexOf("\n")) {
            line(unfinished.substring(0, end));
            unfinished.delete(0, end + 1);
        }
    }

    /** Takes what is left for a line of its own. */
    void finish() {
        line(unfinished.toString());
        unfinished.setLength(0);
    }

    private void line(String text) {
        Matcher line = LINE.matcher(text);
        if (line.matches()) {
            sink.line(Integer.parseInt(line.group(1)), line.group(2).strip());
        }
    }
}
