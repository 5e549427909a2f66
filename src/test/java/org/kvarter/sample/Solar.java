package org.kvarter.sample;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * What the roofs of a building could give and what a battery in it would do: hourly series for the scenario of solar roofs. Panels lie on
 * half of each roof face that does not look north, with 20 % efficiency and 18 % losses; the sky is taken as evenly bright. The battery
 * knows the day: it takes from the highest hours and fills the lowest, and loses a tenth.
 */
final class Solar {
    /** Share of the suitable roofs that the battery's series is reckoned for. */
    static final double REFERENCE_ROOFS = 0.5;
    /** Battery that its series is reckoned for, kWh per dwelling. */
    static final double REFERENCE_BATTERY = 5;
    private static final double USABLE = 0.5;
    private static final double YIELD = 0.20 * 0.82;
    private static final double EFFICIENCY = 0.9;

    private Solar() {
    }

    /** Hourly production of all suitable roofs of a building, kWh. */
    static double[] production(Building b, Weather weather) {
        double[] out = new double[Year.HOURS];
        if (b.draft().function() == Draft.Function.CHURCH) {
            return out;
        }
        for (Draft.Part part : b.draft().parts()) {
            for (Solid.Face face : part.solid().faces()) {
                if (face.kind() == Solid.Kind.ROOF) {
                    add(out, normal(face.ring()), weather);
                }
            }
        }
        return out;
    }

    /** @param n normal of the face, as long as its area in square metres */
    private static void add(double[] out, double[] n, Weather weather) {
        double area = StrictMath.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
        double up = n[2] / area;
        boolean north = up < 0.97 && n[1] / area > 0.4 * StrictMath.sqrt(1 - up * up);
        if (area < 8 || up < 0.5 || north) {
            return;
        }
        for (int h = 0; h < out.length; h++) {
            if (weather.global[h] > 0) {
                double[] sun = weather.towardsSun(h);
                double beam = Math.max(0, (n[0] * sun[0] + n[1] * sun[1] + n[2] * sun[2]) / area);
                double plane = weather.direct[h] * beam + weather.diffuse[h] * (1 + up) / 2;
                out[h] += area * USABLE * YIELD * plane / 1000;
            }
        }
    }

    private static double[] normal(List<Coordinate> ring) {
        double[] n = new double[3];
        for (int i = 0; i < ring.size(); i++) {
            Coordinate a = ring.get(i);
            Coordinate b = ring.get((i + 1) % ring.size());
            n[0] += (a.y - b.y) * (a.getZ() + b.getZ()) / 2;
            n[1] += (a.getZ() - b.getZ()) * (a.x + b.x) / 2;
            n[2] += (a.x - b.x) * (a.y + b.y) / 2;
        }
        return n;
    }

    /**
     * What the reference battery adds to a building's exchange with the grid in each hour, kWh: above zero it charges. Zero all year in a
     * building without dwellings.
     */
    static double[] battery(Building b, double[] electricity, double[] production) {
        double[] out = new double[Year.HOURS];
        double capacity = REFERENCE_BATTERY * b.apartments();
        double[] day = new double[24];
        for (int first = 0; capacity > 0 && first + 24 <= out.length; first += 24) {
            for (int h = 0; h < 24; h++) {
                day[h] = electricity[first + h] - REFERENCE_ROOFS * production[first + h];
            }
            double[] levels = levels(day, capacity);
            for (int h = 0; h < 24; h++) {
                out[first + h] = Math.max(levels[0], Math.min(levels[1], day[h])) - day[h];
            }
        }
        return out;
    }

    /** The level below which a day is filled and the one above which it is cut, as far as the battery and its losses allow. */
    private static double[] levels(double[] day, double capacity) {
        double[] sorted = day.clone();
        Arrays.sort(sorted);
        double low = 0;
        double high = capacity;
        for (int i = 0; i < 18; i++) {
            double energy = (low + high) / 2;
            if (floor(sorted, energy / EFFICIENCY) <= roof(sorted, energy)) {
                low = energy;
            } else {
                high = energy;
            }
        }
        return new double[] {floor(sorted, low / EFFICIENCY), roof(sorted, low)};
    }

    /** The level up to which {@code energy} fills the lowest hours. */
    private static double floor(double[] sorted, double energy) {
        double filled = 0;
        for (int i = 1; i < sorted.length; i++) {
            double step = i * (sorted[i] - sorted[i - 1]);
            if (filled + step >= energy) {
                return sorted[i - 1] + (energy - filled) / i;
            }
            filled += step;
        }
        return sorted[sorted.length - 1];
    }

    /** The level down to which {@code energy} cuts the highest hours. */
    private static double roof(double[] sorted, double energy) {
        double cut = 0;
        int last = sorted.length - 1;
        for (int i = 1; i < sorted.length; i++) {
            double step = i * (sorted[last - i + 1] - sorted[last - i]);
            if (cut + step >= energy) {
                return sorted[last - i + 1] - (energy - cut) / i;
            }
            cut += step;
        }
        return sorted[0];
    }
}
