package org.kvarter.scene.camera;

import org.kvarter.model.Bounds;

/** What the camera control must know of the world around it. */
public interface Surroundings {

    /** Height of the ground or water under a place, metres; always finite. */
    double groundAt(double east, double north);

    /**
     * The first thing a ray meets, buildings and ground.
     *
     * @return east, north, up; {@code null} where it meets nothing
     */
    double[] hit(double[] origin, double[] direction);

    /**
     * How far a ray goes until it meets buildings or ground.
     *
     * @param direction unit vector
     * @param reach     metres
     * @return metres; {@code reach} where it meets nothing nearer
     */
    default double clear(double[] origin, double[] direction, double reach) {
        double[] hit = hit(origin, direction);
        return hit == null ? reach : Math.min(reach, Math.sqrt((hit[0] - origin[0]) * (hit[0] - origin[0])
                + (hit[1] - origin[1]) * (hit[1] - origin[1]) + (hit[2] - origin[2]) * (hit[2] - origin[2])));
    }

    /** Box around what there is to see; never empty. */
    Bounds bounds();
}
