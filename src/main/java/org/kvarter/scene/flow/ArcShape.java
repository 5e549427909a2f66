package org.kvarter.scene.flow;

import org.kvarter.scene.flow.FlowScene.Ground;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * An arc through the air between two places: a beam of three edges that is thick where it begins and thin where it ends, bent to the right
 * so that both directions can be told apart.
 */
final class ArcShape implements FlowShape {

    private static final int SEGMENTS = 22;
    private static final int TONES = 4;
    private static final double RISE = 0.2;
    private static final double BEND = 0.09;
    private static final double THIN = 0.28;
    private static final double FOOT = 2;

    private final Coordinate from;
    private final Coordinate to;
    private final double[] middle = new double[3 * (SEGMENTS + 1)];
    private double fromUp;
    private double toUp;
    private boolean stands = true;

    ArcShape(LineString line) {
        from = line.getCoordinateN(0);
        to = line.getCoordinateN(line.getNumPoints() - 1);
    }

    @Override
    public int points() {
        return 3 * (SEGMENTS + 1);
    }

    /** Tones from beginning to end, of the upper sides and of the lower one. */
    @Override
    public int texels() {
        return 2 * TONES;
    }

    @Override
    public int[] triangles() {
        int[] corners = new int[18 * SEGMENTS];
        for (int k = 0; k < SEGMENTS; k++) {
            for (int s = 0; s < 3; s++) {
                int a = 3 * k + s;
                int b = 3 * k + (s + 1) % 3;
                int[] quad = {a, b, b + 3, a, b + 3, a + 3};
                System.arraycopy(quad, 0, corners, 18 * k + 6 * s, 6);
            }
        }
        return corners;
    }

    @Override
    public int[] texelOfCorner() {
        int[] texels = new int[18 * SEGMENTS];
        for (int i = 0; i < texels.length; i++) {
            int tone = i / 18 * TONES / SEGMENTS;
            texels[i] = 2 * tone + (i % 18 / 6 == 2 ? 1 : 0);
        }
        return texels;
    }

    @Override
    public void stand(Ground ground) {
        fromUp = ground.at(from.x, from.y) + FOOT;
        toUp = ground.at(to.x, to.y) + FOOT;
        stands = ground.isThere(from.x, from.y) && ground.isThere(to.x, to.y);
    }

    /** Of an arc all is there, or nothing where one of its ends is cut away. */
    @Override
    public boolean isThere(double east, double north) {
        return stands;
    }

    @Override
    public void write(float[] corners, int first, double inner, double width) {
        double e = to.x - from.x;
        double n = to.y - from.y;
        double length = Math.max(1, Math.hypot(e, n));
        double sideE = n / length;
        double sideN = -e / length;
        for (int k = 0; k <= SEGMENTS; k++) {
            double t = (double) k / SEGMENTS;
            double hump = 4 * t * (1 - t);
            double bend = BEND * length * hump;
            double x = from.x + t * e + bend * sideE;
            double y = from.y + t * n + bend * sideN;
            double z = fromUp + t * (toUp - fromUp) + (RISE * length + 12) * hump;
            double half = stands ? width / 2 * (1 - (1 - THIN) * t) : 0;
            int at = 3 * (first + 3 * k);
            put(corners, at, x - half * sideE, y - half * sideN, z);
            put(corners, at + 3, x, y, z + half);
            put(corners, at + 6, x + half * sideE, y + half * sideN, z);
            middle[3 * k] = x;
            middle[3 * k + 1] = y;
            middle[3 * k + 2] = z;
        }
    }

    private static void put(float[] corners, int at, double x, double y, double z) {
        corners[at] = (float) x;
        corners[at + 1] = (float) y;
        corners[at + 2] = (float) z;
    }

    @Override
    public double[] middle() {
        return middle;
    }
}
