package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ReadOptions;
import org.kvarter.model.Severity;

/** Reads one city object into a {@link StagedObject}, its properties in any order. */
final class CityObjectReader {

    /** First-level types: others are parts of something. */
    private static final Set<String> ALONE = Set.of("Building", "Bridge", "Tunnel", "Road", "Railway", "Waterway", "TransportSquare", "LandUse",
            "PlantCover", "SolitaryVegetationObject", "CityFurniture", "GenericCityObject", "OtherConstruction", "WaterBody", "TINRelief");

    private final DiagnosticTally problems;
    private final ReadOptions options;

    CityObjectReader(DiagnosticTally problems, ReadOptions options) {
        this.problems = problems;
        this.options = options;
    }

    /** Reads the value the parser stands on; answers whether it is an object at all. */
    boolean read(JsonParser p, String id, StagedObject into) throws IOException {
        into.reset(id);
        if (p.currentToken() != JsonToken.START_OBJECT) {
            problems.add(Severity.WARNING, "object.notAnObject", id);
            p.skipChildren();
            return false;
        }
        double[] extent = null;
        for (String name; (name = p.nextFieldName()) != null;) {
            p.nextToken();
            switch (name) {
                case "geographicalExtent" -> extent = Json.numbers(p, 6);
                case "type" -> into.type = Json.text(p);
                case "attributes" -> AttributeReader.readAll(p, into);
                case "geometry" -> {
                    if (isAlone(into) && isOutside(extent)) {
                        p.skipChildren();
                    } else {
                        readGeometries(p, into);
                    }
                }
                case "parents", "parent" -> readIds(p, into.parents);
                case "children", "members" -> readIds(p, into.children);
                case "address" -> into.attribute("address", emptyToNull(Addresses.read(p)), "");
                case "children_roles", "toplevel" -> p.skipChildren();
                default -> AttributeReader.read(p, name, into);
            }
        }
        Json.requireMore(p);
        return true;
    }

    /** Whether an object is a family of its own as far as is known: the parts of one building are kept or left out together. */
    private static boolean isAlone(StagedObject object) {
        return object.parents.isEmpty() && object.children.isEmpty() && ALONE.contains(object.type);
    }

    /** Whether the extent an object states, in source coordinates, shows that nothing of it is wanted; without one it may be. */
    private boolean isOutside(double[] extent) {
        if (extent == null || Double.isNaN(extent[0] + extent[1] + extent[3] + extent[4]) || extent[0] > extent[3] || extent[1] > extent[4]) {
            return false;
        }
        return !options.accepts(extent[0], extent[1], extent[3], extent[4]);
    }

    private void readGeometries(JsonParser p, StagedObject into) throws IOException {
        if (p.currentToken() != JsonToken.START_ARRAY) {
            if (p.currentToken() != JsonToken.VALUE_NULL) {
                problems.add(Severity.WARNING, "geometry.notAList", into.id);
            }
            p.skipChildren();
            return;
        }
        while (p.nextToken() != JsonToken.END_ARRAY) {
            Json.requireMore(p);
            GeometryScratch scratch = into.scratch();
            GeometryReader.read(p, scratch);
            if (scratch.malformed) {
                problems.add(Severity.WARNING, "geometry.ragged", into.id, scratch.type);
                continue;
            }
            if (!scratch.typeFitsNesting()) {
                problems.add(Severity.WARNING, "geometry.nesting", into.id, scratch.type);
            }
            into.offer();
        }
    }

    private static void readIds(JsonParser p, List<String> into) throws IOException {
        if (p.currentToken() != JsonToken.START_ARRAY) {
            String id = Json.text(p);
            if (!id.isEmpty()) {
                into.add(id);
            }
            return;
        }
        while (p.nextToken() != JsonToken.END_ARRAY) {
            Json.requireMore(p);
            String id = Json.text(p);
            if (!id.isEmpty()) {
                into.add(id);
            }
        }
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
