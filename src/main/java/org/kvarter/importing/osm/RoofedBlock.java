package org.kvarter.importing.osm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.PolygonSetBuilder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * Raises footprints in longitude and latitude to closed solids with roofs, in metres over the ground. All polygons are counter-clockwise
 * seen from outside. Not thread-safe.
 */
final class RoofedBlock {

    /** What became of a footprint. */
    enum Outcome {
        RAISED, REPAIRED, EMPTY
    }

    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** Beyond, a roof is flat: no roof of a building has such an outline. */
    private static final int MAX_CORNERS = 2_000;

    private PolygonSetBuilder builder = new PolygonSetBuilder();

    /**
     * Adds a footprint.
     *
     * @param row       feature row
     * @param footprint polygons in degrees
     * @param shapeOf   the shape for the shorter side of the footprint, metres
     */
    Outcome add(int row, Geometry footprint, DoubleFunction<BuildingShape> shapeOf) {
        if (footprint.isEmpty()) {
            return Outcome.EMPTY;
        }
        Coordinate origin = footprint.getEnvelopeInternal().centre();
        LocalPlane plane = LocalPlane.at(origin.x, origin.y);
        Outcome outcome = Outcome.RAISED;
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < footprint.getNumGeometries(); i++) {
            Polygon flat = flat((Polygon) footprint.getGeometryN(i), plane);
            if (flat != null && new IsValidOp(flat).isValid()) {
                polygons.add(flat);
            } else if (flat != null) {
                polygonsOf(new GeometryFixer(flat).getResult(), polygons);
                outcome = Outcome.REPAIRED;
            }
        }
        polygons.removeIf(p -> p.isEmpty() || !(p.getArea() > 1e-4));
        for (Polygon polygon : polygons) {
            Rectangle box = Rectangle.around(polygon);
            BuildingShape shape = shapeOf.apply(2 * box.halfShort());
            SolidMaker maker = new SolidMaker(builder, plane, row, shape, polygon);
            if (shape.roof() == RoofShape.FLAT || polygon.getNumPoints() > MAX_CORNERS || box.halfShort() < 0.01) {
                maker.flat();
            } else if ((shape.roof() == RoofShape.PYRAMIDAL || shape.roof() == RoofShape.DOME) && Fan.suits(polygon)) {
                maker.fan(Fan.of(shape));
            } else {
                maker.field(HeightField.of(shape, polygon, box));
            }
        }
        return polygons.isEmpty() ? Outcome.EMPTY : outcome;
    }

    private static Polygon flat(Polygon polygon, LocalPlane plane) {
        LinearRing shell = ring(polygon.getExteriorRing(), plane);
        if (shell == null) {
            return null;
        }
        List<LinearRing> holes = new ArrayList<>();
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
            LinearRing hole = ring(polygon.getInteriorRingN(h), plane);
            if (hole != null) {
                holes.add(hole);
            }
        }
        return FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    /** The ring in metres without repeated corners; {@code null} where too few are left. */
    private static LinearRing ring(LinearRing ring, LocalPlane plane) {
        List<Coordinate> corners = new ArrayList<>();
        for (Coordinate c : ring.getCoordinates()) {
            Coordinate flat = new Coordinate(plane.x(c.x), plane.y(c.y));
            if (corners.isEmpty() || !corners.get(corners.size() - 1).equals2D(flat)) {
                corners.add(flat);
            }
        }
        return corners.size() < 4 ? null : FACTORY.createLinearRing(corners.toArray(Coordinate[]::new));
    }

    private static void polygonsOf(Geometry geometry, List<Polygon> into) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon) {
                into.add(polygon);
            }
        }
    }

    int vertexCount() {
        return builder.vertexCount();
    }

    /** The polygons since the last call. */
    PolygonSet take() {
        PolygonSet polygons = builder.build();
        builder = new PolygonSetBuilder();
        return polygons;
    }
}
