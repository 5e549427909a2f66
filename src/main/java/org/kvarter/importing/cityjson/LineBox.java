package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.kvarter.model.Bounds;

/** The box around all vertices of one line of a sequence, everything else skipped. */
final class LineBox {

    private LineBox() {
    }

    /**
     * Reads the object the parser is about to deliver.
     *
     * @param transform of the sequence's first line
     * @return empty where there are no vertices, or a transform of the line's own, so that it is to be read
     */
    static Bounds of(JsonParser p, Transform transform) throws IOException {
        Bounds raw = Bounds.EMPTY;
        if (p.nextToken() != JsonToken.START_OBJECT) {
            return raw;
        }
        for (String name; (name = p.nextFieldName()) != null;) {
            p.nextToken();
            if (name.equals("vertices") && p.currentToken() == JsonToken.START_ARRAY) {
                raw = vertices(p);
            } else if (name.equals("transform")) {
                return Bounds.EMPTY;
            } else {
                p.skipChildren();
            }
        }
        return raw.isEmpty() ? raw : Bounds.EMPTY
                .include(transform.apply(0, raw.minEast()), transform.apply(1, raw.minNorth()), transform.apply(2, raw.minUp()))
                .include(transform.apply(0, raw.maxEast()), transform.apply(1, raw.maxNorth()), transform.apply(2, raw.maxUp()));
    }

    private static Bounds vertices(JsonParser p) throws IOException {
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        boolean any = false;
        while (p.nextToken() != JsonToken.END_ARRAY) {
            Json.requireMore(p);
            double[] xyz = Json.numbers(p, 3);
            if (xyz != null && Double.isFinite(xyz[0] + xyz[1] + xyz[2])) {
                any = true;
                for (int k = 0; k < 3; k++) {
                    low[k] = Math.min(low[k], xyz[k]);
                    high[k] = Math.max(high[k], xyz[k]);
                }
            }
        }
        return any ? new Bounds(low[0], low[1], low[2], high[0], high[1], high[2]) : Bounds.EMPTY;
    }
}
