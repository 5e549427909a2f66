package org.kvarter.analysis.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A product of powers of named units, such as kWh/m². Immutable.
 *
 * <p>Units that are not known by name, such as {@code dwellings}, are units of their own: they multiply and cancel, but convert into nothing.
 * Temperatures in °C are such a unit as well, since they have no zero to reckon from.
 *
 * @param powers exponent by name, never 0; empty for a plain number
 */
public record Unit(Map<String, Integer> powers) {

    /** A plain number. */
    public static final Unit NONE = new Unit(Map.of());

    private static final Pattern FACTOR = Pattern.compile("([^\\s·*/^()0-9²³⁻¹.-]+)\\s*(?:\\^?(-?[1-9])|([²³]|⁻¹|⁻²|⁻³))?");
    /** Powers that over a time are an energy, and the other way round. */
    private static final Map<String, String> PER_HOUR = Map.of("kWh", "kW", "MWh", "MW", "Wh", "W", "GWh", "GW");

    public Unit {
        Map<String, Integer> kept = new TreeMap<>();
        powers.forEach((name, power) -> {
            if (power != 0) {
                kept.put(name, power);
            }
        });
        powers = java.util.Collections.unmodifiableMap(kept);
    }

    /**
     * A unit as people write it: {@code kWh/m²}, {@code m2}, {@code kg CO2/kWh}, {@code W/(m²·K)}, and all that tables know by a name
     * ({@link org.kvarter.tables.Units}); a plain number for an empty text or {@code 1}.
     */
    public static Unit parse(String text) {
        Optional<org.kvarter.tables.Unit> ofTables = org.kvarter.tables.Units.parse(text);
        if (ofTables.filter(u -> u.dimension() == org.kvarter.tables.Unit.Dimension.INTENSITY).isPresent()) {
            return product(ofTables.get().symbol()); // use per floor is that of a year, whether it says so or not: kWh/m²a, kWh/m² år
        }
        Unit plain = product(text);
        if (plain.powers.keySet().stream().allMatch(Units::isName)) {
            return plain;
        }
        return ofTables.filter(u -> !u.symbol().equals(text.strip())).map(u -> product(u.symbol())).orElse(plain);
    }

    private static Unit product(String text) {
        String written = text.strip();
        if (written.isEmpty() || written.equals("1") || written.equals("-") || written.equals("–")) {
            return NONE;
        }
        // a substance belongs to the mass it is counted in
        Matcher substance = Pattern.compile("\\b(k?g|t|ton)\\s*(CO2e?q?|CO₂e?)").matcher(written);
        boolean ofCarbon = substance.find();
        written = ofCarbon ? substance.replaceAll("$1") : written;
        Map<String, Integer> powers = new TreeMap<>();
        int sign = 1;
        int at = 0;
        boolean inBrackets = false;
        Matcher factor = FACTOR.matcher(written);
        while (at < written.length()) {
            char c = written.charAt(at);
            if (c == '/') {
                sign = -1;
                at++;
            } else if (c == '(') {
                inBrackets = true;
                at++;
            } else if (c == ')') {
                inBrackets = false;
                sign = 1;
                at++;
            } else if (Character.isWhitespace(c) || c == '·' || c == '*' || c == '1' && at + 1 < written.length() && written.charAt(at + 1) == '/') {
                at++;
            } else if (factor.find(at) && factor.start() == at) {
                powers.merge(Units.usual(factor.group(1)), sign * exponent(factor), Integer::sum);
                sign = inBrackets ? sign : 1;
                at = factor.end();
            } else {
                return new Unit(Map.of(text.strip(), 1)); // written in a way of its own
            }
        }
        Map<String, Integer> squared = new TreeMap<>();
        powers.forEach((name, power) -> {
            int raised = name.endsWith("²") ? 2 : name.endsWith("³") ? 3 : 1;
            squared.merge(raised > 1 ? name.substring(0, name.length() - 1) : name, raised * power, Integer::sum);
        });
        if (ofCarbon) {
            for (String mass : new String[] {"kg", "g", "t"}) {
                if (squared.containsKey(mass)) {
                    squared.put(mass + " CO₂e", squared.remove(mass));
                }
            }
        }
        return new Unit(squared);
    }

    private static int exponent(Matcher factor) {
        if (factor.group(2) != null) {
            return Integer.parseInt(factor.group(2));
        }
        String raised = factor.group(3);
        return raised == null ? 1 : switch (raised) {
            case "²" -> 2;
            case "³" -> 3;
            case "⁻¹" -> -1;
            case "⁻²" -> -2;
            default -> -3;
        };
    }

    /** Whether it is a plain number. */
    public boolean isNone() {
        return powers.isEmpty();
    }

    /** Values of this unit are so many of the coherent unit of its dimension. */
    private double factor() {
        double factor = 1;
        for (Map.Entry<String, Integer> part : powers.entrySet()) {
            Units.Known known = Units.known(plain(part.getKey()));
            factor *= known == null ? 1 : Math.pow(known.factor(), part.getValue());
        }
        return factor;
    }

    private static String plain(String name) {
        return name.endsWith(" CO₂e") ? name.substring(0, name.length() - 5) : name;
    }

