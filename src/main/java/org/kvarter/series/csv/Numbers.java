package org.kvarter.series.csv;

/** Numbers as meters and spreadsheets write them. */
final class Numbers {

    private Numbers() {
    }

    /** Whether a cell stands for a missing value. */
    static boolean isMissing(String cell) {
        String text = cell.strip();
        return text.isEmpty() || text.equals("-") || text.equals("–") || text.equalsIgnoreCase("nan") || text.equalsIgnoreCase("na")
                || text.equalsIgnoreCase("n/a") || text.equalsIgnoreCase("null") || text.equals("#N/A");
    }

    /** The number in a cell, blanks as thousands separators allowed; NaN where it is none or not finite. */
    static double parse(String cell, boolean decimalComma) {
        int n = cell.length();
        StringBuilder plain = new StringBuilder(n);
        for (int i = 0; i < n; i++) {
            char c = cell.charAt(i);
            if (c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\'') {
                continue;
            }
            if (decimalComma && c == '.') {
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
}
