package com.saqsommelier.backend;

import java.util.List;

/**
 * Where a backend listens.
 *
 * @param address an IP address of this machine, as {@code 127.0.0.1}, or {@code 0.0.0.0} for all of its addresses
 * @param port 1–65535, or 0 for any free one
 * @param trustedProxies addresses and networks, as {@code 127.0.0.1} or {@code 10.0.0.0/8}, whose
 *     {@code X-Forwarded-For} names the caller; none where callers connect themselves, whatever headers they send
 */
public record Listener(String address, int port, List<String> trustedProxies) {

    /** The address that only programs of this machine reach. */
    public static final String LOOPBACK = "127.0.0.1";

    /** Copies the list. */
    public Listener {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /** The host by which this machine reaches it. */
    String host() {
        boolean all = address.equals("0.0.0.0") || address.equals("::");
        return all ? LOOPBACK : address.contains(":") ? "[" + address + "]" : address;
    }

    /** For programs of this machine alone, without a proxy. */
    public static Listener onLoopback(int port) {
        return new Listener(LOOPBACK, port, List.of());
    }
}
