package org.kvarter.importing.ifc.shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Areas of a parameter plane cut by a grid, by JTS. */
public final class ParameterPatch {

    /** Cells along one parameter; more is damage. */
    private static final int MOST_CELLS = 2_000;

    private ParameterPatch() {
    }

    /**
     * The grid's steps.
     *
     * @param u positive, infinite for no lines across u
     * @param v positive, infinite for no lines across v
     */
    public record Grid(double u, double v) {
    }

    /**
     * Cuts the area of rings, the largest being the outline and the others holes.
     *
     * @param rings u, v in turn
     * @return counter-clockwise pieces without holes that lie in one cell each
     */
    public static List<double[]> cut(List<double[]> rings, Grid grid) {
        List<Polygon> polygons = new ArrayList<>();
        for (double[] ring : rings) {
            polygon(ring, polygons);
        }
        polygons.sort(Comparator.comparingDouble(Polygon::getArea).reversed());
        List<double[]> pieces = new ArrayList<>();
        if (polygons.isEmpty()) {
            return pieces;
        }
        Geometry area = sound(polygons.get(0));
        for (int i = 1; i < polygons.size(); i++) {
            area = Overlays.difference(area, sound(polygons.get(i)));
        }
        for (Geometry strip : slices(area, grid.u(), true)) {
            for (Geometry cell : slices(strip, grid.v(), false)) {
                add(cell, pieces);
            }
        }
        return pieces;
    }

    private static void polygon(double[] ring, List<Polygon> polygons) {
        int n = ring.length / 2;
        Coordinate[] c = new Coordinate[n + 1];
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(ring[2 * i]) || !Double.isFinite(ring[2 * i + 1])) {
                return;
            }
            c[i] = new Coordinate(ring[2 * i], ring[2 * i + 1]);
        }
        c[n] = c[0].copy();
        if (n >= 3) {
            polygons.add(Flat.FACTORY.createPolygon(c));
        }
    }

    private static Geometry sound(Polygon polygon) {
        return polygon.isValid() ? polygon : polygon.buffer(0);
    }

    private static List<Geometry> slices(Geometry area, double step, boolean alongU) {
        Envelope box = area.getEnvelopeInternal();
        double low = alongU ? box.getMinX() : box.getMinY();
        double high = alongU ? box.getMaxX() : box.getMaxY();
        if (!(step < high - low) || area.isEmpty()) {
            return List.of(area);
        }
        double width = Math.max(step, (high - low) / MOST_CELLS);
        List<Geometry> slices = new ArrayList<>();
        for (long k = (long) Math.floor(low / width + 1e-9); k * width < high - 1e-9 * width; k++) {
            Envelope strip = alongU ? new Envelope(k * width, (k + 1) * width, box.getMinY() - 1, box.getMaxY() + 1)
                    : new Envelope(box.getMinX() - 1, box.getMaxX() + 1, k * width, (k + 1) * width);
            slices.add(Overlays.intersection(area, Flat.FACTORY.toGeometry(strip)));
        }
        return slices;
    }

    private static void add(Geometry cell, List<double[]> pieces) {
        for (int i = 0; i < cell.getNumGeometries(); i++) {
            if (cell.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                Geometry whole = polygon.getNumInteriorRing() == 0 ? polygon : Flat.withoutHoles(polygon);
                for (int k = 0; k < whole.getNumGeometries(); k++) {
                    pieces.add(ring((Polygon) whole.getGeometryN(k)));
                }
            }
        }
    }

    private static double[] ring(Polygon polygon) {
        Coordinate[] c = polygon.getExteriorRing().getCoordinates();
        boolean turn = !org.locationtech.jts.algorithm.Orientation.isCCW(c);
        double[] out = new double[2 * c.length - 2];
        for (int i = 0; i + 1 < c.length; i++) {
            Coordinate p = c[turn ? c.length - 1 - i : i];
            out[2 * i] = p.x;
            out[2 * i + 1] = p.y;
        }
        return out;
    }
}
