package org.kvarter.scene.ground;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kvarter.mesh.section.KeptRegion;
import org.kvarter.mesh.section.KeptRegion.Side;
import org.kvarter.model.Bounds;
import org.kvarter.scene.tile.MeshArrays;

/**
 * What a section leaves of painted ground, and the earth that shows where it is cut: below an upright cut a wall down to the foot of the
 * section, in a level cut the plan of all land that is higher. Triangles are clipped with their texture; the ground is an open sheet, so
 * each piece brings its own earth. For worker threads; immutable.
 *
 * @param left  what is left; {@code null} for nothing
 * @param earth faces of earth; {@code null} for none
 * @param water faces of water, of a sheet of water; {@code null} for none
 */
record GroundCut(MeshArrays left, MeshArrays earth, MeshArrays water) {

    /** Earth shows so far below the lowest ground where the section itself has no foot, metres. */
    static final double DEEP = 6;
    /** Water shows so deep: how deep it is nobody knows. */
    private static final double WATER_DEPTH = 2;
    /** Along a shore it is looked so often whether land or water is cut, metres. */
    private static final double SHORE_STEP = 2;
    /** Earth lies so far behind the cut, metres: the cut faces of houses, which reach into it, shall be seen before it. */
    private static final double BEHIND = 0.05;
    private static final double SEAM = 1;
    private static final double LEVEL = 0.5;
    private static final double ON = 1e-6;

    /** What of the ground is asked about. */
    enum Kind {
        /** Land as far as no water lies over it. */
        LAND,
        /** Sheets of water, which reach below the land. */
        WATER,
        /** What has no earth of its own, such as walls of a quay. */
        BARE
    }

    /** Whether a region leaves it whole. @param box around {@code whole} */
    static boolean isWhole(KeptRegion region, Bounds box) {
        return region == null || region.where(box) == KeptRegion.Where.KEPT;
    }

    /**
     * Cuts.
     *
     * @param region  what is kept
     * @param relief  knows where water is
     * @param whole   triangles with a texture coordinate for each corner
     */
    static GroundCut of(MeshArrays whole, Kind kind, KeptRegion region, Relief relief) {
        return new Cutter(whole, kind, region, relief).cut();
    }

    /** Height of the foot of the earth, metres. */
    static double foot(KeptRegion region, Relief relief) {
        return region.planes().stream().filter(s -> s.nz() < -LEVEL).mapToDouble(s -> s.d() / s.nz()).findFirst()
                .orElse(relief.domain().minUp() - DEEP);
    }

    /** A corner: east, north, up, u, v. */
    private record Corner(double[] at) {
        Corner towards(Corner other, double share) {
            double[] between = new double[5];
            for (int k = 0; k < 5; k++) {
                between[k] = at[k] + share * (other.at[k] - at[k]);
            }
            return new Corner(between);
        }
    }

    /** A convex polygon; of each corner, the upright plane along which the edge to the next runs, −1 for none. */
    private record Piece(List<Corner> corners, List<Integer> edges) {

        Piece clipped(Side side, int number) {
            List<Corner> kept = new ArrayList<>();
            List<Integer> along = new ArrayList<>();
            for (int k = 0; k < corners.size(); k++) {
                Corner a = corners.get(k);
                Corner b = corners.get((k + 1) % corners.size());
                double da = side.beyond(a.at[0], a.at[1], a.at[2]);
                double db = side.beyond(b.at[0], b.at[1], b.at[2]);
                if (da > ON) {
                    if (db < -ON) {
                        kept.add(a.towards(b, da / (da - db)));
                        along.add(edges.get(k));
                    }
                    continue;
                }
                kept.add(a);
                along.add(da >= -ON && db >= -ON && edges.get(k) < 0 ? Integer.valueOf(number) : edges.get(k));
                if (da < -ON && db > ON) {
                    kept.add(a.towards(b, da / (da - db)));
                    along.add(number);
                }
            }
            return new Piece(kept, along);
        }

