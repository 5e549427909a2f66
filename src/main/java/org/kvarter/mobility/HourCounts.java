package org.kvarter.mobility;

import java.util.EnumMap;
import java.util.Map;

/** Adds up single trips over whole hours. Not thread-safe. */
final class HourCounts {

    private final int hours;
    private final Map<Mode, double[]> vehicles = new EnumMap<>(Mode.class);
    private final Map<Mode, double[]> arrivals = new EnumMap<>(Mode.class);

    HourCounts(int hours) {
        this.hours = hours;
    }

    /** Something is under way from one moment to another, in hours since the first. */
    void underWay(Mode mode, double from, double to) {
        double[] sum = vehicles.computeIfAbsent(mode, m -> new double[hours]);
        arrivals.computeIfAbsent(mode, m -> new double[hours]);
        for (int h = Math.max(0, (int) Math.floor(from)); h < Math.min(hours, Math.ceil(to)); h++) {
            sum[h] += Math.max(0, Math.min(to, h + 1) - Math.max(from, h));
        }
    }

    void arrival(Mode mode, double at) {
        if (at >= 0 && at < hours) {
            arrivals.computeIfAbsent(mode, m -> new double[hours])[(int) at]++;
        }
    }

    Activity activity() {
        return new Activity(vehicles, arrivals);
    }
}
