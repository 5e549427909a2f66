package org.kvarter.importing.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A table of delimited text, read row by row without making a string of what is not asked for. Comma, semicolon or tab, whichever the
 * header has; quotes as in RFC 4180; rows may be short. UTF-8, and Windows-1252 for values that are none. Not thread-safe.
 */
public final class ByteTable {

    /** Longest row. */
    private static final int LONGEST = 1 << 20;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int at;
    private boolean ended;
    private final byte delimiter;
    private final String[] names;
    private int[] from = new int[32];
    private int[] to = new int[32];
    private boolean[] escaped = new boolean[32];
    private int fields;
    private long row;
    private boolean isWestern;

    /**
     * Reads the header.
     *
     * @param in UTF-8 or Windows-1252, with or without a byte order mark; closed by the caller
     */
    public ByteTable(InputStream in) throws IOException {
        this.in = in;
        fill();
        if (filled >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            at = 3;
        }
        delimiter = delimiter();
        names = next() ? names() : new String[0];
        row = 0;
    }

    private byte delimiter() {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = at; i < filled && (quoted || buffer[i] != '\n'); i++) {
            quoted ^= buffer[i] == '"';
            int k = quoted ? -1 : ",;\t".indexOf(buffer[i]);
            if (k >= 0) {
                counts[k]++;
            }
        }
        return (byte) (counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',');
    }

    private String[] names() {
        String[] found = new String[fields];
        for (int i = 0; i < fields; i++) {
            found[i] = text(i).strip();
        }
        return found;
    }

    /** Column names as the file spells them. */
    public String[] header() {
        return names.clone();
    }

    /** Index of the column with one of the names, in upper or lower case; −1 for none. */
    public int column(String... wanted) {
        for (String name : wanted) {
            for (int i = 0; i < names.length; i++) {
                if (names[i].toLowerCase(Locale.ROOT).equals(name)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Number of the row, 1 for the first below the header. */
    public long row() {
        return row;
    }

    /** Whether a value was not UTF-8. */
    public boolean isWestern() {
        return isWestern;
    }

    /**
     * Goes to the next row that is not empty.
     *
     * @return whether there is one
     * @throws IOException also where a quote is never closed, or not within a megabyte
     */
    public boolean next() throws IOException {
        do {
            if (!scan()) {
                return false;
            }
        } while (fields == 1 && from[0] == to[0]);
        row++;
        return true;
    }

    private boolean scan() throws IOException {
        fields = 0;
        int begin = at;
        int start = at;
        boolean quoted = false;
        boolean wasQuoted = false;
        boolean twice = false;
        while (true) {
            if (at >= filled) {
                if (ended) {
                    if (at == begin) {
                        return false;
                    }
                    if (quoted) {
                        throw new RowTooLongException(row + 1);
                    }
                    field(start, at, wasQuoted, twice);
                    return true;
                }
                int moved = shift(begin);
                begin -= moved;
                start -= moved;
                continue;
            }
            byte b = buffer[at];
            if (quoted) {
                if (b == '"') {
                    if (at + 1 >= filled && !ended) {
                        int moved = shift(begin);
                        begin -= moved;
                        start -= moved;
                        continue;
                    }
                    if (at + 1 < filled && buffer[at + 1] == '"') {
                        twice = true;
                        at++;
                    } else {
                        quoted = false;
                    }
                }
            } else if (b == delimiter) {
                field(start, at, wasQuoted, twice);
                start = at + 1;
                wasQuoted = false;
                twice = false;
            } else if (b == '\n') {
                field(start, at > start && buffer[at - 1] == '\r' ? at - 1 : at, wasQuoted, twice);
                at++;
                return true;
            } else if (b == '"' && isBlank(start, at)) {
                quoted = true;
                wasQuoted = true;
            }
            at++;
        }
    }

    private boolean isBlank(int first, int end) {
        for (int i = first; i < end; i++) {
            if (buffer[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    private void field(int start, int end, boolean wasQuoted, boolean twice) {
        int a = start;
        int b = end;
        while (a < b && buffer[a] <= ' ' && buffer[a] >= 0) {
            a++;
        }
        while (b > a && buffer[b - 1] <= ' ' && buffer[b - 1] >= 0) {
            b--;
        }
        if (wasQuoted && b - a >= 2 && buffer[a] == '"' && buffer[b - 1] == '"') {
            a++;
            b--;
        }
        if (fields == from.length) {
            from = Arrays.copyOf(from, 2 * fields);
            to = Arrays.copyOf(to, 2 * fields);
            escaped = Arrays.copyOf(escaped, 2 * fields);
        }
        from[fields] = a;
        to[fields] = b;
        escaped[fields++] = twice;
    }

    /** Makes room for more of the row that begins at {@code begin}; answers by how much everything moved down. */
    private int shift(int begin) throws IOException {
        if (filled - begin > LONGEST) {
            throw new RowTooLongException(row + 1);
        }
        if (begin > 0) {
            System.arraycopy(buffer, begin, buffer, 0, filled - begin);
            filled -= begin;
            at -= begin;
            for (int i = 0; i < fields; i++) {
                from[i] -= begin;
                to[i] -= begin;
            }
        } else if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        fill();
        return begin;
    }

    private void fill() throws IOException {
        while (filled < buffer.length && !ended) {
            int n = in.read(buffer, filled, buffer.length - filled);
            ended = n < 0;
            filled += Math.max(0, n);
        }
    }

    /** Whether a column has a value in this row; columns of index −1 have none. */
    public boolean has(int column) {
        return column >= 0 && column < fields && to[column] > from[column];
    }

    /** A value as text, empty for none. */
    public String text(int column) {
        if (!has(column)) {
            return "";
        }
        String text = decode(from[column], to[column]);
        return escaped[column] ? text.replace("\"\"", "\"") : text;
    }

    private String decode(int a, int b) {
        for (int i = a; i < b; i++) {
            if (buffer[i] < 0) {
                try {
                    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, a, b - a)).toString();
                } catch (CharacterCodingException e) {
                    isWestern = true;
                    return new String(buffer, a, b - a, WESTERN);
                }
            }
        }
        return new String(buffer, a, b - a, StandardCharsets.ISO_8859_1);
    }

    /** Number of a value among the ids seen before; −1 where it is new or missing. */
    public int find(int column, ByteIds ids) {
        return has(column) ? ids.find(buffer, from[column], to[column]) : -1;
    }

    /** Number of a value among the ids, put in where it is new; −1 where it is missing. */
    public int put(int column, ByteIds ids) {
        return has(column) ? ids.put(buffer, from[column], to[column]) : -1;
    }

    /** A whole number; {@code otherwise} where there is none. */
    public int integer(int column, int otherwise) {
        if (!has(column)) {
            return otherwise;
        }
        int i = from[column];
        boolean negative = buffer[i] == '-';
        i += negative || buffer[i] == '+' ? 1 : 0;
        long value = 0;
        if (i == to[column] || to[column] - i > 10) {
            return otherwise;
        }
        for (; i < to[column]; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9) {
                double real = number(column);
                return Double.isFinite(real) && Math.abs(real) < 2e9 ? (int) real : otherwise;
            }
            value = 10 * value + digit;
        }
        return value > Integer.MAX_VALUE ? otherwise : (int) (negative ? -value : value);
    }

    /** A number with a point or a comma; NaN where there is none. */
    public double number(int column) {
        return has(column) ? Decimal.parse(buffer, from[column], to[column]) : Double.NaN;
    }

    /** Seconds of a time {@code H:MM:SS} or {@code H:MM}, which may pass 24 hours; −1 where there is none. */
    public int seconds(int column) {
        if (!has(column)) {
            return -1;
        }
        int[] parts = new int[3];
        int part = 0;
        int digits = 0;
        for (int i = from[column]; i < to[column]; i++) {
            int digit = buffer[i] - '0';
            if (buffer[i] == ':' && digits > 0 && part < 2) {
                part++;
                digits = 0;
            } else if (digit >= 0 && digit <= 9 && digits < 4) {
                parts[part] = 10 * parts[part] + digit;
                digits++;
            } else {
                return -1;
            }
        }
        return part < 1 || digits == 0 || parts[1] > 59 || parts[2] > 60 || parts[0] > 400 ? -1 : parts[0] * 3600 + parts[1] * 60 + parts[2];
    }

    /** A row without an end. */
    public static final class RowTooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        RowTooLongException(long row) {
            super("row " + row + " has no end");
        }
    }
}
