package org.kvarter.importing.textures;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.kvarter.model.ImageSource;

/** Looks at the head of a picture. Stateless. */
public final class PictureHead {

    private static final int LONGEST_SIDE = 65_500;

    private PictureHead() {
    }

    /** Whether the bytes begin as a picture that can be shown and claim a sound size. */
    public static boolean isSound(ImageSource source) {
        try (InputStream in = source.open(); MemoryCacheImageInputStream stream = new MemoryCacheImageInputStream(in)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                int side = Math.max(reader.getWidth(0), reader.getHeight(0));
                return side > 0 && side <= LONGEST_SIDE;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
