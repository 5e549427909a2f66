package org.kvarter.importing.dxf;

import java.util.ArrayList;
import java.util.List;

/** A record of a DXF file: its type and its pairs of group code and value, in order. Filled by one thread, then read. */
final class DxfRecord {

    private final String type;
    private int[] codes = new int[16];
    private final List<String> values = new ArrayList<>(16);
    /** Records that belong to it: a polyline's vertices, an insert's attributes. */
    final List<DxfRecord> parts = new ArrayList<>(0);

    DxfRecord(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    void add(int code, String value) {
        if (values.size() == codes.length) {
            codes = java.util.Arrays.copyOf(codes, codes.length * 2);
        }
        codes[values.size()] = code;
        values.add(value);
    }

    int size() {
        return values.size();
    }

    int code(int at) {
        return codes[at];
    }

    String text(int at) {
        return values.get(at);
    }

    /** The number in a pair, NaN where it is none. */
    double number(int at) {
        try {
            return Double.parseDouble(values.get(at).strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Position of the first pair of a code from a position on, −1 for none. */
    int find(int code, int from) {
        for (int i = from; i < values.size(); i++) {
            if (codes[i] == code) {
                return i;
            }
        }
        return -1;
    }

    /** The first text of a code, {@code otherwise} where there is none. */
    String text(int code, String otherwise) {
        int at = find(code, 0);
        return at < 0 ? otherwise : values.get(at).strip();
    }

    /** The first number of a code, {@code otherwise} where there is none that is finite. */
    double number(int code, double otherwise) {
        int at = find(code, 0);
        double value = at < 0 ? Double.NaN : number(at);
        return Double.isFinite(value) ? value : otherwise;
    }

    /** The first whole number of a code, {@code otherwise} where there is none. */
    int whole(int code, int otherwise) {
        return (int) number(code, otherwise);
    }

    /** The point whose east has that code; NaN where it is missing, height 0 where it has none. */
    double[] point(int code) {
        return new double[] {number(code, Double.NaN), number(code + 10, Double.NaN), number(code + 20, 0)};
    }
}
