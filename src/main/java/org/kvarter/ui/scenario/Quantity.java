package org.kvarter.ui.scenario;

import java.util.Map;
import org.kvarter.ui.kit.Numbers;

/**
 * A figure as a card shows it: large amounts in the next larger unit, three digits.
 *
 * @param number the number
 * @param unit   its unit
 */
public record Quantity(String number, String unit) {

    private static final Map<String, String> LARGER = Map.of("Wh", "kWh", "kWh", "MWh", "MWh", "GWh", "W", "kW", "kW", "MW", "kg", "t", "g", "kg",
            "m", "km");
    private static final double LARGE = 10_000;

    /** An amount in the unit that suits it. */
    public static Quantity of(double value, String unit) {
        double amount = value;
        String shown = unit;
        while (Math.abs(amount) >= LARGE && LARGER.containsKey(shown)) {
            amount /= 1_000;
            shown = LARGER.get(shown);
        }
        return new Quantity(Numbers.three(amount), shown);
    }

    /** With a sign, for a difference. */
    public static Quantity change(double value, String unit) {
        Quantity size = of(Math.abs(value), unit);
        return new Quantity((value < 0 ? "−" : value > 0 ? "+" : "") + size.number(), size.unit());
    }

    /** A share of one as a signed percentage; a dash for NaN. */
    public static String percent(double share) {
        if (!Double.isFinite(share)) {
            return "–";
        }
        double percent = 100 * share;
        String size = Math.abs(percent) >= 1000 ? Numbers.three(Math.abs(percent)) : Numbers.three(Math.round(10 * Math.abs(percent)) / 10.0);
        return (percent < -0.05 ? "−" : percent > 0.05 ? "+" : "±") + size + "\u00a0%";
    }

    @Override
    public String toString() {
        return Numbers.with(number, unit);
    }
}
