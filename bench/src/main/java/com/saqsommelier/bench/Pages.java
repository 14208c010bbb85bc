package com.saqsommelier.bench;

import com.saqsommelier.simulator.saq.GeneratedCatalogue;
import com.saqsommelier.simulator.saq.SaqSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pages that are parsed, as their bytes came over HTTP. */
final class Pages {

    private static final int SEED = 7;
    private static final int COUNT = 50;

    private Pages() {}

    /**
     * Fetches or reads them.
     *
     * @param source {@code stand-in} for 50 pages of about 400 KB from the stand-in of saq.com, {@code stand-in-small}
     *     for 50 of about 27 KB, else the path of a page in a file
     * @throws IOException when the file is not there
     */
    static List<byte[]> of(String source) throws IOException, InterruptedException {
        return switch (source) {
            case "stand-in" -> fetched(true);
            case "stand-in-small" -> fetched(false);
            default -> List.of(Files.readAllBytes(Path.of(source)));
        };
    }

    private static List<byte[]> fetched(boolean genuineSize) throws IOException, InterruptedException {
        GeneratedCatalogue catalogue = new GeneratedCatalogue(SEED, COUNT);
        List<byte[]> pages = new ArrayList<>();
        try (SaqSimulator site = SaqSimulator.start(0, catalogue, new SaqSimulator.Options(genuineSize, false));
                HttpClient client = HttpClient.newHttpClient()) {
            for (int index = 0; index < COUNT; index++) {
                URI address = URI.create(
                        site.baseUrl() + "/fr/" + catalogue.product(index).sku());
                HttpResponse<byte[]> page =
                        client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
                if (page.statusCode() != 200) {
                    throw new IOException(address + " answers " + page.statusCode());
                }
                pages.add(page.body());
            }
        }
        return pages;
    }
}
