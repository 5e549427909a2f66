package org.kvarter.importing.citygml;

import java.util.function.DoubleConsumer;

/**
 * Reads numbers from text that comes in pieces, with blanks or commas between: most without making a string. Not thread-safe.
 */
final class NumberText {

    private static final int LONGEST = 64;
    private static final double[] POWERS = new double[23];

    static {
        double power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    private final char[] word = new char[LONGEST];
    private int length;
    private DoubleConsumer sink;

    void start(DoubleConsumer receiver) {
        sink = receiver;
        length = 0;
    }

    void add(char[] chars, int from, int count) {
        for (int i = from; i < from + count; i++) {
            char c = chars[i];
            if (c <= ' ' || c == ',') {
                if (length > 0) {
                    end();
                }
            } else if (length < LONGEST) {
                word[length++] = c;
            }
        }
    }

    void end() {
        if (length > 0) {
            sink.accept(value());
            length = 0;
        }
    }

    /** Exact where up to 15 digits are scaled by a power of ten that is exact itself; everything else goes the long way. */
    private double value() {
        int i = word[0] == '-' || word[0] == '+' ? 1 : 0;
        long digits = 0;
        int count = 0;
        int decimals = 0;
        boolean point = false;
        for (; i < length; i++) {
            char c = word[i];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                count += digits == 0 ? 0 : 1;
                decimals += point ? 1 : 0;
                if (count > 15) {
                    return slow();
                }
            } else if (c == '.' && !point) {
                point = true;
            } else {
                return slow();
            }
        }
        if (decimals > 22 || length == 1 && (point || word[0] == '-' || word[0] == '+')) {
            return slow();
        }
        double value = digits / POWERS[decimals];
        return word[0] == '-' ? -value : value;
    }

    private double slow() {
        String text = new String(word, 0, length);
        char last = word[length - 1];
        if (length == LONGEST || last == 'f' || last == 'F' || last == 'd' || last == 'D') {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The number that {@code text} is, NaN where it is none. */
    static double of(String text) {
        double[] value = {Double.NaN};
        int[] count = {0};
        NumberText one = new NumberText();
        one.start(v -> {
            value[0] = v;
            count[0]++;
        });
        one.add(text.toCharArray(), 0, text.length());
        one.end();
        return count[0] == 1 ? value[0] : Double.NaN;
    }
}
