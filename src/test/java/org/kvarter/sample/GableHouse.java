package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.sample.Solid.Kind;
import org.locationtech.jts.geom.Coordinate;

/**
 * A saddle-roofed house with gabled bays that break the eave and chimneys at its ends, as one closed body without T-junctions.
 *
 * <p>Front and back must be parallel; the ends may be askew. Each half of the roof is one polygon, notched where a bay or a chimney
 * stands, so that every edge is shared by exactly two faces.
 */
final class GableHouse {
    /**
     * A gabled bay flush with the wall.
     *
     * @param at    its middle, metres from the start of its front
     * @param width metres
     * @param cheek height of its side walls above the eave, metres
     * @param rise  height of its gable above the side walls, metres
     */
    record Bay(double at, double width, double cheek, double rise) {
    }

    /**
     * What stands out of the roof.
     *
     * @param front    bays along the front, in order
     * @param back     bays along the back, in order from the front's end
     * @param chimneys chimney at the start, at the end
     */
    record Detail(List<Bay> front, List<Bay> back, boolean... chimneys) {
    }

    private static final double CHIMNEY_LENGTH = 0.9;
    private static final double CHIMNEY_DEPTH = 1.7;

    private final Solid solid;
    private final Coordinate[] front;
    private final Coordinate[] back;
    private final double base;
    private final double eave;
    private final double ridge;
    private final double depth;
    private final double top;
    private final Detail detail;
    private final double ux;
    private final double uy;

    private GableHouse(List<Coordinate> front, List<Coordinate> back, double base, double eave, double ridge, Detail detail, String wall, String roof) {
        this.solid = new Solid(wall, roof);
        this.front = front.toArray(Coordinate[]::new);
        this.back = back.toArray(Coordinate[]::new);
        this.base = base;
        this.eave = eave;
        this.ridge = ridge;
        this.detail = detail;
        double l = this.front[0].distance(this.front[1]);
        this.ux = (this.front[1].x - this.front[0].x) / l;
        this.uy = (this.front[1].y - this.front[0].y) / l;
        this.depth = (this.back[0].x - this.front[0].x) * -uy + (this.back[0].y - this.front[0].y) * ux;
        this.top = ridge + 1.3;
    }

    /** The body over two front stations and the two matching back stations. */
    static Solid build(List<Coordinate> front, List<Coordinate> back, double base, double eave, double ridge, Detail detail, String wall, String roof) {
        GableHouse h = new GableHouse(front, back, base, eave, ridge, detail, wall, roof);
        h.half(h.front[0], h.front[1], h.back[0], h.back[1], 1, detail.front(), detail.chimneys()[0], detail.chimneys()[1]);
        h.half(h.back[1], h.back[0], h.front[1], h.front[0], -1, detail.back(), detail.chimneys()[1], detail.chimneys()[0]);
        h.end(h.front[1], h.back[1], -1, detail.chimneys()[1]);
        h.end(h.back[0], h.front[0], 1, detail.chimneys()[0]);
        h.solid.add(Kind.GROUND, List.of(Solid.at(h.front[1], base), Solid.at(h.front[0], base), Solid.at(h.back[0], base), Solid.at(h.back[1], base)));
        return h.solid;
    }

    /** One eave's wall, bays and roof; {@code sign} is 1 for the front, −1 for the back. */
    private void half(Coordinate p0, Coordinate p1, Coordinate q0, Coordinate q1, int sign, List<Bay> bays, boolean chimneyStart, boolean chimneyEnd) {
        List<Coordinate> roof = new ArrayList<>();
        List<Coordinate> wall = new ArrayList<>();
        roof.add(Solid.at(p0, eave));
        for (Bay b : bays) {
            bay(p0, sign, b, roof, wall);
        }
        roof.add(Solid.at(p1, eave));
        Coordinate r1 = Shapes.mid(p1, q1);
        Coordinate r0 = Shapes.mid(p0, q0);
        if (chimneyEnd) {
            notch(p1, q1, sign, roof, true);
        } else {
            roof.add(Solid.at(r1, ridge));
        }
        if (chimneyStart) {
            notch(p0, q0, -sign, roof, false);
        } else {
            roof.add(Solid.at(r0, ridge));
        }
        solid.add(Kind.ROOF, roof);
        List<Coordinate> ring = new ArrayList<>(List.of(Solid.at(p0, base), Solid.at(p1, base), Solid.at(p1, eave)));
        ring.addAll(wall);
        ring.add(Solid.at(p0, eave));
        solid.add(Kind.WALL, ring);
    }

