package org.kvarter.importing.vector;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.importing.HeightReference;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.VectorBatch;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.locationtech.jts.geom.Geometry;

/** Gathers features of one layer and hands them on in batches. Not thread-safe. */
final class LayerOutput {

    private static final int BATCH_FEATURES = 4_000;
    private static final int BATCH_VERTICES = 400_000;

    /**
     * How a layer is handed on.
     *
     * @param layer name within the source
     * @param title what people call it
     * @param type  type of its features
     * @param kind  what it shows
     * @param crs   reference system where it differs from the source's, else empty
     */
    record Target(String layer, String title, String type, LayerKind kind, String crs) {
    }

    private final Target target;
    private final LayerSink sink;
    private final FootprintExtruder extruder;
    private final List<String> ids = new ArrayList<>();
    private final List<Geometry> geometries = new ArrayList<>();
    private AttributeTableBuilder attributes = new AttributeTableBuilder();
    private int vertices;

    /** @param extruder raises the features to solids; {@code null} where they stay flat */
    LayerOutput(Target target, LayerSink sink, FootprintExtruder extruder) {
        this.target = target;
        this.sink = sink;
        this.extruder = extruder;
    }

    boolean isSolid() {
        return extruder != null;
    }

    /** Row of the next feature in the batch under way. */
    int row() {
        return ids.size();
    }

    AttributeTableBuilder attributes() {
        return attributes;
    }

    /** Puts one feature's block into an extruder. */
    interface Raise {
        void into(FootprintExtruder extruder, int row);
    }

    /**
     * Ends a feature whose attributes are set under {@link #row()}.
     *
     * @param raise how it becomes a solid; {@code null} in a flat layer, or where it has no geometry
     */
    void add(String id, Geometry geometry, Raise raise) {
        int row = ids.size();
        ids.add(id);
        if (extruder == null) {
            geometries.add(geometry);
            vertices += geometry == null ? 0 : geometry.getNumPoints();
        } else if (raise != null) {
            raise.into(extruder, row);
            vertices = extruder.vertexCount();
        }
        if (ids.size() >= BATCH_FEATURES || vertices >= BATCH_VERTICES) {
            flush();
        }
    }

    /** Hands on what has been gathered. */
    void flush() {
        if (ids.isEmpty()) {
            return;
        }
        FeatureTable features = FeatureTable.flat(ids.toArray(String[]::new), target.type(), attributes.build(ids.size()));
        if (extruder != null) {
            sink.solids(new SolidBatch(target.layer(), target.title(), target.kind(), HeightReference.ABOVE_GROUND,
                    target.crs(), features, extruder.take()));
        } else {
            sink.vectors(new VectorBatch(target.layer(), target.title(), target.kind(), target.crs(), features,
                    geometries.toArray(Geometry[]::new)));
        }
        ids.clear();
        geometries.clear();
        attributes = new AttributeTableBuilder();
        vertices = 0;
    }
}
