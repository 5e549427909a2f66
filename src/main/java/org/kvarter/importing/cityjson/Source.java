package org.kvarter.importing.cityjson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.kvarter.importing.CountedInput;
import org.kvarter.importing.SourceHead;

/** The bytes of the file, unpacked where they are gzip, with how far they are read. */
final class Source extends CountedInput {

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
            InputStream content = Probe.isGzip(head.bytes()) ? new GZIPInputStream(file, 1 << 16) : file;
            return new Source(content, file, Math.max(1, Files.size(head.file())));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Number of bytes there are, unpacked; {@link Long#MAX_VALUE} while the end has not been reached. */
    long end() throws IOException {
        if (!hasEnded() && read() >= 0) {
            return Long.MAX_VALUE;
        }
        return count();
    }

    /** Share of the file read, 0 … 1. */
    double fraction() {
        return Math.min(1, file.count() / (double) size);
    }
}
