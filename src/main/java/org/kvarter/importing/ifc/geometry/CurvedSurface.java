package org.kvarter.importing.ifc.geometry;

/** A surface in space over two parameters. Immutable. */
interface CurvedSurface {

    /** The point at parameters; metres. */
    double[] at(double u, double v);

    /** The parameters of a point on the surface; NaN for a u that could be anything, as at a pole. */
    double[] parameters(double[] point);

    /** After how much u comes round; 0 where it does not. */
    double uPeriod();

    /** After how much v comes round; 0 where it does not. */
    double vPeriod();

    /** Longest step of u that is nearly straight. */
    double uStep();

    /** Longest step of v that is nearly straight; infinite where lines of equal u are straight. */
    double vStep();

    /** Where v ends in a pole or rim: lowest and highest; infinite where it does not. */
    double[] vRange();
}
