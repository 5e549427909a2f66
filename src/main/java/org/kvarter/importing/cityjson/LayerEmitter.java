package org.kvarter.importing.cityjson;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ElevationBatch;
import org.kvarter.importing.HeightReference;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.Subsets;
import org.kvarter.importing.VectorBatch;
import org.kvarter.importing.city.ReliefGround;
import org.kvarter.model.Bounds;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.PolygonSet;
import org.kvarter.text.LocalText;
import org.kvarter.text.Texts;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Hands the finished layers to the sink, one batch each, and lets go of them. */
final class LayerEmitter {

    private final ReadOptions options;
    private final LayerSink sink;
    private final DiagnosticTally problems;
    private final Optional<String> referenceSystem;
    private final Texts texts = Texts.in(LayerEmitter.class);
    private Bounds extent = Bounds.EMPTY;

    LayerEmitter(ReadOptions options, LayerSink sink, DiagnosticTally problems, Optional<String> referenceSystem) {
        this.options = options;
        this.sink = sink;
        this.problems = problems;
        this.referenceSystem = referenceSystem;
    }

    /** Box around all surfaces seen, in source coordinates. */
    Bounds extent() {
        return extent;
    }

    void emit(LayerBuilder layer) {
        FeatureTable features = new FeatureTable(layer.ids(), layer.types(), layer.parents(), layer.attributes());
        if (layer.flat) {
            emitFlat(layer, features);
        } else {
            emitSolids(layer, features);
        }
    }

    private void emitSolids(LayerBuilder layer, FeatureTable features) {
        PolygonSet polygons = layer.surfaces.toSet();
        layer.surfaces.release();
        extent = extent.union(polygons.bounds());
        Selection selection = Selection.of(layer, polygons, options, problems);
        if (!selection.isAll() || layer.unordered) {
            int[] rows = IntStream.range(0, features.size()).filter(selection::keeps).toArray();
            int[] newRow = new int[features.size()];
            Arrays.fill(newRow, -1);
            for (int i = 0; i < rows.length; i++) {
                newRow[rows[i]] = selection.shows(rows[i]) ? i : -1;
            }
            features = Subsets.features(features, rows);
            polygons = Subsets.polygons(polygons, newRow, rows.length);
        }
        ElevationBatch ground = layer.type.kind() == LayerKind.RELIEF && features.size() > 0
                ? ReliefGround.of(polygons, metres(polygons), layer.name, title(layer, "").shown()) : null;
        if (ground != null) {
            sink.count(layer.type.layer(), features.size());
            sink.elevation(ground);
        } else if (features.size() > 0) {
            sink.solids(new SolidBatch(layer.name, title(layer, ""), layer.type.kind(), HeightReference.ABSOLUTE, features, polygons));
        }
    }

    private double metres(PolygonSet polygons) {
        return polygons.vertexCount() == 0 ? 1 : Crs.metresPerHorizontalUnit(referenceSystem, polygons.vertices()[0], polygons.vertices()[1]);
    }

    private void emitFlat(LayerBuilder layer, FeatureTable features) {
        Geometry[] geometries = layer.geometries.toArray(Geometry[]::new);
        int[] rows = IntStream.range(0, features.size()).filter(row -> !layer.lost.get(row) && accepts(geometries[row])).toArray();
        if (rows.length > 0) {
            sink.vectors(new VectorBatch(layer.name, title(layer, ".flat"), layer.type.kind(), "", Subsets.features(features, rows),
                    Arrays.stream(rows).mapToObj(row -> geometries[row]).toArray(Geometry[]::new)));
        }
    }

    private boolean accepts(Geometry geometry) {
        if (geometry == null) {
            return options.bbox().isEmpty();
        }
        Envelope box = geometry.getEnvelopeInternal();
        return options.accepts(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    private LocalText title(LayerBuilder layer, String suffix) {
        String name = layer.type.layer();
        LocalText title = texts.has("layer." + name) ? texts.everywhere("layer." + name)
                : LocalText.of(name.startsWith("+") ? name.substring(1) : name);
        return suffix.isEmpty() ? title : texts.everywhere("layer.flat", title);
    }
}
