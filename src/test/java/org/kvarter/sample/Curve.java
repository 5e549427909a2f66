package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** A hand-drawn line: a Catmull-Rom curve through given points, sampled about every four metres, with arc length. */
final class Curve {
    private final Coordinate[] points;
    private final double[] stations;

    private Curve(List<Coordinate> points) {
        this.points = points.toArray(Coordinate[]::new);
        this.stations = new double[this.points.length];
        for (int i = 1; i < stations.length; i++) {
            stations[i] = stations[i - 1] + this.points[i].distance(this.points[i - 1]);
        }
    }

    /** The smooth curve through x0, y0, x1, y1 … */
    static Curve through(double... xy) {
        List<Coordinate> control = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            control.add(new Coordinate(xy[i], xy[i + 1]));
        }
        return smooth(control);
    }

    /** The given points themselves, not smoothed. */
    static Curve polyline(List<Coordinate> points) {
        return new Curve(points);
    }

    static Curve smooth(List<Coordinate> control) {
        List<Coordinate> out = new ArrayList<>();
        int last = control.size() - 1;
        for (int i = 0; i < last; i++) {
            Coordinate p1 = control.get(i);
            Coordinate p2 = control.get(i + 1);
            Coordinate p0 = i > 0 ? control.get(i - 1) : mirror(p1, p2);
            Coordinate p3 = i + 2 <= last ? control.get(i + 2) : mirror(p2, p1);
            int steps = Math.max(1, (int) StrictMath.ceil(p1.distance(p2) / 4));
            for (int s = 0; s < steps; s++) {
                double t = (double) s / steps;
                out.add(new Coordinate(cubic(p0.x, p1.x, p2.x, p3.x, t), cubic(p0.y, p1.y, p2.y, p3.y, t)));
            }
        }
        out.add(control.get(last).copy());
        return new Curve(out);
    }

    /** The curve parallel to this one, {@code offset} metres to its left at each point. */
    Curve left(double offset) {
        List<Coordinate> out = new ArrayList<>();
        for (double u : stations) {
            out.add(at(u, offset));
        }
        return new Curve(out);
    }

    double length() {
        return stations[stations.length - 1];
    }

    /** The point {@code u} metres along the curve (beyond the ends: straight on) and {@code t} metres to its left. */
    Coordinate at(double u, double t) {
        Coordinate here = on(u);
        Coordinate back = on(u - 3);
        Coordinate ahead = on(u + 3);
        double dx = ahead.x - back.x;
        double dy = ahead.y - back.y;
        double length = StrictMath.sqrt(dx * dx + dy * dy);
        return new Coordinate(Frame.mm(here.x - dy / length * t), Frame.mm(here.y + dx / length * t));
    }

    private Coordinate on(double u) {
        int i = 0;
        while (i < points.length - 2 && stations[i + 1] < u) {
            i++;
        }
        double f = (u - stations[i]) / (stations[i + 1] - stations[i]);
        Coordinate a = points[i];
        Coordinate b = points[i + 1];
        return new Coordinate(a.x + f * (b.x - a.x), a.y + f * (b.y - a.y));
    }

    List<Coordinate> points() {
        return List.of(points);
    }

    LineString line() {
        return Shapes.line(List.of(points));
    }

    private static Coordinate mirror(Coordinate centre, Coordinate point) {
        return new Coordinate(2 * centre.x - point.x, 2 * centre.y - point.y);
    }

    private static double cubic(double a, double b, double c, double d, double t) {
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
    }
}