    /** A bay's faces; its outline goes into the wall's upper edge (from end to start) and the roof's lower edge. */
    private void bay(Coordinate p0, int sign, Bay b, List<Coordinate> roof, List<Coordinate> wall) {
        double rise = ridge - eave;
        double x0 = b.at - b.width / 2;
        double x1 = b.at + b.width / 2;
        double cheekTop = eave + b.cheek;
        double apex = cheekTop + b.rise;
        double cheekDepth = depth / 2 * b.cheek / rise;
        double apexDepth = depth / 2 * (b.cheek + b.rise) / rise;
        Coordinate e0 = point(p0, sign, x0, 0, eave);
        Coordinate e1 = point(p0, sign, x1, 0, eave);
        Coordinate c0 = point(p0, sign, x0, 0, cheekTop);
        Coordinate c1 = point(p0, sign, x1, 0, cheekTop);
        Coordinate q0 = point(p0, sign, x0, cheekDepth, cheekTop);
        Coordinate q1 = point(p0, sign, x1, cheekDepth, cheekTop);
        Coordinate a = point(p0, sign, b.at, 0, apex);
        Coordinate p = point(p0, sign, b.at, apexDepth, apex);
        roof.addAll(List.of(e0, q0, p, q1, e1));
        wall.addAll(0, List.of(e1, c1, a, c0, e0));
        solid.add(Kind.WALL, List.of(q0, e0, c0));
        solid.add(Kind.WALL, List.of(e1, q1, c1));
        solid.add(Kind.ROOF, List.of(c0, a, p, q0));
        solid.add(Kind.ROOF, List.of(a, c1, q1, p));
    }

    private Coordinate point(Coordinate p0, int sign, double along, double inward, double z) {
        return Solid.at(new Coordinate(p0.x + sign * (ux * along - uy * inward), p0.y + sign * (uy * along + ux * inward)), z);
    }

    /** Share of the depth from an eave at which the chimney's side stands. */
    private double side() {
        return 0.5 - CHIMNEY_DEPTH / 2 / depth;
    }

    private double roofAt(double f) {
        return eave + (ridge - eave) * 2 * f;
    }

    /** The roof's outline around a chimney at the house end p–q, and the chimney's wall on this side; {@code out} is the way from yard to end. */
    private void notch(Coordinate p, Coordinate q, int out, List<Coordinate> roof, boolean ascending) {
        double f = side();
        Coordinate outer = Shapes.mix(p, q, f);
        Coordinate inner = back(outer, out);
        Coordinate ridgeInner = back(Shapes.mid(p, q), out);
        double z = roofAt(f);
        if (ascending) {
            roof.addAll(List.of(Solid.at(outer, z), Solid.at(inner, z), Solid.at(ridgeInner, ridge)));
            solid.add(Kind.WALL, List.of(Solid.at(inner, z), Solid.at(outer, z), Solid.at(outer, top), Solid.at(inner, top)), "brick-light");
        } else {
            roof.addAll(List.of(Solid.at(ridgeInner, ridge), Solid.at(inner, z), Solid.at(outer, z)));
            solid.add(Kind.WALL, List.of(Solid.at(outer, z), Solid.at(inner, z), Solid.at(inner, top), Solid.at(outer, top)), "brick-light");
        }
    }

    private Coordinate back(Coordinate c, int out) {
        return new Coordinate(c.x - out * ux * CHIMNEY_LENGTH, c.y - out * uy * CHIMNEY_LENGTH);
    }

    /** The gable from p to q seen from outside, with the chimney's inner wall and top; {@code in} is 1 where the house lies towards u. */
    private void end(Coordinate p, Coordinate q, int in, boolean chimney) {
        List<Coordinate> gable = new ArrayList<>(List.of(Solid.at(p, base), Solid.at(q, base), Solid.at(q, eave)));
        if (chimney) {
            double f = side();
            double z = roofAt(f);
            Coordinate a = Shapes.mix(p, q, f);
            Coordinate b = Shapes.mix(p, q, 1 - f);
            Coordinate ai = back(a, -in);
            Coordinate bi = back(b, -in);
            gable.addAll(List.of(Solid.at(b, z), Solid.at(b, top), Solid.at(a, top), Solid.at(a, z)));
            solid.add(Kind.WALL, List.of(Solid.at(bi, z), Solid.at(back(Shapes.mid(p, q), -in), ridge), Solid.at(ai, z), Solid.at(ai, top), Solid.at(bi, top)), "brick-light");
            solid.add(Kind.ROOF, List.of(Solid.at(ai, top), Solid.at(a, top), Solid.at(b, top), Solid.at(bi, top)), "stone");
        } else {
            gable.add(Solid.at(Shapes.mid(p, q), ridge));
        }
        gable.add(Solid.at(p, eave));
        solid.add(Kind.WALL, gable);
    }
}
