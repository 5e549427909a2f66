package org.kvarter.importing.osm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kvarter.importing.HeightReference;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.VectorBatch;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.FeatureTable;
import org.kvarter.text.Texts;
import org.locationtech.jts.geom.Geometry;

/** Gathers the features of one layer and hands them on in batches. Not thread-safe. */
final class Output {

    private static final int BATCH_FEATURES = 4_000;
    private static final int BATCH_VERTICES = 400_000;
    private static final Texts TEXTS = Texts.in(Output.class);

    private final OsmLayer layer;
    private final LayerSink sink;
    private final TagColumns columns;
    private final RoofedBlock solids = new RoofedBlock();
    private final List<String> ids = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final List<String> types = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<Geometry> geometries = new ArrayList<>();
    private AttributeTableBuilder attributes = new AttributeTableBuilder();
    private int vertices;

    Output(OsmLayer layer, LayerSink sink, TagColumns columns) {
        this.layer = layer;
        this.sink = sink;
        this.columns = columns;
    }

    /** Adds a feature of its layer's usual type; answers its row. */
    int add(String id, Tags tags, Geometry geometry) {
        return add(id, tags, geometry, layer.type(), -1);
    }

    /** Adds a feature; answers its row in the batch under way. */
    int add(String id, Tags tags, Geometry geometry, String type, int parent) {
        int row = ids.size();
        String distinct = id;
        for (int n = 2; !used.add(distinct); n++) {
            distinct = id + "#" + n;
        }
        ids.add(distinct);
        types.add(type);
        parents.add(parent);
        geometries.add(geometry);
        vertices += geometry == null ? 0 : geometry.getNumPoints();
        columns.set(attributes, row, tags);
        if (layer == OsmLayer.STREETS) {
            attributes.set(row, "width_m", StreetWidths.of(tags), "m");
        }
        return row;
    }

    /** Raises buildings of this layer. */
    RoofedBlock solids() {
        return solids;
    }

    /** Hands on what has been gathered where that is enough; between features that belong together never. */
    void flushIfFull() {
        if (ids.size() >= BATCH_FEATURES || vertices >= BATCH_VERTICES || solids.vertexCount() >= BATCH_VERTICES) {
            flush();
        }
    }

    void flush() {
        if (ids.isEmpty()) {
            return;
        }
        FeatureTable table = new FeatureTable(ids.toArray(String[]::new), types.toArray(String[]::new),
                parents.stream().mapToInt(Integer::intValue).toArray(), attributes.build(ids.size()));
        if (layer == OsmLayer.BUILDINGS) {
            sink.solids(new SolidBatch(layer.id(), TEXTS.everywhere("layer." + layer.id()), layer.kind(), HeightReference.ABOVE_GROUND, table,
                    solids.take()));
        } else {
            sink.vectors(new VectorBatch(layer.id(), TEXTS.everywhere("layer." + layer.id()), layer.kind(), "", table,
                    geometries.toArray(Geometry[]::new)));
        }
        ids.clear();
        used.clear();
        types.clear();
        parents.clear();
        geometries.clear();
        attributes = new AttributeTableBuilder();
        vertices = 0;
    }
}
