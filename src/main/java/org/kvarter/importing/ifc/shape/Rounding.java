package org.kvarter.importing.ifc.shape;

/** Into how many straight pieces an arc is cut. */
public final class Rounding {

    /** How far a chord may lie off its arc, metres. */
    private static final double CHORD = 0.002;

    private Rounding() {
    }

    /**
     * Pieces of an arc.
     *
     * @param radius metres
     * @param angle  radians, of either sign
     */
    public static int pieces(double radius, double angle) {
        double a = Math.abs(angle);
        if (!(radius > 0) || !(a > 0)) {
            return 1;
        }
        double step = 2 * Math.acos(Math.max(-1, 1 - CHORD / Math.max(radius, CHORD)));
        double full = Math.max(radius < 0.05 ? 10 : 16, Math.min(72, 2 * Math.PI / Math.max(step, 1e-3)));
        return (int) Math.max(1, Math.min(720, Math.ceil(full * a / (2 * Math.PI) - 1e-6)));
    }
}
