package org.kvarter.scene.ground;

import javafx.scene.Group;
import org.kvarter.model.Bounds;

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
        return shape != null ? shape.box()
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
    void adopt(GroundSquare newShape, GroundPainter.Painted painted, long paintedRevision, Group landGroup, Group waterGroup) {
        requested = false;
        revision = paintedRevision;
        shape = newShape;
        land = adopt(land, painted.land(), newShape.land(), landGroup);
        water = adopt(water, painted.water(), newShape.water(), waterGroup);
        show(shown);
    }

    private static PaintedView adopt(PaintedView view, int[] picture, org.kvarter.scene.tile.MeshArrays arrays, Group group) {
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

    void show(boolean visible) {
        shown = visible;
        if (land != null) {
            land.view().setVisible(visible);
        }
        if (water != null) {
            water.view().setVisible(visible);
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
    void release(Group landGroup, Group waterGroup) {
        if (land != null) {
            landGroup.getChildren().remove(land.view());
        }
        if (water != null) {
            waterGroup.getChildren().remove(water.view());
        }
        land = null;
        water = null;
        shape = null;
        revision = -1;
        shown = false;
    }
}
