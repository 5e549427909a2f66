package org.kvarter.importing.citygml;

import java.util.Arrays;
import java.util.Collection;
import java.util.ArrayList;
import org.kvarter.importing.arrays.DoubleList;
import org.kvarter.importing.arrays.MemoryBudget;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.triangulate.DelaunayTriangulationBuilder;

/** Points of terrain without triangles between them. Not thread-safe. */
final class ReliefPoints {

    /** More than these are thinned before they are triangulated. */
    private static final int MOST = 150_000;

    /** Takes a triangle: east, north, height of each corner. */
    interface Triangles {

        void triangle(double[] a, double[] b, double[] c);
    }

    private final DoubleList points;

    ReliefPoints(MemoryBudget budget) {
        points = new DoubleList(budget);
    }

    void add(double east, double north, double height) {
        if (Double.isFinite(east) && Double.isFinite(north) && Double.isFinite(height)) {
            points.add(east, north, height);
        }
    }

    /** Delaunay's triangles between the points. */
    void triangulate(Triangles into) {
        int n = points.size() / 3;
        int step = (n + MOST - 1) / Math.max(1, MOST);
        Collection<Coordinate> sites = new ArrayList<>();
        for (int i = 0; i < n; i += Math.max(1, step)) {
            sites.add(new Coordinate(points.get(3 * i), points.get(3 * i + 1), points.get(3 * i + 2)));
        }
        points.release();
        if (sites.size() < 3) {
            return;
        }
        DelaunayTriangulationBuilder builder = new DelaunayTriangulationBuilder();
        builder.setSites(sites);
        Geometry triangles = builder.getTriangles(new GeometryFactory());
        for (int t = 0; t < triangles.getNumGeometries(); t++) {
            double[][] corners = Arrays.stream(triangles.getGeometryN(t).getCoordinates()).limit(3)
                    .map(c -> new double[] {c.x, c.y, c.getZ()}).toArray(double[][]::new);
            into.triangle(corners[0], corners[1], corners[2]);
        }
    }
}
