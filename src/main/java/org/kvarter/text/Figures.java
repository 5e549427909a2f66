package org.kvarter.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * Numbers as people read them: at most three significant digits, grouped, in the display locale.
 *
 * <p>Numbers of 1,000 and more keep all digits before the decimal sign rounded to three significant ones only above 100,000, so that a
 * building's 12,345 kWh stays itself.
 */
public final class Figures {

    private Figures() {
    }

    /** {@code value} with at most three significant digits after rounding; an en dash for NaN. */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(value);
        if (size >= 1_000 && size < 100_000) {
            return format(BigDecimal.valueOf(Math.rint(value)));
        }
        return format(new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_UP)));
    }

    /** {@code value} with its unit after a no-break space; without one where the unit is empty. */
    public static String of(double value, String unit) {
        return unit.isEmpty() ? of(value) : of(value) + "\u00a0" + unit;
    }

    private static String format(BigDecimal rounded) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.getDefault(Locale.Category.DISPLAY));
        format.setMaximumFractionDigits(Math.max(0, Math.min(12, rounded.stripTrailingZeros().scale())));
        return format.format(rounded);
    }
}
