package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Divides the rim of a block into house plots: a building line along the streets, a parallel line behind, and cuts between.
 * The back line is the mitred offset of the front line's chords, so both are parallel and neighbours share their party wall.
 */
final class Perimeter {
    /**
     * A house plot.
     *
     * @param front  stations along the street, block on the left
     * @param back   matching stations towards the yard
     * @param corner index of the corner station in {@code front}, or -1
     */
    record Plot(List<Coordinate> front, List<Coordinate> back, int corner) {
        List<Coordinate> outline() {
            List<Coordinate> ring = new ArrayList<>(front);
            for (int i = back.size() - 1; i >= 0; i--) {
                if (!ring.get(ring.size() - 1).equals2D(back.get(i))) {
                    ring.add(back.get(i));
                }
            }
            return ring;
        }

        double frontage() {
            double sum = 0;
            for (int i = 1; i < front.size(); i++) {
                sum += front.get(i).distance(front.get(i - 1));
            }
            return sum;
        }
    }

    private record Vertex(Coordinate at, boolean corner) {
    }

    private final List<Vertex> rim = new ArrayList<>();
    private final List<Coordinate> inner = new ArrayList<>();
    private final double chamfer;

    /** The division whose building line stays on the block: set back a little more where the street bends into it. */
    static Perimeter within(Polygon block, double depth, double frontage, double chamfer, String name) {
        for (double setback = 0.5; ; setback += 0.4) {
            Perimeter rim = new Perimeter(block, setback, depth, frontage, chamfer, Dice.of(name + " rim"));
            boolean fits = rim.plots().stream().map(Plot::outline).map(Shapes::polygon).filter(Polygon::isValid)
                    .allMatch(p -> p.difference(block).getArea() < 0.02);
            if (fits || setback > 4) {
                return rim;
            }
        }
    }

    /**
     * @param block    the block
     * @param setback  distance of the building line from the street, metres
     * @param depth    depth of the houses, metres
     * @param frontage usual length of a house along the street, metres
     * @param chamfer  length cut off the corners along each street, metres; 0 for sharp corners
     */
    private Perimeter(Polygon block, double setback, double depth, double frontage, double chamfer, Dice dice) {
        this.chamfer = chamfer;
        Polygon line = (Polygon) DouglasPeuckerSimplifier.simplify(
                Shapes.polygons(Shapes.mitred(block, -setback), 1).get(0), 0.4);
        List<Coordinate> ring = Shapes.ring(line);
        List<Integer> corners = corners(ring);
        for (int k = 0; k < corners.size(); k++) {
            int from = corners.get(k);
            int to = corners.get((k + 1) % corners.size());
            side(ring, from, to, depth, frontage, dice);
        }
        offset(depth);
    }

