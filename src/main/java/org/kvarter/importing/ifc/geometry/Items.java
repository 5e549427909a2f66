package org.kvarter.importing.ifc.geometry;

import org.kvarter.importing.ifc.geometry.GeometryException.Reason;
import org.kvarter.importing.ifc.step.StepFile;
import org.kvarter.importing.ifc.step.StepRow;

/** What all readers of representation items share: the file, its units, and how deep they are. Not thread-safe. */
final class Items {

    /** Real files stay below a dozen. */
    private static final int DEEPEST = 64;

    final StepFile file;
    /** Metres per unit of length. */
    final double metre;
    /** Radians per unit of plane angle. */
    final double radian;
    private int depth;

    Items(StepFile file, double metre, double radian) {
        this.file = file;
        this.metre = metre;
        this.radian = radian;
    }

    /** Goes one reference deeper; each call needs its {@link #leave}. */
    void enter(int item) throws GeometryException {
        if (item < 0) {
            throw new GeometryException(Reason.MISSING, "");
        }
        if (depth >= DEEPEST) {
            throw new GeometryException(Reason.CYCLE, name(item));
        }
        depth++;
    }

    void leave() {
        depth--;
    }

    /** Forgets a depth that an exception left behind. */
    void reset() {
        depth = 0;
    }

    String name(int item) {
        return item < 0 ? "" : "#" + file.id(item) + " " + file.type(item);
    }

    GeometryException broken(int item) {
        return new GeometryException(item < 0 ? Reason.MISSING : Reason.BROKEN, name(item));
    }

    GeometryException unsupported(int item) {
        return new GeometryException(item < 0 ? Reason.MISSING : Reason.UNSUPPORTED, name(item));
    }

    /** A Cartesian point in metres; a flat one has z = 0. */
    double[] point(int item) throws GeometryException {
        double[] p = new double[3];
        if (file.point(item, p) < 0) {
            throw broken(item);
        }
        p[0] *= metre;
        p[1] *= metre;
        p[2] *= metre;
        return p;
    }

    /** The ratios of a direction; {@code otherwise} where there is none. */
    double[] direction(int item, double[] otherwise) {
        double[] d = new double[3];
        return file.point(item, d) < 2 ? otherwise : org.kvarter.importing.ifc.shape.Vectors.unit(d, otherwise);
    }

    /** A positive length in metres. */
    double length(StepRow row, int argument) throws GeometryException {
        double value = row.number(argument) * metre;
        if (!(value > 0) || value > 1e7) {
            throw broken(row.entity());
        }
        return value;
    }

    /** A length that may be missing. */
    double length(StepRow row, int argument, double otherwise) {
        double value = row.number(argument) * metre;
        return value > 0 && value < 1e7 ? value : otherwise;
    }
}
