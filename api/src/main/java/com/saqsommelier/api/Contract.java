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

    /** What is to be told to whom. */
    DeliveriesApi deliveries();

    /** The sommelier. */
    RecommendationsApi recommendations();

    /** The backend's own state. */
    HealthApi health();
}
