package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.kvarter.importing.city.AttributeRow;
import org.kvarter.importing.city.Kinds;
import org.kvarter.importing.city.Lods;
import org.kvarter.importing.city.SurfaceFacts;

/** Reads one geometry object into a {@link GeometryScratch}, its properties in any order. */
final class GeometryReader {

    private GeometryReader() {
    }

    /** Reads the object the parser stands on; anything else leaves {@code into} empty. */
    static void read(JsonParser p, GeometryScratch into) throws IOException {
        into.clear();
        if (!Json.startsObject(p)) {
            return;
        }
        for (String name; (name = p.nextFieldName()) != null;) {
            p.nextToken();
            switch (name) {
                case "type" -> into.type = Json.text(p);
                case "lod" -> into.lod = Lods.normalise(Json.text(p));
                case "boundaries" -> readBoundaries(p, into);
                case "semantics" -> readSemantics(p, into);
                case "material" -> readMaterial(p, into);
                case "texture" -> readTexture(p, into);
                case "template" -> into.template = Json.index(p);
                case "transformationMatrix" -> into.matrix = Json.numbers(p, 16);
                default -> p.skipChildren();
            }
        }
        into.settle();
    }

    private static void readBoundaries(JsonParser p, GeometryScratch into) throws IOException {
        into.clearBoundaries();
        if (!Json.startsArray(p)) {
            return;
        }
        int depth = 0;
        do {
            switch (p.currentToken()) {
                case START_ARRAY -> depth++;
                case END_ARRAY -> into.close(depth--);
                case VALUE_NUMBER_INT, VALUE_STRING -> into.corner(Json.index(p), depth);
                default -> {
                    into.corner(Integer.MIN_VALUE, depth);
                    p.skipChildren();
                }
            }
        } while (depth > 0 && p.nextToken() != null);
        Json.requireMore(p);
    }

    private static void readSemantics(JsonParser p, GeometryScratch into) throws IOException {
        if (!Json.startsObject(p)) {
            return;
        }
        for (String name; (name = p.nextFieldName()) != null;) {
            p.nextToken();
            if (name.equals("surfaces") && p.currentToken() == JsonToken.START_ARRAY) {
                readSurfaces(p, into);
            } else if (name.equals("values") && NestedValues.isValues(p)) {
                into.semanticValues.read(p);
            } else {
                p.skipChildren();
            }
        }
    }

    private static void readSurfaces(JsonParser p, GeometryScratch into) throws IOException {
        into.clearSemantics();
        while (p.nextToken() != JsonToken.END_ARRAY) {
            Json.requireMore(p);
            String type = "";
            AttributeRow attributes = null;
            if (Json.startsObject(p)) {
                for (String name; (name = p.nextFieldName()) != null;) {
                    p.nextToken();
                    switch (name) {
                        case "type" -> type = Json.text(p);
                        case "children", "parent", "id", "gml:id" -> p.skipChildren();
                        default -> {
                            attributes = attributes == null ? new AttributeRow() : attributes;
                            AttributeReader.read(p, name, attributes);
                        }
                    }
                }
            }
            into.semanticSurface(Kinds.ofSemantics(type), attributes == null ? null : new SurfaceFacts(type, attributes));
        }
    }

    private static void readMaterial(JsonParser p, GeometryScratch into) throws IOException {
        if (!Json.startsObject(p)) {
            return;
        }
        for (String theme; (theme = p.nextFieldName()) != null;) {
            p.nextToken();
            if (!Json.startsObject(p)) {
                continue;
            }
            for (String name; (name = p.nextFieldName()) != null;) {
                p.nextToken();
                boolean known = name.equals("values") || name.equals("value");
                NestedValues values = known && NestedValues.isValues(p) ? into.materialsOf(theme) : null;
                if (values != null) {
                    values.read(p);
                } else {
                    p.skipChildren();
                }
            }
        }
    }

    private static void readTexture(JsonParser p, GeometryScratch into) throws IOException {
        if (!Json.startsObject(p)) {
            return;
        }
        for (String theme; (theme = p.nextFieldName()) != null;) {
            p.nextToken();
            if (!Json.startsObject(p)) {
                continue;
            }
            for (String name; (name = p.nextFieldName()) != null;) {
                p.nextToken();
                RingTextures values = name.equals("values") && p.currentToken() == JsonToken.START_ARRAY ? into.texturesOf(theme) : null;
                if (values != null) {
                    values.read(p);
                } else {
                    p.skipChildren();
                }
            }
        }
    }
}
