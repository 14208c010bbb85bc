package com.saqsommelier.simulator.saq;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells the site to fail: {@code faults.at("/fr/1867").times(2).status(503, "1")}. The first rule that fits a request
 * applies, and one that was used as often as it says is forgotten. Safe for use by several threads.
 */
public final class Faults {

    private static final int MOST_RULES = 10_000;
    private static final int UNTIL_CLEARED = -1;

    private final List<Rule> rules = new ArrayList<>();
    private long requests;

    Faults() {}

    /** A rule for one path, such as {@code /fr/1867}, without query string. */
    public Rule at(String path) {
        return when(path, path::equals);
    }

    /** A rule for all paths that begin so. */
    public Rule below(String prefix) {
        return when(prefix + "…", path -> path.startsWith(prefix));
    }

    /**
     * A rule for the paths that a predicate accepts.
     *
     * @param description what {@link #describe()} shall say of it
     */
    public Rule when(String description, Predicate<String> path) {
        return new Rule(description, path, 0);
    }

    /** A rule for a single request, whatever its path: the nth from now, 1 being the next. */
    public synchronized Rule request(int nth) {
        if (nth < 1) {
            throw new IllegalArgumentException("request is " + nth + ", accepted: 1 and above");
        }
        return new Rule("request " + nth, path -> true, requests + nth).times(1);
    }

    /** Forgets all rules. */
    public synchronized void clear() {
        rules.clear();
    }

    /** One line a rule that still applies. */
    public synchronized List<String> describe() {
        return rules.stream().map(Rule::describe).toList();
    }

    synchronized Optional<Rule> take(String path) {
        requests++;
        for (Iterator<Rule> remaining = rules.iterator(); remaining.hasNext(); ) {
            Rule rule = remaining.next();
            if (rule.fits(path, requests)) {
                if (rule.left != UNTIL_CLEARED && --rule.left == 0) {
                    remaining.remove();
                }
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private synchronized void add(Rule rule) {
        if (rules.size() == MOST_RULES) {
            throw new IllegalStateException(MOST_RULES + " rules are in force, clear them first");
        }
        rules.add(rule);
    }

    /** Where, how often and how late; the way to fail comes last and puts the rule in force. */
    public final class Rule {

        private final String description;
        private final Predicate<String> path;
        private final long request;
        private int left = UNTIL_CLEARED;
        private Duration delay = Duration.ZERO;
        private Fault fault = new Fault.None();

        private Rule(String description, Predicate<String> path, long request) {
            this.description = description;
            this.path = path;
            this.request = request;
        }

        /** Applies to so many requests, at least 1; without it until cleared. */
        public Rule times(int times) {
            if (times < 1) {
                throw new IllegalArgumentException("times is " + times + ", accepted: 1 and above");
            }
            left = times;
            return this;
        }

        /** Waits before whatever follows. */
        public Rule after(Duration delay) {
            this.delay = delay;
            return this;
        }

        /** Answers as usual, but late. */
        public void delay(Duration delay) {
            after(delay).inForce(new Fault.None());
        }

        /** Answers a status, 200 to 599, with a short HTML page. */
        public void status(int status) {
            answer(status, Answer.HTML, Map.of(), "<html><body><h1>" + status + "</h1></body></html>");
        }

        /** Answers a status with a Retry-After header: seconds, or a date as HTTP writes it. */
        public void status(int status, String retryAfter) {
            answer(
                    status,
                    Answer.HTML,
                    Map.of("Retry-After", retryAfter),
                    "<html><body><h1>" + status + "</h1></body></html>");
        }

        /** Sends the client elsewhere with a 302. */
        public void redirect(String location) {
            answer(302, Answer.HTML, Map.of("Location", location), "");
        }

        /** Announces the usual body, sends about half of it and closes the connection. */
        public void cutBody() {
            inForce(new Fault.CutBody());
        }

        /** Closes the connection without a byte. */
        public void closeConnection() {
            inForce(new Fault.ClosedConnection());
        }

        /** Answers 200 with another body, sent in UTF-8, and its Content-Type. */
        public void body(String contentType, String body) {
            answer(200, contentType, Map.of(), body);
        }

        /** Answers status 200 with a GraphQL error and no data, as Live Search does when it fails. */
        public void graphQlError(String message) {
            body("application/json", LiveSearch.error(message));
        }

        /** Answers a query of Live Search as usual, but with null for its items. */
        public void nullItems() {
            inForce(new Fault.NullItems());
        }

        /** Answers all of that. */
        public void answer(int status, String contentType, Map<String, String> headers, String body) {
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("status is " + status + ", accepted: 200 to 599");
            }
            inForce(new Fault.OtherAnswer(status, contentType, Map.copyOf(headers), body));
        }

        Duration delay() {
            return delay;
        }

        Fault fault() {
            return fault;
        }

        private void inForce(Fault wanted) {
            fault = wanted;
            add(this);
        }

        private boolean fits(String requested, long number) {
            return (request == 0 || request == number) && path.test(requested);
        }

        private String describe() {
            String often = left == UNTIL_CLEARED ? "until cleared" : left + " times";
            return description + ": " + fault.getClass().getSimpleName() + " after " + delay.toMillis() + " ms, "
                    + often;
        }
    }
}
