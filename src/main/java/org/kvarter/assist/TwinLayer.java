package org.kvarter.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.Bounds;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.VectorLayer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * A layer whose features tables are joined to: whole features only, parts are their wholes'. Thread-safe; its spatial index is built when
 * it is first asked for a place.
 */
public final class TwinLayer {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Layer layer;
    private final List<TileMesh> tiles;
    private final int[] wholes;
    private final Map<String, Object> memo = new ConcurrentHashMap<>();
    private STRtree index;
    private List<List<float[]>> triangles;

    TwinLayer(Layer layer, List<TileMesh> tiles) {
        this.layer = layer;
        this.tiles = List.copyOf(tiles);
        int[] parents = layer.features().parents();
        this.wholes = java.util.stream.IntStream.range(0, parents.length).filter(row -> parents[row] < 0).toArray();
    }

    public String id() {
        return layer.id();
    }

    /** In the display language. */
    public String title() {
        return layer.title();
    }

    /** Whether it is a layer of buildings. */
    boolean isOfBuildings() {
        return layer.kind() == LayerKind.BUILDINGS;
    }

    public FeatureTable features() {
        return layer.features();
    }

    /** Rows of the features that are things of their own. */
    public int[] wholes() {
        return wholes;
    }

    /** Something worked out of the features once, such as the keys of an attribute. */
    @SuppressWarnings("unchecked")
    <T> T once(String name, java.util.function.Supplier<T> make) {
        return (T) memo.computeIfAbsent(name, n -> make.get());
    }

    /** Size of a feature's box on the ground, square metres; 0 where it has no geometry. */
    double size(int row) {
        Envelope box = box(row);
        return box.isNull() ? 0 : box.getArea();
    }

    private Envelope box(int row) {
        if (layer instanceof SolidLayer solid) {
            Bounds b = solid.boundsOf(row);
            return b.isEmpty() ? new Envelope() : new Envelope(b.minEast(), b.maxEast(), b.minNorth(), b.maxNorth());
        }
        Geometry geometry = layer instanceof VectorLayer vector ? vector.geometries()[row] : null;
        return geometry == null ? new Envelope() : geometry.getEnvelopeInternal();
    }

    /**
     * The whole feature at a place.
     *
     * @param east  local, metres
     * @param north local, metres
     * @param limit greatest distance, metres; 0 for inside only
     * @return its row and distance; row −1 for none
     */
    Near near(double east, double north, double limit) {
        build();
        Near best = new Near(-1, Double.POSITIVE_INFINITY);
        Envelope around = new Envelope(new Coordinate(east, north));
        around.expandBy(Math.max(limit, 1e-6));
        for (Object hit : index.query(around)) {
            int row = (Integer) hit;
            double distance = distance(row, east, north);
            int whole = features().root(row);
            boolean smaller = distance == best.distance && best.row >= 0 && size(row) < size(best.row);
            if (distance <= limit && (distance < best.distance || smaller)) {
                best = new Near(whole, distance);
            }
        }
        return best;
    }

    /**
     * A feature near a place.
     *
     * @param row      −1 for none
     * @param distance metres, 0 inside
     */
    record Near(int row, double distance) {
    }

    private synchronized void build() {
        if (index != null) {
            return;
        }
        STRtree tree = new STRtree();
        for (int row = 0; row < features().size(); row++) {
            Envelope box = box(row);
            if (!box.isNull()) {
                tree.insert(box, row);
            }
        }
        tree.build();
        if (layer instanceof SolidLayer && !tiles.isEmpty()) {
            triangles = new ArrayList<>();
            for (int row = 0; row < features().size(); row++) {
                triangles.add(new ArrayList<>(0));
            }
            for (TileMesh tile : tiles) {
                gather(tile);
            }
        }
        index = tree;
    }

    private void gather(TileMesh tile) {
        int triangle = 0;
        for (int part = 0; part < tile.parts().size(); part++) {
            int row = tile.parts().feature()[part];
            int end = tile.partTriangleEnds()[part];
            // walls have no area on the ground
            boolean flat = Math.abs(tile.parts().normals()[3 * part + 2]) > 0.02;
            for (; triangle < end; triangle++) {
                if (flat && row >= 0 && row < triangles.size()) {
                    float[] t = new float[6];
                    for (int corner = 0; corner < 3; corner++) {
                        int at = 3 * tile.corners()[3 * triangle + corner];
                        t[2 * corner] = tile.points()[at];
                        t[2 * corner + 1] = tile.points()[at + 1];
                    }
                    triangles.get(row).add(t);
                }
            }
        }
    }

    private double distance(int row, double east, double north) {
        if (layer instanceof VectorLayer vector && vector.geometries()[row] != null) {
            Point point = GEOMETRY.createPoint(new Coordinate(east, north));
            return vector.geometries()[row].distance(point);
        }
        if (triangles != null && !triangles.get(row).isEmpty()) {
            double best = Double.POSITIVE_INFINITY;
            for (float[] t : triangles.get(row)) {
                best = Math.min(best, Triangles.distance(t, east, north));
            }
            return best;
        }
        return box(row).distance(new Envelope(new Coordinate(east, north)));
    }
}
