package org.kvarter.importing.raster;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the tags of a TIFF or BigTIFF file (TIFF 6.0; BigTIFF as of libtiff), nothing else of it. Everything is checked against the
 * length of the file, so that a damaged one costs no memory and no time.
 */
final class TiffTags {

    private static final int MAX_DIRECTORIES = 32;
    private static final int MAX_ENTRIES = 1024;
    /** Values of one tag: enough for the strips of a raster of four million rows. */
    private static final long MAX_VALUES = 1 << 22;
    private static final int ASCII = 2;
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    private final FileChannel file;
    private final long length;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private boolean big;

    private TiffTags(FileChannel file) throws IOException {
        this.file = file;
        this.length = file.size();
    }

    /** Whether a file with these first bytes says that it is a TIFF. */
    static boolean isTiff(byte[] head) {
        if (head.length < 8) {
            return false;
        }
        boolean little = head[0] == 'I' && head[1] == 'I' && (head[2] == 42 || head[2] == 43) && head[3] == 0;
        boolean bigEndian = head[0] == 'M' && head[1] == 'M' && head[2] == 0 && (head[3] == 42 || head[3] == 43);
        return little || bigEndian;
    }

    /**
     * The directories of a file, at least one.
     *
     * @throws EOFException where the file ends before the first directory does
     * @throws IOException  where it is no TIFF or cannot be read
     */
    static List<TiffDirectory> read(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            return new TiffTags(file).directories();
        }
    }

    private List<TiffDirectory> directories() throws IOException {
        ByteBuffer head = bytes(0, (int) Math.min(16, length));
        if (!isTiff(head.array())) {
            throw new IOException("not a TIFF");
        }
        order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        head.order(order);
        big = head.getShort(2) == 43;
        if (big && length < 16) {
            throw new EOFException();
        }
        long next = big ? head.getLong(8) : head.getInt(4) & 0xFFFFFFFFL;
        List<TiffDirectory> found = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        while (next != 0 && seen.add(next) && found.size() < MAX_DIRECTORIES) {
            try {
                next = directory(next, found);
            } catch (IOException e) {
                // A damaged later directory is an overview less, no reason to refuse the image.
                if (found.isEmpty()) {
                    throw e;
                }
                break;
            }
        }
        if (found.isEmpty()) {
            throw new EOFException();
        }
        return found;
    }

    private long directory(long at, List<TiffDirectory> found) throws IOException {
        int countBytes = big ? 8 : 2;
        ByteBuffer head = bytes(at, countBytes);
        long entries = big ? head.getLong() : head.getShort() & 0xFFFF;
        if (entries < 1 || entries > MAX_ENTRIES) {
            throw new IOException("directory of " + entries + " entries");
        }
        int entryBytes = big ? 20 : 12;
        ByteBuffer table = bytes(at + countBytes, (int) entries * entryBytes);
        Map<Integer, double[]> numbers = new HashMap<>();
        Map<Integer, String> texts = new HashMap<>();
        for (int e = 0; e < entries; e++) {
            table.position(e * entryBytes);
            entry(table, numbers, texts);
        }
        found.add(new TiffDirectory(found.size(), order == ByteOrder.BIG_ENDIAN, numbers, texts));
        long end = at + countBytes + entries * entryBytes;
        if (end + (big ? 8 : 4) > length) {
            return 0;
        }
        ByteBuffer link = bytes(end, big ? 8 : 4);
        return big ? link.getLong() : link.getInt() & 0xFFFFFFFFL;
    }

    private void entry(ByteBuffer table, Map<Integer, double[]> numbers, Map<Integer, String> texts) throws IOException {
        int tag = table.getShort() & 0xFFFF;
        int type = table.getShort() & 0xFFFF;
        long count = big ? table.getLong() : table.getInt() & 0xFFFFFFFFL;
        int size = type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
        if (size == 0 || count <= 0) {
            return;
        }
        if (count > MAX_VALUES) {
            throw new IOException("tag " + tag + " of " + count + " values");
        }
        int inline = big ? 8 : 4;
        ByteBuffer values;
        if (count * size <= inline) {
            values = table.slice(table.position(), inline).order(order);
        } else {
            values = bytes(big ? table.getLong() : table.getInt() & 0xFFFFFFFFL, (int) (count * size));
        }
        if (type == ASCII) {
            byte[] text = new byte[(int) count];
            values.get(text);
            texts.put(tag, new String(text, StandardCharsets.UTF_8).replace("\0", ""));
        } else {
            double[] all = new double[(int) count];
            for (int i = 0; i < all.length; i++) {
                all[i] = value(values, type);
            }
            numbers.put(tag, all);
        }
    }

    private static double value(ByteBuffer in, int type) {
        return switch (type) {
            case 1, 7 -> in.get() & 0xFF;
            case 3 -> in.getShort() & 0xFFFF;
            case 4, 13 -> in.getInt() & 0xFFFFFFFFL;
            case 5 -> (in.getInt() & 0xFFFFFFFFL) / (double) (in.getInt() & 0xFFFFFFFFL);
            case 6 -> in.get();
            case 8 -> in.getShort();
            case 9 -> in.getInt();
            case 10 -> in.getInt() / (double) in.getInt();
            case 11 -> in.getFloat();
            case 12 -> in.getDouble();
            default -> in.getLong();
        };
    }

    private ByteBuffer bytes(long at, int count) throws IOException {
        if (at < 0 || count < 0 || at + count > length) {
            throw new EOFException();
        }
        ByteBuffer buffer = ByteBuffer.allocate(count).order(order);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + buffer.position()) < 0) {
                throw new EOFException();
            }
        }
        return buffer.flip();
    }
}
