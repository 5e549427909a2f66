package org.kvarter.exporting;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.SurfaceKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The ground that a solid covers: its ground surfaces where it has any, else everything of it that is not a wall. Stateless. */
final class Footprints {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private Footprints() {
    }

    /** In local metres; empty where nothing of it lies flat. */
    static MultiPolygon of(TileMesh tile, int first, int end) {
        List<Geometry> pieces = pieces(tile, first, end, true);
        if (pieces.isEmpty()) {
            pieces = pieces(tile, first, end, false);
        }
        if (pieces.isEmpty()) {
            return GEOMETRY.createMultiPolygon();
        }
        Geometry all = OverlayNGRobust.union(pieces);
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < all.getNumGeometries(); i++) {
            if (all.getGeometryN(i) instanceof Polygon p && p.getArea() > 0.01) {
                polygons.add(p);
            }
        }
        return GEOMETRY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static List<Geometry> pieces(TileMesh tile, int first, int end, boolean groundOnly) {
        List<Geometry> pieces = new ArrayList<>();
        for (int part = first; part < end; part++) {
            if (groundOnly && tile.parts().kindOf(part) != SurfaceKind.GROUND || Math.abs(tile.parts().normals()[3 * part + 2]) < 0.05) {
                continue;
            }
            for (List<int[]> polygon : PartRings.of(tile, part)) {
                LinearRing[] holes = polygon.stream().skip(1).map(r -> ring(tile, r)).toArray(LinearRing[]::new);
                Polygon p = GEOMETRY.createPolygon(ring(tile, polygon.get(0)), holes);
                pieces.add(p.isValid() ? p : p.buffer(0));
            }
        }
        return pieces;
    }

    private static LinearRing ring(TileMesh tile, int[] ring) {
        Coordinate[] c = new Coordinate[ring.length + 1];
        for (int i = 0; i < c.length; i++) {
            int at = 3 * ring[i % ring.length];
            c[i] = new Coordinate(tile.points()[at], tile.points()[at + 1]);
        }
        return GEOMETRY.createLinearRing(c);
    }
}
