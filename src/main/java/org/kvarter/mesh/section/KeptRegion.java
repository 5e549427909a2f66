package org.kvarter.mesh.section;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.model.Bounds;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Section;

/**
 * What a section keeps: the points on the inner side of each of its planes. Convex, in local metres. Immutable.
 *
 * @param planes at least one
 */
public record KeptRegion(List<Side> planes) {

    /** How a box lies to the region. */
    public enum Where {
        KEPT, CUT, REMOVED
    }

    /**
     * A plane that keeps {@code nx·x + ny·y + nz·z ≤ d}.
     *
     * @param nx east of its unit normal, which points to what is removed
     * @param ny north
     * @param nz up
     * @param d  of the origin along the normal, metres
     */
    public record Side(double nx, double ny, double nz, double d) {

        /** How far a place lies beyond the plane, metres; negative for what is kept. */
        public double beyond(double x, double y, double z) {
            return nx * x + ny * y + nz * z - d;
        }

        private double furthest(Bounds b) {
            return beyond(nx > 0 ? b.maxEast() : b.minEast(), ny > 0 ? b.maxNorth() : b.minNorth(), nz > 0 ? b.maxUp() : b.minUp());
        }

        private double nearest(Bounds b) {
            return beyond(nx > 0 ? b.minEast() : b.maxEast(), ny > 0 ? b.minNorth() : b.maxNorth(), nz > 0 ? b.minUp() : b.maxUp());
        }
    }

    public KeptRegion {
        planes = List.copyOf(planes);
        if (planes.isEmpty()) {
            throw new IllegalArgumentException("a region has at least one plane");
        }
    }

    /** What a section keeps. */
    public static KeptRegion of(Section section, LocalFrame frame) {
        if (section instanceof Section.Plane plane) {
            double turn = Math.toRadians(plane.direction());
            double sign = plane.flipped() ? -1 : 1;
            return new KeptRegion(List.of(side(plane.level() ? 0 : sign * Math.cos(turn), plane.level() ? 0 : -sign * Math.sin(turn),
                    plane.level() ? sign : 0, frame.toLocalEast(plane.east()), frame.toLocalNorth(plane.north()), frame.toLocalUp(plane.height()))));
        }
        Section.Box box = (Section.Box) section;
        double cos = Math.cos(Math.toRadians(box.turn()));
        double sin = Math.sin(Math.toRadians(box.turn()));
        double[][] across = {{cos, -sin, 0}, {sin, cos, 0}, {0, 0, 1}};
        double[] half = {box.width() / 2, box.depth() / 2, box.tall() / 2};
        double[] middle = {frame.toLocalEast(box.east()), frame.toLocalNorth(box.north()), frame.toLocalUp(box.foot()) + box.tall() / 2};
        List<Side> sides = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
            double sign = k % 2 == 0 ? 1 : -1;
            double[] n = across[k / 2];
            double away = sign * half[k / 2];
            sides.add(side(sign * n[0], sign * n[1], sign * n[2], middle[0] + away * n[0], middle[1] + away * n[1], middle[2] + away * n[2]));
        }
        return new KeptRegion(sides);
    }

    private static Side side(double nx, double ny, double nz, double x, double y, double z) {
        return new Side(nx, ny, nz, nx * x + ny * y + nz * z);
    }

    /** Whether a place is kept. */
    public boolean keeps(double east, double north, double up) {
        return planes.stream().allMatch(p -> p.beyond(east, north, up) <= 0);
    }

    /** How a box lies to the region; {@link Where#CUT} may be said of one that lies beside it. */
    public Where where(Bounds box) {
        boolean kept = true;
        for (Side plane : planes) {
            if (plane.nearest(box) > 0) {
                return Where.REMOVED;
            }
            kept &= plane.furthest(box) <= 0;
        }
        return kept ? Where.KEPT : Where.CUT;
    }

    /**
     * What of a ray runs through the region.
     *
     * @param direction of any length but 0
     * @return where it enters and leaves, in lengths of {@code direction}, at least 0; {@code null} where it runs by
     */
    public double[] along(double[] origin, double[] direction) {
        double from = 0;
        double to = Double.POSITIVE_INFINITY;
        for (Side p : planes) {
            double off = p.beyond(origin[0], origin[1], origin[2]);
            double rate = p.nx * direction[0] + p.ny * direction[1] + p.nz * direction[2];
            if (Math.abs(rate) < 1e-15) {
                if (off > 0) {
                    return null;
                }
            } else if (rate > 0) {
                to = Math.min(to, -off / rate);
            } else {
                from = Math.max(from, -off / rate);
            }
        }
        return from <= to ? new double[] {from, to} : null;
    }
}
