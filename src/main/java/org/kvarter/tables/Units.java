package org.kvarter.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kvarter.tables.Unit.Dimension;

/** The units that tables of energy, weather and cities are written in, by the many ways in which people write them. Stateless. */
public final class Units {

    private static final Map<String, Unit> BY_SPELLING = new HashMap<>();

    static {
        add(Dimension.ENERGY, 1, "kWh", "kwh", "kw·h", "kw*h", "kwhr", "kwhel", "kwhth", "kwhe", "kilowattimmar", "kilowatt hours", "kilowattstunden");
        add(Dimension.ENERGY, 1000, "MWh", "mwh", "mw·h");
        add(Dimension.ENERGY, 1e6, "GWh", "gwh");
        add(Dimension.ENERGY, 0.001, "Wh", "wh", "w·h", "watthours");
        add(Dimension.ENERGY, 1 / 3.6, "MJ", "mj");
        add(Dimension.ENERGY, 1000 / 3.6, "GJ", "gj");
        add(Dimension.ENERGY, 1 / 3600.0, "kJ", "kj");
        add(Dimension.ENERGY, 1 / 3.6e6, "J", "j", "joule", "joules");
        // energy per hour is a mean power
        add(Dimension.POWER, 1, "kW", "kw", "kwh/h", "kwh/hour", "kwh/tim", "kwh/timme", "kilowatt");
        add(Dimension.POWER, 1000, "MW", "mwh/h", "megawatt", "maw");
        add(Dimension.POWER, 0.001, "W", "w", "watt", "wh/h", "watts");
        add(Dimension.TEMPERATURE, 1, "°C", "°c", "c", "degc", "deg c", "celsius", "grader", "grader c", "grad c", "º c", "ºc", "deg.c", "℃");
        add(Dimension.TEMPERATURE, 1, "K", "k", "kelvin");
        add(Dimension.TEMPERATURE, Double.NaN, "°F", "°f", "degf", "fahrenheit");
        add(Dimension.VOLUME, 1, "m³", "m3", "m^3", "kbm", "cbm", "m³", "kubikmeter", "nm3", "nm³");
        add(Dimension.VOLUME, 0.001, "l", "l", "liter", "litre", "litres", "liters", "dm3", "dm³");
        add(Dimension.FLOW, 1, "m³/h", "m3/h", "m³/h", "m^3/h", "m3/hr");
        add(Dimension.FLOW, 3.6, "l/s", "l/s");
        add(Dimension.FLOW, 0.06, "l/min", "l/min");
        add(Dimension.FLOW, 0.001, "l/h", "l/h");
        add(Dimension.MASS, 1, "kg", "kg");
        add(Dimension.MASS, 1000, "t", "t", "ton", "tonne", "tonnes");
        add(Dimension.MASS, 0.001, "g", "g");
        add(Dimension.LENGTH, 1, "m", "m", "meter", "metre");
        add(Dimension.LENGTH, 0.001, "mm", "mm");
        add(Dimension.LENGTH, 0.01, "cm", "cm");
        add(Dimension.LENGTH, 1000, "km", "km");
        add(Dimension.AREA, 1, "m²", "m2", "m^2", "m²", "sqm", "kvm", "qm", "kvadratmeter");
        add(Dimension.AREA, 1e4, "ha", "ha", "hectare");
        add(Dimension.IRRADIANCE, 1, "W/m²", "w/m2", "w/m^2", "w/m²", "w m-2", "w m2");
        add(Dimension.IRRADIATION, 1, "Wh/m²", "wh/m2", "wh/m²", "wh/m^2");
        add(Dimension.INTENSITY, 1, "kWh/m²", "kwh/m2", "kwh/m²", "kwh/m^2", "kwh/kvm", "kwh/m2a", "kwh/m²a", "kwh/(m²a)", "kwh/m2,år", "kwh/m²,år", "kwh/m2/år", "kwh/m2 år", "kwh/m² år", "kwh/kvm,år", "kwh/kvm år", "kwh/m2 a", "kwh/m² a", "kwh/m2,a", "kwh/(m2a)", "kwh/(m2 a)", "kwh/m2 year", "kwh/m2,ar");
        add(Dimension.PRESSURE, 1, "Pa", "pa");
        add(Dimension.PRESSURE, 100, "hPa", "hpa", "mbar", "millibar");
        add(Dimension.PRESSURE, 1000, "kPa", "kpa");
        add(Dimension.PRESSURE, 1e5, "bar", "bar");
        add(Dimension.SPEED, 1, "m/s", "m/s", "m s-1", "ms-1");
        add(Dimension.SPEED, 1 / 3.6, "km/h", "km/h", "kmh", "kph");
        add(Dimension.ANGLE, 1, "°", "°", "deg", "degree", "degrees", "º");
        add(Dimension.SHARE, 1, "%", "%", "pct", "percent", "procent", "prosentti", "prozent");
        // each currency is a kind of its own: nobody is asked for a rate of exchange
        money("€", "eur", "euro");
        money("kr", "sek");
        money("NOK", "nok");
        money("DKK", "dkk");
        add(Dimension.PRICE, 10, "ct/kWh", "ct/kwh", "cent/kwh", "c/kwh", "snt/kwh");
        add(Dimension.PRICE, 10, "öre/kWh", "öre/kwh", "ore/kwh");
        add(Dimension.PRICE, 10, "øre/kWh", "øre/kwh");
        add(Dimension.OTHER, 1, "g/kWh", "g/kwh", "gco2/kwh", "gco2eq/kwh", "gco2e/kwh", "g co2/kwh", "kg/mwh");
        add(Dimension.OTHER, 1, "ppm", "ppm");
        add(Dimension.OTHER, 1, "lux", "lux", "lx");
        add(Dimension.OTHER, 1, "µg/m³", "µg/m3", "μg/m3", "ug/m3", "µg/m³", "μg/m³");
        add(Dimension.OTHER, 1, "dB", "db", "dba", "db(a)");
        add(Dimension.OTHER, 1, "kVArh", "kvarh");
        add(Dimension.OTHER, 1, "kVAr", "kvar");
        add(Dimension.OTHER, 1, "kVA", "kva");
        add(Dimension.VOLTAGE, 1, "V", "v", "volt");
        add(Dimension.VOLTAGE, 1000, "kV", "kv");
        add(Dimension.CURRENT, 1, "A", "a", "ampere", "amp");
        add(Dimension.COUNT, 1, "pcs", "st", "stk", "pcs", "kpl", "stück", "antal", "count", "pers", "personer", "persons");
    }

