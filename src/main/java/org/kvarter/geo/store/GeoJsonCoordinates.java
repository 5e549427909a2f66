package org.kvarter.geo.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;

/** The {@code coordinates} array of a GeoJSON geometry in flat form: positions, and per level of arrays where each array ends. */
final class GeoJsonCoordinates {

    private static final int LEVELS = 4;

    private final CoordinateBuffer buffer = new CoordinateBuffer();
    private final int[][] ends = new int[LEVELS + 2][16];
    private final int[] counts = new int[LEVELS + 2];
    private int positionLevel;
    private MalformedGeometryException problem;

    void clear() {
        buffer.clear();
        Arrays.fill(counts, 0);
        positionLevel = 0;
        problem = null;
    }

    CoordinateBuffer buffer() {
        return buffer;
    }

    /**
     * Where the arrays at a level end, level 1 being the outermost: in positions where they hold positions, else in arrays of the next
     * level.
     */
    int[] ends(int level) {
        return Arrays.copyOf(ends[level], counts[level]);
    }

    /** @throws MalformedGeometryException where the array was wrong, or positions are not at this level (1: the array is a position) */
    void checkLevel(int level) throws MalformedGeometryException {
        if (problem != null) {
            throw problem;
        }
        if (buffer.size() > 0 && positionLevel != level) {
            throw new MalformedGeometryException("geometry.wrongDepth");
        }
    }

    /** Reads an array whose start is the current token. */
    void read(JsonParser parser, JsonToken token) throws IOException {
        clear();
        if (token == JsonToken.START_ARRAY) {
            array(parser, 1);
        } else if (token != JsonToken.VALUE_NULL) {
            fail("geometry.wrongDepth");
        }
    }

    private void array(JsonParser parser, int level) throws IOException {
        JsonToken token = parser.nextToken();
        if (token.isNumeric()) {
            position(parser, level);
            return;
        }
        while (token != JsonToken.END_ARRAY) {
            if (token == JsonToken.START_ARRAY && level < LEVELS) {
                array(parser, level + 1);
            } else {
                fail(token == JsonToken.START_ARRAY ? "geometry.wrongDepth" : "geometry.notFinite");
                parser.skipChildren();
            }
            token = parser.nextToken();
        }
        if (counts[level] == ends[level].length) {
            ends[level] = Arrays.copyOf(ends[level], counts[level] * 2);
        }
        ends[level][counts[level]++] = level + 1 == positionLevel ? buffer.size() : counts[level + 1];
    }

    private void position(JsonParser parser, int level) throws IOException {
        double x = parser.getDoubleValue();
        double y = Double.NaN;
        double z = Double.NaN;
        int n = 1;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (!token.isNumeric()) {
                fail("geometry.notFinite");
                parser.skipChildren();
                continue;
            }
            if (n == 1) {
                y = parser.getDoubleValue();
            } else if (n == 2) {
                z = parser.getDoubleValue();
            }
            n++;
        }
        if (positionLevel != 0 && positionLevel != level) {
            fail("geometry.wrongDepth");
        }
        positionLevel = level;
        try {
            buffer.add(x, y, z);
        } catch (MalformedGeometryException e) {
            problem = problem == null ? e : problem;
        }
    }

    private void fail(String key) {
        if (problem == null) {
            problem = new MalformedGeometryException(key);
        }
    }
}
