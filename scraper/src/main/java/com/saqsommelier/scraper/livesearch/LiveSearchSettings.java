package com.saqsommelier.scraper.livesearch;

import java.net.URI;

/**
 * Access to Adobe Commerce Live Search, which knows a record of every product.
 *
 * @param endpoint the address of its GraphQL
 * @param apiKey value of the header {@code x-api-key}
 * @param environmentId value of the header {@code Magento-Environment-Id}
 */
public record LiveSearchSettings(URI endpoint, String apiKey, String environmentId) {

    /** Without the key, which is nobody's business. */
    @Override
    public String toString() {
        return "LiveSearchSettings[endpoint=" + endpoint + ", environmentId=" + environmentId + "]";
    }
}
