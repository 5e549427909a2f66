package org.kvarter.scene.ground;

import java.util.Arrays;
import org.kvarter.mesh.light.LightModel;
import org.kvarter.model.Bounds;
import org.kvarter.scene.palette.BaseColours;
import org.kvarter.scene.palette.Exposure;
import org.kvarter.scene.tile.MeshArrays;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Upright walls between the cut edge of the land and the water below it. For worker threads; stateless.
 *
 * <p>A wall's colour depends on its bearing alone, so the texture is one row of {@link #BEARINGS} texels.
 */
final class QuayWalls {

    static final int BEARINGS = 64;
    private static final double STEP = 6;
    private static final double LOWEST = 0.15;
    private static final double BELOW_WATER = 0.6;
    private static final double INSIDE_LAND = 0.3;

    private final Relief relief;
    private float[] points = new float[3 * 1024];
    private int[] faces = new int[6 * 1024];
    private int pointCount;
    private int faceCount;

    private QuayWalls(Relief relief) {
        this.relief = relief;
    }

    /** The walls of a relief; {@code null} where it needs none. */
    static MeshArrays of(Relief relief) {
        QuayWalls walls = new QuayWalls(relief);
        for (WaterBody body : relief.waters()) {
            walls.add(body.area(), body.level());
        }
        if (walls.faceCount == 0) {
            return null;
        }
        float[] texCoords = new float[2 * BEARINGS];
        for (int k = 0; k < BEARINGS; k++) {
            texCoords[2 * k] = (k + 0.5f) / BEARINGS;
            texCoords[2 * k + 1] = 0.5f;
        }
        return new MeshArrays(Arrays.copyOf(walls.points, 3 * walls.pointCount), texCoords, Arrays.copyOf(walls.faces, 6 * walls.faceCount));
    }

    private void add(Geometry area, double level) {
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon) {
                add(polygon.getExteriorRing(), level, false);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    add(polygon.getInteriorRingN(hole), level, true);
                }
            }
        }
    }

    private void add(LinearRing ring, double level, boolean hole) {
        CoordinateSequence c = ring.getCoordinateSequence();
        boolean waterLeft = Orientation.isCCW(c) != hole;
        for (int i = 0; i + 1 < c.size(); i++) {
            double dx = c.getX(i + 1) - c.getX(i);
            double dy = c.getY(i + 1) - c.getY(i);
            double length = Math.hypot(dx, dy);
            int pieces = (int) Math.min(500, Math.ceil(length / STEP));
            for (int k = 0; k < pieces; k++) {
                double from = (double) k / pieces;
                double to = (double) (k + 1) / pieces;
                // Towards the water: the side on which it lies.
                double ne = (waterLeft ? -dy : dy) / length;
                double nn = (waterLeft ? dx : -dx) / length;
                piece(c.getX(i) + from * dx, c.getY(i) + from * dy, c.getX(i) + to * dx, c.getY(i) + to * dy, ne, nn, level);
            }
        }
    }

    private void piece(double e0, double n0, double e1, double n1, double ne, double nn, double level) {
        Bounds d = relief.domain();
        if (isAtEdge(d, e0, n0) && isAtEdge(d, e1, n1)) {
            return;
        }
        double up0 = relief.landAt(e0 - ne, n0 - nn);
        double up1 = relief.landAt(e1 - ne, n1 - nn);
        if (Math.max(up0, up1) - level < LOWEST) {
            return;
        }
        double ie = -ne * INSIDE_LAND;
        double in = -nn * INSIDE_LAND;
        int a = point(e0 + ie, n0 + in, level - BELOW_WATER);
        int b = point(e1 + ie, n1 + in, level - BELOW_WATER);
        int c = point(e1 + ie, n1 + in, up1);
        int e = point(e0 + ie, n0 + in, up0);
        int texel = (int) Math.floor((Math.atan2(ne, nn) / (2 * Math.PI) + 1) * BEARINGS) % BEARINGS;
        face(a, b, c, texel);
        face(a, c, e, texel);
    }

    private static boolean isAtEdge(Bounds d, double e, double n) {
        return e < d.minEast() + 2.5 || e > d.maxEast() - 2.5 || n < d.minNorth() + 2.5 || n > d.maxNorth() - 2.5;
    }

    private int point(double e, double n, double up) {
        if (3 * pointCount + 3 > points.length) {
            points = Arrays.copyOf(points, 2 * points.length);
        }
        points[3 * pointCount] = (float) e;
        points[3 * pointCount + 1] = (float) n;
        points[3 * pointCount + 2] = (float) up;
        return pointCount++;
    }

    private void face(int a, int b, int c, int texel) {
        if (6 * faceCount + 6 > faces.length) {
            faces = Arrays.copyOf(faces, 2 * faces.length);
        }
        int at = 6 * faceCount++;
        faces[at] = a;
        faces[at + 2] = b;
        faces[at + 4] = c;
        faces[at + 1] = faces[at + 3] = faces[at + 5] = texel;
    }

    /** Colours by bearing under a plan's sun, as a square picture. */
    static int[] colours(GroundPlan plan) {
        int[] argb = new int[BEARINGS * BEARINGS];
        double[] sun = plan.sun().direction();
        LightModel light = plan.light();
        for (int k = 0; k < BEARINGS; k++) {
            double bearing = (k + 0.5) / BEARINGS * 2 * Math.PI;
            double cosine = sun[2] > 0 ? Math.max(0, Math.sin(bearing) * sun[0] + Math.cos(bearing) * sun[1]) : 0;
            int lit = Exposure.of(light.lit(BaseColours.stone(plan.theme()), (float) cosine, 0.45f));
            for (int y = 0; y < BEARINGS; y++) {
                argb[y * BEARINGS + k] = lit;
            }
        }
        return argb;
    }
}
