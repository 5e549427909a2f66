package org.kvarter.geo.place;

import java.util.List;
import org.kvarter.model.Bounds;

/**
 * What was seen of a source whose place is in question.
 *
 * @param extent box around it in its own coordinates
 * @param sample 3 × n of its vertices, spread over it; given away
 * @param statements what the source says of its place, where it says several things; else empty
 */
public record Evidence(Bounds extent, double[] sample, List<Statement> statements) {

    public Evidence {
        statements = List.copyOf(statements);
    }

    /** Of a source that says no more than one thing of its place. */
    public Evidence(Bounds extent, double[] sample) {
        this(extent, sample, List.of());
    }

    /** The same of a source that says several things of its place. */
    public Evidence with(List<Statement> said) {
        return new Evidence(extent, sample, said);
    }

    /** As many vertices as tell a place. */
    private static final int MOST = 240;

    /** Nothing but a box: its corners and its middle speak for it. */
    public static Evidence of(Bounds extent) {
        return extent.isEmpty() ? new Evidence(extent, new double[0]) : new Evidence(extent, new double[] {
                extent.minEast(), extent.minNorth(), extent.minUp(), extent.maxEast(), extent.minNorth(), extent.minUp(),
                extent.minEast(), extent.maxNorth(), extent.minUp(), extent.maxEast(), extent.maxNorth(), extent.minUp(),
                extent.centreEast(), extent.centreNorth(), extent.minUp()});
    }

    /** A box and some of the finite vertices in it, evenly taken. */
    public static Evidence of(Bounds extent, double[] vertices) {
        int n = vertices.length / 3;
        int step = Math.max(1, (n + MOST - 1) / MOST);
        double[] sample = new double[3 * ((n + step - 1) / step)];
        int at = 0;
        for (int v = 0; v < n; v += step) {
            if (Double.isFinite(vertices[3 * v] + vertices[3 * v + 1])) {
                System.arraycopy(vertices, 3 * v, sample, at, 3);
                at += 3;
            }
        }
        return at == 0 ? of(extent) : new Evidence(extent, java.util.Arrays.copyOf(sample, at));
    }

    /** Its vertices and box after an adjustment. */
    Evidence after(Adjustment adjustment) {
        if (adjustment.isNone()) {
            return this;
        }
        double[] corners = {extent.minEast(), extent.minNorth(), extent.minUp(), extent.maxEast(), extent.maxNorth(), extent.maxUp()};
        adjustment.apply(corners, 0, 2);
        double[] moved = sample.clone();
        adjustment.apply(moved, 0, moved.length / 3);
        return new Evidence(Bounds.of(corners, 0, 2), moved);
    }
}
