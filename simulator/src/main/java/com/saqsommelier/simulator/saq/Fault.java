package com.saqsommelier.simulator.saq;

import java.util.Map;

/** A way to fail. */
sealed interface Fault {

    /** Answers as usual; a rule with this one only delays. */
    record None() implements Fault {}

    /** Sends about half of the usual body under the length of all of it, then closes the connection. */
    record CutBody() implements Fault {}

    /** Closes the connection without a byte. */
    record ClosedConnection() implements Fault {}

    /** Live Search answers as usual, but with null for the items. */
    record NullItems() implements Fault {}

    /** Says something else. */
    record OtherAnswer(int status, String contentType, Map<String, String> headers, String body) implements Fault {}
}
