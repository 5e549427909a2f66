package org.kvarter.analysis.unit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.tables.Unit.Dimension;

/**
 * The units that are known by name: how large they are and what of. Factors are exact by definition (SI Brochure 9, tables 6 and 8) but the
 * tonne of carbon dioxide, which is its mass. What is not known is a unit of its own that converts into nothing.
 */
final class Units {

    /**
     * A known unit.
     *
     * @param factor     how many of the coherent unit of its dimension it is
     * @param dimensions exponents of m, kg, s, A and money
     */
    record Known(double factor, List<Integer> dimensions) {
    }

    static final List<Integer> NONE = List.of(0, 0, 0, 0, 0);
    private static final List<Integer> LENGTH = List.of(1, 0, 0, 0, 0);
    private static final List<Integer> MASS = List.of(0, 1, 0, 0, 0);
    private static final List<Integer> TIME = List.of(0, 0, 1, 0, 0);
    private static final List<Integer> ENERGY = List.of(2, 1, -2, 0, 0);
    private static final List<Integer> POWER = List.of(2, 1, -3, 0, 0);
    private static final List<Integer> VOLTAGE = List.of(2, 1, -3, -1, 0);
    private static final List<Integer> CURRENT = List.of(0, 0, 0, 1, 0);
    private static final Map<String, Known> KNOWN = new HashMap<>();
    /** Names of what tables do not measure in, above all times. All other spellings, {@link org.kvarter.tables.Units} knows. */
    private static final Map<String, String> TIMES = Map.ofEntries(Map.entry("hour", "h"), Map.entry("hours", "h"), Map.entry("tim", "h"), Map.entry("day", "d"),
            Map.entry("days", "d"), Map.entry("dygn", "d"), Map.entry("year", "a"), Map.entry("yr", "a"), Map.entry("år", "a"), Map.entry("L", "l"));

    static {
        put("m", 1, LENGTH, "mm", 1e-3, "cm", 1e-2, "km", 1e3);
        put("ha", 1e4, List.of(2, 0, 0, 0, 0));
        put("l", 1e-3, List.of(3, 0, 0, 0, 0));
        put("kg", 1, MASS, "g", 1e-3, "t", 1e3);
        put("s", 1, TIME, "min", 60.0, "h", 3600.0, "d", 86_400.0);
        put("J", 1, ENERGY, "kJ", 1e3, "MJ", 1e6, "GJ", 1e9, "TJ", 1e12, "Wh", 3.6e3, "kWh", 3.6e6, "MWh", 3.6e9, "GWh", 3.6e12, "TWh", 3.6e15);
        put("W", 1, POWER, "kW", 1e3, "MW", 1e6, "GW", 1e9, "VA", 1.0, "kVA", 1e3, "MVA", 1e6);
        put("V", 1, VOLTAGE, "kV", 1e3);
        put("A", 1, CURRENT);
        put("kr", 1, List.of(0, 0, 0, 0, 1), "tkr", 1e3, "Mkr", 1e6, "öre", 1e-2);
        put("%", 1e-2, NONE, "‰", 1e-3);
    }

    private Units() {
    }

    private static void put(String name, double factor, List<Integer> dimensions, Object... scaled) {
        KNOWN.put(name, new Known(factor, dimensions));
        for (int i = 0; i < scaled.length; i += 2) {
            KNOWN.put((String) scaled[i], new Known(factor * (Double) scaled[i + 1], dimensions));
        }
    }

    /** The unit of a name; {@code null} for one that is not known. */
    static Known known(String name) {
        return KNOWN.get(name);
    }

    /** Whether a name is one that is written so, rather than a spelling of another. */
    static boolean isName(String name) {
        return KNOWN.containsKey(name) || name.endsWith(" CO₂e") || TIMES.containsValue(name) || isMoney(name);
    }

    /** The name units of several names go by here. */
    static String usual(String name) {
        if (KNOWN.containsKey(name) || TIMES.containsKey(name)) {
            return TIMES.getOrDefault(name, name);
        }
        // one letter or two may be a name of something else
        return name.length() < 3 ? name : org.kvarter.tables.Units.parse(name).map(org.kvarter.tables.Unit::symbol)
                .filter(symbol -> KNOWN.containsKey(symbol.replaceAll("[²³]$", "")) || isMoney(symbol)).orElse(name);
    }

    private static boolean isMoney(String name) {
        return org.kvarter.tables.Units.parse(name).filter(u -> u.dimension() == Dimension.MONEY && u.symbol().equals(name)).isPresent();
    }
}
