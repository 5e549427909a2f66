package org.kvarter.importing.ifc.shape;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Cuts one solid with another, face by face: what of a face of the first lies in the second is the second's section by the face's plane,
 * and the other way round, so that everything happens within planes, by JTS. Faces of both in one plane are told apart by taking the
 * section an infinitesimal step beside it ({@link Section}). Holes come out as holes of one face, not as a patchwork.
 *
 * <p>Both must be closed; faces are taken to be flat.
 */
public final class SolidBoolean {

    private final Welded a;
    private final Welded b;
    private final boolean keepInside;
    private final FaceSet out;
    private boolean torn;

    private SolidBoolean(FaceSet a, FaceSet b, boolean keepInside) {
        this.a = new Welded(a);
        this.b = new Welded(b);
        this.keepInside = keepInside;
        this.out = new FaceSet(true);
    }

    /** {@code a} without {@code b}; empty where one of them is not closed where they meet. */
    public static Optional<FaceSet> difference(FaceSet a, FaceSet b) {
        return Boxes.meet(a.box(), b.box(), 0) ? new SolidBoolean(a, b, false).run() : Optional.of(a);
    }

    /** What {@code a} and {@code b} have in common; empty where one of them is not closed where they meet. */
    public static Optional<FaceSet> intersection(FaceSet a, FaceSet b) {
        return Boxes.meet(a.box(), b.box(), 0) ? new SolidBoolean(a, b, true).run() : Optional.of(new FaceSet(true));
    }

    private Optional<FaceSet> run() {
        for (int v = 0; v < a.set.vertices; v++) {
            out.vertex(a.set.xyz[3 * v], a.set.xyz[3 * v + 1], a.set.xyz[3 * v + 2]);
        }
        boolean untouched = true;
        int colour = 0;
        for (int f = 0; f < a.set.faces; f++) {
            colour = colour == 0 ? a.set.argb[f] : colour;
            untouched &= faceOfA(f);
        }
        boolean added = false;
        for (int g = 0; g < b.set.faces; g++) {
            added |= faceOfB(g, colour);
        }
        if (torn) {
            return Optional.empty();
        }
        return Optional.of(untouched && !added && !keepInside ? a.set : out);
    }

    /** Keeps what of a face lies outside (or inside) of b; answers whether that is all of it. */
    private boolean faceOfA(int f) {
        Plane plane = a.planes[f];
        if (plane == null) {
            return true;
        }
        boolean near = Boxes.meet(a.boxes[f], b.box, Section.IN_PLANE);
        List<double[]> loops = near && Boxes.meets(b.box, plane, Section.IN_PLANE) ? Section.of(b, plane, true) : List.of();
        if (loops == null) {
            torn = true;
            return false;
        }
        if (loops.isEmpty()) {
            if (!keepInside) {
                out.appendFace(a.set, f, 0, false, a.set.argb[f]);
            }
            return !keepInside;
        }
        Flat flat = new Flat(plane);
        if (!keepInside && loops.size() == 1 && punched(f, flat, flat.ring(loops.get(0)))) {
            return false;
        }
        Geometry section = flat.area(loops);
        Geometry face = flat.face(a.set, f);
        if (!keepInside && !overlap(face, section)) {
            out.appendFace(a.set, f, 0, false, a.set.argb[f]);
            return true;
        }
        flat.emit(keepInside ? Overlays.intersection(face, section) : Overlays.difference(face, section), true, a.set.argb[f], out);
        return false;
    }

    /** A section that lies within a face and beside its holes is one more hole. */
    private boolean punched(int f, Flat flat, double[] section) {
        int first = a.set.firstRing(f);
        if (!FlatRings.liesIn(section, flat.flatRing(a.set, first))) {
            return false;
        }
        for (int r = first + 1; r < a.set.endRing(f); r++) {
            double[] hole = flat.flatRing(a.set, r);
            if (FlatRings.contains(hole, section[0], section[1]) || FlatRings.contains(section, hole[0], hole[1])
                    || !FlatRings.apart(section, hole)) {
                return false;
            }
        }
        for (int r = first; r < a.set.endRing(f); r++) {
            for (int c = a.set.firstCorner(r); c < a.set.endCorner(r); c++) {
                out.corner(a.set.corners[c]);
            }
            out.endRing();
        }
        flat.emit(section, Profile.area(section) > 0, out);
        out.endFace(a.set.argb[f]);
        return true;
    }

    /** Whether they share more than an edge, as far as their boxes tell. */
    private static boolean overlap(Geometry face, Geometry section) {
        Envelope common = face.getEnvelopeInternal().intersection(section.getEnvelopeInternal());
        return !common.isNull() && common.getWidth() > Section.IN_PLANE && common.getHeight() > Section.IN_PLANE;
    }

    /** Adds what of a face of b lies inside a, turned where b is taken away; answers whether there is any. */
    private boolean faceOfB(int g, int colour) {
        Plane plane = b.planes[g];
        if (plane == null || !Boxes.meet(b.boxes[g], a.box, 0) || !Boxes.meets(a.box, plane, 0)) {
            return false;
        }
        List<double[]> under = Section.of(a, plane, true);
        boolean same = !a.touches(plane);
        List<double[]> over = same ? under : Section.of(a, plane, false);
        if (under == null || over == null) {
            torn = true;
            return false;
        }
        if (under.isEmpty() || over.isEmpty()) {
            return false;
        }
        Flat flat = new Flat(plane);
        int before = out.faces;
        int painted = colour == 0 ? b.set.argb[g] : colour;
        if (same && clipped(g, flat, under, painted)) {
            return out.faces > before;
        }
        Geometry region = Overlays.intersection(flat.face(b.set, g), flat.area(under));
        if (!region.isEmpty() && !same) {
            region = Overlays.intersection(region, flat.area(over));
        }
        flat.emit(region, keepInside, painted, out);
        return out.faces > before;
    }

    /** A convex face within convex sections that lie beside one another. */
    private boolean clipped(int g, Flat flat, List<double[]> loops, int colour) {
        if (b.set.endRing(g) - b.set.firstRing(g) != 1) {
            return false;
        }
        double[] face = FlatRings.convex(flat.flatRing(b.set, b.set.firstRing(g)));
        List<double[]> sections = face == null ? null : FlatRings.beside(loops.stream().map(flat::ring).toList());
        if (sections == null) {
            return false;
        }
        for (double[] section : sections) {
            double[] common = FlatRings.clip(face, section);
            if (common.length >= 6 && Math.abs(Profile.area(common)) > 1e-7) {
                flat.emit(common, !keepInside, out);
                out.endFace(colour);
            }
        }
        return true;
    }
}
