package org.kvarter.exporting;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.SurfaceKind;
import org.kvarter.task.Progress;

/**
 * Writes CityJSON 2.0.1: every feature a city object with its attributes, parts under their parents, a MultiSurface of LoD 2 with the
 * surfaces' kinds. Coordinates in millimetres of the district's system.
 */
final class CityJsonWriter {

    /** Types of CityJSON 2.0; what is none of them becomes an OtherConstruction. */
    private static final Set<String> TYPES = Set.of("Bridge", "BridgePart", "BridgeInstallation", "BridgeConstructiveElement", "BridgeRoom",
            "BridgeFurniture", "Building", "BuildingPart", "BuildingInstallation", "BuildingConstructiveElement", "BuildingFurniture",
            "BuildingStorey", "BuildingRoom", "BuildingUnit", "CityFurniture", "LandUse", "OtherConstruction", "PlantCover",
            "SolitaryVegetationObject", "TINRelief", "Road", "Railway", "Waterway", "TransportSquare", "Tunnel", "TunnelPart",
            "TunnelInstallation", "WaterBody");
    private static final Pattern EPSG = Pattern.compile("EPSG:(\\d+)");

    private final Scene scene;
    private final JsonGenerator json;
    private final List<int[]> vertices = new ArrayList<>();
    private final Set<String> ids = new LinkedHashSet<>();
    private int features;
    private long triangles;

    /** Where a feature's parts lie. */
    private record Form(TileMesh tile, int first, int end) {
    }

    private CityJsonWriter(Scene scene, JsonGenerator json) {
        this.scene = scene;
        this.json = json;
    }

