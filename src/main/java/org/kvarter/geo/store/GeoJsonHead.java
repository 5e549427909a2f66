package org.kvarter.geo.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;

/**
 * Tells from the first bytes of a file whether it is GeoJSON: the outermost object, of which only the start may be there, has a
 * GeoJSON {@code type} or features. Other JSON may well have a point somewhere inside. Stateless.
 */
final class GeoJsonHead {

    private static final Set<String> TYPES = Set.of("FeatureCollection", "Feature", "Point", "LineString", "Polygon", "MultiPoint",
            "MultiLineString", "MultiPolygon", "GeometryCollection");
    private static final Set<String> OTHERS = Set.of("geometryType", "spatialReference", "CityObjects", "arcs", "@context", "asset");
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(StoreLimits.MAX_NESTING).build()).build();

    private GeoJsonHead() {
    }

    static boolean isGeoJson(byte[] head) {
        boolean found = false;
        byte[] text = head.length > 0 && head[0] == 0x1e ? Arrays.copyOfRange(head, 1, head.length) : head;
        try (InputStream in = new ByteArrayInputStream(text); JsonParser parser = JSON.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (OTHERS.contains(name)) {
                    return false;
                }
                if (name.equals("type")) {
                    return value == JsonToken.VALUE_STRING && TYPES.contains(parser.getText());
                }
                found |= name.equals("features") && value == JsonToken.START_ARRAY || name.equals("geometry");
                parser.skipChildren();
            }
        } catch (IOException e) {
            return found;
        }
        return found;
    }
}
