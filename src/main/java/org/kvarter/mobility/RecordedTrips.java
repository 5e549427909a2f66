package org.kvarter.mobility;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.kvarter.model.Bounds;
import org.kvarter.model.Movement;
import org.kvarter.model.MovingPoints;
import org.kvarter.model.TimeSpan;

/** Trips that took place, or were simulated, once: each with its own moments. Immutable and thread-safe. */
public final class RecordedTrips implements Movement {

    /** Units of a journey's time in a second: tenths, as simulations step. */
    public static final int PER_SECOND = 10;

    private final Journeys journeys;
    private final Mode[] modes;
    private final double base;
    private final ZoneId zone;
    private final Runs runs;
    private final Bounds bounds;
    private final Optional<TimeSpan> span;

    /**
     * @param journeys one per feature row, in tenths of seconds since {@code base}
     * @param modes    by row; not copied
     * @param base     seconds since 1970
     * @param zone     in which people read the times
     */
    public RecordedTrips(Journeys journeys, Mode[] modes, double base, ZoneId zone) {
        this.journeys = journeys;
        this.modes = modes;
        this.base = base;
        this.zone = zone;
        int[] all = java.util.stream.IntStream.range(0, journeys.size()).toArray();
        this.runs = Runs.of(journeys, all, new int[all.length]);
        this.bounds = journeys.paths().bounds();
        int last = java.util.stream.IntStream.of(runs.end()).max().orElse(0);
        this.span = runs.size() == 0 ? Optional.empty() : Optional.of(new TimeSpan(at(runs.begin()[0]), at(last).plusSeconds(1)));
    }

    private Instant at(int tenths) {
        return Instant.ofEpochMilli(Math.round((base + (double) tenths / PER_SECOND) * 1000));
    }

    @Override
    public void sample(double epochSeconds, MovingPoints out) {
        out.clear();
        double tenths = (epochSeconds - base) * PER_SECOND;
        for (int r = runs.from(tenths - runs.longest()); r < runs.size() && runs.begin()[r] <= tenths; r++) {
            if (runs.end()[r] >= tenths && journeys.isShown(runs.trip()[r])) {
                journeys.sample(runs.trip()[r], runs.trip()[r], tenths, PER_SECOND, out);
            }
        }
    }

    @Override
    public Optional<TimeSpan> span() {
        return span;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public Bounds bounds() {
        return bounds;
    }

    /** Mean number under way and number that arrive in each hour, by mode. */
    public Activity activity(Instant start, int hours) {
        HourCounts counts = new HourCounts(hours);
        double first = start.toEpochMilli() / 1000.0;
        for (int r = 0; r < runs.size(); r++) {
            double begin = (base + (double) runs.begin()[r] / PER_SECOND - first) / 3600;
            double end = (base + (double) runs.end()[r] / PER_SECOND - first) / 3600;
            counts.underWay(modes[runs.trip()[r]], begin, end);
            counts.arrival(modes[runs.trip()[r]], end);
        }
        return counts.activity();
    }
}
