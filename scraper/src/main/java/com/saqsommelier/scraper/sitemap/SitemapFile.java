package com.saqsommelier.scraper.sitemap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * One sitemap or sitemap index, read entry by entry. What a document type may bring along, entities above all, is refused:
 * no sitemap needs one.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">sitemaps.org protocol</a>
 */
final class SitemapFile {

    /** The protocol's limits for one file, uncompressed. */
    static final int LARGEST = 52_428_800;

    static final int MOST_ENTRIES = 50_000;

    private static final int MOST_LAYERS = 3;
    private static final int GZIP_MAGIC = 0x8b1f;

    private final Visitor visitor;
    private int entries;

    private SitemapFile(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Is shown the entries, in their order. */
    interface Visitor {
        /** A page of a {@code urlset}; an empty text for a {@code lastmod} that is not there. */
        void page(String location, String lastModified) throws IOException;

        /** A file of a {@code sitemapindex}. */
        void file(String location) throws IOException;
    }

    /**
     * Reads a file, compressed or not, to its end.
     *
     * @throws IOException when it is cut, no sitemap, or larger than the protocol allows; entries may have been shown
     */
    static void read(Path file, Visitor visitor) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream xml = decompressed(raw);
                BoundedInputStream bounded = BoundedInputStream.builder()
                        .setInputStream(xml)
                        .setMaxCount(LARGEST)
                        .setOnMaxCount((limit, count) -> {
                            throw new IOException("it is larger than " + limit + " bytes");
                        })
                        .get()) {
            XMLStreamReader reader = factory().createXMLStreamReader(fromFirstMark(bounded));
            new SitemapFile(visitor).read(reader);
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException("it is no sitemap: " + e.getMessage(), e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Without compression, which some servers add to files that are compressed already. */
    private static InputStream decompressed(InputStream raw) throws IOException {
        InputStream plain = raw;
        for (int layer = 0; layer < MOST_LAYERS && isCompressed(plain); layer++) {
            plain = new BufferedInputStream(new GZIPInputStream(plain));
        }
        return plain;
    }

    /** Without white space and byte order mark before the XML declaration, where XML allows none. */
    private static InputStream fromFirstMark(InputStream xml) throws IOException {
        PushbackInputStream text = new PushbackInputStream(xml, 3);
        byte[] mark = text.readNBytes(3);
        boolean utf8 = mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF;
        if (!utf8) {
            text.unread(mark);
        }
        int next = text.read();
        while (next == ' ' || next == '\t' || next == '\r' || next == '\n') {
            next = text.read();
        }
        if (next >= 0) {
            text.unread(next);
        }
        return text;
    }

    private static boolean isCompressed(InputStream raw) throws IOException {
        raw.mark(2);
        int magic = raw.read() | raw.read() << 8;
        raw.reset();
        return magic == GZIP_MAGIC;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException, IOException {
        boolean known = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new IOException("it has a document type or an entity, which no sitemap needs");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "urlset", "sitemapindex" -> known = true;
                    case "url" -> entry(xml, "url");
                    case "sitemap" -> entry(xml, "sitemap");
                    default -> {}
                }
            }
        }
        if (!known) {
            throw new IOException("it is XML and no sitemap");
        }
    }

    private void entry(XMLStreamReader xml, String element) throws XMLStreamException, IOException {
        String namespace = String.valueOf(xml.getNamespaceURI());
        String location = "";
        String lastModified = "";
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                boolean own = depth == 1 && namespace.equals(String.valueOf(xml.getNamespaceURI()));
                if (own && xml.getLocalName().equals("loc")) {
                    location = xml.getElementText().strip();
                } else if (own && xml.getLocalName().equals("lastmod")) {
                    lastModified = xml.getElementText().strip();
                } else {
                    // Pictures and translations have addresses of their own, under any prefix or none.
                    depth++;
                }
            }
        }
        if (++entries > MOST_ENTRIES) {
            throw new IOException("it lists more than " + MOST_ENTRIES + " addresses");
        }
        if (element.equals("url")) {
            visitor.page(location, lastModified);
        } else {
            visitor.file(location);
        }
    }
}
