package org.kvarter.remote.layer;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.GeoTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;
import org.kvarter.geo.CoordinateSystem;

/** Writes a picture with its place as GeoTIFF 1.1 (OGC 19-008r4). */
final class GroundTiff {

    private static final int COPYRIGHT = 33432;
    private static final int PIXEL_SCALE = 33550;
    private static final int TIE_POINT = 33922;
    private static final int KEY_DIRECTORY = 34735;

    private GroundTiff() {
    }

    /**
     * @param west      left edge of the picture, in the system's units
     * @param north     upper edge
     * @param width     of a pixel
     * @param height    of a pixel
     * @param copyright what is to be said wherever it is shown
     */
    static void write(Path file, BufferedImage picture, CoordinateSystem system, double west, double north, double width, double height,
                      String copyright) throws IOException {
        ImageWriter writer = ownWriter();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(java.nio.file.Files.newOutputStream(file))) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType("Deflate");
            IIOMetadata plain = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), how);
            TIFFDirectory tags = TIFFDirectory.createFromMetadata(plain);
            tags.addTagSet(GeoTIFFTagSet.getInstance());
            tags.addTIFFField(doubles(PIXEL_SCALE, width, height, 0));
            tags.addTIFFField(doubles(TIE_POINT, 0, 0, 0, west, north, 0));
            int code = Integer.parseInt(system.horizontal().replaceAll("\\D", ""));
            char[] keys = {1, 1, 1, 3, 1024, 0, 1, (char) (system.geographic() ? 2 : 1), 1025, 0, 1, 1, (char) (system.geographic() ? 2048 : 3072), 0, 1,
                (char) code};
            tags.addTIFFField(new TIFFField(GeoTIFFTagSet.getInstance().getTag(KEY_DIRECTORY), TIFFTag.TIFF_SHORT, keys.length, keys));
            if (!copyright.isEmpty()) {
                // the writer takes the low byte of each character: as UTF-8, which is what is read, ours included
                tags.addTIFFField(new TIFFField(BaselineTIFFTagSet.getInstance().getTag(COPYRIGHT), TIFFTag.TIFF_ASCII, 1,
                        new String[] {new String(copyright.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)}));
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, tags.getAsMetadata()), how);
        } finally {
            writer.dispose();
        }
    }

    /** The writer that comes with Java: those that libraries bring along do not know its metadata and would write the picture without its place. */
    private static ImageWriter ownWriter() throws IOException {
        for (Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("tiff"); writers.hasNext();) {
            ImageWriter writer = writers.next();
            if ("java.desktop".equals(writer.getClass().getModule().getName())) {
                return writer;
            }
        }
        throw new IOException("this Java writes no TIFF");
    }

    private static TIFFField doubles(int tag, double... values) {
        return new TIFFField(GeoTIFFTagSet.getInstance().getTag(tag), TIFFTag.TIFF_DOUBLE, values.length, values);
    }
}
