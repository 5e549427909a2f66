package org.kvarter.scene.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kvarter.scene.flow.FlowScene.Ground;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * A ribbon along a street, made of cells that end in a point: every other one is narrow and lighter, so that a row of chevrons shows where
 * it goes. One that has no direction is plain.
 */
final class RibbonShape implements FlowShape {

    private static final double CELL = 13;
    private static final double BAND = 3.6;
    private static final double LIFT = 1;
    private static final double ABOUT = 3;
    /** How far a cell's point lies ahead of its sides, as a share of the width. */
    private static final double POINT = 0.55;

    private final boolean directed;
    private final double side;
    private final double[] places;
    private final double[] ahead;
    private final double[] heights;
    private final boolean[] stands;
    private final double[] middle;
    private final int rows;

    /** @param side 1 to lie on the right of the line, −1 on the left */
    RibbonShape(LineString line, boolean directed, double side) {
        this.directed = directed;
        this.side = side;
        LengthIndexedLine along = new LengthIndexedLine(line);
        double length = line.getLength();
        List<Double> stations = new ArrayList<>();
        double cells = Math.max(1, Math.round(length / (CELL + BAND)));
        double period = length / cells;
        for (int cell = 0; cell < cells; cell++) {
            stations.add(cell * period);
            stations.add(cell * period + Math.max(0.5 * period, period - BAND));
        }
        stations.add(length);
        rows = stations.size();
        places = new double[2 * rows];
        ahead = new double[2 * rows];
        heights = new double[rows];
        stands = new boolean[rows];
        Arrays.fill(stands, true);
        middle = new double[3 * rows];
        for (int k = 0; k < rows; k++) {
            double at = stations.get(k);
            Coordinate here = along.extractPoint(at);
            Coordinate before = along.extractPoint(Math.max(0, at - ABOUT));
            Coordinate after = along.extractPoint(Math.min(length, at + ABOUT));
            double far = Math.max(1e-9, before.distance(after));
            places[2 * k] = here.x;
            places[2 * k + 1] = here.y;
            ahead[2 * k] = (after.x - before.x) / far;
            ahead[2 * k + 1] = (after.y - before.y) / far;
        }
    }

    @Override
    public int points() {
        return 3 * rows;
    }

    @Override
    public int texels() {
        return 2;
    }

    @Override
    public int[] triangles() {
        int[] corners = new int[12 * (rows - 1)];
        for (int k = 0; k < rows - 1; k++) {
            int p = 3 * k;
            int[] cell = {p, p + 1, p + 4, p, p + 4, p + 3, p + 1, p + 2, p + 5, p + 1, p + 5, p + 4};
            System.arraycopy(cell, 0, corners, 12 * k, 12);
        }
        return corners;
    }

    @Override
    public int[] texelOfCorner() {
        int[] texels = new int[12 * (rows - 1)];
        for (int i = 0; i < texels.length; i++) {
            texels[i] = directed ? i / 12 % 2 : 0;
        }
        return texels;
    }

    @Override
    public void stand(Ground ground) {
        for (int k = 0; k < rows; k++) {
            heights[k] = ground.at(places[2 * k], places[2 * k + 1]) + LIFT;
            stands[k] = ground.isThere(places[2 * k], places[2 * k + 1]);
        }
    }

    @Override
    public void write(float[] corners, int first, double inner, double width) {
        double near = Double.isNaN(inner) || !directed ? -width / 2 : inner;
        double tip = directed ? Math.min(BAND, POINT * width) : 0;
        for (int k = 0; k < rows; k++) {
            double tx = ahead[2 * k];
            double ty = ahead[2 * k + 1];
            int at = 3 * (first + 3 * k);
            for (int p = 0; p < 3; p++) {
                // where its ground is cut away it comes to a point and goes on without width
                double off = side * (near + width * (stands[k] ? p : 1) / 2);
                double on = p == 1 && stands[k] ? tip : 0;
                corners[at + 3 * p] = (float) (places[2 * k] + off * ty + on * tx);
                corners[at + 3 * p + 1] = (float) (places[2 * k + 1] - off * tx + on * ty);
                corners[at + 3 * p + 2] = (float) heights[k];
            }
            middle[3 * k] = corners[at + 3];
            middle[3 * k + 1] = corners[at + 4];
            middle[3 * k + 2] = heights[k];
        }
    }

    /** Of a ribbon what is nearest to a piece of it whose ground is there. */
    @Override
    public boolean isThere(double east, double north) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < rows; k++) {
            double off = Math.hypot(middle[3 * k] - east, middle[3 * k + 1] - north);
            nearest = off < least ? k : nearest;
            least = Math.min(least, off);
        }
        return stands[nearest];
    }

    @Override
    public double[] middle() {
        return middle;
    }
}
