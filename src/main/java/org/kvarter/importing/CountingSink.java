package org.kvarter.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.Bounds;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.NumberColumn;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Counts what an importer reads and keeps none of it. */
final class CountingSink implements LayerSink {

    private static final int MAX_DIAGNOSTICS = 1000;

    private SourceDescription description;
    private final SortedMap<String, Integer> counts = new TreeMap<>();
    private final Map<String, SourceInfo.Attribute> attributes = new LinkedHashMap<>();
    private final Map<String, SourceInfo.LayerInfo> layers = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private Bounds bounds = Bounds.EMPTY;
    private Envelope flat = new Envelope();

    @Override
    public void source(SourceDescription source) {
        description = source;
    }

    @Override
    public void solids(SolidBatch batch) {
        count(batch.features());
        layer(batch.layer(), batch.title(), batch.kind(), batch.features().size(), batch.polygons().polygonCount(), 0, 0);
        bounds = bounds.union(batch.polygons().bounds());
    }

    @Override
    public void vectors(VectorBatch batch) {
        count(batch.features());
        layer(batch.layer(), batch.title(), batch.kind(), batch.features().size(), 0, 0, 0);
        for (Geometry geometry : batch.geometries()) {
            if (geometry != null) {
                flat.expandToInclude(geometry.getEnvelopeInternal());
            }
        }
    }

    @Override
    public void elevation(ElevationBatch batch) {
        layer(batch.layer(), batch.title(), LayerKind.TERRAIN, 0, 0, batch.width(), batch.height());
        grid(batch.affine(), batch.width(), batch.height());
    }

    @Override
    public void image(ImageBatch batch) {
        layer(batch.layer(), batch.title(), LayerKind.IMAGE, 0, 0, batch.width(), batch.height());
        grid(batch.affine(), batch.width(), batch.height());
    }

    @Override
    public void movement(MovementBatch batch) {
        count(batch.features());
        layer(batch.layer(), batch.title(), LayerKind.MOVEMENT, batch.features().size(), 0, 0, 0);
        for (int i = 0; i < batch.xyz().length; i += 3) {
            if (Double.isFinite(batch.xyz()[i]) && Double.isFinite(batch.xyz()[i + 1])) {
                flat.expandToInclude(batch.xyz()[i], batch.xyz()[i + 1]);
            }
        }
    }

    @Override
    public void flows(FlowBatch batch) {
        count(batch.features());
        layer(batch.layer(), batch.title(), LayerKind.FLOWS, batch.features().size(), 0, 0, 0);
        for (Geometry place : batch.places()) {
            if (place != null) {
                flat.expandToInclude(place.getEnvelopeInternal());
            }
        }
    }

    @Override
    public void count(String type, int number) {
        counts.merge(type, number, Integer::sum);
    }

    @Override
    public void diagnostic(Diagnostic diagnostic) {
        if (diagnostics.size() < MAX_DIAGNOSTICS) {
            diagnostics.add(diagnostic);
        }
    }

    SourceInfo info(String file, String format) {
        Optional<SourceDescription> said = Optional.ofNullable(description);
        return new SourceInfo(file, said.map(SourceDescription::format).orElse(format),
                said.map(SourceDescription::version).orElse(""), said.flatMap(SourceDescription::crs), counts,
                said.map(SourceDescription::lods).orElse(List.of()), extent(), List.copyOf(attributes.values()),
                List.copyOf(layers.values()), diagnostics);
    }

    private void count(FeatureTable features) {
        for (String type : features.types()) {
            counts.merge(type, 1, Integer::sum);
        }
        for (AttributeColumn column : features.attributes().columns()) {
            attributes.merge(column.name(), new SourceInfo.Attribute(column.name(), typeOf(column), column.unit()), CountingSink::join);
        }
    }

    private static SourceInfo.Attribute join(SourceInfo.Attribute a, SourceInfo.Attribute b) {
        return a.type() == b.type() ? a : new SourceInfo.Attribute(a.name(), SourceInfo.ValueType.TEXT, a.unit());
    }

    private static SourceInfo.ValueType typeOf(AttributeColumn column) {
        if (column instanceof NumberColumn numbers) {
            return switch (numbers.type()) {
                case REAL -> SourceInfo.ValueType.NUMBER;
                case INTEGER -> SourceInfo.ValueType.INTEGER;
                case BOOLEAN -> SourceInfo.ValueType.BOOLEAN;
            };
        }
        return SourceInfo.ValueType.TEXT;
    }

    private void layer(String name, String title, LayerKind kind, int features, int polygons, int columns, int rows) {
        layers.merge(name, new SourceInfo.LayerInfo(name, title, kind, features, polygons, columns, rows), (a, b) ->
                new SourceInfo.LayerInfo(name, title, kind, a.features() + features, a.polygons() + polygons, columns, rows));
    }

    private void grid(double[] affine, int width, int height) {
        for (int corner = 0; corner < 4; corner++) {
            double column = (corner & 1) * width;
            double row = (corner >> 1) * height;
            flat.expandToInclude(affine[0] * column + affine[2] * row + affine[4], affine[1] * column + affine[3] * row + affine[5]);
        }
    }

    private double[] extent() {
        Envelope both = new Envelope(flat);
        if (!bounds.isEmpty()) {
            both.expandToInclude(bounds.minEast(), bounds.minNorth());
            both.expandToInclude(bounds.maxEast(), bounds.maxNorth());
        }
        if (both.isNull()) {
            return new double[0];
        }
        return new double[] {both.getMinX(), both.getMinY(), bounds.isEmpty() ? Double.NaN : bounds.minUp(),
            both.getMaxX(), both.getMaxY(), bounds.isEmpty() ? Double.NaN : bounds.maxUp()};
    }
}
