package org.kvarter.importing.ifc.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes away what of a solid lies above a plane, and closes it. Corners in the plane count as above. Faces are cut along the line in which
 * they meet the plane: crossings sorted along it are inside in pairs.
 */
public final class PlaneCut {

    private final Welded solid;
    private final Plane plane;
    private final byte[] side;
    private final FaceSet out;

    private PlaneCut(Welded solid, Plane plane) {
        this.solid = solid;
        this.plane = plane;
        this.side = Section.sides(solid.set, plane, true);
        this.out = new FaceSet(solid.set.isSolid());
    }

    /**
     * The part of a set below a plane.
     *
     * @return without any face where nothing is left; the set itself where nothing is cut
     */
    public static FaceSet below(FaceSet set, Plane plane) {
        double[] box = set.box();
        if (set.faces == 0 || !Boxes.meets(box, plane, Section.IN_PLANE)) {
            boolean under = set.faces == 0 || plane.x() * box[0] + plane.y() * box[1] + plane.z() * box[2] < plane.d();
            return under ? set : new FaceSet(set.isSolid());
        }
        return new PlaneCut(new Welded(set), plane).run();
    }

    private FaceSet run() {
        FaceSet set = solid.set;
        for (int v = 0; v < set.vertices; v++) {
            out.vertex(set.xyz[3 * v], set.xyz[3 * v + 1], set.xyz[3 * v + 2]);
        }
        int colour = 0;
        for (int f = 0; f < set.faces; f++) {
            colour = colour == 0 ? set.argb[f] : colour;
            int below = 0;
            int above = 0;
            for (int c = set.firstCorner(set.firstRing(f)); c < set.endCorner(set.endRing(f) - 1); c++) {
                below += side[set.corners[c]] < 0 ? 1 : 0;
                above += side[set.corners[c]] > 0 ? 1 : 0;
            }
            if (above == 0) {
                out.appendFace(set, f, 0, false, set.argb[f]);
            } else if (below > 0 && solid.planes[f] != null) {
                cut(f);
            }
        }
        if (set.isSolid()) {
            cap(colour);
        }
        return out;
    }

    private void cap(int colour) {
        List<double[]> loops = Section.of(solid, plane, true);
        if (loops == null || loops.isEmpty()) {
            return;
        }
        if (loops.size() == 1) {
            double[] loop = loops.get(0);
            int n = loop.length / 3;
            int[] ring = new int[n];
            for (int i = 0; i < n; i++) {
                ring[i] = out.vertex(loop[3 * i], loop[3 * i + 1], loop[3 * i + 2]);
            }
            out.face(colour, ring);
            Plane made = out.plane(out.faces - 1);
            if (made != null && Vectors.dot(made.normal(), plane.normal()) < 0) {
                turnLastFace();
            }
            return;
        }
        Flat flat = new Flat(plane);
        flat.emit(flat.area(loops), true, colour, out);
    }

    private void turnLastFace() {
        int ring = out.rings - 1;
        for (int a = out.firstCorner(ring), b = out.ringEnds[ring] - 1; a < b; a++, b--) {
            int swap = out.corners[a];
            out.corners[a] = out.corners[b];
            out.corners[b] = swap;
        }
    }

    /** A place where a ring passes the plane. */
    private static final class Crossing {
        private final int ring;
        private final int corner;
        private final boolean enters;
        private final int vertex;
        private final double along;
        private Crossing partner;
        private boolean used;

        Crossing(int ring, int corner, boolean enters, int vertex, double along) {
            this.ring = ring;
            this.corner = corner;
            this.enters = enters;
            this.vertex = vertex;
            this.along = along;
        }
    }

