package org.kvarter.ui.section;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Section;
import org.kvarter.scene.label.Pulls;

/** Where the handles of a section stand, and what pulling them makes of it. Stateless. */
final class SectionShape {

    /** A plane is drawn so far around its place, metres. */
    private static final double HALF = 60;
    private static final double BELOW = 5;
    private static final double ABOVE = 45;
    private static final double THINNEST = 0.1;
    private static final int[][] EDGES = {{0, 1}, {1, 3}, {3, 2}, {2, 0}, {4, 5}, {5, 7}, {7, 6}, {6, 4}, {0, 4}, {1, 5}, {2, 6}, {3, 7}};
    private static final String[] SIDES = {"east", "west", "north", "south", "top", "foot"};

    private SectionShape() {
    }

    /** Handles of a section; none for {@code null}. */
    static Pulls pulls(Section section, LocalFrame frame) {
        if (section instanceof Section.Plane plane) {
            return plane(plane, frame);
        }
        return section instanceof Section.Box box ? box(box, frame) : Pulls.NONE;
    }

    private static Pulls plane(Section.Plane plane, LocalFrame frame) {
        double[] at = {frame.toLocalEast(plane.east()), frame.toLocalNorth(plane.north()), frame.toLocalUp(plane.height())};
        double turn = Math.toRadians(plane.direction());
        double[] along = {Math.sin(turn), Math.cos(turn), 0};
        double[] normal = plane.level() ? new double[] {0, 0, 1} : new double[] {along[1], -along[0], 0};
        double[] up = plane.level() ? new double[] {along[1], -along[0], 0} : new double[] {0, 0, 1};
        double low = plane.level() ? -HALF : -BELOW;
        double high = plane.level() ? HALF : ABOVE;
        List<double[]> rim = new ArrayList<>();
        for (double[] corner : new double[][] {{-HALF, low}, {HALF, low}, {HALF, high}, {-HALF, high}, {-HALF, low}}) {
            rim.add(new double[] {at[0] + corner[0] * along[0] + corner[1] * up[0], at[1] + corner[0] * along[1] + corner[1] * up[1],
                at[2] + corner[1] * up[2]});
        }
        return new Pulls(List.of(rim), List.of(new Pulls.Knob("plane", at, normal)));
    }

    private static Pulls box(Section.Box box, LocalFrame frame) {
        double[][] axes = axes(box);
        double[] half = {box.width() / 2, box.depth() / 2, box.tall() / 2};
        double[] m = {frame.toLocalEast(box.east()), frame.toLocalNorth(box.north()), frame.toLocalUp(box.foot()) + half[2]};
        double[][] corners = new double[8][3];
        for (int c = 0; c < 8; c++) {
            for (int k = 0; k < 3; k++) {
                corners[c][k] = m[k];
                for (int a = 0; a < 3; a++) {
                    corners[c][k] += ((c >> a & 1) == 0 ? -1 : 1) * half[a] * axes[a][k];
                }
            }
        }
        List<List<double[]>> outline = new ArrayList<>();
        for (int[] edge : EDGES) {
            outline.add(List.of(corners[edge[0]], corners[edge[1]]));
        }
        List<Pulls.Knob> knobs = new ArrayList<>();
        for (int side = 0; side < 6; side++) {
            double sign = side % 2 == 0 ? 1 : -1;
            double[] n = axes[side / 2];
            double[] outwards = {sign * n[0], sign * n[1], sign * n[2]};
            double away = half[side / 2];
            knobs.add(new Pulls.Knob(SIDES[side], new double[] {m[0] + away * outwards[0], m[1] + away * outwards[1], m[2] + away * outwards[2]},
                    outwards));
        }
        return new Pulls(outline, knobs);
    }

    private static double[][] axes(Section.Box box) {
        double turn = Math.toRadians(box.turn());
        return new double[][] {{Math.cos(turn), -Math.sin(turn), 0}, {Math.sin(turn), Math.cos(turn), 0}, {0, 0, 1}};
    }

    /** A section whose handle was pulled so many metres; of a box the opposite side stays. */
    static Section pulled(Section section, int knob, double metres) {
        if (section instanceof Section.Plane p) {
            double turn = Math.toRadians(p.direction());
            return p.level() ? new Section.Plane(p.east(), p.north(), p.height() + metres, p.direction(), true, p.flipped())
                    : new Section.Plane(p.east() + metres * Math.cos(turn), p.north() - metres * Math.sin(turn), p.height(), p.direction(), false,
                            p.flipped());
        }
        Section.Box b = (Section.Box) section;
        double[] size = {b.width(), b.depth(), b.tall()};
        int axis = knob / 2;
        double more = Math.max(THINNEST - size[axis], metres);
        size[axis] += more;
        double sign = knob % 2 == 0 ? 1 : -1;
        double[] n = axes(b)[axis];
        double foot = knob == 5 ? b.foot() - more : b.foot();
        return new Section.Box(b.east() + sign * more / 2 * n[0], b.north() + sign * more / 2 * n[1], foot, size[0], size[1], size[2], b.turn());
    }
}
