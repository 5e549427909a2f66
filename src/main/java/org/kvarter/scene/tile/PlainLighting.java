package org.kvarter.scene.tile;

import org.kvarter.energy.Sun;
import org.kvarter.mesh.TileMesh;
import org.kvarter.scene.sky.DayLight;

/**
 * Light without neighbours: sun by the cosine, sky by the normal, and a darker foot of walls. Quick enough for the first picture.
 */
public final class PlainLighting implements PartLighting {

    private static final double OPEN_HEIGHT = 25;
    private static final double FOOT = 0.75;

    @Override
    public float[] light(TileMesh tile, Sun sun) {
        DayLight day = DayLight.of(sun);
        double[] towards = sun.direction();
        float[] normals = tile.parts().normals();
        float[] centroids = tile.parts().centroids();
        float[] light = new float[normals.length];
        for (int p = 0; p < tile.parts().size(); p++) {
            double cosine = normals[3 * p] * towards[0] + normals[3 * p + 1] * towards[1] + normals[3 * p + 2] * towards[2];
            double open = Math.min(1, FOOT + (1 - FOOT) * Math.max(0, centroids[3 * p + 2] - tile.bounds().minUp()) / OPEN_HEIGHT);
            double sky = (0.5 + 0.5 * normals[3 * p + 2]) * open;
            day.write(light, 3 * p, Math.max(0, cosine), sky);
        }
        return light;
    }
}
