package org.kvarter.scene;

import org.kvarter.mesh.pick.Hit;
import org.kvarter.model.FeatureKey;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.camera.Projection;
import org.kvarter.scene.ground.GroundScene;
import org.kvarter.scene.pick.Pick;
import org.kvarter.scene.tile.SolidScene;

/** Rays through all that is shown of the solids, and the ground. JavaFX thread only. */
final class Picker {

    private static final double REACH = 40_000;

    private final SolidScene solids;
    private final GroundScene ground;

    Picker(SolidScene solids, GroundScene ground) {
        this.solids = solids;
        this.ground = ground;
    }

    /** What is under a pixel; {@code null} in the sky. */
    Pick pick(Projection projection, double x, double y) {
        var pose = projection.pose();
        return pick(new double[] {pose.east(), pose.north(), pose.up()}, projection.ray(x, y));
    }

    /** The first thing a ray meets; {@code null} where it meets nothing. */
    Pick pick(double[] origin, double[] direction) {
        Pick onGround = ground.hit(origin, direction, REACH);
        double reach = onGround == null ? REACH : onGround.distance();
        return solids.rays().nearest(origin, direction, reach, solids.shownParts()).map(Picker::pick).orElse(onGround);
    }

    /** Whether nothing solid stands between an eye and a place, but for what is within two metres of it. */
    boolean isSeen(CameraPose eye, double east, double north, double up) {
        double[] from = {eye.east(), eye.north(), eye.up()};
        double[] way = {east - from[0], north - from[1], up - from[2]};
        double distance = Math.sqrt(way[0] * way[0] + way[1] * way[1] + way[2] * way[2]);
        return distance < 3 || !solids.rays().any(from, way, distance - 2, solids.shownParts());
    }

    private static Pick pick(Hit hit) {
        return new Pick(new FeatureKey(hit.layerId(), hit.feature()), hit.part(), hit.east(), hit.north(), hit.up(), hit.distance());
    }
}
