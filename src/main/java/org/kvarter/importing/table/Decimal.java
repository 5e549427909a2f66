package org.kvarter.importing.table;

import java.nio.charset.StandardCharsets;

/** Numbers out of bytes. Stateless. */
final class Decimal {

    private static final double[] POWERS = new double[19];

    static {
        double power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    private Decimal() {
    }

    /** Plain decimals of up to 15 digits exactly, others by the library; NaN for what is none. */
    static double parse(byte[] text, int from, int to) {
        int i = from;
        boolean negative = text[i] == '-';
        i += negative || text[i] == '+' ? 1 : 0;
        long digits = 0;
        int count = 0;
        int decimals = -1;
        for (; i < to; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
                count++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if ((text[i] == '.' || text[i] == ',') && decimals < 0) {
                decimals = 0;
            } else {
                return library(text, from, to);
            }
            if (count > 15) {
                return library(text, from, to);
            }
        }
        double value = count == 0 ? Double.NaN : decimals > 0 ? digits / POWERS[decimals] : digits;
        return negative ? -value : value;
    }

    private static double library(byte[] text, int from, int to) {
        try {
            double value = Double.parseDouble(new String(text, from, to - from, StandardCharsets.ISO_8859_1).replace(',', '.'));
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
