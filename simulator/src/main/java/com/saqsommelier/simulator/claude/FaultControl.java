package com.saqsommelier.simulator.claude;

import com.saqsommelier.simulator.http.Exchange;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code POST /_simulator/faults} with {@code fault} and {@code times}, and {@code DELETE} to end them. */
final class FaultControl {

    static final String PATH = "/_simulator/faults";

    private static final int MOST_TIMES = 1_000_000;

    private final Faults faults;

    FaultControl(Faults faults) {
        this.faults = faults;
    }

    void handle(Exchange exchange) throws IOException {
        if (exchange.method().equals("DELETE")) {
            faults.mend();
            exchange.answer(204);
            return;
        }
        Map<String, String> form = exchange.form();
        Optional<Fault> fault = Fault.of(form.getOrDefault("fault", ""));
        String times = form.getOrDefault("times", "");
        if (fault.isEmpty() || !times.matches("\\d{0,6}")) {
            exchange.answer(
                    400,
                    "text/plain",
                    "fault is one of "
                            + Stream.of(Fault.values()).map(Fault::word).collect(Collectors.joining(", "))
                            + "; times is a number below " + MOST_TIMES + ", or absent for every call from now on\n");
            return;
        }
        if (times.isEmpty()) {
            faults.lasting(fault.get());
        } else {
            faults.next(fault.get(), Integer.parseInt(times));
        }
        exchange.answer(204);
    }
}
