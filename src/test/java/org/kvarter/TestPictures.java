package org.kvarter;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures for tests: rows of colours, each pixel blown up to a block. */
public final class TestPictures {

    private TestPictures() {
    }

    /** A PNG of {@code rows} of ARGB colours, each a block of 16 × 16 pixels. */
    public static byte[] png(int[]... rows) {
        int block = 16;
        BufferedImage image = new BufferedImage(rows[0].length * block, rows.length * block, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, rows[y / block][x / block]);
            }
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same as a file, its folders made. */
    public static Path write(Path file, int[]... rows) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.write(file, png(rows));
    }
}
