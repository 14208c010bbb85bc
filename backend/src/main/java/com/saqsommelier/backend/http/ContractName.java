package com.saqsommelier.backend.http;

import java.util.Locale;

/** What the contract calls a component of a record. */
public final class ContractName {

    private ContractName() {}

    /** {@code user_id} for {@code userId}. */
    public static String of(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
