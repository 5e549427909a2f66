package org.kvarter.importing.dxf;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;

/** Reads a DXF file's pairs of lines, and groups them to records. Not thread-safe. */
final class DxfPairs implements Closeable {

    private static final int LONGEST = 8_000;
    private static final int MOST_PAIRS = 4_000_000;

    private final BufferedReader lines;
    private int code;
    private String value;
    private boolean ahead;
    private long pairs;
    private boolean damaged;

    DxfPairs(InputStream in, Charset charset) {
        lines = new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
    }

    /** Steps to the next pair; false at the end, or where what comes is no pair. */
    private boolean next() throws IOException {
        String first = line();
        value = first == null ? null : line();
        if (value == null) {
            return false;
        }
        try {
            code = Integer.parseInt(first.strip());
            pairs++;
            return true;
        } catch (NumberFormatException e) {
            damaged = true;
            return false;
        }
    }

    private String line() throws IOException {
        String line = lines.readLine();
        return line != null && line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    /** The next record, up to the one behind it; {@code null} at the end. */
    DxfRecord record() throws IOException {
        if (!ahead) {
            do {
                if (!next()) {
                    return null;
                }
            } while (code != 0);
        }
        DxfRecord record = new DxfRecord(value.strip());
        ahead = false;
        while (next()) {
            if (code == 0) {
                ahead = true;
                break;
            }
            if (record.size() < MOST_PAIRS && code != 999) {
                record.add(code, value);
            }
        }
        return record;
    }

    long pairs() {
        return pairs;
    }

    /** Whether the file stopped being pairs before its end. */
    boolean isDamaged() {
        return damaged;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
