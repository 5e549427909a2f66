package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads arrays of {@code [x, y, z]}. */
final class Vertices {

    private Vertices() {
    }

    /** Appends all vertices of the array the parser stands on; one that cannot be read becomes NaN. */
    static void read(JsonParser p, VertexStore into) throws IOException {
        if (!Json.startsArray(p)) {
            return;
        }
        while (p.nextToken() != JsonToken.END_ARRAY) {
            Json.requireMore(p);
            if (p.currentToken() != JsonToken.START_ARRAY) {
                p.skipChildren();
                into.add(Double.NaN, Double.NaN, Double.NaN);
                continue;
            }
            double x = next(p);
            double y = next(p);
            double z = next(p);
            while (p.currentToken() != JsonToken.END_ARRAY) {
                p.nextToken();
                Json.requireMore(p);
                p.skipChildren();
            }
            into.add(x, y, z);
        }
    }

    private static double next(JsonParser p) throws IOException {
        if (p.currentToken() == JsonToken.END_ARRAY) {
            return Double.NaN;
        }
        JsonToken token = p.nextToken();
        if (token == JsonToken.END_ARRAY) {
            return Double.NaN;
        }
        Json.requireMore(p);
        return Json.number(p);
    }
}