        /** Whether it hangs down: two of its corners are one above the other. */
        boolean isSkirt() {
            for (int k = 0; k < corners.size(); k++) {
                double[] a = corners.get(k).at;
                double[] b = corners.get((k + 1) % corners.size()).at;
                if (a[0] == b[0] && a[1] == b[1]) {
                    return true;
                }
            }
            return false;
        }

        boolean isNothing() {
            return corners.size() < 3;
        }
    }

    private static final class Cutter {
        private final MeshArrays whole;
        private final Kind kind;
        private final KeptRegion region;
        private final Relief relief;
        private final double foot;
        private final Grown left = new Grown();
        private final Grown earth = new Grown();
        private final Grown water = new Grown();

        Cutter(MeshArrays whole, Kind kind, KeptRegion region, Relief relief) {
            this.whole = whole;
            this.kind = kind;
            this.region = region;
            this.relief = relief;
            this.foot = foot(region, relief);
        }

        GroundCut cut() {
            int[] f = whole.faces();
            for (int t = 0; t < f.length; t += 6) {
                List<Corner> corners = List.of(corner(f[t], f[t + 1]), corner(f[t + 2], f[t + 3]), corner(f[t + 4], f[t + 5]));
                triangle(new Piece(corners, List.of(-1, -1, -1)));
            }
            return new GroundCut(left.arrays(), earth.arrays(), water.arrays());
        }

        private Corner corner(int point, int texel) {
            float[] p = whole.points();
            float[] uv = whole.texCoords();
            return new Corner(new double[] {p[3 * point], p[3 * point + 1], p[3 * point + 2], uv[2 * texel], uv[2 * texel + 1]});
        }

        private void triangle(Piece piece) {
            Piece within = piece;
            Side top = null;
            for (int k = 0; k < region.planes().size() && !within.isNothing(); k++) {
                Side side = region.planes().get(k);
                if (side.nz() > LEVEL) {
                    top = side;
                } else {
                    within = within.clipped(side, Math.abs(side.nz()) < LEVEL ? k : -1);
                }
            }
            if (top != null && !within.isNothing()) {
                Side other = new Side(-top.nx(), -top.ny(), -top.nz(), -top.d());
                Piece higher = within.clipped(other, -1);
                if (piece.isSkirt()) {
                    seam(higher, top.d() / top.nz());
                } else {
                    plan(higher, top.d() / top.nz());
                }
                within = within.clipped(top, -1);
            }
            // The skirt of a square is not for show: cut, it would stand out before the earth.
            if (!within.isNothing() && (within.corners.equals(piece.corners) || !piece.isSkirt())) {
                left.fan(within.corners);
                walls(within);
            }
        }

        /** The plan of land that is higher than a level cut, with walls below it. */
        private void plan(Piece higher, double level) {
            if (higher.isNothing() || kind == Kind.BARE) {
                return;
            }
            List<Corner> flat = higher.corners.stream().map(c -> new Corner(new double[] {c.at[0], c.at[1], level - BEHIND, 0, 0})).toList();
            if (isHere(flat.stream().mapToDouble(c -> c.at[0]).average().orElse(0), flat.stream().mapToDouble(c -> c.at[1]).average().orElse(0))) {
                (kind == Kind.WATER ? water : earth).fan(flat);
            }
            walls(new Piece(flat, higher.edges));
        }

