package org.kvarter.overlay;

import java.util.List;

/**
 * The unit in which a legend says its figures, so that they need neither many zeros nor many digits: 8.5 Wh/m² instead of 0.0085 kWh/m².
 * Values and limits stay in the data's unit.
 *
 * @param unit   what the legend names
 * @param factor figures in {@code unit} per figure in the data's unit
 */
record LegendUnit(String unit, double factor) {

    private static final double SMALL = 0.1;
    private static final double LARGE = 10_000;
    /** Neighbours are a thousand apart. */
    private static final List<List<String>> FAMILIES = List.of(List.of("Wh", "kWh", "MWh", "GWh"), List.of("W", "kW", "MW", "GW"));

    /**
     * The unit for figures up to {@code largest}.
     *
     * @param dataUnit of the data, possibly with a denominator, such as {@code kWh/m²}; one of no known family stays
     * @param largest  largest figure that the legend says, by size
     */
    static LegendUnit of(String dataUnit, double largest) {
        int end = dataUnit.indexOf('/');
        String numerator = end < 0 ? dataUnit : dataUnit.substring(0, end);
        String rest = end < 0 ? "" : dataUnit.substring(end);
        for (List<String> family : FAMILIES) {
            int at = family.indexOf(numerator);
            if (at > 0 && largest > 0 && largest < SMALL) {
                return new LegendUnit(family.get(at - 1) + rest, 1e3);
            }
            if (at >= 0 && at + 1 < family.size() && largest >= LARGE) {
                return new LegendUnit(family.get(at + 1) + rest, 1e-3);
            }
        }
        return new LegendUnit(dataUnit, 1);
    }
}
