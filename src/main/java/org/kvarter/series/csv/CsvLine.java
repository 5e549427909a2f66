package org.kvarter.series.csv;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lines of CSV (RFC 4180) with a decimal point. Stateless. */
public final class CsvLine {

    private CsvLine() {
    }

    /** A line with its end; cells are quoted where they must be. */
    public static String line(String... cells) {
        return Arrays.stream(cells).map(CsvLine::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    /** A cell, quoted where it must be. */
    public static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** Three decimals; empty for what is no number. */
    public static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "";
    }
}
