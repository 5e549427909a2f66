package org.kvarter.importing.osm;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in tag values, as the OpenStreetMap wiki's "Map features/Units" writes them. Stateless. */
final class TagNumbers {

    private static final int MAX_TEXT = 40;
    private static final double FOOT = 0.3048;
    private static final Pattern FEET = Pattern.compile("(\\d+)\\s*'\\s*(?:(\\d+(?:\\.\\d+)?)\\s*\")?");
    private static final Pattern MEASURE = Pattern.compile("([-+]?\\d+(?:[.,]\\d+)?)\\s*(m|meters?|metres?|ft|feet|km|cm)?");
    private static final Map<String, Double> METRES = Map.of("ft", FOOT, "feet", FOOT, "km", 1000.0, "cm", 0.01);
    private static final String[] COMPASS = {"N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"};

    private TagNumbers() {
    }

    /** A length in metres: {@code 12}, {@code 12.5 m}, {@code 40 ft}, {@code 12'6"}; NaN for anything else. */
    static double metres(String text) {
        if (text == null || text.length() > MAX_TEXT) {
            return Double.NaN;
        }
        String plain = text.strip().toLowerCase(Locale.ROOT);
        Matcher feet = FEET.matcher(plain);
        if (feet.matches()) {
            return FOOT * (Double.parseDouble(feet.group(1)) + (feet.group(2) == null ? 0 : Double.parseDouble(feet.group(2)) / 12));
        }
        Matcher measure = MEASURE.matcher(plain);
        if (!measure.matches()) {
            return Double.NaN;
        }
        return Double.parseDouble(measure.group(1).replace(',', '.')) * METRES.getOrDefault(String.valueOf(measure.group(2)), 1.0);
    }

    /** A plain number; NaN for anything else. */
    static double number(String text) {
        if (text == null || text.length() > MAX_TEXT) {
            return Double.NaN;
        }
        String plain = text.strip();
        return plain.matches("[-+]?\\d+([.,]\\d+)?") ? Double.parseDouble(plain.replace(',', '.')) : Double.NaN;
    }

    /** Degrees clockwise from north of a number or a point of the compass; NaN for anything else. */
    static double bearing(String text) {
        double degrees = text == null ? Double.NaN : number(text.replace("°", ""));
        if (!Double.isNaN(degrees)) {
            return degrees;
        }
        for (int i = 0; text != null && i < COMPASS.length; i++) {
            if (COMPASS[i].equalsIgnoreCase(text.strip())) {
                return 360.0 * i / COMPASS.length;
            }
        }
        return Double.NaN;
    }
}
