package org.kvarter.importing.raster;

import java.io.IOException;
import java.io.InputStream;

/**
 * Words and numbers of a text of ASCII, streaming. Numbers are read without making strings of them, as grids have millions. A comma
 * counts as a decimal point. Not thread-safe.
 */
final class GridText {

    private static final int MAX_WORD = 80;
    private static final double[] POWERS = new double[23];

    static {
        double p = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = p;
            p *= 10;
        }
    }

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long line = 1;
    private final byte[] word = new byte[MAX_WORD];
    private int wordLength;

    GridText(InputStream in) {
        this.in = in;
    }

    /** Line of the last word, from 1. */
    long line() {
        return line;
    }

    /** Moves to the next word; false at the end. Words longer than 80 characters are cut off. */
    boolean next() throws IOException {
        int c = read();
        while (c >= 0 && c <= ' ') {
            line += c == '\n' ? 1 : 0;
            c = read();
        }
        wordLength = 0;
        while (c > ' ') {
            if (wordLength < MAX_WORD) {
                word[wordLength++] = (byte) c;
            }
            c = read();
        }
        if (c == '\n') {
            at--;
        }
        return wordLength > 0;
    }

    /** The word. */
    String text() {
        return new String(word, 0, wordLength, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /**
     * The word as a number; NaN where it is the word for it.
     *
     * @throws NumberFormatException where the word is no number
     */
    double number() {
        int i = 0;
        boolean negative = word[0] == '-';
        if (negative || word[0] == '+') {
            i++;
        }
        long digits = 0;
        int scale = 0;
        int count = 0;
        boolean point = false;
        for (; i < wordLength; i++) {
            byte c = word[i];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + c - '0';
                count++;
                scale += point ? 1 : 0;
            } else if ((c == '.' || c == ',') && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (i < wordLength || count == 0 || count > 17 || scale >= POWERS.length) {
            // Exponents, many digits, or no number at all: rare enough for a string.
            return Double.parseDouble(text().replace(',', '.'));
        }
        double value = digits / POWERS[scale];
        return negative ? -value : value;
    }

    private int read() throws IOException {
        if (at == end) {
            end = in.read(buffer);
            at = 0;
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        return buffer[at++] & 0xFF;
    }
}
