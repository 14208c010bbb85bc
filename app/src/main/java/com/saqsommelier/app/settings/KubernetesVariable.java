package com.saqsommelier.app.settings;

import java.util.regex.Pattern;

/**
 * Variables that Kubernetes puts into every pod for each service of the namespace; those of a service called
 * {@code sommelier} or {@code sommelier-backend} begin as our settings do.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables">Service</a>
 */
final class KubernetesVariable {

    private static final Pattern SERVICE_HOST = Pattern.compile("SOMMELIER(_[A-Z0-9_]+)?_SERVICE_HOST");
    private static final Pattern SERVICE_PORT = Pattern.compile("SOMMELIER(_[A-Z0-9_]+)?_SERVICE_PORT(_[A-Z0-9_]+)?");
    private static final Pattern PORT = Pattern.compile("SOMMELIER(_[A-Z0-9_]+)?_PORT(_\\d+_(TCP|UDP|SCTP))?");
    private static final Pattern PORT_PART =
            Pattern.compile("SOMMELIER(_[A-Z0-9_]+)?_PORT_\\d+_(TCP|UDP|SCTP)_(PROTO|PORT|ADDR)");

    private KubernetesVariable() {}

    /** Whether name and value are both as Kubernetes writes them; a mere likeness of the name is a typo. */
    static boolean is(String name, String value) {
        return (SERVICE_HOST.matcher(name).matches() && value.matches("[0-9a-fA-F.:]+|None"))
                || (SERVICE_PORT.matcher(name).matches() && value.matches("\\d{1,5}"))
                || (PORT.matcher(name).matches() && value.matches("(tcp|udp|sctp)://\\S+"))
                || (PORT_PART.matcher(name).matches() && value.matches("tcp|udp|sctp|\\d{1,5}|[0-9a-fA-F.:]+"));
    }
}
