package com.saqsommelier.api;

/** All that a backend answers, by topic. */
public interface Contract {

    /** The catalogue. */
    ProductsApi products();

    /** The stores. */
    StoresApi stores();

    /** What people watch. */
    WatchesApi watches();

    /** What people chose. */
    UsersApi users();

    /** Who may come in. */
    AccessApi access();

    /** Who gave which command. */
    VisitsApi visits();

    /** What is to be told to whom. */
    DeliveriesApi deliveries();

    /** The weekly digest. */
    DigestApi digest();

    /** The sommelier. */
    RecommendationsApi recommendations();

    /** The backend's own state. */
    HealthApi health();
}
