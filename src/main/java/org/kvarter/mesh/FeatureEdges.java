package org.kvarter.mesh;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.kvarter.model.SurfaceKind;

/**
 * The edges of some features of a tile, as one would draw them with a pen: where two planes meet at an angle, and where a surface ends.
 * Edges within a plane, and those of windows and doors, are left out. Stateless; for a worker thread.
 */
public final class FeatureEdges {

    /** Planes that differ less (cosine of 20°) are one surface to the eye. */
    private static final double CREASE = 0.94;
    private static final double SHORTEST_METRES = 0.3;
    /** Corners nearer than a centimetre are one. */
    private static final double GRID = 100;
    private static final double STEEP = 0.3;

    private FeatureEdges() {
    }

    /** Which edges are drawn. */
    public enum Detail {
        /** All. */
        ALL,
        /** Those where a roof ends: enough to tell many features from their neighbours. */
        ROOFS
    }

    private record Corner(long east, long north, long up) implements Comparable<Corner> {
        @Override
        public int compareTo(Corner other) {
            return east != other.east ? Long.compare(east, other.east) : north != other.north ? Long.compare(north, other.north)
                    : Long.compare(up, other.up);
        }
    }

    private record Key(Corner from, Corner to) {
    }

    /** What meets at an edge. */
    private static final class Sides {
        private final int point;
        private final int otherPoint;
        private final int part;
        private int second = -1;
        private boolean crease;
        private boolean opening;

        Sides(int point, int otherPoint, int part) {
            this.point = point;
            this.otherPoint = otherPoint;
            this.part = part;
        }
    }

    /**
     * The edges of features.
     *
     * @param rows feature rows of the layer
     * @return two places an edge, six numbers: east, north, up in local metres
     */
    public static float[] of(TileMesh tile, BitSet rows, Detail detail) {
        Map<Key, Sides> edges = new HashMap<>();
        for (int part = 0; part < tile.parts().size(); part++) {
            if (rows.get(tile.parts().feature()[part])) {
                for (int c = 3 * tile.firstTriangle(part); c < 3 * tile.partTriangleEnds()[part]; c += 3) {
                    meet(tile, edges, part, tile.corners()[c], tile.corners()[c + 1]);
                    meet(tile, edges, part, tile.corners()[c + 1], tile.corners()[c + 2]);
                    meet(tile, edges, part, tile.corners()[c + 2], tile.corners()[c]);
                }
            }
        }
        float[] lines = new float[6 * edges.size()];
        int at = 0;
        for (Sides edge : edges.values()) {
            if (isDrawn(tile, edge, detail)) {
                System.arraycopy(tile.points(), 3 * edge.point, lines, at, 3);
                System.arraycopy(tile.points(), 3 * edge.otherPoint, lines, at + 3, 3);
                at += 6;
            }
        }
        return Arrays.copyOf(lines, at);
    }

    private static void meet(TileMesh tile, Map<Key, Sides> edges, int part, int point, int otherPoint) {
        Corner from = corner(tile, point);
        Corner to = corner(tile, otherPoint);
        int order = from.compareTo(to);
        if (order == 0) {
            return;
        }
        Key key = order < 0 ? new Key(from, to) : new Key(to, from);
        Sides there = edges.get(key);
        if (there == null) {
            there = new Sides(point, otherPoint, part);
            edges.put(key, there);
        } else {
            there.second = part;
            there.crease |= part != there.part && cosine(tile, part, there.part) < CREASE;
        }
        there.opening |= tile.parts().kindOf(part) == SurfaceKind.WINDOW || tile.parts().kindOf(part) == SurfaceKind.DOOR;
    }

    private static boolean isDrawn(TileMesh tile, Sides edge, Detail detail) {
        if (edge.opening || !edge.crease && edge.second >= 0 || length(tile, edge) < SHORTEST_METRES) {
            return false;
        }
        if (detail == Detail.ALL) {
            return true;
        }
        double one = tile.parts().normals()[3 * edge.part + 2];
        double other = edge.second < 0 ? 0 : tile.parts().normals()[3 * edge.second + 2];
        return one > STEEP && Math.abs(other) < STEEP || other > STEEP && Math.abs(one) < STEEP;
    }

    private static Corner corner(TileMesh tile, int point) {
        float[] p = tile.points();
        return new Corner(Math.round(p[3 * point] * GRID), Math.round(p[3 * point + 1] * GRID), Math.round(p[3 * point + 2] * GRID));
    }

    private static double cosine(TileMesh tile, int a, int b) {
        float[] n = tile.parts().normals();
        return n[3 * a] * n[3 * b] + n[3 * a + 1] * n[3 * b + 1] + n[3 * a + 2] * n[3 * b + 2];
    }

    private static double length(TileMesh tile, Sides edge) {
        float[] p = tile.points();
        int a = 3 * edge.point;
        int b = 3 * edge.otherPoint;
        return Math.sqrt(Math.pow(p[a] - p[b], 2) + Math.pow(p[a + 1] - p[b + 1], 2) + Math.pow(p[a + 2] - p[b + 2], 2));
    }
}
