package org.kvarter.importing.pipeline;

import org.kvarter.geo.CoordinateTransform;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;

/** Moves a geometry into the frame in place, a whole coordinate sequence at a time. One geometry, one thread. */
final class SequencePlacer implements CoordinateSequenceFilter {

    private final CoordinateTransform transform;
    private boolean finite = true;

    SequencePlacer(CoordinateTransform transform) {
        this.transform = transform;
    }

    /** Whether every coordinate came out finite. */
    boolean isFinite() {
        return finite;
    }

    @Override
    public void filter(CoordinateSequence sequence, int index) {
        if (index > 0) {
            return;
        }
        int n = sequence.size();
        double[] xyz = new double[3 * n];
        for (int i = 0; i < n; i++) {
            double z = sequence.getZ(i);
            xyz[3 * i] = sequence.getX(i);
            xyz[3 * i + 1] = sequence.getY(i);
            xyz[3 * i + 2] = Double.isNaN(z) ? 0 : z;
        }
        transform.toLocal(xyz, 0, n);
        for (int i = 0; i < n; i++) {
            finite &= Double.isFinite(xyz[3 * i]) && Double.isFinite(xyz[3 * i + 1]);
            sequence.setOrdinate(i, CoordinateSequence.X, xyz[3 * i]);
            sequence.setOrdinate(i, CoordinateSequence.Y, xyz[3 * i + 1]);
            if (sequence.hasZ() && !Double.isNaN(sequence.getZ(i))) {
                sequence.setOrdinate(i, CoordinateSequence.Z, xyz[3 * i + 2]);
            }
        }
    }

    @Override
    public boolean isDone() {
        return !finite;
    }

    @Override
    public boolean isGeometryChanged() {
        return true;
    }
}
