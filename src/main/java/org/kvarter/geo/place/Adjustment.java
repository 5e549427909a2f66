package org.kvarter.geo.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is done to a source's coordinates before its coordinate reference system is believed: first east and north change places, then all
 * is scaled, then shifted. Immutable.
 *
 * @param swapped     whether the source has north or latitude first
 * @param scale       units of the system per unit of the source, horizontally: 0.001 for millimetres read as metres
 * @param heightScale as above for heights
 * @param shiftEast   added to the easting, in units of the system: 32,000,000 for a missing zone number
 * @param shiftNorth  added to the northing
 */
public record Adjustment(boolean swapped, double scale, double heightScale, double shiftEast, double shiftNorth) {

    /** Nothing is done. */
    public static final Adjustment NONE = new Adjustment(false, 1, 1, 0, 0);

    /** Name of the reading option under which a decision is kept. */
    public static final String SETTING = "repair";

    public Adjustment {
        if (!(scale > 0) || !(heightScale > 0) || !Double.isFinite(scale + heightScale + shiftEast + shiftNorth)) {
            throw new IllegalArgumentException("scales are positive and shifts finite");
        }
    }

    /** East and north change places. */
    public static Adjustment swap() {
        return new Adjustment(true, 1, 1, 0, 0);
    }

    /** Another unit than the system's, in all three directions. */
    public static Adjustment unit(double metresPerUnit) {
        return new Adjustment(false, metresPerUnit, metresPerUnit, 0, 0);
    }

    /** This one with a shift after it. */
    public Adjustment shifted(double east, double north) {
        return new Adjustment(swapped, scale, heightScale, east, north);
    }

    /** Whether nothing is done. */
    public boolean isNone() {
        return equals(NONE);
    }

    /** Takes {@code count} source coordinates (east, north, height) from vertex {@code first} on to those of the system, in place. */
    public void apply(double[] xyz, int first, int count) {
        for (int i = 3 * first; i < 3 * (first + count); i += 3) {
            double east = swapped ? xyz[i + 1] : xyz[i];
            double north = swapped ? xyz[i] : xyz[i + 1];
            xyz[i] = east * scale + shiftEast;
            xyz[i + 1] = north * scale + shiftNorth;
            xyz[i + 2] *= heightScale;
        }
    }

    /** The way back, in place. */
    public void undo(double[] xyz, int first, int count) {
        for (int i = 3 * first; i < 3 * (first + count); i += 3) {
            double east = (xyz[i] - shiftEast) / scale;
            double north = (xyz[i + 1] - shiftNorth) / scale;
            xyz[i] = swapped ? north : east;
            xyz[i + 1] = swapped ? east : north;
            xyz[i + 2] /= heightScale;
        }
    }

    /** As a setting is kept: {@code swap scale=0.001 heights=0.001 shift=32000000,0}; empty for none. */
    public String text() {
        List<String> words = new ArrayList<>();
        if (swapped) {
            words.add("swap");
        }
        if (scale != 1) {
            words.add("scale=" + scale);
        }
        if (heightScale != 1) {
            words.add("heights=" + heightScale);
        }
        if (shiftEast != 0 || shiftNorth != 0) {
            words.add(String.format(Locale.ROOT, "shift=%s,%s", shiftEast, shiftNorth));
        }
        return String.join(" ", words);
    }

    /** The adjustment that {@link #text} wrote; empty where a word of it is not understood. */
    public static Optional<Adjustment> parse(String text) {
        boolean swapped = false;
        double[] numbers = {1, 1, 0, 0};
        try {
            for (String word : text.isBlank() ? new String[0] : text.strip().split("\\s+")) {
                int equals = word.indexOf('=');
                String value = word.substring(equals + 1);
                switch (equals < 0 ? word : word.substring(0, equals)) {
                    case "swap" -> swapped = true;
                    case "scale" -> numbers[0] = Double.parseDouble(value);
                    case "heights" -> numbers[1] = Double.parseDouble(value);
                    case "shift" -> {
                        numbers[2] = Double.parseDouble(value.substring(0, value.indexOf(',')));
                        numbers[3] = Double.parseDouble(value.substring(value.indexOf(',') + 1));
                    }
                    default -> {
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(new Adjustment(swapped, numbers[0], numbers[1], numbers[2], numbers[3]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
