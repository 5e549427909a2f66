package org.kvarter.geo.store;

import java.util.regex.Pattern;

/** Tells texts that are numbers from codes that look like them. Stateless. */
final class PlainNumbers {

    private static final int LONGEST = 24;
    private static final int MOST_DIGITS = 15;
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0," + (MOST_DIGITS - 1) + "})");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)?(\\.\\d+)?([eE][-+]?\\d{1,3})?");

    private PlainNumbers() {
    }

    /** Whether a text is a whole number that a {@code double} holds exactly, without zeros before it. */
    static boolean isWhole(String text) {
        return text.length() <= LONGEST && WHOLE.matcher(text).matches();
    }

    /** Whether a text is a finite number in decimal notation with a point, without zeros before it. */
    static boolean isNumber(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !NUMBER.matcher(text).matches() || text.chars().noneMatch(Character::isDigit)
                || text.charAt(0) == 'e' || text.charAt(0) == 'E' || text.startsWith("-e") || text.startsWith("-E")) {
            return false;
        }
        return text.indexOf('.') >= 0 || text.toLowerCase(java.util.Locale.ROOT).indexOf('e') >= 0 ? Double.isFinite(Double.parseDouble(text))
                : isWhole(text);
    }
}