        /** A band below the edge of a square: beside a coarser one the plan has hair cracks, through which it shows. */
        private void seam(Piece higher, double level) {
            for (int k = 0; k < higher.corners.size() && kind == Kind.LAND; k++) {
                double[] a = higher.corners.get(k).at;
                double[] b = higher.corners.get((k + 1) % higher.corners.size()).at;
                if (Math.hypot(b[0] - a[0], b[1] - a[1]) > 1e-4 && isHere((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)) {
                    band(earth, new double[] {a[0], a[1], level - BEHIND}, new double[] {b[0], b[1], level - BEHIND}, level - BEHIND - SEAM);
                }
            }
        }

        private void walls(Piece piece) {
            for (int k = 0; k < piece.corners.size() && kind != Kind.BARE; k++) {
                double[] a = piece.corners.get(k).at;
                double[] b = piece.corners.get((k + 1) % piece.corners.size()).at;
                double length = Math.hypot(b[0] - a[0], b[1] - a[1]);
                if (piece.edges.get(k) >= 0 && length > 1e-4) {
                    int pieces = relief.waters().isEmpty() ? 1 : (int) Math.min(400, Math.ceil(length / SHORE_STEP));
                    for (int i = 0; i < pieces; i++) {
                        wall(a, b, region.planes().get(piece.edges.get(k)), (double) i / pieces, (double) (i + 1) / pieces);
                    }
                }
            }
        }

        private void wall(double[] a, double[] b, Side side, double from, double to) {
            double middle = (from + to) / 2;
            if (!isHere(a[0] + middle * (b[0] - a[0]), a[1] + middle * (b[1] - a[1]))) {
                return;
            }
            double[] p = behind(a, b, side, from);
            double[] q = behind(a, b, side, to);
            if (kind == Kind.WATER) {
                double bed = Math.max(foot, Math.min(p[2], q[2]) - WATER_DEPTH);
                band(water, p, q, bed);
                p[2] = q[2] = bed;
            }
            band(earth, p, q, foot);
        }

        private static double[] behind(double[] a, double[] b, Side side, double share) {
            return new double[] {a[0] + share * (b[0] - a[0]) - BEHIND * side.nx(), a[1] + share * (b[1] - a[1]) - BEHIND * side.ny(),
                a[2] + share * (b[2] - a[2])};
        }

        private static void band(Grown to, double[] p, double[] q, double low) {
            if (Math.max(p[2], q[2]) > low) {
                to.fan(List.of(new Corner(new double[] {p[0], p[1], p[2], 0, 0}), new Corner(new double[] {q[0], q[1], q[2], 0, 0}),
                        new Corner(new double[] {q[0], q[1], low, 0, 0}), new Corner(new double[] {p[0], p[1], low, 0, 0})));
            }
        }

        private boolean isHere(double east, double north) {
            return relief.waters().isEmpty() || relief.isWater(east, north) == (kind == Kind.WATER);
        }
    }

    /** Triangles that grow. */
    private static final class Grown {
        private float[] points = new float[3 * 64];
        private float[] texCoords = new float[2 * 64];
        private int[] faces = new int[6 * 64];
        private int count;
        private int triangles;

        void fan(List<Corner> polygon) {
            int first = count;
            for (Corner c : polygon) {
                if (3 * count == points.length) {
                    points = Arrays.copyOf(points, 2 * points.length);
                    texCoords = Arrays.copyOf(texCoords, 2 * texCoords.length);
                }
                for (int k = 0; k < 3; k++) {
                    points[3 * count + k] = (float) c.at[k];
                }
                texCoords[2 * count] = (float) c.at[3];
                texCoords[2 * count++ + 1] = (float) c.at[4];
            }
            for (int k = 1; k + 1 < polygon.size(); k++) {
                if (6 * triangles == faces.length) {
                    faces = Arrays.copyOf(faces, 2 * faces.length);
                }
                int at = 6 * triangles++;
                faces[at] = faces[at + 1] = first;
                faces[at + 2] = faces[at + 3] = first + k;
                faces[at + 4] = faces[at + 5] = first + k + 1;
            }
        }

        MeshArrays arrays() {
            return triangles == 0 ? null
                    : new MeshArrays(Arrays.copyOf(points, 3 * count), Arrays.copyOf(texCoords, 2 * count), Arrays.copyOf(faces, 6 * triangles));
        }
    }
}
