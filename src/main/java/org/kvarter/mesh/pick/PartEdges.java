package org.kvarter.mesh.pick;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.mesh.TileMesh;

/** The rim of a part: its edges and corners as a person sees them, without the diagonals of its triangles. Stateless. */
public final class PartEdges {

    /** A part of more triangles is a curved surface or a hill, whose edges mean nothing to a person. */
    private static final int MOST_TRIANGLES = 4_000;

    private record Key(float x, float y, float z) {
    }

    private PartEdges() {
    }

    /**
     * The edges of a part that only one of its triangles has.
     *
     * @param tilePart part counted within the tile
     * @return each east, north, up of one end and of the other, local metres; none for a part of more than 4,000 triangles
     */
    public static List<double[]> of(TileMesh tile, int tilePart) {
        int first = tile.firstTriangle(tilePart);
        int end = tile.partTriangleEnds()[tilePart];
        if (end - first > MOST_TRIANGLES) {
            return List.of();
        }
        Map<Key, Integer> numbers = new HashMap<>();
        Map<Long, double[]> open = new HashMap<>();
        for (int t = first; t < end; t++) {
            for (int k = 0; k < 3; k++) {
                int a = tile.corners()[3 * t + k];
                int b = tile.corners()[3 * t + (k + 1) % 3];
                int i = number(numbers, tile, a);
                int j = number(numbers, tile, b);
                long edge = (long) Math.min(i, j) << 32 | Math.max(i, j);
                if (i != j && open.remove(edge) == null) {
                    float[] p = tile.points();
                    open.put(edge, new double[] {p[3 * a], p[3 * a + 1], p[3 * a + 2], p[3 * b], p[3 * b + 1], p[3 * b + 2]});
                }
            }
        }
        return new ArrayList<>(open.values());
    }

    /** Points at one place are one, whether or not the tile shares them. */
    private static int number(Map<Key, Integer> numbers, TileMesh tile, int point) {
        float[] p = tile.points();
        return numbers.computeIfAbsent(new Key(p[3 * point], p[3 * point + 1], p[3 * point + 2]), k -> numbers.size());
    }
}
