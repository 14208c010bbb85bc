package com.saqsommelier.core.backup;

import org.jspecify.annotations.Nullable;

/** A backup cannot be written or is not accepted; the message says why and what to do. The database is as it was. */
public final class BackupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackupException(String message) {
        this(message, null);
    }

    BackupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
