package org.kvarter.geo.place;

import java.util.List;

/**
 * Brings places of a model to places of the district: the least-squares similarity of the plane (B. K. P. Horn, "Closed-form solution of
 * absolute orientation", 1987, in two dimensions) and the mean difference of heights. Stateless.
 */
public final class PointFit {

    private PointFit() {
    }

    /**
     * A place of the model where it stands now, and where it is to come; both in the district's system.
     *
     * @param from 3 coordinates
     * @param to   3 coordinates
     */
    public record Pair(double[] from, double[] to) {
    }

    /**
     * What came of a fit.
     *
     * @param placement the new placement
     * @param residual  how far the places still lie beside their targets, root mean square in plan, metres
     */
    public record Fit(HandPlacement placement, double residual) {
    }

    /**
     * @param now   the placement so far
     * @param pairs at least one: one moves, two also turn, three and more are adjusted
     * @param sized whether the model may change its size
     */
    public static Fit of(HandPlacement now, List<Pair> pairs, boolean sized) {
        double[] from = mean(pairs, true);
        double[] to = mean(pairs, false);
        double dot = 0;
        double cross = 0;
        double square = 0;
        for (Pair p : pairs) {
            double ax = p.from()[0] - from[0];
            double ay = p.from()[1] - from[1];
            double bx = p.to()[0] - to[0];
            double by = p.to()[1] - to[1];
            dot += ax * bx + ay * by;
            cross += ay * bx - ax * by;
            square += ax * ax + ay * ay;
        }
        boolean turns = square > 1e-6;
        double angle = turns ? Math.atan2(cross, dot) : 0;
        double scale = sized && turns ? Math.max(1e-3, Math.hypot(dot, cross) / square) : 1;
        double cos = scale * Math.cos(angle);
        double sin = scale * Math.sin(angle);
        double sum = 0;
        for (Pair p : pairs) {
            double ax = p.from()[0] - from[0];
            double ay = p.from()[1] - from[1];
            sum += Math.pow(to[0] + cos * ax + sin * ay - p.to()[0], 2) + Math.pow(to[1] - sin * ax + cos * ay - p.to()[1], 2);
        }
        double x = now.east() + now.moveEast() - from[0];
        double y = now.north() + now.moveNorth() - from[1];
        double up = now.height() + now.moveUp() - from[2];
        HandPlacement placed = now.to(to[0] + cos * x + sin * y, to[1] - sin * x + cos * y, to[2] + scale * up,
                Math.IEEEremainder(now.turn() + Math.toDegrees(angle), 360), now.size() * scale);
        return new Fit(placed, Math.sqrt(sum / pairs.size()));
    }

    private static double[] mean(List<Pair> pairs, boolean ofModel) {
        double[] mean = new double[3];
        for (Pair p : pairs) {
            for (int k = 0; k < 3; k++) {
                mean[k] += (ofModel ? p.from() : p.to())[k] / pairs.size();
            }
        }
        return mean;
    }
}
