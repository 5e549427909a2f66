package org.kvarter.importing.osm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The surface of a roof over the ground plane: plane between lines at which it breaks. Stateless. */
interface HeightField {

    /** Height over the ground, metres. */
    double at(double x, double y);

    /** Ends of the lines at which the surface breaks, two for each. */
    List<Coordinate[]> breaks();

    /** A field of a formula. */
    static HeightField of(List<Coordinate[]> breaks, java.util.function.DoubleBinaryOperator height) {
        return new HeightField() {
            @Override
            public double at(double x, double y) {
                return height.applyAsDouble(x, y);
            }

            @Override
            public List<Coordinate[]> breaks() {
                return breaks;
            }
        };
    }

    /** The field of a shape over a footprint; domes and pyramids over what no fan suits are pyramids over the rectangle. */
    static HeightField of(BuildingShape shape, Geometry footprint, Rectangle box) {
        return switch (shape.roof()) {
            case SKILLION -> skillion(shape, footprint, box);
            case GABLED -> gabled(shape, box);
            case HIPPED -> hipped(shape, box);
            default -> pyramid(shape, box);
        };
    }

    private static HeightField skillion(BuildingShape shape, Geometry footprint, Rectangle box) {
        double bearing = Math.toRadians(shape.bearing());
        double dx = Double.isNaN(bearing) ? box.uy() : Math.sin(bearing);
        double dy = Double.isNaN(bearing) ? -box.ux() : Math.cos(bearing);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Coordinate c : footprint.getCoordinates()) {
            double along = c.x * dx + c.y * dy;
            least = Math.min(least, along);
            most = Math.max(most, along);
        }
        double end = most;
        double rise = (shape.top() - shape.eaves()) / Math.max(1e-6, most - least);
        return of(List.of(), (x, y) -> shape.eaves() + rise * (end - x * dx - y * dy));
    }

    private static HeightField gabled(BuildingShape shape, Rectangle box) {
        boolean across = shape.across();
        if (!Double.isNaN(shape.bearing())) {
            double bearing = Math.toRadians(shape.bearing());
            across = Math.abs(Math.sin(bearing) * box.ux() + Math.cos(bearing) * box.uy()) > Math.sqrt(0.5);
        }
        double rise = shape.top() - shape.eaves();
        double reach = 2 * (box.halfLong() + 1);
        if (across) {
            return of(List.<Coordinate[]>of(new Coordinate[] {box.place(0, -reach), box.place(0, reach)}),
                    (x, y) -> shape.top() - rise * Math.min(1, Math.abs(box.along(x, y)) / box.halfLong()));
        }
        return of(List.<Coordinate[]>of(new Coordinate[] {box.place(-reach, 0), box.place(reach, 0)}),
                (x, y) -> shape.top() - rise * Math.min(1, Math.abs(box.aside(x, y)) / box.halfShort()));
    }

    private static HeightField hipped(BuildingShape shape, Rectangle box) {
        double a = box.halfLong();
        double b = box.halfShort();
        double ridge = a - b;
        double over = b + 1;
        List<Coordinate[]> breaks = new ArrayList<>();
        for (int side = -1; side <= 1; side += 2) {
            for (int end = -1; end <= 1; end += 2) {
                breaks.add(new Coordinate[] {box.place(end * ridge, 0), box.place(end * (ridge + over), side * over)});
            }
        }
        if (ridge > 1e-3) {
            breaks.add(new Coordinate[] {box.place(-ridge, 0), box.place(ridge, 0)});
        }
        double rise = shape.top() - shape.eaves();
        return of(breaks, (x, y) -> shape.eaves()
                + rise * Math.max(0, Math.min(a - Math.abs(box.along(x, y)), b - Math.abs(box.aside(x, y)))) / b);
    }

    private static HeightField pyramid(BuildingShape shape, Rectangle box) {
        double a = 1.1 * box.halfLong();
        double b = 1.1 * box.halfShort();
        double rise = shape.top() - shape.eaves();
        return of(List.of(new Coordinate[] {box.place(-a, -b), box.place(a, b)}, new Coordinate[] {box.place(-a, b), box.place(a, -b)}),
                (x, y) -> shape.eaves() + rise * Math.max(0, 1 - Math.max(Math.abs(box.along(x, y)) / box.halfLong(),
                        Math.abs(box.aside(x, y)) / box.halfShort())));
    }
}
