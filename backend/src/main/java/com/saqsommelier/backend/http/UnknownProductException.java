package com.saqsommelier.backend.http;

/** No product has this SKU. */
public final class UnknownProductException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sku as it was given, whatever it is */
    public UnknownProductException(String sku) {
        super("No product has the SKU '" + sku + "'. A SKU is SAQ's code of 2 to 8 digits.");
    }
}
