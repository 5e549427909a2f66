package org.kvarter.mesh;

import java.util.Arrays;
import java.util.List;
import org.kvarter.model.Stance;
import org.kvarter.model.Terrain;

/**
 * Takes the ground under models to their feet. Where something is to be shaped, the terrain is made finer, so that edges are as steep as they
 * should be. Stateless.
 */
public final class GroundShaper {

    /** Distance of posts that are wanted where ground is shaped, metres. */
    private static final double FINE = 1;
    private static final double MOST_POSTS = 2.5e6;
    /** Level ground beyond the footprint, metres. */
    private static final double AROUND = 2;
    /** Metres outwards for one up or down, and the bounds of that. */
    private static final double SLOPE = 2;
    private static final double LEAST_SLOPE = 3;
    private static final double MOST_SLOPE = 20;
    /** Ground is kept so far below floors that these are seen, metres. */
    private static final double BELOW_FLOOR = 0.05;

    /**
     * A model and what it does to the ground.
     *
     * @param print  what it covers
     * @param ground how the ground is shaped
     */
    public record Shape(Footprint print, Stance.Ground ground) {
    }

    private GroundShaper() {
    }

    /** The terrain with all shapes, later ones over earlier ones; the terrain itself where there are none. */
    public static Terrain shaped(Terrain terrain, List<Shape> shapes) {
        List<Shape> real = shapes.stream().filter(s -> s.ground() != Stance.Ground.KEPT && !s.print().covered().isEmpty()).toList();
        if (real.isEmpty()) {
            return terrain;
        }
        Terrain finer = finer(terrain);
        real.forEach(shape -> shape(finer, shape));
        return finer;
    }

    /** A copy with posts about a metre apart, as far as memory bears. */
    private static Terrain finer(Terrain terrain) {
        double posts = (double) terrain.columns() * terrain.rows();
        int factor = (int) Math.max(1, Math.min(Math.ceil(terrain.cell() / FINE), Math.floor(Math.sqrt(MOST_POSTS / posts))));
        if (factor == 1) {
            return new Terrain(terrain.west(), terrain.south(), terrain.cell(), terrain.columns(), terrain.rows(), terrain.heights().clone());
        }
        int columns = (terrain.columns() - 1) * factor + 1;
        int rows = (terrain.rows() - 1) * factor + 1;
        double cell = terrain.cell() / factor;
        float[] heights = new float[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                boolean post = row % factor == 0 && column % factor == 0;
                heights[row * columns + column] = post ? terrain.post(column / factor, row / factor)
                        : (float) terrain.heightAt(terrain.west() + column * cell, terrain.south() + row * cell);
            }
        }
        return new Terrain(terrain.west(), terrain.south(), cell, columns, rows, heights);
    }

    private static void shape(Terrain terrain, Shape shape) {
        Footprint print = shape.print();
        double reach = shape.ground() == Stance.Ground.DUG ? terrain.cell() : AROUND + MOST_SLOPE;
        int c0 = (int) Math.max(0, Math.floor((print.west() - reach - terrain.west()) / terrain.cell()));
        int r0 = (int) Math.max(0, Math.floor((print.south() - reach - terrain.south()) / terrain.cell()));
        int c1 = (int) Math.min(terrain.columns() - 1.0, Math.ceil((print.west() + print.columns() * print.cell() + reach - terrain.west()) / terrain.cell()));
        int r1 = (int) Math.min(terrain.rows() - 1.0, Math.ceil((print.south() + print.rows() * print.cell() + reach - terrain.south()) / terrain.cell()));
        if (c1 < c0 || r1 < r0) {
            return;
        }
        int columns = c1 - c0 + 1;
        float[] away = distances(terrain, print, c0, r0, columns, r1 - r0 + 1);
        double level = print.foot() - BELOW_FLOOR;
        for (int row = r0; row <= r1; row++) {
            for (int column = c0; column <= c1; column++) {
                double distance = away[(row - r0) * columns + column - c0] * terrain.cell();
                int at = row * terrain.columns() + column;
                double ground = terrain.heights()[at];
                if (Double.isNaN(ground)) {
                    continue;
                }
                double slope = Math.max(LEAST_SLOPE, Math.min(MOST_SLOPE, SLOPE * Math.abs(level - ground)));
                double share = shape.ground() == Stance.Ground.DUG ? distance == 0 ? 1 : 0
                        : Math.max(0, Math.min(1, 1 - (distance - AROUND) / slope));
                double to = shape.ground() == Stance.Ground.DUG ? Math.min(ground, level) : level;
                terrain.heights()[at] = (float) (ground + share * (to - ground));
            }
        }
    }

    /** How many posts each post of a window is away from the footprint (Borgefors, "Distance transformations in digital images", 1986). */
    private static float[] distances(Terrain terrain, Footprint print, int c0, int r0, int columns, int rows) {
        float[] away = new float[columns * rows];
        Arrays.fill(away, 1e6f);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (print.covers(terrain.west() + (c0 + column) * terrain.cell(), terrain.south() + (r0 + row) * terrain.cell())) {
                    away[row * columns + column] = 0;
                }
            }
        }
        float diagonal = (float) Math.sqrt(2);
        for (int pass = 0; pass < 2; pass++) {
            int step = pass == 0 ? 1 : -1;
            for (int r = pass == 0 ? 0 : rows - 1; r >= 0 && r < rows; r += step) {
                for (int c = pass == 0 ? 0 : columns - 1; c >= 0 && c < columns; c += step) {
                    float best = away[r * columns + c];
                    best = Math.min(best, at(away, columns, rows, c - step, r) + 1);
                    best = Math.min(best, at(away, columns, rows, c, r - step) + 1);
                    best = Math.min(best, at(away, columns, rows, c - step, r - step) + diagonal);
                    best = Math.min(best, at(away, columns, rows, c + step, r - step) + diagonal);
                    away[r * columns + c] = best;
                }
            }
        }
        return away;
    }

    private static float at(float[] away, int columns, int rows, int column, int row) {
        return column < 0 || row < 0 || column >= columns || row >= rows ? 1e6f : away[row * columns + column];
    }
}
