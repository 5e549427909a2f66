package org.kvarter.importing.cityjson;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.model.Severity;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Makes points and lines of vertex numbers once the vertices of their document are known. */
final class FlatResolver {

    private final GeometryFactory factory = new GeometryFactory();
    private final VertexSource vertices;
    private final DiagnosticTally problems;

    FlatResolver(VertexSource vertices, DiagnosticTally problems) {
        this.vertices = vertices;
        this.problems = problems;
    }

    /** Settles all pending points and lines of {@code layer}. */
    void settle(LayerBuilder layer) {
        for (LayerBuilder.PendingFlat flat : layer.pendingFlats) {
            layer.geometries.set(flat.feature(), flat.shape() == GeometryScratch.Shape.LINES ? lines(layer, flat) : points(layer, flat));
        }
        layer.pendingFlats.clear();
    }

    private Geometry points(LayerBuilder layer, LayerBuilder.PendingFlat flat) {
        Coordinate[] at = coordinates(layer, flat, 0, flat.corners().length);
        return at.length == 0 ? null : at.length == 1 ? factory.createPoint(at[0]) : factory.createMultiPointFromCoords(at);
    }

    private Geometry lines(LayerBuilder layer, LayerBuilder.PendingFlat flat) {
        List<LineString> lines = new ArrayList<>();
        int from = 0;
        for (int end : flat.lineEnds()) {
            Coordinate[] line = coordinates(layer, flat, from, end);
            if (line.length >= 2) {
                lines.add(factory.createLineString(line));
            }
            from = end;
        }
        if (lines.isEmpty()) {
            return null;
        }
        return lines.size() == 1 ? lines.get(0) : factory.createMultiLineString(lines.toArray(LineString[]::new));
    }

    private Coordinate[] coordinates(LayerBuilder layer, LayerBuilder.PendingFlat flat, int from, int to) {
        List<Coordinate> all = new ArrayList<>(to - from);
        for (int c = from; c < to; c++) {
            int vertex = flat.corners()[c];
            if (vertex < 0 || vertex >= vertices.count()) {
                problems.add(Severity.WARNING, "polygon.indexRange", layer.id(flat.feature()), String.valueOf(vertex), vertices.count());
                continue;
            }
            Coordinate place = new Coordinate(vertices.get(vertex, 0), vertices.get(vertex, 1), vertices.get(vertex, 2));
            if (Double.isFinite(place.x) && Double.isFinite(place.y) && Double.isFinite(place.z)) {
                all.add(place);
            } else {
                problems.add(Severity.WARNING, "polygon.notFinite", layer.id(flat.feature()), String.valueOf(vertex));
            }
        }
        return all.toArray(Coordinate[]::new);
    }
}
