package org.kvarter.tables.format;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.kvarter.tables.Quantities;
import org.kvarter.tables.TableException;

/**
 * First reading of a Green Button file: which meter reading is of which usage point and reading type, by the links of its Atom entries.
 */
final class GreenButtonIndex extends XmlCursor {

    /** Entries of other kinds than readings beyond this are no file of a customer. */
    private static final int MOST = 1_000_000;

    /**
     * What readings are.
     *
     * @param quantity what is measured
     * @param unit     in which values are given once multiplied
     * @param factor   by which stated values are multiplied
     * @param counting whether values are those of a counting meter
     */
    record Type(String quantity, String unit, double factor, boolean counting) {

        static final Type UNKNOWN = new Type("", "", 1, false);
    }

    private final Map<String, String> usagePoints = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, Type> types = new HashMap<>();
    private final Map<String, Set<String>> related = new HashMap<>();
    private final Map<String, String> fields = new HashMap<>();
    private String self = "";
    private final Set<String> links = new HashSet<>();
    private String title = "";
    private String element = "";
    private boolean inType;
    private boolean inUsage;
    private long readings;
    private int depthInType;

    private GreenButtonIndex(Path file) throws TableException {
        super(file);
    }

    static GreenButtonIndex of(Path file) throws TableException {
        try (GreenButtonIndex index = new GreenButtonIndex(file)) {
            while (index.next() != null) {
                // rows are given by the second reading
            }
            return index;
        }
    }

    @Override
    void begin(String name) throws TableException {
        switch (name) {
            case "entry" -> {
                self = "";
                links.clear();
                title = "";
                element = "";
                fields.clear();
            }
            case "link" -> {
                String href = attribute("href");
                if (attribute("rel").equals("self")) {
                    self = href;
                } else if (links.size() < 1000) {
                    links.add(href);
                }
            }
            case "UsagePoint", "MeterReading", "ReadingType", "IntervalBlock" -> element = name;
            case "IntervalReading" -> readings++;
            default -> { }
        }
        if (inType) {
            depthInType++;
        }
        inType |= name.equals("ReadingType");
        inUsage |= name.equals("ServiceCategory");
        if (types.size() + usagePoints.size() + related.size() > MOST) {
            throw refused("green.tooMany");
        }
    }

    @Override
    void end(String name, String text) {
        if (name.equals("title") && element.isEmpty()) {
            title = text;
        } else if (inUsage && name.equals("kind")) {
            fields.put("service", text);
        } else if (inType && depthInType == 1 && !name.equals("ReadingType")) {
            fields.put(name, text);
        } else if (name.equals("entry")) {
            keep();
        }
        if (name.equals("ReadingType")) {
            inType = false;
            depthInType = 0;
        } else if (inType) {
            depthInType--;
        }
        inUsage &= !name.equals("ServiceCategory");
    }

    private void keep() {
        switch (element) {
            case "UsagePoint" -> {
                usagePoints.put(self, title);
                kinds.put(self, fields.getOrDefault("service", ""));
            }
            case "ReadingType" -> types.put(self, type());
            case "MeterReading" -> related.put(self, new HashSet<>(links));
            default -> { }
        }
    }

    /** Multipliers are powers of ten; units are numbers of IEC 61970 as the ESPI standard (NAESB REQ.21) lists them. */
    private Type type() {
        double factor = Math.pow(10, number("powerOfTenMultiplier", 0));
        String unit = "";
        switch ((int) number("uom", -1)) {
            case 72 -> unit = "Wh";
            case 38 -> unit = "W";
            case 42, 125 -> unit = "m³";
            case 119 -> {
                unit = "m³";
                factor *= 0.0283168466;
            }
            case 134 -> unit = "l";
            case 128 -> {
                unit = "l";
                factor *= 3.785411784;
            }
            case 132 -> {
                unit = "kWh";
                factor *= 0.00029307107;
            }
            case 169 -> {
                unit = "kWh";
                factor *= 29.307107;
            }
            case 23 -> unit = "°C";
            case 29 -> unit = "V";
            case 5 -> unit = "A";
            case 31 -> unit = "J";
            default -> { }
        }
        int flow = (int) number("flowDirection", 1);
        String quantity = switch ((int) number("commodity", 0)) {
            case 1, 2 -> flow == 19 ? Quantities.SOLAR : Quantities.ELECTRICITY;
            case 7, 10 -> Quantities.GAS;
            case 9, 12 -> Quantities.WATER;
            case 13, 15 -> Quantities.HEAT;
            default -> "";
        };
        // 1 bulk quantity, 3 cumulative: both count on; 4 is the difference of an interval
        int accumulation = (int) number("accumulationBehaviour", 4);
        return new Type(quantity, unit, factor, accumulation == 1 || accumulation == 3);
    }

    private double number(String field, double otherwise) {
        try {
            return Double.parseDouble(fields.getOrDefault(field, ""));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    long readings() {
        return readings;
    }

    /** The usage point of a block by its address: the one under which it lies; the only one where there is but one. */
    String place(String block) {
        String found = "";
        for (String address : usagePoints.keySet()) {
            boolean under = !address.isEmpty() && (block.startsWith(address + "/") || block.equals(address));
            found = under && address.length() > found.length() ? address : found;
        }
        if (found.isEmpty() && usagePoints.size() == 1) {
            found = usagePoints.keySet().iterator().next();
        }
        String name = found.isEmpty() ? "" : found.substring(found.lastIndexOf('/') + 1);
        return name.isEmpty() ? "meter" : name;
    }

    /** Title of the usage point of that place; empty for none. */
    String title(String place) {
        return usagePoints.entrySet().stream().filter(e -> e.getKey().endsWith(place)).map(Map.Entry::getValue).findFirst().orElse("");
    }

    /** The reading type of a block by the meter reading under which it lies; the only one where there is but one. */
    Type type(String block) {
        String reading = "";
        for (String address : related.keySet()) {
            boolean under = !address.isEmpty() && (block.startsWith(address + "/") || related.get(address).contains(block.replaceFirst("/[^/]*$", "")));
            reading = under && address.length() > reading.length() ? address : reading;
        }
        Type type = related.getOrDefault(reading, Set.of()).stream().map(types::get).filter(t -> t != null).findFirst()
                .orElse(types.size() == 1 ? types.values().iterator().next() : Type.UNKNOWN);
        if (type.quantity().isEmpty()) {
            String service = kinds.values().stream().distinct().count() == 1 ? kinds.values().iterator().next() : "";
            String quantity = switch (service) {
                case "0" -> Quantities.ELECTRICITY;
                case "1" -> Quantities.GAS;
                case "2" -> Quantities.WATER;
                case "5" -> Quantities.HEAT;
                default -> "";
            };
            return new Type(quantity, type.unit(), type.factor(), type.counting());
        }
        return type;
    }
}
