package org.kvarter.scene.texture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.kvarter.model.ImageSource;

/** Decodes pictures (PNG, JPEG, GIF, BMP, TIFF) within bounds. Stateless; any thread but the window's. */
final class PictureReader {

    /** Pictures with a longer side are damage or an attack. */
    private static final int LONGEST_SIDE = 65_500;

    private PictureReader() {
    }

    /**
     * Decodes a picture, leaving out rows and columns where it is too large.
     *
     * @param largest side of the result, pixels, positive
     * @throws IOException where it is no picture that can be read
     */
    static Pixels read(ImageSource source, int largest) throws IOException {
        try (InputStream in = source.open();
             MemoryCacheImageInputStream stream = new MemoryCacheImageInputStream(
                     new Bounded(new BufferedInputStream(in), ImageSource.MOST_BYTES))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException("not a picture of a known format");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return decode(reader, largest);
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException e) {
            throw new IOException("damaged picture", e);
        }
    }

    private static Pixels decode(ImageReader reader, int largest) throws IOException {
        int side = Math.max(reader.getWidth(0), reader.getHeight(0));
        if (side > LONGEST_SIDE || side < 1) {
            throw new IOException("a picture of " + side + " pixels");
        }
        int step = (side + largest - 1) / largest;
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        BufferedImage read = reader.read(0, how);
        BufferedImage argb = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = argb.createGraphics();
        graphics.drawImage(read, 0, 0, null);
        graphics.dispose();
        return new Pixels(argb.getWidth(), argb.getHeight(), ((DataBufferInt) argb.getRaster().getDataBuffer()).getData());
    }

    /** Ends after so many bytes. */
    private static final class Bounded extends java.io.FilterInputStream {
        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            return left-- <= 0 ? -1 : super.read();
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int n = super.read(into, from, (int) Math.min(left, count));
            left -= Math.max(0, n);
            return n;
        }
    }
}
