package org.kvarter.geo;

import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.kvarter.model.LocalFrame;

/**
 * Takes coordinates through GeoTools from one horizontal system to another, in chunks, heights beside it: no height datum is
 * shifted. Thread-safe: GeoTools' transforms do not change.
 */
final class ProjectingTransform implements CoordinateTransform {

    private static final int CHUNK = 2048;

    private final MathTransform toFrame;
    private final MathTransform toSource;
    private final LocalFrame frame;
    private final boolean geographic;
    private final double heightUnit;

    ProjectingTransform(MathTransform toFrame, MathTransform toSource, LocalFrame frame, boolean geographic, double heightUnit) {
        this.toFrame = toFrame;
        this.toSource = toSource;
        this.frame = frame;
        this.geographic = geographic;
        this.heightUnit = heightUnit;
    }

    @Override
    public void toLocal(double[] xyz, int first, int count) {
        double[] from = new double[2 * Math.min(CHUNK, Math.max(count, 0))];
        double[] to = new double[from.length];
        for (int done = 0; done < count; done += CHUNK) {
            int n = Math.min(CHUNK, count - done);
            int at = 3 * (first + done);
            for (int i = 0; i < n; i++) {
                from[2 * i] = xyz[at + 3 * i];
                from[2 * i + 1] = xyz[at + 3 * i + 1];
                if (geographic && !(Math.abs(from[2 * i]) <= 540 && Math.abs(from[2 * i + 1]) <= 90)) {
                    // No place on earth; the projection's series would answer with one all the same.
                    from[2 * i] = Double.NaN;
                }
            }
            convert(toFrame, from, to, n);
            for (int i = 0; i < n; i++) {
                xyz[at + 3 * i] = to[2 * i] - frame.originEast();
                xyz[at + 3 * i + 1] = to[2 * i + 1] - frame.originNorth();
                xyz[at + 3 * i + 2] = xyz[at + 3 * i + 2] * heightUnit - frame.originHeight();
            }
        }
    }

    @Override
    public void toSource(double[] xyz, int first, int count) {
        double[] from = new double[2 * Math.min(CHUNK, Math.max(count, 0))];
        double[] to = new double[from.length];
        for (int done = 0; done < count; done += CHUNK) {
            int n = Math.min(CHUNK, count - done);
            int at = 3 * (first + done);
            for (int i = 0; i < n; i++) {
                from[2 * i] = xyz[at + 3 * i] + frame.originEast();
                from[2 * i + 1] = xyz[at + 3 * i + 1] + frame.originNorth();
            }
            convert(toSource, from, to, n);
            for (int i = 0; i < n; i++) {
                xyz[at + 3 * i] = to[2 * i];
                xyz[at + 3 * i + 1] = to[2 * i + 1];
                xyz[at + 3 * i + 2] = (xyz[at + 3 * i + 2] + frame.originHeight()) / heightUnit;
            }
        }
    }

    /** All at once, and one by one where that fails, so that a bad coordinate costs only itself. */
    private static void convert(MathTransform transform, double[] from, double[] to, int count) {
        try {
            transform.transform(from, 0, to, 0, count);
        } catch (TransformException | RuntimeException e) {
            for (int i = 0; i < count; i++) {
                try {
                    transform.transform(from, 2 * i, to, 2 * i, 1);
                } catch (TransformException | RuntimeException bad) {
                    to[2 * i] = Double.NaN;
                }
            }
        }
        for (int i = 0; i < count; i++) {
            if (!Double.isFinite(to[2 * i]) || !Double.isFinite(to[2 * i + 1])) {
                to[2 * i] = Double.NaN;
                to[2 * i + 1] = Double.NaN;
            }
        }
    }
}