    private Units() {
    }

    private static void add(Dimension dimension, double factor, String symbol, String... spellings) {
        Unit unit = new Unit(symbol, dimension, factor);
        BY_SPELLING.putIfAbsent(symbol.toLowerCase(Locale.ROOT), unit);
        for (String spelling : spellings) {
            BY_SPELLING.putIfAbsent(spelling, unit);
        }
    }

    private static void money(String symbol, String... spellings) {
        add(Dimension.MONEY, 1, symbol, spellings);
        price(Dimension.PRICE, 1000, symbol, "kWh", List.of("kwh"), spellings);
        price(Dimension.PRICE, 1, symbol, "MWh", List.of("mwh"), spellings);
        price(Dimension.OTHER, 1, symbol, "m²", List.of("m²", "m2", "kvm", "sqm"), spellings);
    }

    private static void price(Dimension dimension, double factor, String symbol, String per, List<String> below, String... spellings) {
        List<String> all = new ArrayList<>();
        for (String under : below) {
            all.add(symbol.toLowerCase(Locale.ROOT) + "/" + under);
            Arrays.stream(spellings).forEach(s -> all.add(s + "/" + under));
        }
        add(dimension, factor, symbol + "/" + per, all.toArray(String[]::new));
    }

    /** The unit that a text names, however it is spelled; empty where none is known. {@code MW} is megawatts, {@code mW} too. */
    public static Optional<Unit> parse(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceFirst("\\.$", "");
        if (plain.equals("mw")) {
            return Optional.of(new Unit("MW", Dimension.POWER, 1000));
        }
        if (plain.isEmpty() || plain.length() > 20) {
            return Optional.empty();
        }
        Unit found = BY_SPELLING.get(plain);
        return Optional.ofNullable(found != null ? found : BY_SPELLING.get(plain.replace(" ", "")));
    }

    /** All spellings that are known, in lower case. */
    public static Set<String> spellings() {
        return Collections.unmodifiableSet(BY_SPELLING.keySet());
    }

    /** The unit that a text names, in its usual spelling; the text itself where none is known. */
    public static String usual(String text) {
        return parse(text).map(Unit::symbol).orElse(text.strip());
    }

    /** What a unit's text measures. */
    public static Optional<Dimension> dimension(String text) {
        return parse(text).map(Unit::dimension);
    }

    /**
     * The factor from one unit to another; NaN where either is not known or they measure different things or are no multiples.
     */
    public static double factor(String from, String to) {
        Optional<Unit> a = parse(from);
        Optional<Unit> b = parse(to);
        return a.isPresent() && b.isPresent() && a.get().fits(b.get()) && a.get().dimension() != Dimension.TEMPERATURE
                ? a.get().factor() / b.get().factor() : Double.NaN;
    }
}
