package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A closed body under construction: planar faces without holes, counter-clockwise seen from outside.
 *
 * <p>The body of a house is a <em>strip</em>: a front and a back line with matching stations, and a roof profile drawn across.
 * Where the back line is parallel to the front, every roof face is planar, bends and corners included.
 */
final class Solid {
    /** What a face is, in CityJSON's words. */
    enum Kind { GROUND, WALL, ROOF, WINDOW, DOOR }

    /**
     * One face.
     *
     * @param kind     meaning of the face
     * @param material a name of {@link Palette}, or null for the program's own colour
     * @param ring     corners, metres, z absolute
     */
    record Face(Kind kind, String material, List<Coordinate> ring) {
    }

    /**
     * A point of a roof profile.
     *
     * @param f share of the depth from front (0) to back (1)
     * @param z absolute height, metres
     */
    record Profile(double f, double z) {
    }

    private final List<Face> faces = new ArrayList<>();
    private final List<Face> fittings = new ArrayList<>();
    private final List<Solid> more = new ArrayList<>();
    private final String wall;
    private final String roof;

    Solid(String wallMaterial, String roofMaterial) {
        this.wall = wallMaterial;
        this.roof = roofMaterial;
    }

    List<Face> faces() {
        return faces;
    }

    /** Further bodies of the same object. */
    List<Solid> more() {
        return more;
    }

    /** Adds a body that stands beside this one. */
    Solid with(Solid other) {
        more.add(other);
        return this;
    }

    /** A square beam from one place to another. */
    static Solid beam(Coordinate a, Coordinate b, double width, String material) {
        double[] d = {b.x - a.x, b.y - a.y, b.getZ() - a.getZ()};
        double flat = StrictMath.sqrt(d[0] * d[0] + d[1] * d[1]);
        double length = StrictMath.sqrt(flat * flat + d[2] * d[2]);
        double[] side = flat < 0.02 * length ? new double[] {1, 0, 0} : new double[] {d[1] / flat, -d[0] / flat, 0};
        double[] up = {(side[1] * d[2] - side[2] * d[1]) / length, (side[2] * d[0] - side[0] * d[2]) / length, (side[0] * d[1] - side[1] * d[0]) / length};
        List<Coordinate> near = new ArrayList<>();
        List<Coordinate> far = new ArrayList<>();
        double[][] corners = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
        for (double[] k : corners) {
            double x = (side[0] * k[0] + up[0] * k[1]) * width / 2;
            double y = (side[1] * k[0] + up[1] * k[1]) * width / 2;
            double z = (side[2] * k[0] + up[2] * k[1]) * width / 2;
            near.add(at(new Coordinate(a.x + x, a.y + y), a.getZ() + z));
            far.add(at(new Coordinate(b.x + x, b.y + y), b.getZ() + z));
        }
        Solid s = new Solid(material, material);
        s.add(Kind.WALL, near);
        s.add(Kind.WALL, List.of(far.get(3), far.get(2), far.get(1), far.get(0)));
        for (int i = 0; i < 4; i++) {
            int j = (i + 1) % 4;
            s.add(Kind.WALL, List.of(near.get(j), near.get(i), far.get(i), far.get(j)));
        }
        return s;
    }

    /** What is fitted to the body and no part of its shell: windows and doors before the walls, balconies. */
    List<Face> fittings() {
        return fittings;
    }

    void fit(Kind kind, List<Coordinate> ring, String material) {
        fittings.add(new Face(kind, material, List.copyOf(ring)));
    }

    /** Roof profile of a saddle roof. */
    static List<Profile> gable(double eave, double ridge) {
        return List.of(new Profile(0, eave), new Profile(0.5, ridge), new Profile(1, eave));
    }

    /** Roof profile with a steep lower and a flat upper slope. */
    static List<Profile> mansard(double eave, double kink, double ridge, double inset) {
        return List.of(new Profile(0, eave), new Profile(inset, kink), new Profile(0.5, ridge), new Profile(1 - inset, kink),
                new Profile(1, eave));
    }

