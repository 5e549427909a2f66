package org.kvarter.importing.citygml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.kvarter.importing.arrays.MemoryBudget;

/** How geometries look, by their ids, as appearances say; of several themes the first that says something of a geometry counts. */
final class Looks {

    /** Most geometries whose looks are kept for the whole document. */
    private static final int MOST = 4_000_000;
    private static final int BYTES_PER_PICTURE = 150;

    final Map<String, Integer> colours = new HashMap<>();
    final Map<String, RingPicture> pictures = new HashMap<>();
    /** Ids of geometries with pictures that lie by the world's coordinates or a matrix. */
    final Set<String> elsewhere = new HashSet<>();
    private final MemoryBudget budget;

    Looks(MemoryBudget budget) {
        this.budget = budget;
    }

    void clear() {
        colours.clear();
        pictures.clear();
        elsewhere.clear();
    }

    void colour(String id, int argb) {
        if (colours.size() < MOST) {
            colours.putIfAbsent(id, argb);
        }
    }

    void picture(String ring, RingPicture picture) {
        if (pictures.size() < MOST && pictures.putIfAbsent(ring, picture) == null) {
            budget.claim(BYTES_PER_PICTURE + (long) Float.BYTES * picture.places().length);
        }
    }

    void elsewhere(String id) {
        if (elsewhere.size() < MOST) {
            elsewhere.add(id);
        }
    }
}