    private static List<Integer> corners(List<Coordinate> ring) {
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            if (Math.abs(turn(ring, i)) > 0.42) {
                out.add(i);
            }
        }
        return out;
    }

    /** Sine of the change of direction at a corner, signed, 2 − |sin| beyond a right angle; positive to the left. */
    private static double turn(List<Coordinate> ring, int i) {
        Coordinate[] d = edges(ring, i);
        double cross = d[0].x * d[1].y - d[0].y * d[1].x;
        double dot = d[0].x * d[1].x + d[0].y * d[1].y;
        return dot >= 0 ? cross : StrictMath.signum(cross) * (2 - Math.abs(cross));
    }

    private static Coordinate[] edges(List<Coordinate> ring, int i) {
        int n = ring.size();
        return new Coordinate[] {unit(ring.get((i + n - 1) % n), ring.get(i)), unit(ring.get(i), ring.get((i + 1) % n))};
    }

    private static Coordinate unit(Coordinate a, Coordinate b) {
        double l = a.distance(b);
        return new Coordinate((b.x - a.x) / l, (b.y - a.y) / l);
    }

    private void side(List<Coordinate> ring, int from, int to, double depth, double frontage, Dice dice) {
        List<Coordinate> path = new ArrayList<>();
        for (int i = from; ; i = (i + 1) % ring.size()) {
            path.add(ring.get(i));
            if (i == to && path.size() > 1) {
                break;
            }
        }
        double length = 0;
        for (int i = 1; i < path.size(); i++) {
            length += path.get(i).distance(path.get(i - 1));
        }
        rim.add(new Vertex(path.get(0), true));
        double head = wing(ring, from, depth, dice);
        double tail = wing(ring, to, depth, dice);
        double rest = length - head - tail;
        if (rest < 9) {
            rim.add(new Vertex(along(path, length * head / (head + tail)), false));
            return;
        }
        int houses = Math.max(1, (int) StrictMath.rint(rest / frontage));
        double[] shares = new double[houses];
        double sum = 0;
        for (int i = 0; i < houses; i++) {
            sum += shares[i] = dice.between(0.8, 1.2);
        }
        double u = head;
        rim.add(new Vertex(along(path, u), false));
        for (double share : shares) {
            u += rest * share / sum;
            rim.add(new Vertex(along(path, u), false));
        }
    }

    /** How far a corner house reaches along its street: past the inner corner and a little more. */
    private static double wing(List<Coordinate> ring, int i, double depth, Dice dice) {
        Coordinate[] d = edges(ring, i);
        double cross = d[0].x * d[1].y - d[0].y * d[1].x;
        double dot = d[0].x * d[1].x + d[0].y * d[1].y;
        double reach = depth * cross / (1 + dot);
        return Math.max(dice.between(15, 18.5), reach + dice.between(4, 6));
    }

    private static Coordinate along(List<Coordinate> path, double u) {
        double left = u;
        for (int i = 1; i < path.size(); i++) {
            double l = path.get(i).distance(path.get(i - 1));
            if (left <= l || i == path.size() - 1) {
                Coordinate c = Shapes.mix(path.get(i - 1), path.get(i), left / l);
                return new Coordinate(Frame.mm(c.x), Frame.mm(c.y));
            }
            left -= l;
        }
        throw new IllegalStateException("empty side");
    }

    private void offset(double depth) {
        List<Coordinate> ring = rim.stream().map(Vertex::at).toList();
        for (int i = 0; i < ring.size(); i++) {
            Coordinate[] d = edges(ring, i);
            double k = depth / (1 + d[0].x * d[1].x + d[0].y * d[1].y);
            inner.add(new Coordinate(Frame.mm(ring.get(i).x - (d[0].y + d[1].y) * k), Frame.mm(ring.get(i).y + (d[0].x + d[1].x) * k)));
        }
    }

    /** The yard, or an empty list where the block is too narrow for one. */
    List<Coordinate> yard() {
        Polygon p = Shapes.polygon(inner);
        return p.isValid() && org.locationtech.jts.algorithm.Orientation.isCCW(p.getCoordinates()) && p.getArea() > 120 ? inner : List.of();
    }

    /** House plots in order around the block. */
    List<Plot> plots() {
        List<Plot> out = new ArrayList<>();
        int n = rim.size();
        int first = 0;
        while (rim.get(first).corner()) {
            first++;
        }
        int i = first;
        do {
            List<Coordinate> front = new ArrayList<>();
            List<Coordinate> back = new ArrayList<>();
            int corner = -1;
            int j = i;
            do {
                station(j, j != i && rim.get(j).corner(), front, back);
                if (j != i && rim.get(j).corner()) {
                    corner = front.size() - 1;
                }
                j = (j + 1) % n;
            } while (rim.get(j).corner());
            station(j, false, front, back);
            out.add(new Plot(front, back, corner));
            i = j;
        } while (i != first);
        return out;
    }

    private void station(int i, boolean corner, List<Coordinate> front, List<Coordinate> back) {
        Coordinate c = rim.get(i).at();
        int n = rim.size();
        if (corner && chamfer > 0 && turn(rim.stream().map(Vertex::at).toList(), i) > 0.5) {
            Coordinate before = unit(c, rim.get((i + n - 1) % n).at());
            Coordinate after = unit(c, rim.get((i + 1) % n).at());
            front.add(new Coordinate(Frame.mm(c.x + before.x * chamfer), Frame.mm(c.y + before.y * chamfer)));
            back.add(inner.get(i));
            front.add(new Coordinate(Frame.mm(c.x + after.x * chamfer), Frame.mm(c.y + after.y * chamfer)));
        } else {
            front.add(c);
        }
        back.add(inner.get(i));
    }
}
