package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.importing.arrays.MemoryBudget;

/**
 * The pictures of surfaces in one theme: of each ring the number of its picture, of each corner the number of its place on it (texture
 * coordinates), both {@link NestedValues#NONE} without.
 */
final class RingTextures {

    final IntList pictures;
    final IntList places;

    RingTextures(MemoryBudget budget) {
        pictures = new IntList(budget);
        places = new IntList(budget);
    }

    /**
     * Reads {@code values}: nested like the boundaries, for each ring the number of a picture and then one place per corner, or
     * {@code null}. Counts are checked against the geometry later, by {@link #fit}.
     */
    void read(JsonParser p) throws IOException {
        int depth = 0;
        boolean leaf = false;
        do {
            switch (p.currentToken()) {
                case START_ARRAY -> {
                    depth++;
                    leaf = false;
                }
                case END_ARRAY -> {
                    depth--;
                    leaf = false;
                }
                case START_OBJECT -> p.skipChildren();
                default -> {
                    int value = p.currentToken().isNumeric() ? Math.max(NestedValues.NONE, Json.index(p)) : NestedValues.NONE;
                    if (leaf) {
                        places.add(value);
                    } else {
                        pictures.add(value);
                        places.add(Integer.MIN_VALUE);
                        leaf = true;
                    }
                }
            }
        } while (depth > 0 && p.nextToken() != null);
    }

    /** What was read, laid along the rings of a geometry: rings whose counts differ are without, all where there are others than rings. */
    RingTextures fit(GeometryScratch geometry, MemoryBudget budget) {
        RingTextures fit = new RingTextures(budget);
        fit.pad(geometry.ringEnds.size(), geometry.corners.size());
        if (pictures.size() != geometry.ringEnds.size()) {
            return fit;
        }
        int at = 0;
        for (int ring = 0, from = 0; ring < pictures.size(); from = geometry.ringEnds.get(ring++)) {
            int count = geometry.ringEnds.get(ring) - from;
            int first = ++at;
            while (at < places.size() && places.get(at) != Integer.MIN_VALUE) {
                at++;
            }
            if (at - first == count && pictures.get(ring) >= 0) {
                fit.pictures.set(ring, pictures.get(ring));
                for (int c = 0; c < count; c++) {
                    fit.places.set(from + c, places.get(first + c));
                }
            }
        }
        return fit;
    }

    /** Fills up to so many rings and corners without pictures. */
    void pad(int rings, int corners) {
        pictures.resize(Math.max(rings, pictures.size()), NestedValues.NONE);
        places.resize(Math.max(corners, places.size()), NestedValues.NONE);
    }

    void addAll(RingTextures other) {
        pictures.addAll(other.pictures, 0);
        places.addAll(other.places, 0);
    }

    void shorten(int rings, int corners) {
        pictures.resize(Math.min(rings, pictures.size()), 0);
        places.resize(Math.min(corners, places.size()), 0);
    }
}
