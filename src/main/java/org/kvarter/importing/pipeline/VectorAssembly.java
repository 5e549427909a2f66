package org.kvarter.importing.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.geo.CoordinateTransform;
import org.kvarter.importing.VectorBatch;
import org.kvarter.model.Bounds;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.Severity;
import org.kvarter.model.SourceRef;
import org.kvarter.model.VectorLayer;
import org.kvarter.text.LocalText;
import org.kvarter.text.Texts;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** One layer of flat features while its batches come in. One reading thread. */
final class VectorAssembly {

    private static final int NAMED = 3;

    private final String id;
    private final LocalText titles;
    private final LayerKind kind;
    private final FeatureTables features = new FeatureTables();
    private final List<Geometry> geometries = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private long lostCount;
    private Envelope box = new Envelope();

    VectorAssembly(String id, VectorBatch first) {
        this.id = id;
        this.titles = first.titles();
        this.kind = first.kind();
    }

    String id() {
        return id;
    }

    /** Moves a batch into the frame and takes it in; a geometry that has no place there is left out. */
    void add(VectorBatch batch, CoordinateTransform transform) {
        features.add(batch.features());
        for (int i = 0; i < batch.geometries().length; i++) {
            Geometry geometry = batch.geometries()[i];
            if (geometry != null && !geometry.isEmpty()) {
                if (place(geometry, transform)) {
                    box.expandToInclude(geometry.getEnvelopeInternal());
                } else {
                    geometry = null;
                    lostCount++;
                    if (lost.size() < NAMED) {
                        lost.add(batch.features().ids()[i]);
                    }
                }
            }
            geometries.add(geometry);
        }
    }

    /** Transforms in place; answers whether all of it is finite. */
    private static boolean place(Geometry geometry, CoordinateTransform transform) {
        SequencePlacer placer = new SequencePlacer(transform);
        geometry.apply(placer);
        geometry.geometryChanged();
        return placer.isFinite();
    }

    ImportedLayer finish(SourceRef source, Path file) {
        FeatureTable table = features.concat();
        Texts texts = Texts.in(VectorAssembly.class);
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (String object : lost) {
            diagnostics.add(new Diagnostic(Severity.WARNING, source.file(), object, texts.get("vector.lost")));
        }
        if (lostCount > lost.size()) {
            diagnostics.add(new Diagnostic(Severity.WARNING, source.file(), "",
                    texts.get("mesh.count", texts.get("vector.lost"), lostCount)));
        }
        Bounds bounds = box.isNull() ? Bounds.EMPTY
                : new Bounds(box.getMinX(), box.getMinY(), 0, box.getMaxX(), box.getMaxY(), 0);
        VectorLayer layer = new VectorLayer(id, titles, kind, source, table, geometries.toArray(Geometry[]::new), bounds, diagnostics);
        int formless = (int) geometries.stream().filter(g -> g == null || g.isEmpty()).count();
        return new ImportedLayer(layer, Optional.empty(),
                new LayerReport(id, titles.shown(), kind, file, table.size(), formless, 0, 0, lostCount, 0, diagnostics));
    }
}
