package org.kvarter.model;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Several terrains as one: where the upper one has data it counts, around it the lower one goes on, so that a survey of a plot refines the
 * model of a city. Thread-safe.
 */
final class Terrains {

    /** Posts of what is made of several; the cell grows beyond. */
    static final int MOST_POSTS = 4_000_000;

    /** A district asks for its terrain at every move of the pointer: what was made last is kept while its terrains are the same objects. */
    private static final int KEPT = 4;

    private static final Deque<Made> LAST = new ArrayDeque<>();

    private record Made(List<Terrain> of, SoftReference<Terrain> terrain) {

        /** Whether it was made of the very same ones: grids are too large to be compared by value. */
        boolean isOf(List<Terrain> others) {
            boolean same = of.size() == others.size();
            for (int i = 0; same && i < of.size(); i++) {
                same = of.get(i) == others.get(i);
            }
            return same;
        }
    }

    private Terrains() {
    }

    /**
     * One terrain of several.
     *
     * @param bottomFirst at least one
     */
    static synchronized Terrain over(List<Terrain> bottomFirst) {
        if (bottomFirst.size() == 1) {
            return bottomFirst.get(0);
        }
        for (Made made : LAST) {
            Terrain kept = made.isOf(bottomFirst) ? made.terrain().get() : null;
            if (kept != null) {
                return kept;
            }
        }
        Terrain made = make(bottomFirst);
        LAST.addFirst(new Made(List.copyOf(bottomFirst), new SoftReference<>(made)));
        if (LAST.size() > KEPT) {
            LAST.removeLast();
        }
        return made;
    }

    private static Terrain make(List<Terrain> all) {
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        Terrain finest = all.get(all.size() - 1);
        for (Terrain t : all) {
            west = Math.min(west, t.west());
            south = Math.min(south, t.south());
            east = Math.max(east, t.west() + (t.columns() - 1) * t.cell());
            north = Math.max(north, t.south() + (t.rows() - 1) * t.cell());
            finest = t.cell() < finest.cell() ? t : finest;
        }
        double cell = Math.max(finest.cell(), Math.sqrt((east - west) * (north - south) / MOST_POSTS));
        // posts fall on those of the finest, so that its heights stay what they are
        double startEast = finest.west() - Math.ceil((finest.west() - west) / cell - 1e-9) * cell;
        double startNorth = finest.south() - Math.ceil((finest.south() - south) / cell - 1e-9) * cell;
        int columns = 1 + (int) Math.ceil((east - startEast) / cell - 1e-9);
        int rows = 1 + (int) Math.ceil((north - startNorth) / cell - 1e-9);
        float[] heights = new float[columns * rows];
        Arrays.fill(heights, Float.NaN);
        for (Terrain t : all) {
            lay(t, heights, startEast, startNorth, cell, columns, rows, 1e-6 * t.cell(), true);
        }
        // beyond the outer rim one post more, so that nothing of the last cell is lost
        for (Terrain t : all) {
            lay(t, heights, startEast, startNorth, cell, columns, rows, cell, false);
        }
        return new Terrain(startEast, startNorth, cell, columns, rows, heights);
    }

    private static void lay(Terrain t, float[] heights, double west, double south, double cell, int columns, int rows,
                            double rim, boolean over) {
        int firstColumn = Math.max(0, (int) Math.floor((t.west() - west) / cell));
        int lastColumn = Math.min(columns - 1, (int) Math.ceil((t.west() + (t.columns() - 1) * t.cell() - west) / cell));
        int firstRow = Math.max(0, (int) Math.floor((t.south() - south) / cell));
        int lastRow = Math.min(rows - 1, (int) Math.ceil((t.south() + (t.rows() - 1) * t.cell() - south) / cell));
        for (int r = firstRow; r <= lastRow; r++) {
            for (int c = firstColumn; c <= lastColumn; c++) {
                if (over || Float.isNaN(heights[r * columns + c])) {
                    double height = height(t, west + c * cell, south + r * cell, rim);
                    if (height == height) {
                        heights[r * columns + c] = (float) height;
                    }
                }
            }
        }
    }

    /** Height under a place, and of the nearest place within for what lies outside by less than {@code rim}. */
    private static double height(Terrain t, double east, double north, double rim) {
        double maxEast = t.west() + (t.columns() - 1) * t.cell();
        double maxNorth = t.south() + (t.rows() - 1) * t.cell();
        if (east < t.west() - rim || east > maxEast + rim || north < t.south() - rim || north > maxNorth + rim) {
            return Double.NaN;
        }
        return t.heightAt(Math.min(Math.max(east, t.west()), maxEast), Math.min(Math.max(north, t.south()), maxNorth));
    }
}
