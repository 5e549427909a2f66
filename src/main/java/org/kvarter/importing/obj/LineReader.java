package org.kvarter.importing.obj;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Lines of bytes, one at a time, in a buffer that is used again; a backslash at the end joins the next line. Words are read straight
 * from the bytes. Not thread-safe.
 */
final class LineReader {

    /** A face with a million corners is no building. */
    static final int MAX_LINE = 1 << 24;

    /** A line is longer than {@link #MAX_LINE}. */
    static final class LineTooLongException extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private byte[] line = new byte[256];
    private int length;
    private int cursor;
    private long number;
    private int coordinateNumber;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; {@code false} at the end. */
    boolean next() throws IOException {
        length = 0;
        cursor = 0;
        boolean any = false;
        while (true) {
            if (at == end) {
                at = 0;
                end = Math.max(0, in.read(buffer));
                if (end == 0) {
                    number += any ? 1 : 0;
                    return any;
                }
            }
            any = true;
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            append(from, at);
            if (at < end) {
                at++;
                number++;
                if (length > 0 && line[length - 1] == '\r') {
                    length--;
                }
                if (length > 0 && line[length - 1] == '\\') {
                    line[length - 1] = ' ';
                    continue;
                }
                return true;
            }
        }
    }

    private void append(int from, int to) throws LineTooLongException {
        int needed = length + to - from;
        if (needed > MAX_LINE) {
            throw new LineTooLongException();
        }
        if (needed > line.length) {
            line = Arrays.copyOf(line, Math.max(needed, 2 * line.length));
        }
        System.arraycopy(buffer, from, line, length, to - from);
        length = needed;
    }

    /** Number of the line, from 1. */
    long number() {
        return number;
    }

    /** The next word of the line, {@code null} at its end. */
    String word() {
        skipBlanks();
        int from = cursor;
        while (cursor < length && line[cursor] > ' ' || cursor < length && line[cursor] < 0) {
            cursor++;
        }
        return from == cursor ? null : new String(line, from, cursor - from, StandardCharsets.UTF_8);
    }

    /** The next word as a number; NaN where it is none or there is no more. */
    double number64() {
        String word = word();
        if (word == null) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Vertex number at the start of the next word ({@code 12/3/4}): 0 where there is no more, {@link Integer#MIN_VALUE} if broken. */
    int vertexNumber() {
        skipBlanks();
        if (cursor == length) {
            return 0;
        }
        boolean negative = line[cursor] == '-';
        cursor += negative ? 1 : 0;
        long value = 0;
        int digits = 0;
        while (cursor < length && line[cursor] >= '0' && line[cursor] <= '9') {
            value = Math.min(Integer.MAX_VALUE, value * 10 + line[cursor++] - '0');
            digits++;
        }
        coordinateNumber = cursor + 1 < length && line[cursor] == '/' ? second(cursor + 1) : 0;
        boolean sound = digits > 0 && value != 0 && (cursor == length || line[cursor] == '/' || line[cursor] <= ' ' && line[cursor] >= 0);
        while (cursor < length && (line[cursor] > ' ' || line[cursor] < 0)) {
            cursor++;
        }
        return sound ? (int) (negative ? -value : value) : Integer.MIN_VALUE;
    }

    /** Number after the first slash of the word that {@link #vertexNumber} read, 0 where there is none or it is broken. */
    int coordinateNumber() {
        return coordinateNumber;
    }

    private int second(int from) {
        boolean negative = line[from] == '-';
        long value = 0;
        for (int i = negative ? from + 1 : from; i < length && line[i] >= '0' && line[i] <= '9'; i++) {
            value = Math.min(Integer.MAX_VALUE, value * 10 + line[i] - '0');
        }
        return (int) (negative ? -value : value);
    }

    /** The rest of the line without blanks around. */
    String rest() {
        skipBlanks();
        String text = new String(line, cursor, length - cursor, StandardCharsets.UTF_8).strip();
        cursor = length;
        return text;
    }

    private void skipBlanks() {
        while (cursor < length && line[cursor] <= ' ' && line[cursor] >= 0) {
            cursor++;
        }
    }
}