    /** Exponents of the dimensions, then those of units of their own by name. */
    private Map<String, Integer> dimension() {
        Map<String, Integer> dimension = new TreeMap<>();
        powers.forEach((name, power) -> {
            Units.Known known = Units.known(plain(name));
            if (known == null) {
                dimension.merge(name, power, Integer::sum);
            } else {
                for (int i = 0; i < 5; i++) {
                    dimension.merge("\0" + i, power * known.dimensions().get(i), Integer::sum);
                }
                if (name.endsWith("CO₂e")) {
                    dimension.merge("CO₂e", power, Integer::sum);
                }
            }
        });
        dimension.values().removeIf(p -> p == 0);
        return dimension;
    }

    /** Whether values of the two can be added. */
    public boolean fits(Unit other) {
        return dimension().equals(other.dimension());
    }

    /** How many of {@code other} one of this is; NaN where they do not fit. */
    public double in(Unit other) {
        return equals(other) ? 1 : fits(other) ? factor() / other.factor() : Double.NaN;
    }

    /**
     * A product or quotient, in units people use: kW × h is kWh, kWh ÷ h is kW, percent is a plain number.
     *
     * @param unit   its unit
     * @param factor what the product of the values is multiplied by to be in it
     */
    public record Product(Unit unit, double factor) {
    }

    /** The unit of values of this multiplied by values of another. */
    public Product times(Unit other) {
        return combined(other, 1);
    }

    /** The unit of values of this divided by values of another. */
    public Product per(Unit other) {
        return combined(other, -1);
    }

    private Product combined(Unit other, int sign) {
        Map<String, Integer> all = new TreeMap<>(powers);
        double factor = 1;
        for (Map.Entry<String, Integer> part : other.powers.entrySet()) {
            String name = part.getKey();
            int power = sign * part.getValue();
            String like = all.containsKey(name) ? name : alike(all, name);
            if (like == null) {
                all.merge(name, power, Integer::sum);
            } else {
                factor *= Math.pow(new Unit(Map.of(name, 1)).in(new Unit(Map.of(like, 1))), power);
                all.merge(like, power, Integer::sum);
                all.values().removeIf(p -> p == 0);
            }
        }
        for (String share : new String[] {"%", "‰"}) {
            Integer power = all.size() > 1 || all.getOrDefault(share, 1) != 1 || sign > 0 ? all.remove(share) : null;
            factor *= power == null ? 1 : Math.pow(Units.known(share).factor(), power);
        }
        factor *= joinLengths(all) * joinHours(all);
        return new Product(new Unit(all), factor);
    }

    /** The name among {@code all} of a unit of the same dimension, into which one converts; {@code null} for none. */
    private static String alike(Map<String, Integer> all, String name) {
        Unit one = new Unit(Map.of(name, 1));
        return all.keySet().stream().filter(n -> Units.known(plain(n)) != null && new Unit(Map.of(n, 1)).fits(one)).findFirst().orElse(null);
    }

    /** Hectares and litres as powers of metres where there are metres; what the values are multiplied by for it. */
    private static double joinLengths(Map<String, Integer> all) {
        double factor = 1;
        for (String name : new String[] {"ha", "l"}) {
            if (all.containsKey(name) && all.containsKey("m")) {
                int power = all.remove(name);
                factor *= Math.pow(Units.known(name).factor(), power);
                all.merge("m", power * Units.known(name).dimensions().get(0), Integer::sum);
                all.values().removeIf(p -> p == 0);
            }
        }
        return factor;
    }

    /** Puts energy for power times time and power for energy by time; what the values are multiplied by for it. */
    private static double joinHours(Map<String, Integer> all) {
        for (Map.Entry<String, String> pair : PER_HOUR.entrySet()) {
            for (Map.Entry<String, Double> time : Map.of("h", 1.0, "d", 24.0, "min", 1 / 60.0, "s", 1 / 3600.0).entrySet()) {
                if (all.getOrDefault(pair.getValue(), 0) == 1 && all.getOrDefault(time.getKey(), 0) == 1) {
                    all.remove(pair.getValue());
                    all.remove(time.getKey());
                    all.put(pair.getKey(), 1);
                    return time.getValue();
                }
                if (all.getOrDefault(pair.getKey(), 0) == 1 && all.getOrDefault(time.getKey(), 0) == -1) {
                    all.remove(pair.getKey());
                    all.remove(time.getKey());
                    all.put(pair.getValue(), 1);
                    return 1 / time.getValue();
                }
            }
        }
        return 1;
    }

    /** The square root, where all exponents are even; else empty. */
    public java.util.Optional<Unit> root() {
        Map<String, Integer> halves = new TreeMap<>();
        powers.forEach((name, power) -> halves.put(name, power / 2));
        return powers.values().stream().anyMatch(p -> p % 2 != 0) ? java.util.Optional.empty() : java.util.Optional.of(new Unit(halves));
    }

    /** As people write it: {@code kWh/m²}; empty for a plain number. */
    public String text() {
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        powers.forEach((name, power) -> (power > 0 ? above : below).add(name + raised(Math.abs(power))));
        String head = above.isEmpty() ? "1" : String.join("·", above);
        return powers.isEmpty() ? "" : below.isEmpty() ? head : head + "/" + (below.size() == 1 ? below.get(0) : "(" + String.join("·", below) + ")");
    }

    private static String raised(int power) {
        return power == 1 ? "" : power == 2 ? "²" : power == 3 ? "³" : "^" + power;
    }

    @Override
    public String toString() {
        return text();
    }
}
