package org.kvarter.study.sun;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.kvarter.mesh.tree.Tree;
import org.kvarter.model.Bounds;

/**
 * Trees by squares of ground, each knowing its highest crown, so that a ray looks at those it passes low enough to meet. Immutable and
 * safe for many threads.
 *
 * <p>Squares are walked as by Amanatides and Woo ("A Fast Voxel Traversal Algorithm for Ray Tracing", 1987), in two dimensions.
 */
final class TreeGrid {

    private static final double FINEST = 8;
    private static final double MOST_SQUARES = 2e6;
    /** Trees further off hide the sun only when it is about to set, metres. */
    private static final double REACH = 300;
    /** A ray that meets more crowns is as good as dark. */
    private static final int MOST_MET = 16;

    private final List<Tree> trees;
    private final double west;
    private final double south;
    private final double cell;
    private final int columns;
    private final int rows;
    private final int[] starts;
    private final int[] numbers;
    private final float[] tops;

    TreeGrid(List<Tree> trees) {
        this.trees = trees;
        Bounds box = Bounds.EMPTY;
        for (Tree t : trees) {
            double r = t.crown() / 2;
            box = box.union(new Bounds(t.east() - r, t.north() - r, t.up(), t.east() + r, t.north() + r, t.up() + t.height()));
        }
        boolean none = trees.isEmpty();
        west = none ? 0 : box.minEast();
        south = none ? 0 : box.minNorth();
        cell = none ? FINEST : Math.max(FINEST, Math.sqrt(box.width() * box.depth() / MOST_SQUARES));
        columns = none ? 0 : (int) (box.width() / cell) + 1;
        rows = none ? 0 : (int) (box.depth() / cell) + 1;
        starts = new int[columns * rows + 1];
        tops = new float[columns * rows];
        java.util.Arrays.fill(tops, Float.NEGATIVE_INFINITY);
        numbers = fill();
    }

    /** Counts, then places: the trees of square k are {@code numbers[starts[k]] … numbers[starts[k + 1] − 1]}. */
    private int[] fill() {
        visit((tree, square) -> starts[square + 1]++);
        for (int k = 0; k < tops.length; k++) {
            starts[k + 1] += starts[k];
        }
        int[] placed = new int[starts[tops.length]];
        int[] next = starts.clone();
        visit((tree, square) -> {
            placed[next[square]++] = tree;
            tops[square] = Math.max(tops[square], (float) (trees.get(tree).up() + trees.get(tree).height()));
        });
        return placed;
    }

    private interface Visitor {
        void at(int tree, int square);
    }

    private void visit(Visitor visitor) {
        for (int i = 0; i < trees.size(); i++) {
            Tree t = trees.get(i);
            double r = t.crown() / 2;
            for (int row = row(t.north() - r); row <= row(t.north() + r); row++) {
                for (int column = column(t.east() - r); column <= column(t.east() + r); column++) {
                    visitor.at(i, row * columns + column);
                }
            }
        }
    }

    private int column(double east) {
        return Math.max(0, Math.min(columns - 1, (int) Math.floor((east - west) / cell)));
    }

    private int row(double north) {
        return Math.max(0, Math.min(rows - 1, (int) Math.floor((north - south) / cell)));
    }

    /**
     * What the crowns on a ray let through.
     *
     * @param o     east, north, up
     * @param d     unit vector, upwards
     * @param share of each tree, 0 … 1
     * @return the product, 1 where it meets none
     */
    double through(double[] o, double[] d, ToDoubleFunction<Tree> share) {
        double level = Math.hypot(d[0], d[1]);
        double rise = level > 1e-6 ? d[2] / level : 1e6;
        int column = (int) Math.floor((o[0] - west) / cell);
        int row = (int) Math.floor((o[1] - south) / cell);
        int stepColumn = d[0] > 0 ? 1 : -1;
        int stepRow = d[1] > 0 ? 1 : -1;
        double e = level > 1e-6 ? d[0] / level : 0;
        double n = level > 1e-6 ? d[1] / level : 0;
        double nextColumn = e == 0 ? Double.POSITIVE_INFINITY : (west + (column + (e > 0 ? 1 : 0)) * cell - o[0]) / e;
        double nextRow = n == 0 ? Double.POSITIVE_INFINITY : (south + (row + (n > 0 ? 1 : 0)) * cell - o[1]) / n;
        double perColumn = e == 0 ? Double.POSITIVE_INFINITY : cell / Math.abs(e);
        double perRow = n == 0 ? Double.POSITIVE_INFINITY : cell / Math.abs(n);
        double left = 1;
        int[] met = null;
        int count = 0;
        for (double at = 0; at < REACH && count < MOST_MET; ) {
            int square = row * columns + column;
            if (column >= 0 && row >= 0 && column < columns && row < rows && tops[square] > o[2] + rise * at) {
                for (int k = starts[square]; k < starts[square + 1] && count < MOST_MET; k++) {
                    Tree tree = trees.get(numbers[k]);
                    if (tree.shades(o, d) && !contains(met, count, numbers[k])) {
                        met = met == null ? new int[MOST_MET] : met;
                        met[count++] = numbers[k];
                        left *= share.applyAsDouble(tree);
                    }
                }
            }
            if (nextColumn < nextRow) {
                at = nextColumn;
                nextColumn += perColumn;
                column += stepColumn;
            } else {
                at = nextRow;
                nextRow += perRow;
                row += stepRow;
            }
        }
        return left;
    }

    private static boolean contains(int[] met, int count, int number) {
        for (int k = 0; k < count; k++) {
            if (met[k] == number) {
                return true;
            }
        }
        return false;
    }
}
