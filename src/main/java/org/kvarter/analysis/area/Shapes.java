package org.kvarter.analysis.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.Bounds;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.SurfaceKind;
import org.kvarter.model.VectorLayer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Where the features of a layer lie on the ground, local metres. Stateless. */
public final class Shapes {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    /** Flatter than this covers ground: sine of some three degrees. */
    private static final double UPRIGHT = 0.05;

    private Shapes() {
    }

    /**
     * One shape per row: of flat features their own, of solids the triangles of their ground, or of all that is no wall where they have none;
     * parts lie with their wholes, whose shape is that of all. {@code null} where there is none.
     *
     * @param mesh triangles of a solid layer; {@code null} for its features' boxes
     */
    public static Geometry[] of(Layer layer, LayerMesh mesh) {
        if (layer instanceof VectorLayer flat) {
            return flat.geometries();
        }
        Geometry[] shapes = new Geometry[layer.features().size()];
        if (layer instanceof SolidLayer solid && mesh == null) {
            for (int row = 0; row < shapes.length; row++) {
                Bounds box = solid.boundsOf(row);
                shapes[row] = box.isEmpty() ? null : GEOMETRY.toGeometry(new Envelope(box.minEast(), box.maxEast(), box.minNorth(), box.maxNorth()));
            }
        } else if (mesh != null) {
            fromMesh(layer.features(), mesh, shapes);
        }
        return shapes;
    }

    private static void fromMesh(FeatureTable features, LayerMesh mesh, Geometry[] shapes) {
        Map<Integer, List<Geometry>> ground = new TreeMap<>();
        Map<Integer, List<Geometry>> flat = new TreeMap<>();
        for (TileMesh tile : mesh.tiles()) {
            int[] feature = tile.parts().feature();
            for (int part = 0; part < feature.length; part++) {
                if (Math.abs(tile.parts().normals()[3 * part + 2]) > UPRIGHT) {
                    boolean isGround = tile.parts().kindOf(part) == SurfaceKind.GROUND;
                    List<Geometry> of = (isGround ? ground : flat).computeIfAbsent(features.root(feature[part]), r -> new ArrayList<>());
                    for (int t = tile.firstTriangle(part); t < tile.partTriangleEnds()[part]; t++) {
                        of.add(triangle(tile, t));
                    }
                }
            }
        }
        flat.forEach((row, pieces) -> shapes[row] = GEOMETRY.createGeometryCollection(pieces.toArray(Geometry[]::new)));
        ground.forEach((row, pieces) -> shapes[row] = GEOMETRY.createGeometryCollection(pieces.toArray(Geometry[]::new)));
    }

    private static Geometry triangle(TileMesh tile, int t) {
        Coordinate[] ring = new Coordinate[4];
        for (int k = 0; k < 3; k++) {
            int at = 3 * tile.corners()[3 * t + k];
            ring[k] = new Coordinate(tile.points()[at], tile.points()[at + 1]);
        }
        ring[3] = ring[0];
        return GEOMETRY.createPolygon(ring);
    }
}
