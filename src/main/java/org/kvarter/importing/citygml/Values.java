package org.kvarter.importing.citygml;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Texts of the document as values of attributes, and units as people write them. */
final class Values {

    /** Properties of the standard whose values are numbers although no unit says so. */
    private static final Set<String> NUMBERS = Set.of("storeysAboveGround", "storeysBelowGround", "yearOfConstruction", "yearOfDemolition",
            "measuredHeight", "averageHeight", "trunkDiameter", "crownDiameter", "rootBallDiameter", "maxRootBallDiameter");

    private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("metre", "m"), Map.entry("meter", "m"), Map.entry("metres", "m"),
            Map.entry("meters", "m"), Map.entry("m2", "m²"), Map.entry("m^2", "m²"), Map.entry("sqm", "m²"), Map.entry("m3", "m³"),
            Map.entry("m^3", "m³"), Map.entry("degree", "°"), Map.entry("deg", "°"), Map.entry("grad", "°"), Map.entry("feet", "ft"),
            Map.entry("[ft_i]", "ft"), Map.entry("percent", "%"), Map.entry("qm", "m²"), Map.entry("scale", ""), Map.entry("ratio", ""),
            Map.entry("unity", ""), Map.entry("noUnit", ""), Map.entry("none", ""), Map.entry("W/(m2*K)", "W/(m²K)"),
            Map.entry("W/K*m2", "W/(m²K)"), Map.entry("kWh/a", "kWh/a"));

    private Values() {
    }

    /**
     * The value of a simple property.
     *
     * @param uom its unit, {@code null} for none
     */
    static Object of(String name, String text, String uom) {
        if (uom != null || NUMBERS.contains(name)) {
            return number(text);
        }
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> text;
        };
    }

    /** A number where the text is one: {@link Long} or {@link Double}; else the text. */
    static Object number(String text) {
        double value = NumberText.of(text);
        if (Double.isNaN(value)) {
            return text;
        }
        boolean whole = Math.abs(value) < 1e15 && value == Math.rint(value) && text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
        return whole ? (Object) (long) value : (Object) value;
    }

    /** A unit of measure: {@code urn:ogc:def:uom:UCUM::m}, {@code #m} and {@code metre} are all {@code m}. */
    static String unit(String uom) {
        if (uom == null) {
            return "";
        }
        String unit = uom.strip();
        String lower = unit.toLowerCase(Locale.ROOT);
        if (lower.startsWith("urn:")) {
            unit = unit.substring(unit.lastIndexOf(':') + 1);
        } else if (lower.startsWith("http:") || lower.startsWith("https:")) {
            unit = unit.substring(Math.max(unit.lastIndexOf('/'), unit.lastIndexOf('#')) + 1);
        } else if (unit.startsWith("#")) {
            unit = unit.substring(1);
        }
        return UNITS.getOrDefault(unit, UNITS.getOrDefault(unit.toLowerCase(Locale.ROOT), unit.length() > 30 ? "" : unit));
    }
}
