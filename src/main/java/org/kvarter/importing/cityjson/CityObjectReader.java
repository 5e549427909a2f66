package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.model.Severity;

/** Reads one city object into a {@link StagedObject}, its properties in any order. */
final class CityObjectReader {

    private final DiagnosticTally problems;

    CityObjectReader(DiagnosticTally problems) {
        this.problems = problems;
    }

    /** Reads the value the parser stands on; answers whether it is an object at all. */
    boolean read(JsonParser p, String id, StagedObject into) throws IOException {
        into.reset(id);
        if (p.currentToken() != JsonToken.START_OBJECT) {
            problems.add(Severity.WARNING, "object.notAnObject", id);
            p.skipChildren();
            return false;
        }
        for (String name; (name = p.nextFieldName()) != null;) {
            p.nextToken();
            switch (name) {
                case "type" -> into.type = Json.text(p);
                case "attributes" -> AttributeReader.readAll(p, into);
                case "geometry" -> readGeometries(p, into);
                case "parents", "parent" -> readIds(p, into.parents);
                case "children", "members" -> readIds(p, into.children);
                case "address" -> into.attribute("address", emptyToNull(Addresses.read(p)), "");
                case "geographicalExtent", "children_roles", "toplevel" -> p.skipChildren();
                default -> AttributeReader.read(p, name, into);
            }
        }
        Json.requireMore(p);
        return true;
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
