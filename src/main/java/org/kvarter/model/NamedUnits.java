package org.kvarter.model;

import java.util.Locale;
import java.util.Map;

/** Units that the names of attributes end with, as tables write them: {@code height_m}, {@code floor_area_m2}, {@code heat_kWh}. Stateless. */
public final class NamedUnits {

    private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("m", "m"), Map.entry("km", "km"), Map.entry("cm", "cm"),
            Map.entry("mm", "mm"), Map.entry("m2", "m²"), Map.entry("sqm", "m²"), Map.entry("ha", "ha"), Map.entry("m3", "m³"),
            Map.entry("kwh", "kWh"), Map.entry("mwh", "MWh"), Map.entry("gwh", "GWh"), Map.entry("kw", "kW"), Map.entry("mw", "MW"),
            Map.entry("kwp", "kWp"), Map.entry("kv", "kV"), Map.entry("kva", "kVA"), Map.entry("mva", "MVA"), Map.entry("kg", "kg"),
            Map.entry("degc", "°C"), Map.entry("pct", "%"), Map.entry("percent", "%"), Map.entry("kmh", "km/h"), Map.entry("sek", "kr"),
            Map.entry("eur", "€"));

    private NamedUnits() {
    }

    /** The unit a name ends with after an underscore; empty for none. */
    public static String of(String name) {
        int at = name.lastIndexOf('_');
        return at <= 0 ? "" : UNITS.getOrDefault(name.substring(at + 1).toLowerCase(Locale.ROOT), "");
    }

    /** The name without the unit it ends with. */
    public static String without(String name) {
        return of(name).isEmpty() ? name : name.substring(0, name.lastIndexOf('_'));
    }
}