    static List<Profile> flat(double top) {
        return List.of(new Profile(0, top), new Profile(1, top));
    }

    /** Roof profile of a flat roof whose top storey stands back. */
    static List<Profile> setBack(double terrace, double storey, double inset) {
        return List.of(new Profile(0, terrace), new Profile(inset, terrace), new Profile(inset, terrace + storey), new Profile(1 - inset, terrace + storey),
                new Profile(1 - inset, terrace), new Profile(1, terrace));
    }

    /** Front stations with the inside on their left, the matching back stations, one profile: the usual house. */
    static Solid strip(List<Coordinate> front, List<Coordinate> back, double base, List<Profile> profile, String wall, String roof) {
        Solid s = new Solid(wall, roof);
        int n = front.size();
        int m = profile.size();
        for (int i = 0; i + 1 < n; i++) {
            s.add(Kind.WALL, List.of(at(front.get(i), base), at(front.get(i + 1), base),
                    at(front.get(i + 1), profile.get(0).z), at(front.get(i), profile.get(0).z)));
            s.add(Kind.WALL, List.of(at(back.get(i + 1), base), at(back.get(i), base),
                    at(back.get(i), profile.get(m - 1).z), at(back.get(i + 1), profile.get(m - 1).z)));
            for (int k = 0; k + 1 < m; k++) {
                Profile p = profile.get(k);
                Profile q = profile.get(k + 1);
                s.add(p.f == q.f ? Kind.WALL : Kind.ROOF, List.of(across(front.get(i), back.get(i), p),
                        across(front.get(i + 1), back.get(i + 1), p), across(front.get(i + 1), back.get(i + 1), q),
                        across(front.get(i), back.get(i), q)));
            }
        }
        List<Coordinate> start = new ArrayList<>(List.of(at(back.get(0), base), at(front.get(0), base)));
        profile.forEach(p -> start.add(across(front.get(0), back.get(0), p)));
        s.add(Kind.WALL, start);
        List<Coordinate> end = new ArrayList<>(List.of(at(front.get(n - 1), base), at(back.get(n - 1), base)));
        for (int k = m - 1; k >= 0; k--) {
            end.add(across(front.get(n - 1), back.get(n - 1), profile.get(k)));
        }
        s.add(Kind.WALL, end);
        List<Coordinate> ground = new ArrayList<>();
        for (int i = n - 1; i >= 0; i--) {
            ground.add(at(front.get(i), base));
        }
        for (int i = 0; i < n; i++) {
            ground.add(at(back.get(i), base));
        }
        s.add(Kind.GROUND, ground);
        return s;
    }

    /** A rectangle with a hipped roof; the ridge runs along the first side and is shortened by {@code hip} metres at each end. */
    static Solid hipped(List<Coordinate> c, double base, double eave, double ridge, double hip, String wall, String roof) {
        Solid s = new Solid(wall, roof);
        double length = c.get(0).distance(c.get(1));
        double f = Math.min(0.5, hip / length);
        Coordinate left = Shapes.mid(c.get(0), c.get(3));
        Coordinate right = Shapes.mid(c.get(1), c.get(2));
        Coordinate r1 = at(Shapes.mix(left, right, f), ridge);
        Coordinate r2 = at(Shapes.mix(left, right, 1 - f), ridge);
        s.sides(c, base, eave);
        s.add(Kind.ROOF, List.of(at(c.get(0), eave), at(c.get(1), eave), r2, r1));
        s.add(Kind.ROOF, List.of(at(c.get(1), eave), at(c.get(2), eave), r2));
        s.add(Kind.ROOF, List.of(at(c.get(2), eave), at(c.get(3), eave), r1, r2));
        s.add(Kind.ROOF, List.of(at(c.get(3), eave), at(c.get(0), eave), r1));
        return s;
    }

