package org.kvarter.scenario;

import java.util.Arrays;
import java.util.Set;

/** Many values to one; missing ones are left out. NaN where there is nothing to reckon. */
final class Aggregates {

    private static final Set<String> ENERGIES = Set.of("Wh", "kWh", "MWh", "GWh");

    private Aggregates() {
    }

    /** Whether a unit is an energy per interval, which over time is a power. */
    static boolean isEnergy(String unit) {
        return ENERGIES.contains(unit);
    }

    static double of(double[] values, Figure.Aggregate aggregate, double threshold) {
        double sum = 0;
        double above = 0;
        double below = 0;
        double most = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        int present = 0;
        int over = 0;
        for (double v : values) {
            if (v == v) {
                present++;
                sum += v;
                above += Math.max(0, v);
                below += Math.max(0, -v);
                most = Math.max(most, v);
                least = Math.min(least, v);
                over += v > threshold ? 1 : 0;
            }
        }
        if (present == 0) {
            return aggregate == Figure.Aggregate.COUNT ? 0 : Double.NaN;
        }
        return switch (aggregate) {
            case SUM, PER_DAY -> sum;
            case MEAN -> sum / present;
            case MAXIMUM -> most;
            case MINIMUM -> least;
            case COUNT -> present;
            case SHARE_ABOVE -> 100.0 * over / present;
            case LOAD_FACTOR -> most > 0 ? 100 * sum / present / most : Double.NaN;
            case IMPORT -> above;
            case EXPORT -> below;
        };
    }

    /** Percent of {@code first} that {@code second} meets in the same interval; NaN where the first is nothing. */
    static double matched(double[] first, double[] second) {
        double met = 0;
        for (int i = 0; i < Math.min(first.length, second.length); i++) {
            double shared = Math.min(first[i], second[i]);
            met += shared > 0 ? shared : 0;
        }
        double whole = Arrays.stream(first).filter(v -> v > 0).sum();
        return whole > 0 ? 100 * met / whole : Double.NaN;
    }
}
