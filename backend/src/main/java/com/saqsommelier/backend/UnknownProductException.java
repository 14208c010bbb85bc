package com.saqsommelier.backend;

/** No product has this SKU. */
final class UnknownProductException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownProductException(String sku) {
        super("No product has the SKU '" + sku + "'. A SKU is SAQ's code of 2 to 8 digits.");
    }
}
