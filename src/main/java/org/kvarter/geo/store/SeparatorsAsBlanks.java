package org.kvarter.geo.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** GeoJSON text sequences (RFC 8142) put a record separator before each text, which a JSON parser takes for an error: blanks instead. */
final class SeparatorsAsBlanks extends FilterInputStream {

    private static final int RECORD_SEPARATOR = 0x1e;

    private SeparatorsAsBlanks(InputStream in) {
        super(in);
    }

    /** The stream itself, or one without separators where it begins with one. It must support marks. */
    static InputStream where(InputStream in) throws IOException {
        in.mark(1);
        boolean sequence = in.read() == RECORD_SEPARATOR;
        in.reset();
        return sequence ? new SeparatorsAsBlanks(in) : in;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        return b == RECORD_SEPARATOR ? ' ' : b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int n = super.read(bytes, from, length);
        for (int i = from; i < from + n; i++) {
            if (bytes[i] == RECORD_SEPARATOR) {
                bytes[i] = ' ';
            }
        }
        return n;
    }
}
