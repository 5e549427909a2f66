package org.kvarter.scene;

import java.util.Optional;
import org.kvarter.mesh.pick.Hit;
import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.mesh.section.KeptRegion;
import org.kvarter.model.FeatureKey;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.camera.Projection;
import org.kvarter.scene.flow.FlowScene;
import org.kvarter.scene.ground.GroundScene;
import org.kvarter.scene.marker.MarkerScene;
import org.kvarter.scene.move.MoversScene;
import org.kvarter.scene.pick.Pick;
import org.kvarter.scene.tile.SolidScene;

/** Rays through all that is shown of the solids, and the ground. JavaFX thread only. */
final class Picker {

    private static final double REACH = 40_000;
    /** Nothing built stands higher over the ground, metres. */
    private static final double HIGHEST = 1_000;
    /** So far beside a thin line it is still meant. */
    private static final double PIXELS_BESIDE = 5;
    private static final double MOST_BESIDE = 25;

    private final SolidScene solids;
    private final GroundScene ground;
    private final MoversScene movers;
    private final MarkerScene markers;
    private final FlowScene flows;
    private KeptRegion kept;

    Picker(SolidScene solids, GroundScene ground, MoversScene movers, MarkerScene markers, FlowScene flows) {
        this.flows = flows;
        this.movers = movers;
        this.solids = solids;
        this.ground = ground;
        this.markers = markers;
    }

    /** What is under a pixel, pins, painted features and trees included; {@code null} in the sky. */
    Pick pick(Projection projection, double x, double y) {
        Pick other = withoutPins(projection, x, y);
        return markers.pick(projection, x, y, other).or(() -> flows.pick(projection, x, y, other)).orElse(other);
    }

    private Pick withoutPins(Projection projection, double x, double y) {
        var pose = projection.pose();
        Pick moving = movers.pick(projection, x, y);
        if (moving != null && isSeen(pose, moving.east(), moving.north(), moving.up() + 1)) {
            return moving;
        }
        double[] origin = {pose.east(), pose.north(), pose.up()};
        double[] ray = projection.ray(x, y);
        Pick first = pick(origin, ray);
        double reach = first == null ? REACH : first.distance();
        var tree = ground.tree(origin, ray, reach);
        if (tree.isPresent()) {
            double at = tree.get().hit(origin, ray);
            return new Pick(tree.get().key(), -1, origin[0] + at * ray[0], origin[1] + at * ray[1], origin[2] + at * ray[2], at);
        }
        if (first == null || !first.isGround()) {
            return first;
        }
        double tolerance = Math.min(MOST_BESIDE, PIXELS_BESIDE * projection.metresPerPixel(first.distance()));
        return ground.featureAt(first.east(), first.north(), tolerance).map(first::of).orElse(first);
    }

    /** The first solid or ground a ray meets; {@code null} where it meets nothing. */
    Pick pick(double[] origin, double[] direction) {
        Pick onGround = ground.hit(origin, direction, REACH);
        double reach = onGround == null ? REACH : onGround.distance();
        return solid(origin, direction, reach).map(Picker::pick).orElse(onGround);
    }

    /** How far a ray goes until it meets a solid or the ground, at most {@code reach} metres. */
    double clear(double[] origin, double[] direction, double reach) {
        Pick land = ground.hit(origin, direction, reach);
        double open = land == null ? reach : land.distance();
        return solid(origin, direction, open).map(Hit::distance).orElse(open);
    }

    /** Only what a region keeps of the solids is met from now on; {@code null} for all. */
    void setSection(KeptRegion region) {
        kept = region;
    }

    /** What a section keeps; {@code null} for all. */
    KeptRegion section() {
        return kept;
    }

    /** The first part that a ray meets of what a section leaves, or the face with which it was filled. */
    Optional<Hit> solid(double[] origin, double[] direction, double reach) {
        if (kept == null) {
            return solids.rays().nearest(origin, direction, reach, solids.shownParts());
        }
        double[] unit = unit(direction);
        Optional<Hit> face = solids.cutFaces().nearest(origin, unit, reach, RayIndex.Filter.ALL);
        double[] span = kept.along(origin, unit);
        if (span == null || span[0] >= reach) {
            return face;
        }
        double[] from = {origin[0] + span[0] * unit[0], origin[1] + span[0] * unit[1], origin[2] + span[0] * unit[2]};
        double end = Math.min(face.map(Hit::distance).orElse(reach), span[1]);
        return solids.rays().nearest(from, unit, end - span[0], solids.shownParts()).map(h -> new Hit(h.layerId(), h.tile(), h.part(), h.feature(),
                h.east(), h.north(), h.up(), span[0] + h.distance())).or(() -> face);
    }

    /** Whether anything that a section leaves is on a ray. */
    boolean isBlocked(double[] origin, double[] direction, double reach) {
        return kept == null ? solids.rays().any(origin, direction, reach, solids.shownParts()) : solid(origin, direction, reach).isPresent();
    }

    private static double[] unit(double[] d) {
        double length = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
        return new double[] {d[0] / length, d[1] / length, d[2] / length};
    }

    /** Whether nothing solid stands between an eye and a place, but for what is within two metres of it. */
    boolean isSeen(CameraPose eye, double east, double north, double up) {
        double[] from = {eye.east(), eye.north(), eye.up()};
        double[] way = {east - from[0], north - from[1], up - from[2]};
        double distance = Math.sqrt(way[0] * way[0] + way[1] * way[1] + way[2] * way[2]);
        return distance < 3 || !isBlocked(from, way, distance - 2);
    }

    /** Whether neither solids nor a hill stand between an eye and a place on the ground. */
    boolean isOpen(CameraPose eye, double[] place) {
        double[] from = {eye.east(), eye.north(), eye.up()};
        double[] way = {place[0] - from[0], place[1] - from[1], place[2] - from[2]};
        double distance = Math.sqrt(way[0] * way[0] + way[1] * way[1] + way[2] * way[2]);
        Pick land = ground.hit(from, new double[] {way[0] / distance, way[1] / distance, way[2] / distance}, distance * 0.98 - 2);
        return land == null && isSeen(eye, place[0], place[1], place[2]);
    }

    /** Height of the roof or the ground at a place, as seen from above. */
    double surfaceAt(double east, double north) {
        double ground = this.ground.heightAt(east, north);
        double[] above = {east, north, ground + HIGHEST};
        return solid(above, new double[] {0, 0, -1}, HIGHEST).map(Hit::up).orElse(ground);
    }

    private static Pick pick(Hit hit) {
        return new Pick(new FeatureKey(hit.layerId(), hit.feature()), hit.part(), hit.east(), hit.north(), hit.up(), hit.distance());
    }
}
