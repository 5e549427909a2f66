package org.kvarter.scene.label;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses which labels have room, in one pass in the order given: a label stands above its anchor on a short leader, or higher where
 * another one is in the way, or not at all. Found by a grid of cells, so that hundreds cost little. Not thread-safe.
 */
public final class LabelPlacer {

    /** Length of the shortest leader, pixels. */
    public static final double LEADER = 16;
    private static final double CELL = 64;
    private static final double AIR = 3;
    private static final double[] RISES = {0, 26, 52};

    /**
     * What wants a place.
     *
     * @param x      of the anchor, pixels
     * @param y      of the anchor, pixels
     * @param width  of the label, pixels
     * @param height of the label, pixels
     */
    public record Box(double x, double y, double width, double height) {
    }

    /**
     * Where a label goes.
     *
     * @param left pixels
     * @param top  pixels
     */
    public record Spot(double left, double top) {
    }

    private final double width;
    private final double height;
    private final Map<Long, List<double[]>> grid = new HashMap<>();

    /** A picture of that size without labels. */
    public LabelPlacer(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** A spot for a label that overlaps none placed before, and takes it; {@code null} where there is none. */
    public Spot place(Box box) {
        if (!(box.x > 0 && box.y > 0 && box.x < width && box.y < height)) {
            return null;
        }
        for (double rise : RISES) {
            double left = Math.max(4, Math.min(width - box.width - 4, box.x - box.width / 2));
            double top = box.y - LEADER - rise - box.height;
            if (top >= 4 && isFree(left, top, box.width, box.height)) {
                take(left, top, box.width, box.height);
                return new Spot(left, top);
            }
        }
        return null;
    }

    private boolean isFree(double left, double top, double w, double h) {
        for (long cell : cells(left, top, w, h)) {
            for (double[] other : grid.getOrDefault(cell, List.of())) {
                if (left < other[2] + AIR && left + w > other[0] - AIR && top < other[3] + AIR && top + h > other[1] - AIR) {
                    return false;
                }
            }
        }
        return true;
    }

    private void take(double left, double top, double w, double h) {
        double[] taken = {left, top, left + w, top + h};
        for (long cell : cells(left, top, w, h)) {
            grid.computeIfAbsent(cell, c -> new ArrayList<>()).add(taken);
        }
    }

    private static List<Long> cells(double left, double top, double w, double h) {
        List<Long> cells = new ArrayList<>();
        for (long y = (long) Math.floor((top - AIR) / CELL); y <= Math.floor((top + h + AIR) / CELL); y++) {
            for (long x = (long) Math.floor((left - AIR) / CELL); x <= Math.floor((left + w + AIR) / CELL); x++) {
                cells.add(x << 32 | y & 0xFFFFFFFFL);
            }
        }
        return cells;
    }
}
