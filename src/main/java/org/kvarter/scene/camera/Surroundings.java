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

    /** Box around what there is to see; never empty. */
    Bounds bounds();
}
