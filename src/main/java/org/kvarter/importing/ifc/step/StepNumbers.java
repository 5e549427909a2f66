package org.kvarter.importing.ifc.step;

import java.nio.charset.StandardCharsets;

/** Reads numbers straight from bytes, correctly rounded. */
final class StepNumbers {

    private static final double[] TENS = new double[23];
    /** Powers of ten and whole numbers below this are exact doubles: one operation rounds once (Clinger 1990). */
    private static final long EXACT = 1L << 53;

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = 10 * TENS[i - 1];
        }
    }

    private StepNumbers() {
    }

    /** The number that begins at {@code at}; NaN where there is none. */
    static double parse(byte[] bytes, int at) {
        int i = at;
        boolean negative = i < bytes.length && bytes[i] == '-';
        if (i < bytes.length && (bytes[i] == '-' || bytes[i] == '+')) {
            i++;
        }
        long mantissa = 0;
        int digits = 0;
        int scale = 0;
        boolean point = false;
        boolean long64 = true;
        for (; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b >= '0' && b <= '9') {
                digits++;
                if (mantissa < EXACT / 10 - 1) {
                    mantissa = mantissa * 10 + b - '0';
                    scale -= point ? 1 : 0;
                } else {
                    long64 = false;
                }
            } else if (b == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        int end = i;
        int exponent = 0;
        if (i < bytes.length && (bytes[i] == 'E' || bytes[i] == 'e')) {
            i++;
            boolean minus = i < bytes.length && bytes[i] == '-';
            if (i < bytes.length && (bytes[i] == '-' || bytes[i] == '+')) {
                i++;
            }
            for (; i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
                exponent = Math.min(10_000, exponent * 10 + bytes[i] - '0');
                end = i + 1;
            }
            exponent = minus ? -exponent : exponent;
        }
        int ten = exponent + scale;
        if (long64 && Math.abs(ten) < TENS.length) {
            double value = ten < 0 ? mantissa / TENS[-ten] : mantissa * TENS[ten];
            return negative ? -value : value;
        }
        return Double.parseDouble(new String(bytes, at, end - at, StandardCharsets.ISO_8859_1));
    }

    static boolean startsNumber(byte b) {
        return b >= '0' && b <= '9' || b == '-' || b == '+' || b == '.';
    }

    static int skip(byte[] bytes, int at) {
        int i = at;
        while (i < bytes.length && (startsNumber(bytes[i]) || bytes[i] == 'E' || bytes[i] == 'e')) {
            i++;
        }
        return i;
    }

    /** Up to three numbers of the list behind {@code at}. */
    static int three(byte[] bytes, int at, double[] xyz) {
        int i = at;
        while (i < bytes.length && bytes[i] != '(') {
            if (bytes[i] == ')' || bytes[i] == ';') {
                return -1;
            }
            i++;
        }
        int n = 0;
        for (i++; i < bytes.length && bytes[i] != ')' && bytes[i] != ';';) {
            if (startsNumber(bytes[i])) {
                double value = parse(bytes, i);
                if (!Double.isFinite(value)) {
                    return -1;
                }
                if (n < 3) {
                    xyz[n++] = value;
                }
                i = skip(bytes, i);
            } else {
                i++;
            }
        }
        return n == 0 ? -1 : n;
    }
}
