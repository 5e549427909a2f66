package org.kvarter.importing.ifc.shape;

/** A grid of a micrometre, on which points that should be one become one. */
final class Snap {

    private static final double PER_METRE = 1_000_000;

    private Snap() {
    }

    static double of(double metres) {
        return Math.rint(metres * PER_METRE) / PER_METRE;
    }
}
