package org.kvarter.importing.osm;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.kvarter.importing.arrays.MemoryBudget;

/** Places of all nodes of a file: 16 bytes each, sorted by id. Filled first, then {@link #seal sealed}, then asked. Not thread-safe. */
final class NodeStore {

    private static final double UNITS = 1e7;

    private final MemoryBudget budget;
    private long[] ids = new long[0];
    private int[] longitudes = new int[0];
    private int[] latitudes = new int[0];
    private int size;
    private boolean sorted = true;

    NodeStore(MemoryBudget budget) {
        this.budget = budget;
    }

    /** @param longitude in units of 10⁻⁷ degrees, as the latitude */
    void add(long id, int longitude, int latitude) {
        if (size == ids.length) {
            int length = budget.grow(size, size + 1, Long.BYTES + 2 * Integer.BYTES);
            ids = Arrays.copyOf(ids, length);
            longitudes = Arrays.copyOf(longitudes, length);
            latitudes = Arrays.copyOf(latitudes, length);
        }
        sorted = sorted && (size == 0 || id > ids[size - 1]);
        ids[size] = id;
        longitudes[size] = longitude;
        latitudes[size++] = latitude;
    }

    int size() {
        return size;
    }

    /** Sorts where the file was not sorted; of nodes with one id the last one counts. */
    void seal() {
        if (sorted) {
            return;
        }
        budget.claim(24L * size);
        int[] order = IntStream.range(0, size).boxed().sorted((a, b) -> {
            int byId = Long.compare(ids[a], ids[b]);
            return byId != 0 ? byId : Integer.compare(a, b);
        }).mapToInt(Integer::intValue).toArray();
        long[] newIds = new long[size];
        int[] newLongitudes = new int[size];
        int[] newLatitudes = new int[size];
        int kept = 0;
        for (int from : order) {
            int to = kept > 0 && newIds[kept - 1] == ids[from] ? kept - 1 : kept++;
            newIds[to] = ids[from];
            newLongitudes[to] = longitudes[from];
            newLatitudes[to] = latitudes[from];
        }
        ids = newIds;
        longitudes = newLongitudes;
        latitudes = newLatitudes;
        size = kept;
        sorted = true;
    }

    /** Index of a node, negative where it is not in the file. */
    int find(long id) {
        return Arrays.binarySearch(ids, 0, size, id);
    }

    /** Degrees. */
    double longitude(int index) {
        return longitudes[index] / UNITS;
    }

    /** Degrees. */
    double latitude(int index) {
        return latitudes[index] / UNITS;
    }
}
