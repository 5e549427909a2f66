package org.kvarter.importing.ifc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.kvarter.importing.arrays.MemoryBudget;

/** The bytes of the STEP file, out of a zip where it lies in one, within a budget. */
final class IfcBytes {

    private static final int CHUNK = 1 << 20;

    private IfcBytes() {
    }

    /** A zip holds no {@code .ifc} file. */
    static final class NoModelException extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Reads all.
     *
     * @param report called every megabyte with the bytes so far; may throw to cancel
     * @throws MemoryBudget.ExceededException where it does not fit
     */
    static byte[] read(Path file, MemoryBudget budget, java.util.function.LongConsumer report) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            boolean zip = start.length == 4 && start[0] == 'P' && start[1] == 'K';
            if (!zip) {
                long size = Files.size(file);
                if (size > Integer.MAX_VALUE - 16) {
                    throw new MemoryBudget.ExceededException();
                }
                budget.claim(size);
                byte[] bytes = new byte[(int) size];
                System.arraycopy(start, 0, bytes, 0, Math.min(start.length, bytes.length));
                int at = Math.min(start.length, bytes.length);
                while (at < bytes.length) {
                    int n = in.read(bytes, at, Math.min(CHUNK, bytes.length - at));
                    if (n < 0) {
                        return java.util.Arrays.copyOf(bytes, at);
                    }
                    at += n;
                    report.accept(at);
                }
                return bytes;
            }
        }
        return unzip(file, budget, report);
    }

    private static byte[] unzip(Path file, MemoryBudget budget, java.util.function.LongConsumer report) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".ifc")) {
                    ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
                    byte[] chunk = new byte[CHUNK];
                    for (int n = zip.read(chunk); n >= 0; n = zip.read(chunk)) {
                        // twice: the stream's array doubles, and is copied once
                        budget.claim(3L * n);
                        out.write(chunk, 0, n);
                        report.accept(out.size());
                    }
                    return out.toByteArray();
                }
                report.accept(0);
            }
        }
        throw new NoModelException();
    }
}
