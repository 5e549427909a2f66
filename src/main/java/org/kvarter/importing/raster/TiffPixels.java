package org.kvarter.importing.raster;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReader;
import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageReadParam;
import javax.imageio.stream.FileImageInputStream;
import org.kvarter.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the pixels of one image of a TIFF file through the reader of the GeoTools jar, a band of blocks at a time and thinned while
 * reading. A block that is missing or damaged is left out and counted. Not thread-safe; to be closed.
 */
final class TiffPixels implements AutoCloseable {

    /** Rows read at once, so that files of one row per strip are not read strip by strip. */
    private static final int BAND_ROWS = 256;

    private static final Logger LOG = LoggerFactory.getLogger(TiffPixels.class);

    private final TiffDirectory tags;
    private final Window window;
    private final long fileBytes;
    private final FileImageInputStream in;
    private final TIFFImageReader reader;
    private int blocksLost;
    private int blocksRead;

    /** Takes kept pixels: {@code block}'s upper left pixel is the one at ({@code column}, {@code row}) of the window. */
    @FunctionalInterface
    interface Receiver {
        void block(BufferedImage block, int column, int row);
    }

    TiffPixels(Path file, TiffDirectory tags, Window window) throws IOException {
        this.tags = tags;
        this.window = window;
        this.in = new FileImageInputStream(file.toFile());
        this.fileBytes = in.length();
        this.reader = (TIFFImageReader) new TIFFImageReaderSpi().createReaderInstance();
        reader.setInput(in, false, true);
    }

    /** Reads the window; progress is told from 0 to 1. */
    void read(Receiver receiver, Progress progress, String message) {
        int band = Math.max(1, BAND_ROWS / tags.blockHeight()) * tags.blockHeight();
        int last = window.y() + (window.rows() - 1) * window.step();
        for (int y = window.y() / tags.blockHeight() * tags.blockHeight(); y <= last; y += band) {
            progress.checkCancelled();
            progress.report((double) (y - window.y()) / Math.max(1, last - window.y()), message);
            region(0, y, tags.width(), Math.min(band, tags.height() - y), receiver);
        }
        progress.checkCancelled();
    }

    /** Blocks that could not be read. */
    int blocksLost() {
        return blocksLost;
    }

    int blocksRead() {
        return blocksRead;
    }

    private void region(int x, int y, int width, int height, Receiver receiver) {
        int c0 = window.columnFrom(x);
        int r0 = window.rowFrom(y);
        int c1 = Math.min(window.columns(), window.columnFrom(x + width));
        int r1 = Math.min(window.rows(), window.rowFrom(y + height));
        if (c0 >= c1 || r0 >= r1) {
            return;
        }
        boolean oneBlock = width <= tags.blockWidth() && height <= tags.blockHeight();
        if (allPresent(x, y, width, height)) {
            int fromX = window.x() + c0 * window.step();
            int fromY = window.y() + r0 * window.step();
            Rectangle area = new Rectangle(fromX, fromY, (c1 - c0 - 1) * window.step() + 1, (r1 - r0 - 1) * window.step() + 1);
            try {
                ImageReadParam how = reader.getDefaultReadParam();
                how.setSourceRegion(area);
                how.setSourceSubsampling(window.step(), window.step(), 0, 0);
                BufferedImage block = reader.read(tags.index(), how);
                receiver.block(block, c0, r0);
                blocksRead++;
                return;
            } catch (IOException | RuntimeException e) {
                LOG.debug("Damaged block at {}, {}", x, y, e);
            }
        }
        if (oneBlock) {
            blocksLost++;
        } else if (height > tags.blockHeight()) {
            int half = (height / tags.blockHeight() + 1) / 2 * tags.blockHeight();
            region(x, y, width, half, receiver);
            region(x, y + half, width, height - half, receiver);
        } else {
            int half = (width / tags.blockWidth() + 1) / 2 * tags.blockWidth();
            region(x, y, half, height, receiver);
            region(x + half, y, width - half, height, receiver);
        }
    }

    private boolean allPresent(int x, int y, int width, int height) {
        for (int down = y / tags.blockHeight(); down * tags.blockHeight() < y + height; down++) {
            for (int across = x / tags.blockWidth(); across * tags.blockWidth() < x + width; across++) {
                if (!tags.isBlockPresent(across, down, fileBytes)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }
}