    static ExportReport write(Scene scene, Path file, Path named, Progress progress) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(file))) {
            CityJsonWriter writer = new CityJsonWriter(scene, json);
            writer.all(progress);
            return new ExportReport(writer.features, writer.triangles, Solids.others(scene));
        }
    }

    private void all(Progress progress) throws IOException {
        LocalFrame frame = scene.frame();
        json.writeStartObject();
        json.writeStringField("type", "CityJSON");
        json.writeStringField("version", "2.0");
        json.writeObjectFieldStart("transform");
        array("scale", 0.001, 0.001, 0.001);
        array("translate", frame.originEast(), frame.originNorth(), frame.originHeight());
        json.writeEndObject();
        Matcher code = EPSG.matcher(frame.crs());
        json.writeObjectFieldStart("metadata");
        if (code.matches()) {
            json.writeStringField("referenceSystem", "https://www.opengis.net/def/crs/EPSG/0/" + code.group(1));
        }
        if (!scene.district().name().isEmpty()) {
            json.writeStringField("title", scene.district().name());
        }
        json.writeEndObject();
        lineage();
        json.writeObjectFieldStart("CityObjects");
        Map<SolidLayer, Map<Integer, Form>> forms = new HashMap<>();
        Solids.visit(scene, progress, (layer, row, tile, first, end) ->
                forms.computeIfAbsent(layer, l -> new HashMap<>()).put(row, new Form(tile, first, end)));
        for (SolidLayer layer : Solids.of(scene)) {
            layer(layer, forms.getOrDefault(layer, Map.of()));
        }
        json.writeEndObject();
        json.writeArrayFieldStart("vertices");
        for (int[] v : vertices) {
            json.writeArray(v, 0, 3);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Where layers come from, by the extension MetadataExtended 0.6: the core has no place for it. */
    private void lineage() throws IOException {
        if (scene.solidCredits().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("extensions");
        json.writeObjectFieldStart("MetadataExtended");
        json.writeStringField("url", "https://raw.githubusercontent.com/cityjson/metadata-extended/0.6/metadata-extended.ext.json");
        json.writeStringField("version", "0.6");
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("+metadata-extended");
        json.writeArrayFieldStart("lineage");
        for (Credit credit : scene.solidCredits()) {
            json.writeStartObject();
            json.writeStringField("statement", String.join(" ", credit.sentences()));
            json.writeStringField("scope", credit.title());
            if (!credit.source().isEmpty() || !credit.file().isEmpty()) {
                json.writeArrayFieldStart("source");
                json.writeStartObject();
                json.writeStringField("description", credit.source().isEmpty() ? credit.file() : credit.source());
                json.writeEndObject();
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        String licences = scene.solidCredits().stream().map(Credit::copyright).filter(c -> !c.isEmpty()).distinct().collect(Collectors.joining("; "));
        if (!licences.isEmpty()) {
            json.writeObjectFieldStart("constraints");
            json.writeStringField("legalConstraints", "licence");
            json.writeStringField("userNote", licences);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void array(String name, double... values) throws IOException {
        json.writeFieldName(name);
        json.writeArray(values, 0, values.length);
    }

    private void layer(SolidLayer layer, Map<Integer, Form> forms) throws IOException {
        FeatureTable table = layer.features();
        Map<Integer, String> names = new HashMap<>();
        Map<Integer, List<Integer>> children = new HashMap<>();
        for (int row = 0; row < table.size(); row++) {
            if (scene.wants(layer, row)) {
                names.put(row, unique(table.ids()[row]));
                if (table.parents()[row] >= 0) {
                    children.computeIfAbsent(table.parents()[row], p -> new ArrayList<>()).add(row);
                }
            }
        }
        for (int row = 0; row < table.size(); row++) {
            if (names.containsKey(row)) {
                feature(layer, row, names, children.getOrDefault(row, List.of()), forms.get(row));
            }
        }
    }

    private String unique(String id) {
        String name = id;
        for (int n = 2; !ids.add(name); n++) {
            name = id + "-" + n;
        }
        return name;
    }

    private void feature(SolidLayer layer, int row, Map<Integer, String> names, List<Integer> children, Form form) throws IOException {
        FeatureTable table = layer.features();
        String type = TYPES.contains(table.types()[row]) ? table.types()[row]
                : layer.kind() == LayerKind.BUILDINGS ? table.parents()[row] < 0 ? "Building" : "BuildingPart" : "OtherConstruction";
        json.writeObjectFieldStart(names.get(row));
        json.writeStringField("type", type);
        if (table.parents()[row] >= 0 && names.containsKey(table.parents()[row])) {
            json.writeArrayFieldStart("parents");
            json.writeString(names.get(table.parents()[row]));
            json.writeEndArray();
        }
        if (!children.isEmpty()) {
            json.writeArrayFieldStart("children");
            for (int child : children) {
                json.writeString(names.get(child));
            }
            json.writeEndArray();
        }
        Map<String, Object> attributes = table.attributes().row(row);
        if (!attributes.isEmpty()) {
            json.writeObjectFieldStart("attributes");
            for (Map.Entry<String, Object> a : attributes.entrySet()) {
                json.writeFieldName(a.getKey());
                json.writeObject(a.getValue());
            }
            json.writeEndObject();
        }
        if (form != null) {
            features++;
            geometry(form, type.startsWith("Building") || type.startsWith("Bridge") || type.startsWith("Tunnel") || type.equals("OtherConstruction"));
        }
        json.writeEndObject();
    }

    private void geometry(Form form, boolean semantic) throws IOException {
        Map<Integer, Integer> numbers = new HashMap<>();
        List<String> surfaces = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        json.writeArrayFieldStart("geometry");
        json.writeStartObject();
        json.writeStringField("type", "MultiSurface");
        json.writeStringField("lod", "2");
        json.writeArrayFieldStart("boundaries");
        for (int part = form.first(); part < form.end(); part++) {
            String kind = semantic ? surface(form.tile().parts().kindOf(part)) : "";
            triangles += form.tile().partTriangleEnds()[part] - form.tile().firstTriangle(part);
            for (List<int[]> polygon : PartRings.of(form.tile(), part)) {
                json.writeStartArray();
                for (int[] ring : polygon) {
                    json.writeStartArray();
                    for (int point : ring) {
                        json.writeNumber(numbers.computeIfAbsent(point, p -> vertex(form.tile(), p)));
                    }
                    json.writeEndArray();
                }
                json.writeEndArray();
                if (!kind.isEmpty() && !surfaces.contains(kind)) {
                    surfaces.add(kind);
                }
                values.add(kind.isEmpty() ? -1 : surfaces.indexOf(kind));
            }
        }
        json.writeEndArray();
        if (!surfaces.isEmpty()) {
            json.writeObjectFieldStart("semantics");
            json.writeArrayFieldStart("surfaces");
            for (String surface : surfaces) {
                json.writeStartObject();
                json.writeStringField("type", surface);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("values");
            for (int value : values) {
                if (value < 0) {
                    json.writeNull();
                } else {
                    json.writeNumber(value);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndArray();
    }

    private int vertex(TileMesh tile, int point) {
        int[] v = new int[3];
        for (int k = 0; k < 3; k++) {
            v[k] = Math.round(tile.points()[3 * point + k] * 1000);
        }
        vertices.add(v);
        return vertices.size() - 1;
    }

    private static String surface(SurfaceKind kind) {
        return switch (kind) {
            case WALL -> "WallSurface";
            case ROOF -> "RoofSurface";
            case GROUND -> "GroundSurface";
            case OUTER_CEILING -> "OuterCeilingSurface";
            case OUTER_FLOOR -> "OuterFloorSurface";
            case CLOSURE -> "ClosureSurface";
            case WINDOW -> "Window";
            case DOOR -> "Door";
            default -> "";
        };
    }
}
