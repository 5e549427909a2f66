package org.kvarter.importing.citygml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kvarter.importing.city.Kinds;
import org.kvarter.importing.city.SurfaceFacts;

/**
 * Which polygons of a chunk are shown, and whose they are: each object at the level of detail that meets the wish best; boundary surfaces
 * before the solid they bound, unless they cover only a piece of it; every polygon once, however many solids name it.
 */
final class Choice {

    /** A polygon of another member, shown with a row of this one. */
    record Foreign(int row, String id, boolean flipped) {
    }

    private static final int NOBODY = -1;

    private final Chunk chunk;
    private final LodRanks ranks;
    private final int[] owner;
    private final int[] kind;
    private final SurfaceFacts[] facts;
    private final boolean[] flipped;
    private final double[] lod;
    private final List<Foreign> foreign = new ArrayList<>();
    private final Set<String> missing = new HashSet<>();

    /** @param ranks by the level of detail asked for */
    Choice(Chunk chunk, LodRanks ranks) {
        this.chunk = chunk;
        this.ranks = ranks;
        int polygons = chunk.geometry.polygonCount();
        owner = new int[polygons];
        kind = new int[polygons];
        facts = new SurfaceFacts[polygons];
        flipped = new boolean[polygons];
        lod = new double[chunk.rows.size()];
        Arrays.fill(owner, NOBODY);
        Arrays.fill(kind, Kinds.UNKNOWN);
        Arrays.fill(lod, -1);
        choose();
    }

    /** The row that shows a polygon, −1 for none. */
    int owner(int polygon) {
        return owner[polygon];
    }

    int kind(int polygon) {
        return kind[polygon];
    }

    SurfaceFacts facts(int polygon) {
        return facts[polygon];
    }

    boolean isFlipped(int polygon) {
        return flipped[polygon];
    }

    /** Level of detail of what a row shows of its own, −1 where it shows nothing. */
    double lod(int row) {
        return lod[row];
    }

    /** Geometries of other members that rows of this one show. */
    List<Foreign> foreign() {
        return foreign;
    }

    private void choose() {
        String[] best = new String[lod.length];
        for (Chunk.Shape shape : chunk.shapes) {
            String before = best[shape.row()];
            if (before == null || ranks.of(shape.lod()) > ranks.of(before)) {
                best[shape.row()] = shape.lod();
            }
        }
        int[] bounded = new int[lod.length];
        int[] plain = new int[lod.length];
        int[] plainShapes = new int[lod.length];
        boolean[] linked = new boolean[lod.length];
        Twins twins = new Twins();
        List<Chunk.Shape> chosen = new ArrayList<>();
        for (Chunk.Shape shape : chunk.shapes) {
            if (shape.lod().equals(best[shape.row()])) {
                chosen.add(shape);
                lod[shape.row()] = LodRanks.value(shape.lod());
            }
        }
        for (Chunk.Shape shape : chosen) {
            if (shape.boundary()) {
                bounded[shape.row()] += claim(shape);
            }
        }
        for (Chunk.Shape shape : chosen) {
            if (!shape.boundary()) {
                plainShapes[shape.row()]++;
                look(shape, plain, linked);
            }
        }
        for (Chunk.Shape shape : chosen) {
            int row = shape.row();
            if (!shape.boundary() && (linked[row] || bounded[row] == 0 || 2 * bounded[row] < plain[row])) {
                if (!linked[row] && bounded[row] > 0) {
                    giveUp(row);
                    bounded[row] = 0;
                }
                complete(shape, plainShapes[row] > 1 ? twins : null);
            }
        }
    }

    /** A boundary surface takes its polygons. */
    private int claim(Chunk.Shape shape) {
        int[] count = {0};
        chunk.geometry.walk(shape.from(), shape.to(), false, new Walk(shape.row()) {
            @Override
            public void polygon(int polygon, boolean turned) {
                count[0]++;
                if (owner[polygon] == NOBODY) {
                    take(polygon, shape, turned);
                }
            }
        });
        return count[0];
    }

    /** Whether a solid names polygons of boundary surfaces or brings its own. */
    private void look(Chunk.Shape shape, int[] plain, boolean[] linked) {
        chunk.geometry.walk(shape.from(), shape.to(), false, new GeometryStore.Visitor() {
            @Override
            public void polygon(int polygon, boolean turned) {
                plain[shape.row()]++;
                linked[shape.row()] |= owner[polygon] != NOBODY;
            }

            @Override
            public void unknown(String id, boolean turned) {
                // counted when it is taken
            }
        });
    }

    private void giveUp(int row) {
        for (int p = 0; p < owner.length; p++) {
            owner[p] = owner[p] == row ? NOBODY : owner[p];
        }
    }

    /** A solid or surface takes what is left of its polygons. */
    private void complete(Chunk.Shape shape, Twins twins) {
        chunk.geometry.walk(shape.from(), shape.to(), false, new Walk(shape.row()) {
            @Override
            public void polygon(int polygon, boolean turned) {
                if (owner[polygon] == NOBODY) {
                    if (twins == null || twins.isFirst(shape.row(), polygon)) {
                        take(polygon, shape, turned);
                    }
                } else if (owner[polygon] == shape.row()) {
                    flipped[polygon] = turned;
                }
            }
        });
    }

    private void take(int polygon, Chunk.Shape shape, boolean turned) {
        owner[polygon] = shape.row();
        kind[polygon] = shape.kind();
        facts[polygon] = shape.facts();
        flipped[polygon] = turned;
    }

    /** What is not in the chunk is of another member, or nowhere. */
    private abstract class Walk implements GeometryStore.Visitor {

        private final int row;

        Walk(int row) {
            this.row = row;
        }

        @Override
        public void unknown(String id, boolean turned) {
            if (missing.add(row + " " + id)) {
                foreign.add(new Foreign(row, id, turned));
            }
        }
    }

    /** Polygons that a row has twice, in two geometries of one level. */
    private final class Twins {

        private final Set<Long> seen = new HashSet<>();

        boolean isFirst(int row, int polygon) {
            long sum = 0x9E3779B97F4A7C15L * (row + 1);
            int ring = chunk.geometry.firstRing(polygon);
            int end = chunk.geometry.ringEnds.get(ring) - 1;
            for (int c = chunk.geometry.firstCorner(ring); c < end; c++) {
                long corner = 0;
                for (int axis = 0; axis < 3; axis++) {
                    corner = corner * 31 + Double.doubleToLongBits(chunk.geometry.vertices.get(3 * c + axis));
                }
                sum += corner * 0xC2B2AE3D27D4EB4FL ^ corner >>> 31;
            }
            return seen.add(sum);
        }
    }

    /** Polygons in the order of the rows that show them. */
    int[] order() {
        int[] start = new int[lod.length + 1];
        int shown = 0;
        for (int row : owner) {
            if (row >= 0) {
                start[row + 1]++;
                shown++;
            }
        }
        for (int row = 0; row < lod.length; row++) {
            start[row + 1] += start[row];
        }
        int[] order = new int[shown];
        for (int p = 0; p < owner.length; p++) {
            if (owner[p] >= 0) {
                order[start[owner[p]]++] = p;
            }
        }
        return order;
    }
}
