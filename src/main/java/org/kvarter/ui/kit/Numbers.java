package org.kvarter.ui.kit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as people read them: grouped, in the display language, with no more digits than mean something. */
public final class Numbers {

    private static final MathContext THREE = new MathContext(3, RoundingMode.HALF_UP);

    private Numbers() {
    }

    /** At most three significant digits: 1 230, 45.7, 0.0346; very small and very large ones with a power of ten. A dash for NaN. */
    public static String three(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e9)) {
            DecimalFormat power = (DecimalFormat) NumberFormat.getInstance(locale());
            power.applyPattern("0.##E0");
            return power.format(value);
        }
        return plain(new BigDecimal(value).round(THREE), 8);
    }

    /** Three significant digits, but never fewer than all digits before the decimal sign: 12 345, 45.7, 0.0346. A dash for NaN. */
    public static String measured(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        return Math.abs(value) >= 100 ? plain(new BigDecimal(value), 0) : three(value);
    }

    /** A whole number, grouped from five digits on, so that years and house numbers stay as they are. */
    public static String whole(long value) {
        return Math.abs(value) < 10_000 ? Long.toString(value) : plain(BigDecimal.valueOf(value), 0);
    }

    /** A share of one in whole percent; "&lt; 1 %" rather than zero for a little. */
    public static String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale());
        return share > 0 && share < 0.005 ? "< " + format.format(0.01) : format.format(share);
    }

    /** A number and its unit with a space that does not break; the number alone without a unit. */
    public static String with(String number, String unit) {
        return unit.isBlank() ? number : number + "\u00a0" + unit;
    }

    /** A number to be edited: so many decimals, a minus that can be typed, nothing between the digits. */
    public static String exact(double value, int decimals) {
        return String.format(locale(), "%." + decimals + "f", value);
    }

    /** A measured number to be read: always so many decimals, grouped from five digits on. A dash for NaN. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        format.setGroupingUsed(Math.abs(value) >= 10_000);
        double unit = Math.pow(10, -decimals);
        return format.format(Math.abs(value) < unit / 2 ? 0 : value); // no minus before a zero
    }

    /** The number that a person has typed, with a decimal point or comma and spaces between digits; NaN where it is none. */
    public static double parsed(String text) {
        try {
            return Double.parseDouble(text.replaceAll("[\\u00a0\\u202f ]", "").replace('\u2212', '-').replace(',', '.').toLowerCase(Locale.ROOT));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String plain(BigDecimal value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setGroupingUsed(value.abs().compareTo(BigDecimal.valueOf(10_000)) >= 0);
        return format.format(value);
    }

    private static Locale locale() {
        return Locale.getDefault(Locale.Category.DISPLAY);
    }
}
