package com.saqsommelier.app;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The last line of a job's standard output: one JSON object for timers and scripts. */
final class JobSummary {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String command;
    private final long begun = System.nanoTime();
    private boolean ended;

    private JobSummary(String command) {
        this.command = command;
    }

    /** Notes the time at which a job begins. */
    static JobSummary begin(String command) {
        return new JobSummary(command);
    }

    /** Prints the line, once: the first end is the true one. Returns the exit code. */
    int end(int exit, Object counters) {
        if (ended) {
            return exit;
        }
        ended = true;
        BigDecimal seconds = BigDecimal.valueOf(System.nanoTime() - begun, 9).setScale(1, RoundingMode.HALF_UP);
        ObjectNode line = JSON.createObjectNode();
        line.put("command", command);
        line.put("exit", exit);
        line.put("seconds", seconds);
        line.setAll((ObjectNode) JSON.valueToTree(counters));
        System.out.println(line);
        return exit;
    }
}
