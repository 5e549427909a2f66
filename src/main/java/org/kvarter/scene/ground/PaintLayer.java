package org.kvarter.scene.ground;

import java.awt.geom.Path2D;
import java.util.List;
import org.kvarter.model.LayerKind;
import org.kvarter.model.VectorLayer;
import org.kvarter.scene.palette.LayerLook;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * A vector layer ready to be painted piece by piece: shapes and an index over them, made once. Immutable; safe for many painters.
 */
final class PaintLayer {

    /**
     * One feature.
     *
     * @param row       feature row
     * @param dimension 0 points, 1 lines, 2 areas
     * @param shape     lines or areas
     * @param points    x, y of points; empty for others
     * @param category  what it says it is
     * @param width     metres, NaN where it does not say
     * @param own       colour it states, 0 for none
     */
    record Item(int row, int dimension, Path2D.Float shape, double[] points, String category, double width, int own) {
    }

    private final VectorLayer layer;
    private final STRtree index = new STRtree();
    private final int features;

    PaintLayer(VectorLayer layer) {
        this.layer = layer;
        features = layer.geometries().length;
        for (int row = 0; row < features; row++) {
            Geometry geometry = layer.geometries()[row];
            if (geometry != null && !geometry.isEmpty()) {
                add(row, geometry);
            }
        }
        index.build();
    }

    private void add(int row, Geometry geometry) {
        int dimension = geometry.getDimension();
        double[] points = {};
        if (dimension == 0) {
            var coordinates = geometry.getCoordinates();
            points = new double[2 * coordinates.length];
            for (int i = 0; i < coordinates.length; i++) {
                points[2 * i] = coordinates[i].x;
                points[2 * i + 1] = coordinates[i].y;
            }
        }
        double width = dimension == 1 ? Attributes.number(layer, row, "width_m", "width", "bredd") : Double.NaN;
        index.insert(geometry.getEnvelopeInternal(), new Item(row, dimension, dimension == 0 ? null : Shapes.of(geometry), points,
                Attributes.category(layer, row), width, hasOwnColours() ? Attributes.colour(layer, row) : 0));
    }

    /** Lines of public transport have colours people know them by; drawings and maps drawn by hand have those their maker chose. */
    private boolean hasOwnColours() {
        return switch (layer.kind()) {
            case ROUTES, STOPS, STATIONS, LINES, POINTS, AREAS -> true;
            default -> false;
        };
    }

    VectorLayer layer() {
        return layer;
    }

    /** Features near an area, in row order. */
    List<Item> near(Envelope area) {
        @SuppressWarnings("unchecked")
        List<Item> found = index.query(area);
        found.sort(java.util.Comparator.comparingInt(Item::row));
        return found;
    }

    /**
     * A layer with the look it has now.
     *
     * @param shapes the layer
     * @param look   colours, visibility
     */
    record Painted(PaintLayer shapes, LayerLook look) {
    }
}
