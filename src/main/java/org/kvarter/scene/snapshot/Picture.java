package org.kvarter.scene.snapshot;

import java.awt.Image;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/**
 * A finished picture. The array is not copied.
 *
 * @param width  pixels
 * @param height pixels
 * @param argb   opaque colours row by row from the top
 */
public record Picture(int width, int height, int[] argb) {

    public Picture {
        if (argb.length != width * height) {
            throw new IllegalArgumentException("a picture needs width × height colours");
        }
    }

    /** The same pixels for Java2D, not copied. */
    public BufferedImage toImage() {
        DirectColorModel model = new DirectColorModel(24, 0xFF0000, 0xFF00, 0xFF);
        var raster = Raster.createPackedRaster(new DataBufferInt(argb, argb.length), width, height, width,
                new int[] {0xFF0000, 0xFF00, 0xFF}, new Point());
        return new BufferedImage(model, raster, false, null);
    }

    /** The same pixels for JavaFX, copied. */
    public javafx.scene.image.Image toFxImage() {
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return image;
    }

    /**
     * The picture as a JPEG file's bytes in another size, for small pictures that are kept.
     *
     * @throws IOException where no JPEG can be made here
     */
    public byte[] jpeg(int otherWidth, int otherHeight) throws IOException {
        BufferedImage small = new BufferedImage(otherWidth, otherHeight, BufferedImage.TYPE_INT_RGB);
        small.getGraphics().drawImage(toImage().getScaledInstance(otherWidth, otherHeight, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(small, "jpg", bytes)) {
            throw new IOException("no JPEG writer");
        }
        return bytes.toByteArray();
    }

    /**
     * Writes a PNG, whole or not at all, and the folders it lies in. For an input or output thread.
     *
     * @throws IOException where the file cannot be written
     */
    public void writePng(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, ".picture", ".png");
        try {
            if (!ImageIO.write(toImage(), "png", draft.toFile())) {
                throw new IOException("no PNG writer");
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
