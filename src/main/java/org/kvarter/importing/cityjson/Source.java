package org.kvarter.importing.cityjson;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.kvarter.importing.SourceHead;

/** The bytes of the file, unpacked where they are gzip, with how far they are read. */
final class Source extends FilterInputStream {

    /** Bytes read of the file as it lies on disk. */
    private static final class Counter extends FilterInputStream {

        private long count;

        Counter(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            count += Math.max(0, n);
            return n;
        }
    }

    private final Counter counter;
    private final long size;
    private long delivered;
    private boolean ended;

    private Source(InputStream content, Counter counter, long size) {
        super(content);
        this.counter = counter;
        this.size = size;
    }

    static Source open(SourceHead head) throws IOException {
        Counter counter = new Counter(Files.newInputStream(head.file()));
        try {
            InputStream content = Probe.isGzip(head.bytes()) ? new GZIPInputStream(counter, 1 << 16) : counter;
            return new Source(content, counter, Math.max(1, Files.size(head.file())));
        } catch (IOException e) {
            counter.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        delivered += value < 0 ? 0 : 1;
        ended |= value < 0;
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        delivered += Math.max(0, n);
        ended |= n < 0;
        return n;
    }

    /** Number of bytes there are, unpacked; {@link Long#MAX_VALUE} while the end has not been reached. */
    long end() throws IOException {
        if (!ended && read() >= 0) {
            return Long.MAX_VALUE;
        }
        return delivered;
    }

    /** Share of the file read, 0 … 1. */
    double fraction() {
        return Math.min(1, counter.count / (double) size);
    }
}
