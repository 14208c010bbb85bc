package com.saqsommelier.scraper.sitemap;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * An address of the site, in whichever way it is written: upper-case scheme or host, its port stated, {@code http} for
 * {@code https}, with or without {@code www}, relative. It is always asked for where the site is.
 */
final class SiteAddress {

    private static final String WWW = "www.";

    private SiteAddress() {}

    /** The address in the site's own spelling; empty for one of another site, and for a text that is none. */
    static Optional<URI> of(String text, URI site) {
        try {
            URI stated = new URI(text.strip());
            // A text like "n/a" parses as a relative reference, and may stand for any page.
            boolean rooted = stated.isAbsolute() || text.strip().startsWith("/");
            URI uri = site.resolve(stated);
            return rooted && isWeb(uri) && sameHost(uri, site) && samePort(uri, site)
                    ? Optional.of(ofSite(uri, site))
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static URI ofSite(URI uri, URI site) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(site.getScheme() + "://" + site.getRawAuthority() + uri.getRawPath() + query);
    }

    private static boolean isWeb(URI uri) {
        return uri.getPath() != null
                && uri.getUserInfo() == null
                && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
    }

    private static boolean sameHost(URI uri, URI site) {
        return uri.getHost() != null && bare(uri.getHost()).equals(bare(site.getHost()));
    }

    private static String bare(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith(WWW) ? lower.substring(WWW.length()) : lower;
    }

    /** Another scheme has another default port and still means the site, whether the port is stated or not. */
    private static boolean samePort(URI uri, URI site) {
        return statedPort(uri) == statedPort(site);
    }

    /** The port, or -1 where it is the default one of the address's scheme. */
    private static int statedPort(URI uri) {
        int usual = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return uri.getPort() == usual ? -1 : uri.getPort();
    }
}
