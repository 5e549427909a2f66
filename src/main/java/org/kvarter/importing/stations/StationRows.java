package org.kvarter.importing.stations;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.VectorBatch;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.Severity;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Stations while they are read: distinct ids, a place each, attributes. One use. */
final class StationRows {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100).maxDocumentLength(128L << 20).build()).build()).build();

    private final DiagnosticTally notes;
    private final Map<String, Integer> rows = new LinkedHashMap<>();
    private final List<Geometry> places = new ArrayList<>();
    private final AttributeTableBuilder attributes = new AttributeTableBuilder();

    StationRows(DiagnosticTally notes) {
        this.notes = notes;
    }

    static JsonNode tree(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            JsonNode root = JSON.readTree(in);
            return root == null ? JSON.createObjectNode() : root;
        }
    }

    /** A further station; −1 where its id was there before; one without an id gets a number. */
    int station(JsonNode id, JsonNode longitude, JsonNode latitude) {
        String stated = id.isNull() ? "" : id.asText("");
        String name = stated.isEmpty() ? "#" + (places.size() + 1) : stated;
        if (stated.isEmpty()) {
            notes.add(Severity.WARNING, "noId", name);
        }
        if (rows.containsKey(name)) {
            notes.add(Severity.WARNING, "twice", name);
            return -1;
        }
        double x = number(longitude);
        double y = number(latitude);
        boolean placed = Math.abs(x) <= 180 && Math.abs(y) <= 90;
        if (!placed) {
            notes.add(Severity.WARNING, "noPlace", name);
        }
        rows.put(name, places.size());
        places.add(placed ? GEOMETRY.createPoint(new Coordinate(x, y)) : null);
        return places.size() - 1;
    }

    Optional<Integer> row(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    static double number(JsonNode node) {
        try {
            return node.isNumber() ? node.asDouble() : node.isTextual() ? Double.parseDouble(node.asText().strip()) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    void text(int row, String name, JsonNode node) {
        if (node.isValueNode() && !node.isNull() && !node.asText().isBlank()) {
            attributes.set(row, name, node.asText());
        }
    }

    void count(int row, String name, JsonNode node) {
        double value = number(node);
        if (Double.isFinite(value)) {
            attributes.set(row, name, Math.round(value));
        }
    }

    void set(int row, String name, Object value, String unit) {
        attributes.set(row, name, value, unit);
    }

    /** A text that may be given in several languages: the display language's, else the first. */
    static String words(JsonNode node) {
        if (!node.isArray()) {
            return node.asText("");
        }
        String language = Locale.getDefault(Locale.Category.DISPLAY).getLanguage();
        for (JsonNode text : node) {
            if (text.path("language").asText().startsWith(language)) {
                return text.path("text").asText("");
            }
        }
        return node.path(0).path("text").asText("");
    }

    int size() {
        return places.size();
    }

    void write(String format, String version, String title, int argb, String type, LayerSink sink) {
        for (int row = 0; row < places.size(); row++) {
            attributes.set(row, "color", String.format("#%06X", argb & 0xFFFFFF));
        }
        sink.source(new SourceDescription(format, version, Optional.of("OGC:CRS84"), List.of(), title, ""));
        sink.vectors(new VectorBatch("", title, LayerKind.STATIONS, "",
                FeatureTable.flat(rows.keySet().toArray(String[]::new), type, attributes.build(places.size())), places.toArray(Geometry[]::new)));
    }
}