    /** A convex or concave ring with a flat top. */
    static Solid prism(List<Coordinate> ring, double base, double top, String wall, String roof) {
        Solid s = new Solid(wall, roof);
        s.sides(ring, base, top);
        s.add(Kind.ROOF, ring.stream().map(c -> at(c, top)).toList());
        return s;
    }

    /** A ring with a spire over its centre. */
    static Solid spire(List<Coordinate> ring, double base, double eave, double apex, String wall, String roof) {
        Solid s = new Solid(wall, roof);
        s.sides(ring, base, eave);
        Coordinate top = at(Shapes.polygon(ring).getCentroid().getCoordinate(), apex);
        for (int i = 0; i < ring.size(); i++) {
            s.add(Kind.ROOF, List.of(at(ring.get(i), eave), at(ring.get((i + 1) % ring.size()), eave), top));
        }
        return s;
    }

    private void sides(List<Coordinate> ring, double base, double eave) {
        int n = ring.size();
        List<Coordinate> ground = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Coordinate a = ring.get(i);
            Coordinate b = ring.get((i + 1) % n);
            add(Kind.WALL, List.of(at(a, base), at(b, base), at(b, eave), at(a, eave)));
            ground.add(0, at(a, base));
        }
        add(Kind.GROUND, ground);
    }

    void add(Kind kind, List<Coordinate> ring) {
        add(kind, ring, kind == Kind.ROOF ? roof : kind == Kind.WALL ? wall : null);
    }

    void add(Kind kind, List<Coordinate> ring, String material) {
        List<Coordinate> clean = new ArrayList<>();
        for (Coordinate c : ring) {
            if (clean.isEmpty() || !clean.get(clean.size() - 1).equals3D(c)) {
                clean.add(c);
            }
        }
        if (clean.size() > 1 && clean.get(0).equals3D(clean.get(clean.size() - 1))) {
            clean.remove(clean.size() - 1);
        }
        if (clean.size() >= 3) {
            faces.add(new Face(kind, material, List.copyOf(clean)));
        }
    }

    /**
     * Gives the walls between two heights another material. Walls are cut along the heights, all around alike, so the body stays
     * closed; the heights must lie below every eave or at corners that are there already.
     */
    Solid paint(double from, double to, String material) {
        double low = Frame.mm(from);
        double high = Frame.mm(to);
        List<Face> old = List.copyOf(faces);
        faces.clear();
        for (Face f : old) {
            if (f.kind != Kind.WALL) {
                faces.add(f);
                continue;
            }
            add(Kind.WALL, clip(f.ring, low, -1), f.material);
            add(Kind.WALL, clip(clip(f.ring, low, 1), high, -1), material);
            add(Kind.WALL, clip(f.ring, high, 1), f.material);
        }
        return this;
    }

    /** What of a ring lies above (side 1) or below (side −1) a height; empty where only an edge is left. */
    private static List<Coordinate> clip(List<Coordinate> ring, double z, int side) {
        List<Coordinate> out = new ArrayList<>();
        boolean area = false;
        for (int i = 0; i < ring.size(); i++) {
            Coordinate a = ring.get(i);
            Coordinate b = ring.get((i + 1) % ring.size());
            double da = (a.getZ() - z) * side;
            double db = (b.getZ() - z) * side;
            area |= da > 0;
            if (da >= 0) {
                out.add(a);
            }
            if (da > 0 && db < 0 || da < 0 && db > 0) {
                // from the lower end, so that the two walls at an edge find the same point
                boolean up = a.getZ() < b.getZ();
                Coordinate p = up ? a : b;
                Coordinate q = up ? b : a;
                out.add(at(Shapes.mix(p, q, (z - p.getZ()) / (q.getZ() - p.getZ())), z));
            }
        }
        return area ? out : List.of();
    }

    private static Coordinate across(Coordinate front, Coordinate back, Profile p) {
        return at(Shapes.mix(front, back, p.f), p.z);
    }

    static Coordinate at(Coordinate c, double z) {
        return new Coordinate(Frame.mm(c.x), Frame.mm(c.y), Frame.mm(z));
    }
}
