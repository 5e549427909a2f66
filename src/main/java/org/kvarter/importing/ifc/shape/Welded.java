package org.kvarter.importing.ifc.shape;

import java.util.Arrays;

/** A solid whose equal corners are one vertex, with the planes and boxes of its faces: what cutting needs. */
final class Welded {

    final FaceSet set;
    final double[] box;
    final Plane[] planes;
    final double[][] boxes;

    Welded(FaceSet from) {
        set = weld(from);
        box = set.box();
        planes = new Plane[set.faces];
        boxes = new double[set.faces][];
        for (int f = 0; f < set.faces; f++) {
            planes[f] = set.plane(f);
            boxes[f] = set.box(f);
        }
    }

    /** Whether a corner lies in a plane. */
    boolean touches(Plane plane) {
        for (int v = 0; v < set.vertices; v++) {
            if (Math.abs(plane.distance(set.xyz, 3 * v)) <= Section.IN_PLANE) {
                return true;
            }
        }
        return false;
    }

    /** Corners on one point of the grid become one, rings lose repeated corners, faces without area go. */
    private static FaceSet weld(FaceSet from) {
        int[] number = new int[from.vertices];
        int size = Integer.highestOneBit(Math.max(16, from.vertices * 2)) * 2;
        int[] table = new int[size];
        Arrays.fill(table, -1);
        FaceSet welded = new FaceSet(from.isSolid());
        for (int v = 0; v < from.vertices; v++) {
            double x = Snap.of(from.xyz[3 * v]);
            double y = Snap.of(from.xyz[3 * v + 1]);
            double z = Snap.of(from.xyz[3 * v + 2]);
            long hash = Double.doubleToLongBits(x + 0.0) * 31 + Double.doubleToLongBits(y + 0.0);
            hash = hash * 31 + Double.doubleToLongBits(z + 0.0);
            int slot = (int) ((hash * 0x9E3779B97F4A7C15L) >>> 40) & size - 1;
            while (table[slot] >= 0 && !same(welded.xyz, 3 * table[slot], x, y, z)) {
                slot = slot + 1 & size - 1;
            }
            if (table[slot] < 0) {
                table[slot] = welded.vertex(x, y, z);
            }
            number[v] = table[slot];
        }
        for (int f = 0; f < from.faces; f++) {
            for (int r = from.firstRing(f); r < from.faceRingEnds[f]; r++) {
                int start = welded.cornerCount;
                for (int c = from.firstCorner(r); c < from.ringEnds[r]; c++) {
                    int v = number[from.corners[c]];
                    if (welded.cornerCount == start || welded.corners[welded.cornerCount - 1] != v) {
                        welded.corner(v);
                    }
                }
                while (welded.cornerCount - start > 1 && welded.corners[welded.cornerCount - 1] == welded.corners[start]) {
                    welded.cornerCount--;
                }
                boolean kept = welded.endRing();
                if (!kept && r == from.firstRing(f)) {
                    break;
                }
            }
            welded.endFace(from.argb[f]);
        }
        return welded;
    }

    private static boolean same(double[] xyz, int at, double x, double y, double z) {
        return xyz[at] == x && xyz[at + 1] == y && xyz[at + 2] == z;
    }
}
