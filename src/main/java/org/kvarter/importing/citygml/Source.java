package org.kvarter.importing.citygml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.kvarter.importing.CountedInput;
import org.kvarter.importing.SourceHead;

/** The bytes of the document, unpacked where they are gzip or in a zip archive, with how far they are read. */
final class Source extends CountedInput {

    /** Text packs to a twentieth; what unpacks to this many times its size is made to fill memory and disks. */
    private static final long MOST_TIMES = 400;
    private static final long ALWAYS_FINE = 64L << 20;

    private final CountedInput file;
    private final long size;

    private Source(InputStream content, CountedInput file, long size) {
        super(content);
        this.file = file;
        this.size = size;
    }

    static Source open(SourceHead head) throws IOException {
        CountedInput file = new CountedInput(Files.newInputStream(head.file()));
        try {
            return new Source(unpack(file, head.bytes()), file, Math.max(1, Files.size(head.file())));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    static boolean isPacked(byte[] head) {
        return isGzip(head) || isZip(head);
    }

    /** The document in {@code in}, by what its first bytes say. */
    static InputStream unpack(InputStream in, byte[] head) throws IOException {
        if (isGzip(head)) {
            return new GZIPInputStream(in, 1 << 16);
        }
        return isZip(head) ? firstDocument(new ZipInputStream(in)) : in;
    }

    private static InputStream firstDocument(ZipInputStream zip) throws IOException {
        for (ZipEntry entry; (entry = zip.getNextEntry()) != null;) {
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (!entry.isDirectory() && (name.endsWith(".gml") || name.endsWith(".xml") || name.endsWith(".citygml"))) {
                return zip;
            }
        }
        return zip;
    }

    private static boolean isGzip(byte[] head) {
        return head.length > 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
    }

    private static boolean isZip(byte[] head) {
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    @Override
    protected void counted(long total) throws IOException {
        if (total > ALWAYS_FINE && total / MOST_TIMES > file.count()) {
            throw new RefusedException("refused.bomb");
        }
    }

    /** Share of the file read, 0 … 1. */
    double fraction() {
        return Math.min(1, file.count() / (double) size);
    }
}