    private void cut(int face) {
        FaceSet set = solid.set;
        double[] along = Vectors.cross(solid.planes[face].normal(), plane.normal());
        List<Crossing> crossings = new ArrayList<>();
        List<Integer> wholeHoles = new ArrayList<>();
        for (int r = set.firstRing(face); r < set.endRing(face); r++) {
            int before = crossings.size();
            crossRing(r, along, crossings);
            if (crossings.size() == before && side[set.corners[set.firstCorner(r)]] < 0) {
                wholeHoles.add(r);
            }
        }
        Crossing[] sorted = crossings.toArray(Crossing[]::new);
        Arrays.sort(sorted, (a, b) -> Double.compare(a.along, b.along));
        for (int i = 0; i + 1 < sorted.length; i += 2) {
            sorted[i].partner = sorted[i + 1];
            sorted[i + 1].partner = sorted[i];
        }
        List<int[]> rings = new ArrayList<>();
        for (Crossing start : crossings) {
            if (start.enters && !start.used) {
                int[] ring = walk(start, crossings);
                if (ring.length >= 3) {
                    rings.add(ring);
                }
            }
        }
        for (int[] ring : rings) {
            for (int v : ring) {
                out.corner(v);
            }
            if (out.endRing()) {
                for (int hole : wholeHoles) {
                    if (rings.size() == 1 || inside(set.corners[set.firstCorner(hole)], ring, solid.planes[face])) {
                        for (int c = set.firstCorner(hole); c < set.endCorner(hole); c++) {
                            out.corner(set.corners[c]);
                        }
                        out.endRing();
                    }
                }
                out.endFace(set.argb[face]);
            }
        }
    }

    private void crossRing(int r, double[] along, List<Crossing> crossings) {
        FaceSet set = solid.set;
        int from = set.firstCorner(r);
        int to = set.endCorner(r);
        double[] p = new double[3];
        for (int c = from; c < to; c++) {
            int a = set.corners[c];
            int b = set.corners[c + 1 == to ? from : c + 1];
            if (side[a] != side[b]) {
                Section.crossingPoint(set, Math.min(a, b), Math.max(a, b), plane, p, 0);
                crossings.add(new Crossing(r, c, side[b] < 0, out.vertex(p[0], p[1], p[2]), Vectors.dot(p, along)));
            }
        }
    }

    /** From an entering crossing along the ring below the plane to where it leaves, then along the line to its partner. */
    private int[] walk(Crossing start, List<Crossing> crossings) {
        FaceSet set = solid.set;
        int[] ring = new int[16];
        int n = 0;
        Crossing enter = start;
        while (enter != null && !enter.used) {
            enter.used = true;
            int from = set.firstCorner(enter.ring);
            int to = set.endCorner(enter.ring);
            if (n + to - from + 2 > ring.length) {
                ring = Arrays.copyOf(ring, 2 * ring.length + to - from + 2);
            }
            ring[n++] = enter.vertex;
            int c = enter.corner + 1 == to ? from : enter.corner + 1;
            while (side[set.corners[c]] < 0) {
                ring[n++] = set.corners[c];
                int next = c + 1 == to ? from : c + 1;
                if (side[set.corners[next]] > 0) {
                    break;
                }
                c = next;
            }
            Crossing exit = at(crossings, enter.ring, c);
            if (exit == null) {
                break;
            }
            ring[n++] = exit.vertex;
            enter = exit.partner != null && exit.partner.enters ? exit.partner : null;
        }
        return Arrays.copyOf(ring, n);
    }

    private static Crossing at(List<Crossing> crossings, int ring, int corner) {
        for (Crossing crossing : crossings) {
            if (crossing.ring == ring && crossing.corner == corner) {
                return crossing;
            }
        }
        return null;
    }

    /** Whether a vertex lies within a ring, both in the plane given; by crossings of a ray. */
    private boolean inside(int vertex, int[] ring, Plane within) {
        Flat flat = new Flat(within);
        var p = flat.to(out.xyz, 3 * vertex);
        boolean odd = false;
        for (int i = 0, j = ring.length - 1; i < ring.length; j = i++) {
            var a = flat.to(out.xyz, 3 * ring[i]);
            var b = flat.to(out.xyz, 3 * ring[j]);
            if (a.y > p.y != b.y > p.y && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) {
                odd = !odd;
            }
        }
        return odd;
    }
}
