package com.saqsommelier.app.journey;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures small enough for a repository: Chromium packs its own fast, which takes a third more room. */
final class Photograph {

    private Photograph() {}

    static void write(byte[] png, Path picture) throws IOException {
        BufferedImage taken = ImageIO.read(new ByteArrayInputStream(png));
        // A page has no holes to see through.
        BufferedImage opaque = new BufferedImage(taken.getWidth(), taken.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(taken, 0, 0, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam tightly = writer.getDefaultWriteParam();
        tightly.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        tightly.setCompressionQuality(0);
        Files.deleteIfExists(picture);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(picture.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(opaque, null, null), tightly);
        } finally {
            writer.dispose();
        }
    }
}
