package org.kvarter.series.csv;

/** Numbers as meters and spreadsheets write them. */
public final class Numbers {

    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

    private Numbers() {
    }

    /** Whether a cell stands for a missing value. */
    public static boolean isMissing(String cell) {
        if (!cell.isEmpty() && cell.charAt(0) >= '0' && cell.charAt(0) <= '9') {
            return false;
        }
        String text = cell.strip();
        return text.isEmpty() || text.equals("-") || text.equals("–") || text.equalsIgnoreCase("nan") || text.equalsIgnoreCase("na")
                || text.equalsIgnoreCase("n/a") || text.equalsIgnoreCase("null") || text.equals("#N/A");
    }

    /** The number in a cell, blanks as thousands separators allowed; NaN where it is none or not finite. */
    public static double parse(String cell, boolean decimalComma) {
        double plainValue = plain(cell, decimalComma ? ',' : '.');
        return plainValue >= 0 ? plainValue : anyForm(cell, decimalComma);
    }

    /**
     * The number in a cell of nothing but at most {@value #EXACT_DIGITS} digits and one decimal sign; −1 for every other cell. A year
     * of hours has millions of them. The quotient of two whole numbers that a double holds exactly is rounded once, as it should be.
     */
    private static double plain(String cell, char decimal) {
        int n = cell.length();
        if (n == 0 || n > EXACT_DIGITS + 1) {
            return -1;
        }
        long digits = 0;
        int fraction = -1;
        for (int i = 0; i < n; i++) {
            char c = cell.charAt(i);
            if (c == decimal && fraction < 0 && i > 0 && i + 1 < n) {
                fraction = 0;
            } else if (c >= '0' && c <= '9') {
                digits = 10 * digits + (c - '0');
                fraction += fraction < 0 ? 0 : 1;
            } else {
                return -1;
            }
        }
        return n > EXACT_DIGITS && fraction < 0 ? -1 : fraction <= 0 ? digits : digits / POWERS[fraction];
    }

    private static double anyForm(String cell, boolean decimalComma) {
        int n = cell.length();
        // beside a decimal comma a point parts thousands, but a lone point before anything but three digits is a decimal point all the same
        boolean comma = decimalComma && (cell.indexOf(',') >= 0 || groupsOfThree(cell, '.'));
        boolean commaGroups = !decimalComma && groupsOfThree(cell, ',');
        StringBuilder plain = new StringBuilder(n);
        for (int i = 0; i < n; i++) {
            char c = cell.charAt(i);
            if (c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\'' || c == '\u2019') {
                continue;
            }
            if (comma && c == '.' || commaGroups && c == ',') {
                continue;
            }
            plain.append(c == '\u2212' ? '-' : decimalComma && c == ',' ? '.' : c);
        }
        if (plain.length() == 0 || plain.length() > 32 || Character.isLetter(plain.charAt(plain.length() - 1))) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(plain.toString());
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Whether a sign stands only before groups of exactly three digits, as in {@code 1,234,567.8}. */
    private static boolean groupsOfThree(String cell, char sign) {
        String text = cell.strip();
        int at = text.indexOf(sign);
        if (at <= 0 || at > 4) {
            return false;
        }
        while (at >= 0) {
            int end = at + 1;
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
            if (end - at != 4) {
                return false;
            }
            at = text.indexOf(sign, end);
            if (at >= 0 && at != end) {
                return false;
            }
        }
        return true;
    }
}
