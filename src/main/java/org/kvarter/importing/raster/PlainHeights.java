package org.kvarter.importing.raster;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.kvarter.task.Progress;

/**
 * Reads heights stored one number per cell, uncompressed or deflated without a predictor, straight from the file, a row of a block
 * at a time. That is how most elevation rasters are stored, the sample district's among them, and it spares the start of the program
 * the image reader of the GeoTools jar with its hundreds of classes. Not thread-safe; to be closed.
 */
final class PlainHeights implements AutoCloseable {

    private static final int PREDICTOR = 317;
    private static final int PACKED_CHUNK = 1 << 16;

    private final TiffDirectory tags;
    private final Window window;
    private final HeightValues values;
    private final FileChannel file;
    private final long fileBytes;
    private final int cellBytes;
    private final boolean signed;
    private final boolean isFloat;
    private final ByteBuffer row;
    private int blocksLost;
    private int blocksRead;

    PlainHeights(Path path, TiffDirectory tags, Window window, HeightValues values) throws IOException {
        this.tags = tags;
        this.window = window;
        this.values = values;
        this.cellBytes = tags.bits() / 8;
        this.signed = tags.number(TiffDirectory.SAMPLE_FORMAT, 1) == 2;
        this.isFloat = tags.isFloat();
        this.row = ByteBuffer.allocate(tags.blockWidth() * cellBytes)
                .order(tags.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        this.file = FileChannel.open(path, StandardOpenOption.READ);
        this.fileBytes = file.size();
    }

    /** Whether the image is stored in a way this class reads. */
    static boolean canRead(TiffDirectory tags) {
        boolean plain = tags.compression() == 1 || isDeflated(tags);
        return tags.samples() == 1 && plain && tags.number(PREDICTOR, 1) == 1 && tags.bits() >= 8 && tags.photometric() == 1
                && tags.number(266, 1) == 1 && tags.number(TiffDirectory.SAMPLE_FORMAT, 1) <= 3;
    }

    private static boolean isDeflated(TiffDirectory tags) {
        return tags.compression() == 8 || tags.compression() == 32946;
    }

    /** Writes the kept heights into {@code heights}, the window's cells row by row; cells of lost blocks stay as they are. */
    void read(float[] heights, Progress progress, String message) throws IOException {
        int firstBlock = window.y() / tags.blockHeight();
        int lastBlock = (window.y() + (window.rows() - 1) * window.step()) / tags.blockHeight();
        for (int down = firstBlock; down <= lastBlock; down++) {
            progress.checkCancelled();
            progress.report((double) (down - firstBlock) / (lastBlock - firstBlock + 1), message);
            for (int across = 0; across < tags.blocksAcross(); across++) {
                block(across, down, heights);
            }
        }
        progress.checkCancelled();
    }

    int blocksLost() {
        return blocksLost;
    }

    int blocksRead() {
        return blocksRead;
    }

    private void block(int across, int down, float[] heights) throws IOException {
        int x = across * tags.blockWidth();
        int y = down * tags.blockHeight();
        int c0 = window.columnFrom(x);
        int c1 = Math.min(window.columns(), window.columnFrom(Math.min(x + tags.blockWidth(), tags.width())));
        int r0 = window.rowFrom(y);
        int r1 = Math.min(window.rows(), window.rowFrom(Math.min(y + tags.blockHeight(), tags.height())));
        if (c0 >= c1 || r0 >= r1) {
            return;
        }
        if (!tags.isBlockPresent(across, down, fileBytes)) {
            blocksLost++;
            return;
        }
        int index = down * tags.blocksAcross() + across;
        long at = (long) tags.all(tags.isTiled() ? TiffDirectory.TILE_OFFSETS : TiffDirectory.STRIP_OFFSETS)[index];
        try {
            if (isDeflated(tags)) {
                double[] counts = tags.all(tags.isTiled() ? TiffDirectory.TILE_COUNTS : TiffDirectory.STRIP_COUNTS);
                inflate(at, index < counts.length ? (long) counts[index] : fileBytes - at, x, y, c0, c1, r0, r1, heights);
            } else {
                for (int r = r0; r < r1; r++) {
                    fill(at + (long) (window.y() + r * window.step() - y) * row.capacity());
                    keep(r, x, c0, c1, heights);
                }
            }
            blocksRead++;
        } catch (EOFException | DataFormatException e) {
            blocksLost++;
            for (int r = r0; r < r1; r++) {
                Arrays.fill(heights, r * window.columns() + c0, r * window.columns() + c1, Float.NaN);
            }
        }
    }

    private void inflate(long at, long count, int x, int y, int c0, int c1, int r0, int r1, float[] heights)
            throws IOException, DataFormatException {
        Inflater inflater = new Inflater();
        try {
            long next = at;
            ByteBuffer packed = ByteBuffer.allocate((int) Math.min(PACKED_CHUNK, count));
            int last = window.y() + (r1 - 1) * window.step() - y;
            for (int line = 0; line <= last; line++) {
                int done = 0;
                while (done < row.capacity()) {
                    int n = inflater.inflate(row.array(), done, row.capacity() - done);
                    done += n;
                    if (n == 0) {
                        if (inflater.finished() || inflater.needsDictionary() || next >= at + count) {
                            throw new EOFException();
                        }
                        packed.clear().limit((int) Math.min(packed.capacity(), at + count - next));
                        readFully(packed, next);
                        next += packed.limit();
                        inflater.setInput(packed.array(), 0, packed.limit());
                    }
                }
                int distance = y + line - window.y();
                if (distance >= 0 && distance % window.step() == 0 && distance / window.step() >= r0) {
                    keep(distance / window.step(), x, c0, c1, heights);
                }
            }
        } finally {
            inflater.end();
        }
    }

    private void fill(long at) throws IOException {
        row.clear();
        readFully(row, at);
    }

    private void readFully(ByteBuffer into, long at) throws IOException {
        while (into.hasRemaining()) {
            if (file.read(into, at + into.position()) < 0) {
                throw new EOFException();
            }
        }
    }

    private void keep(int r, int x, int c0, int c1, float[] heights) {
        for (int c = c0; c < c1; c++) {
            int at = (window.x() + c * window.step() - x) * cellBytes;
            heights[r * window.columns() + c] = values.height(stored(at));
        }
    }

    private double stored(int at) {
        return switch (cellBytes) {
            case 1 -> signed ? row.get(at) : row.get(at) & 0xFF;
            case 2 -> signed ? row.getShort(at) : row.getShort(at) & 0xFFFF;
            case 4 -> isFloat ? row.getFloat(at) : signed ? row.getInt(at) : row.getInt(at) & 0xFFFFFFFFL;
            default -> row.getDouble(at);
        };
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
