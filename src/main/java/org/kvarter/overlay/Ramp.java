package org.kvarter.overlay;

import java.util.Objects;

/**
 * A row of colours from low to high, interpolated in between in linear light.
 *
 * @param id    stable name ({@code energy}, {@code cividis}, {@code diverging}, {@code okabe-ito}), also its key in the text bundle
 * @param kind  what it is good for
 * @param stops at least two opaque ARGB colours, evenly spaced; not copied
 */
public record Ramp(String id, Kind kind, int[] stops) {

    /** What a ramp is good for. */
    public enum Kind {
        SEQUENTIAL, DIVERGING, CATEGORICAL
    }

    public Ramp {
        Objects.requireNonNull(id, "id");
        if (stops.length < 2) {
            throw new IllegalArgumentException("a ramp needs two colours");
        }
    }

    /**
     * The colour at a fraction of the way from low to high, mixed in linear light so that middles are not muddy.
     *
     * @param fraction 0 … 1; outside is clamped
     */
    public int at(double fraction) {
        double place = Math.max(0, Math.min(1, fraction)) * (stops.length - 1);
        int below = Math.min((int) place, stops.length - 2);
        double share = place - below;
        int argb = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double mixed = linear(stops[below] >> shift & 0xFF) * (1 - share) + linear(stops[below + 1] >> shift & 0xFF) * share;
            argb = argb << 8 | encoded(mixed);
        }
        return argb;
    }

    /** {@code count} colours for classes: evenly spaced, or the stops in turn for kinds without an order. */
    public int[] classes(int count) {
        int[] colours = new int[count];
        for (int i = 0; i < count; i++) {
            colours[i] = kind == Kind.CATEGORICAL ? stops[i % stops.length] : at(count == 1 ? 0.5 : (double) i / (count - 1));
        }
        return colours;
    }

    /** This ramp with high and low exchanged. */
    public Ramp reversed() {
        int[] turned = new int[stops.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = stops[stops.length - 1 - i];
        }
        return new Ramp(id, kind, turned);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int encoded(double linear) {
        double c = linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(c * 255);
    }
}
