package org.kvarter.importing.ifc.content;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.kvarter.importing.ifc.step.StepFile;
import org.kvarter.importing.ifc.step.StepRow;

/**
 * The units of a project ({@code IfcUnitAssignment}): factors of length and angle, and how people write the units of other measures.
 * Immutable.
 */
public final class Units {

    private static final Map<String, String> PREFIXES = Map.ofEntries(Map.entry("EXA", "E"), Map.entry("PETA", "P"), Map.entry("TERA", "T"),
            Map.entry("GIGA", "G"), Map.entry("MEGA", "M"), Map.entry("KILO", "k"), Map.entry("HECTO", "h"), Map.entry("DECA", "da"),
            Map.entry("DECI", "d"), Map.entry("CENTI", "c"), Map.entry("MILLI", "m"), Map.entry("MICRO", "µ"), Map.entry("NANO", "n"),
            Map.entry("PICO", "p"));
    private static final Map<String, Double> POWERS = Map.ofEntries(Map.entry("EXA", 1e18), Map.entry("PETA", 1e15), Map.entry("TERA", 1e12),
            Map.entry("GIGA", 1e9), Map.entry("MEGA", 1e6), Map.entry("KILO", 1e3), Map.entry("HECTO", 1e2), Map.entry("DECA", 1e1),
            Map.entry("DECI", 1e-1), Map.entry("CENTI", 1e-2), Map.entry("MILLI", 1e-3), Map.entry("MICRO", 1e-6), Map.entry("NANO", 1e-9),
            Map.entry("PICO", 1e-12));
    private static final Map<String, String> SYMBOLS = Map.ofEntries(Map.entry("METRE", "m"), Map.entry("SQUARE_METRE", "m²"),
            Map.entry("CUBIC_METRE", "m³"), Map.entry("GRAM", "g"), Map.entry("SECOND", "s"), Map.entry("RADIAN", "rad"), Map.entry("KELVIN", "K"),
            Map.entry("DEGREE_CELSIUS", "°C"), Map.entry("WATT", "W"), Map.entry("JOULE", "J"), Map.entry("PASCAL", "Pa"), Map.entry("NEWTON", "N"),
            Map.entry("LUMEN", "lm"), Map.entry("LUX", "lx"), Map.entry("VOLT", "V"), Map.entry("AMPERE", "A"), Map.entry("HERTZ", "Hz"),
            Map.entry("CANDELA", "cd"), Map.entry("STERADIAN", "sr"));
    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("DEGREE", "°"), Map.entry("FOOT", "ft"), Map.entry("INCH", "in"),
            Map.entry("YARD", "yd"), Map.entry("MILE", "mi"), Map.entry("SQUARE FOOT", "ft²"), Map.entry("CUBIC FOOT", "ft³"),
            Map.entry("SQUARE INCH", "in²"), Map.entry("CUBIC INCH", "in³"), Map.entry("LITRE", "l"), Map.entry("HOUR", "h"), Map.entry("MINUTE", "min"),
            Map.entry("DAY", "d"), Map.entry("YEAR", "a"), Map.entry("POUND", "lb"), Map.entry("TON", "t"), Map.entry("ACRE", "ac"),
            Map.entry("US SURVEY FOOT", "ftUS"), Map.entry("GON", "gon"));
    /** Measures whose unit is derived, as the standard's global units have them where nothing else is said. */
    private static final Map<String, String> DERIVED = Map.ofEntries(Map.entry("THERMALTRANSMITTANCEMEASURE", "W/(m²·K)"),
            Map.entry("THERMALRESISTANCEMEASURE", "m²·K/W"), Map.entry("THERMALCONDUCTIVITYMEASURE", "W/(m·K)"),
            Map.entry("VOLUMETRICFLOWRATEMEASURE", "m³/s"), Map.entry("MASSDENSITYMEASURE", "kg/m³"), Map.entry("LINEARVELOCITYMEASURE", "m/s"),
            Map.entry("HEATFLUXDENSITYMEASURE", "W/m²"), Map.entry("SPECIFICHEATCAPACITYMEASURE", "J/(kg·K)"), Map.entry("AREADENSITYMEASURE", "kg/m²"));
    private static final int DEEPEST = 8;

    private final StepFile file;
    private final Map<String, Integer> byType = new HashMap<>();

    /** The units of the first project, or any unit assignment. */
    public Units(StepFile file) {
        this.file = file;
        int assignment = -1;
        for (int project : file.ofType("IFCPROJECT")) {
            assignment = assignment < 0 ? file.row(project).ref(8) : assignment;
        }
        int[] any = file.ofType("IFCUNITASSIGNMENT");
        assignment = assignment < 0 && any.length > 0 ? any[0] : assignment;
        for (int unit : file.row(assignment).refs(0)) {
            byType.putIfAbsent(file.row(unit).enumeration(1), unit);
        }
    }

    /** Whether the file says what its lengths are. */
    public boolean hasLength() {
        return byType.containsKey("LENGTHUNIT");
    }

    /** Metres per unit of length; 1 where the file does not say. */
    public double metre() {
        return factor(byType.getOrDefault("LENGTHUNIT", -1));
    }

    /** Radians per unit of plane angle; 1 where the file does not say. */
    public double radian() {
        return factor(byType.getOrDefault("PLANEANGLEUNIT", -1));
    }

    /** SI units per unit; 1 for what is not there or makes no sense. */
    public double factor(int unit) {
        double factor = 1;
        int at = unit;
        for (int steps = 0; at >= 0 && steps < DEEPEST; steps++) {
            StepRow row = file.row(at);
            if (row.type().equals("IFCSIUNIT")) {
                double power = POWERS.getOrDefault(row.enumeration(2), 1.0);
                double made = factor * (row.enumeration(1).equals("AREAUNIT") ? power * power
                        : row.enumeration(1).equals("VOLUMEUNIT") ? power * power * power : power);
                return made > 0 && Double.isFinite(made) ? made : 1;
            }
            StepRow measure = file.row(row.ref(3));
            double value = measure.number(0);
            if (!(value > 0) || !Double.isFinite(value)) {
                return 1;
            }
            factor *= value;
            at = measure.ref(1);
        }
        return factor > 0 && Double.isFinite(factor) ? factor : 1;
    }

    /** How people write a unit; {@code ""} where it is not known. */
    public String symbol(int unit) {
        StepRow row = file.row(unit);
        return switch (row.type()) {
            case "IFCSIUNIT" -> {
                String symbol = SYMBOLS.getOrDefault(row.enumeration(3), "");
                yield symbol.isEmpty() ? "" : PREFIXES.getOrDefault(row.enumeration(2), "") + symbol;
            }
            case "IFCCONVERSIONBASEDUNIT", "IFCCONVERSIONBASEDUNITWITHOFFSET" -> {
                String name = row.text(2).toUpperCase(Locale.ROOT).replace('_', ' ');
                yield NAMES.getOrDefault(name, row.text(2).toLowerCase(Locale.ROOT));
            }
            case "IFCCONTEXTDEPENDENTUNIT" -> row.text(2);
            case "IFCMONETARYUNIT" -> row.enumeration(0).isEmpty() ? row.text(0) : row.enumeration(0);
            case "IFCDERIVEDUNIT" -> derived(row);
            default -> "";
        };
    }

    private String derived(StepRow row) {
        StringBuilder above = new StringBuilder();
        StringBuilder below = new StringBuilder();
        for (int element : row.refs(0)) {
            StepRow part = file.row(element);
            int exponent = (int) part.number(1, 1);
            String symbol = file.type(part.ref(0)).equals("IFCDERIVEDUNIT") ? "" : symbol(part.ref(0));
            if (symbol.isEmpty()) {
                return "";
            }
            StringBuilder side = exponent < 0 ? below : above;
            side.append(side.length() > 0 ? "·" : "").append(symbol).append(superscript(Math.abs(exponent)));
        }
        String bottom = below.indexOf("·") > 0 ? "(" + below + ")" : below.toString();
        return below.length() == 0 ? above.toString() : (above.length() == 0 ? "1" : above) + "/" + bottom;
    }

    private static String superscript(int exponent) {
        return exponent == 1 ? "" : exponent == 2 ? "²" : exponent == 3 ? "³" : "^" + exponent;
    }

    /** The unit of a measure such as {@code IFCPOSITIVELENGTHMEASURE}, as the project has it; {@code ""} for plain numbers. */
    public String ofMeasure(String measure) {
        if (!measure.startsWith("IFC") || !measure.endsWith("MEASURE")) {
            return "";
        }
        String name = measure.substring(3).replace("POSITIVE", "").replace("NONNEGATIVE", "");
        String kind = name.equals("THERMODYNAMICTEMPERATUREMEASURE") ? "THERMODYNAMICTEMPERATUREUNIT" : name.replace("MEASURE", "UNIT");
        Integer unit = byType.get(kind);
        String symbol = unit == null ? "" : symbol(unit);
        return symbol.isEmpty() ? DERIVED.getOrDefault(name, "") : symbol;
    }
}
