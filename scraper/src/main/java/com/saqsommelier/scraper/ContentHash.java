package com.saqsommelier.scraper;

import com.saqsommelier.scraper.page.ProductPage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * The SHA-256 of what a page says of its product. The page itself differs at every request, by form keys and the like.
 */
final class ContentHash {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ContentHash() {}

    static String of(ProductPage page) {
        byte[] content = JSON.writeValueAsBytes(
                List.of(page.facts(), page.statedEmpty().stream().sorted().toList()));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
