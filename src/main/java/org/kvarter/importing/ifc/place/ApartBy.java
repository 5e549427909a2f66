package org.kvarter.importing.ifc.place;

import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.CrsException;
import org.kvarter.model.LocalFrame;

/** How far apart two statements put one point. */
final class ApartBy {

    private ApartBy() {
    }

    /** Metres across; NaN where it cannot be told. */
    static double metres(CoordinateSystems systems, Candidate a, Candidate b, double[] point) {
        double[] p = a.toCrs().point(point[0], point[1], point[2]);
        double[] q = b.toCrs().point(point[0], point[1], point[2]);
        if (a.crs().equals(b.crs())) {
            return Math.hypot(p[0] - q[0], p[1] - q[1]);
        }
        Optional<CoordinateSystem> from = systems.find(a.crs());
        Optional<CoordinateSystem> to = systems.find(b.crs());
        if (from.isEmpty() || to.isEmpty()) {
            return Double.NaN;
        }
        try {
            systems.toFrame(from.get(), new LocalFrame(to.get().horizontal(), 0, 0, 0)).toLocal(p, 0, 1);
        } catch (CrsException e) {
            return Double.NaN;
        }
        return Math.hypot(p[0] - q[0], p[1] - q[1]) * to.get().metresPerUnit();
    }
}
