package org.kvarter.geo.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.model.Bounds;

/** The usual mistakes in the numbers of a source, as adjustments that would undo them. Stateless. */
final class Repairs {

    /** A zone's number stands in front of a six-digit easting: 32 500 000, 3 500 000. */
    private static final double PREFIX = 1e6;
    private static final double[] UNITS = {0.001, 0.01, 0.3048, 1200.0 / 3937};
    /** Districts stretch over the edge of the area in which a system is meant to be used, by this share of it. */
    private static final double MARGIN = 0.1;

    private Repairs() {
    }

    /**
     * A mistake undone.
     *
     * @param prior 0 … 1, how common it is
     */
    record Repair(Adjustment adjustment, double prior) {
    }

    /** What could be wrong with numbers that should be in a system; the first does nothing. */
    static List<Repair> of(CoordinateSystem system, Optional<Bounds> area, Bounds extent) {
        List<Repair> all = new ArrayList<>();
        all.add(new Repair(Adjustment.NONE, 1));
        all.add(new Repair(Adjustment.swap(), 0.7));
        if (system.geographic()) {
            return all;
        }
        for (double unit : UNITS) {
            all.add(new Repair(Adjustment.unit(unit / system.metresPerUnit()), 0.5));
        }
        area.ifPresent(a -> {
            for (Adjustment first : List.of(Adjustment.NONE, Adjustment.swap())) {
                Bounds there = new Evidence(extent, new double[0]).after(first).extent();
                double east = prefix(there.centreEast(), a.minEast(), a.maxEast());
                double north = prefix(there.centreNorth(), a.minNorth(), a.maxNorth());
                if (east != 0 || north != 0) {
                    all.add(new Repair(first.shifted(east, north), first.swapped() ? 0.4 : 0.7));
                }
            }
        });
        return all;
    }

    /** Whether numbers lie in an area of use, or a little beside it. */
    static boolean isWithin(Bounds area, Bounds extent) {
        double east = MARGIN * area.width();
        double north = MARGIN * area.depth();
        return extent.minEast() >= area.minEast() - east && extent.maxEast() <= area.maxEast() + east
                && extent.minNorth() >= area.minNorth() - north && extent.maxNorth() <= area.maxNorth() + north;
    }

    /** The millions that a number lacks, or has too many, to lie in a range; 0 where it lies there or none brings it there. */
    private static double prefix(double value, double low, double high) {
        if (value >= low && value <= high) {
            return 0;
        }
        double millions = value < low ? Math.ceil((low - value) / PREFIX) * PREFIX : -Math.ceil((value - high) / PREFIX) * PREFIX;
        return value + millions >= low && value + millions <= high ? millions : 0;
    }
}
