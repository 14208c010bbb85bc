package com.saqsommelier.app;

import java.util.concurrent.CountDownLatch;

/** Commands that run until they are told to stop. */
final class Services {

    private Services() {}

    /** Waits for Ctrl-C or SIGTERM. */
    static void untilStopped() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // Being told to stop is how a service ends; what it opened is closed by its try blocks. The flag stays down
            // because closing waits for things.
            return;
        }
    }
}
