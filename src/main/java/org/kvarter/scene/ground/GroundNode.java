package org.kvarter.scene.ground;

import javafx.scene.Group;
import org.kvarter.model.Bounds;
import org.kvarter.scene.tile.MeshArrays;

/**
 * One square of the ground's quadtree: a quarter of its parent at twice the sharpness. JavaFX thread only.
 */
final class GroundNode {

    private final Bounds square;
    private final int level;
    private GroundNode[] children;
    private GroundSquare shape;
    private PaintedView land;
    private PaintedView water;
    private GroundSections sections;
    private CutView cutLand;
    private CutView cutWater;
    private long revision = -1;
    private boolean requested;
    private boolean shown;
    private long lastUsed;

    GroundNode(Bounds square, int level) {
        this.square = square;
        this.level = level;
    }

    Bounds square() {
        return square;
    }

    int level() {
        return level;
    }

    /** Box for culling: the square at the heights known so far. */
    Bounds box(Bounds domain) {
        return shape != null ? sections.withEarth(shape.box())
                : new Bounds(square.minEast(), square.minNorth(), domain.minUp(), square.maxEast(), square.maxNorth(), domain.maxUp());
    }

    /** Metres per texel. */
    double texel() {
        return Math.max(square.width(), square.depth()) / GroundSquare.TEXELS;
    }

    boolean isReady() {
        return shape != null;
    }

    boolean hasChildren() {
        return children != null;
    }

    GroundNode[] children() {
        if (children == null) {
            double e = square.centreEast();
            double n = square.centreNorth();
            children = new GroundNode[] {child(square.minEast(), square.minNorth(), e, n), child(e, square.minNorth(), square.maxEast(), n),
                child(square.minEast(), n, e, square.maxNorth()), child(e, n, square.maxEast(), square.maxNorth())};
        }
        return children;
    }

    private GroundNode child(double west, double south, double east, double north) {
        return new GroundNode(new Bounds(west, south, 0, east, north, 0), level + 1);
    }

    long revision() {
        return revision;
    }

    /** What is painted is as true as if it had been painted now. */
    void setRevision(long same) {
        revision = same;
    }

    boolean isRequested() {
        return requested;
    }

    void setRequested(boolean asked) {
        requested = asked;
    }

    long lastUsed() {
        return lastUsed;
    }

    void touch(long frame) {
        lastUsed = frame;
    }

    boolean isShown() {
        return shown;
    }

    /** Takes what a worker has made. */
    void adopt(GroundSquare newShape, GroundPainter.Painted painted, long paintedRevision, Groups groups) {
        requested = false;
        sections = groups.sections;
        revision = paintedRevision;
        shape = newShape;
        land = adopt(land, painted.land(), newShape.land(), groups.land);
        water = adopt(water, painted.water(), newShape.water(), groups.water);
        cutLand = cuttable(cutLand, land, newShape.land(), GroundCut.Kind.LAND, groups.sections);
        cutWater = cuttable(cutWater, water, newShape.water(), GroundCut.Kind.WATER, groups.sections);
        show(shown);
    }

    /**
     * Where views go, and what cuts them.
     *
     * @param land     drawn last
     * @param water    drawn before it
     * @param sections cuts both
     */
    record Groups(Group land, Group water, GroundSections sections) {
    }

    private static PaintedView adopt(PaintedView view, int[] picture, MeshArrays arrays, Group group) {
        if (picture == null || arrays == null) {
            if (view != null) {
                group.getChildren().remove(view.view());
            }
            return null;
        }
        if (view != null) {
            view.paint(picture);
            return view;
        }
        PaintedView made = new PaintedView(arrays, picture);
        group.getChildren().add(made.view());
        return made;
    }

    private static CutView cuttable(CutView before, PaintedView view, MeshArrays arrays, GroundCut.Kind kind, GroundSections sections) {
        if (view != null && before != null) {
            return before;
        }
        sections.remove(before);
        if (view == null) {
            return null;
        }
        CutView made = new CutView(view.view(), arrays, kind);
        sections.add(made);
        return made;
    }

    void show(boolean visible) {
        shown = visible;
        if (cutLand != null) {
            cutLand.show(visible);
        }
        if (cutWater != null) {
            cutWater.show(visible);
        }
    }

    /** Hides all below. */
    void hideChildren() {
        if (children != null) {
            for (GroundNode child : children) {
                if (child.shown) {
                    child.show(false);
                }
                child.hideChildren();
            }
        }
    }

    /** Gives its pictures back; it can be asked for again. */
    void release(Groups groups) {
        if (land != null) {
            groups.land.getChildren().remove(land.view());
        }
        if (water != null) {
            groups.water.getChildren().remove(water.view());
        }
        groups.sections.remove(cutLand);
        groups.sections.remove(cutWater);
        land = null;
        water = null;
        cutLand = null;
        cutWater = null;
        shape = null;
        revision = -1;
        shown = false;
    }
}
