package org.kvarter.importing.city;

import org.kvarter.importing.ElevationBatch;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.model.PolygonSet;

/** Terrain of triangulated relief that was read as surfaces. Stateless. */
public final class ReliefGround {

    /** Share of the area in plan that must face up: what is less is a body, not the ground. */
    private static final double FACING_UP = 0.95;

    private ReliefGround() {
    }

    /**
     * The ground that surfaces are.
     *
     * @param metres metres per unit of east and north
     * @return {@code null} where they are no ground: none, or as many faces below as above
     */
    public static ElevationBatch of(PolygonSet surfaces, double metres, String layer, String title) {
        if (surfaces.polygonCount() == 0) {
            return null;
        }
        double north = surfaces.vertices()[3 * surfaces.corners()[0] + 1];
        double east = metres == 1 ? 1 : metres * Math.max(0.01, Math.cos(Math.toRadians(north)));
        TriangleGrid grid = new TriangleGrid(MemoryBudget.ofHeap(), east, metres);
        double up = 0;
        double down = 0;
        double[] nine = new double[9];
        for (int p = 0; p < surfaces.polygonCount(); p++) {
            int first = surfaces.firstCornerOfPolygon(p);
            int end = surfaces.ringEnds()[surfaces.firstRing(p)];
            for (int c = first + 1; c + 1 < end; c++) {
                System.arraycopy(surfaces.vertices(), 3 * surfaces.corners()[first], nine, 0, 3);
                System.arraycopy(surfaces.vertices(), 3 * surfaces.corners()[c], nine, 3, 3);
                System.arraycopy(surfaces.vertices(), 3 * surfaces.corners()[c + 1], nine, 6, 3);
                double area = (nine[3] - nine[0]) * (nine[7] - nine[1]) - (nine[6] - nine[0]) * (nine[4] - nine[1]);
                up += Math.max(0, area);
                down += Math.max(0, -area);
                grid.add(nine);
            }
        }
        // some write all of it the other way round
        return Math.max(up, down) >= FACING_UP * (up + down) && up + down > 0 ? grid.give(layer, title) : null;
    }
}
