package org.kvarter.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes with how many of them were read. Marks and skips are not counted. Not thread-safe. */
public class CountedInput extends FilterInputStream {

    private long count;
    private boolean ended;

    /** Counts what is read of {@code in}. */
    public CountedInput(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        note(value < 0 ? -1 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        note(n);
        return n;
    }

    private void note(int n) throws IOException {
        ended |= n < 0;
        count += Math.max(0, n);
        counted(count);
    }

    /**
     * Is told after each reading, and may refuse more.
     *
     * @param total bytes so far
     * @throws IOException where that is too much
     */
    protected void counted(long total) throws IOException {
        // any number is fine here
    }

    /** Bytes read so far. */
    public final long count() {
        return count;
    }

    /** Whether the end was met. */
    public final boolean hasEnded() {
        return ended;
    }
}
