package org.kvarter.scene.camera;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.kvarter.model.Bounds;

/**
 * The camera of a view: where it is, flights to where it should be, and walking. JavaFX thread only.
 *
 * <p>The eye never goes under the ground nor further away than ten times the size of the district.
 */
public final class CameraControl {

    /** Vertical field of view, radians. */
    public static final double FIELD_OF_VIEW = Math.toRadians(36);
    /** Height of a walker's eyes, metres. */
    public static final double EYE_HEIGHT = Walker.EYE;
    private static final double HOME_YAW = Math.toRadians(30);
    private static final double HOME_PITCH = Math.toRadians(-28);
    private static final double HOME_SHARE = 0.84;
    /** Looks a little higher, so that the district lies a little below the middle. */
    private static final double HOME_LIFT = Math.toRadians(1.6);
    private static final double FLIGHT_SECONDS = 0.9;
    /** Views from higher over the ground are not a walker's, metres. */
    private static final double BIRD = 30;
    private static final double LONGEST_FRAME = 0.25;

    private final Surroundings surroundings;
    private final ReadOnlyObjectWrapper<CameraPose> pose =
            new ReadOnlyObjectWrapper<>(this, "pose", new CameraPose(-500, -500, 400, Math.PI / 4, -0.5));
    private final BooleanProperty walking = new SimpleBooleanProperty(this, "walking", false);
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty(this, "reducedMotion", false);
    private double width = 16;
    private double height = 9;
    private CameraPose flightFrom;
    private CameraPose flightTo;
    private double flightTime;
    private final Walker walker;
    private boolean untouched = true;

    public CameraControl(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.walker = new Walker(surroundings);
    }

    /** Where the eye is now. */
    public ReadOnlyObjectProperty<CameraPose> poseProperty() {
        return pose.getReadOnlyProperty();
    }

    public CameraPose pose() {
        return pose.get();
    }

    /** Whether one walks at eye level rather than turning the model. */
    public BooleanProperty walkingProperty() {
        return walking;
    }

    /** Whether flights jump, as the system's setting asks. */
    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /** Tells the size of the picture, pixels. */
    public void setPictureSize(double newWidth, double newHeight) {
        width = Math.max(1, newWidth);
        height = Math.max(1, newHeight);
    }

    /** What is shown where, at this moment. */
    public Projection projection() {
        return new Projection(pose.get(), width, height, FIELD_OF_VIEW);
    }

    /** Sees all of a district that grows, until somebody moves the camera. */
    public void watchGrowth() {
        if (untouched) {
            pose.set(homePose());
        }
    }

    /** There is nothing to see: what grows next is watched again. */
    public void release() {
        untouched = true;
    }

    /** Goes there at once, which ends a flight. */
    public void jumpTo(CameraPose wanted) {
        untouched = false;
        flightTo = null;
        pose.set(kept(wanted));
    }

    /** Flies there within {@value #FLIGHT_SECONDS} s, or jumps where motion is reduced. */
    public void flyTo(CameraPose wanted) {
        if (walking.get() && wanted.up() > surroundings.groundAt(wanted.east(), wanted.north()) + BIRD) {
            leaveWalk(); // nobody falls out of a view from above
        }
        if (reducedMotion.get()) {
            jumpTo(wanted);
            return;
        }
        untouched = false;
        flightFrom = pose.get();
        flightTo = kept(wanted);
        flightTime = 0;
    }

    /** Flies to see a whole box, keeping the direction of view but never level. */
    public void flyToBox(Bounds box) {
        leaveWalk();
        flyTo(over(box));
    }

    /** Sees a whole box at once. */
    public void jumpToBox(Bounds box) {
        leaveWalk();
        jumpTo(over(box));
    }

    private CameraPose over(Bounds box) {
        double pitch = Math.min(pose.get().pitch(), Math.toRadians(-18));
        return CameraMoves.fit(padded(box), pose.get().yaw(), pitch, FIELD_OF_VIEW, width / height, 0.94);
    }

    /** The whole district from the south-west. */
    public CameraPose homePose() {
        CameraPose fit = CameraMoves.fit(surroundings.bounds(), HOME_YAW, HOME_PITCH, FIELD_OF_VIEW, width / height, HOME_SHARE);
        return fit.turned(fit.yaw(), fit.pitch() + HOME_LIFT);
    }

    public void home() {
        leaveWalk();
        flyTo(homePose());
    }

    /** Turns about the middle of the picture until north is up. */
    public void north() {
        CameraPose from = pose.get();
        flyTo(CameraMoves.orbit(from, pivot(), -Math.IEEEremainder(from.yaw(), 2 * Math.PI), 0));
    }

    /** Straight down, north up, over the middle of the picture. */
    public void top() {
        leaveWalk();
        double[] middle = pivot();
        double distance = Math.max(50, CameraMoves.distance(pose.get(), middle));
        flyTo(CameraPose.lookingAt(middle[0], middle[1], middle[2], distance, 0, -CameraMoves.STEEPEST));
    }

    /** Stands on the ground at the middle of the picture, or takes off again. */
    public void setWalking(boolean walk) {
        if (walk == walking.get()) {
            return;
        }
        CameraPose from = pose.get();
        if (walk) {
            double[] pivot = pivot();
            double[] middle = WalkStart.near(surroundings, pivot[0], pivot[1], from.yaw());
            double up = surroundings.groundAt(middle[0], middle[1]) + EYE_HEIGHT;
            walking.set(true);
            flyTo(new CameraPose(middle[0], middle[1], up, from.yaw(), 0));
        } else {
            walking.set(false);
            double[] ahead = from.turned(from.yaw(), 0).ahead(60);
            flyTo(CameraPose.lookingAt(ahead[0], ahead[1], from.up(), 220, from.yaw(), Math.toRadians(-28)));
        }
    }

    /** Turns about a pivot; stops sinking at eye level, or the ground would push the eye off its orbit and the pivot out of sight. */
    public void orbit(double[] pivot, double dYaw, double dPitch) {
        CameraPose from = pose.get();
        CameraPose to = CameraMoves.orbit(from, pivot, dYaw, dPitch);
        boolean sinks = to.up() < from.up() && to.up() < surroundings.groundAt(to.east(), to.north()) + EYE_HEIGHT;
        jumpTo(sinks ? CameraMoves.orbit(from, pivot, dYaw, 0) : to);
    }

    private void leaveWalk() {
        walking.set(false);
    }

    /** Whether a flight is under way. */
    public boolean isFlying() {
        return flightTo != null;
    }

    /** Goes on foot, as far as walls allow and along them; nothing while one does not walk. */
    public void walk(double dEast, double dNorth) {
        if (walking.get() && flightTo == null) {
            CameraPose from = feel();
            walker.go(dEast, dNorth);
            pose.set(new CameraPose(walker.east(), walker.north(), walker.eye(), from.yaw(), from.pitch()));
        }
    }

    /** Whoever was put elsewhere from outside stands there now. */
    private CameraPose feel() {
        CameraPose from = pose.get();
        if (from.east() != walker.east() || from.north() != walker.north()) {
            walker.place(from.east(), from.north(), from.up() - EYE_HEIGHT);
        }
        return from;
    }

    /** One frame: lets a flight, a fall or a climb go on. */
    public void advance(double seconds) {
        if (flightTo == null) {
            if (walking.get()) {
                CameraPose from = feel();
                walker.rest(Math.min(seconds, LONGEST_FRAME));
                if (walker.eye() != from.up()) {
                    pose.set(from.withUp(walker.eye()));
                }
            }
            return;
        }
        flightTime += seconds;
        CameraPose to = flightTo;
        if (flightTime >= FLIGHT_SECONDS) {
            jumpTo(to);
        } else {
            pose.set(kept(CameraMoves.between(flightFrom, to, CameraMoves.ease(flightTime / FLIGHT_SECONDS))));
        }
    }

    /** What the middle of the picture shows. */
    public double[] pivot() {
        CameraPose from = pose.get();
        return reach(from, from.forward());
    }

    /** The place under a pixel; in the sky, a place at the distance of the district. */
    public double[] placeAt(double x, double y) {
        return reach(pose.get(), projection().ray(x, y));
    }

    /** What to orbit when a pixel is dragged: the place there, or the middle of the picture where that is far nearer. */
    public double[] orbitPivot(double x, double y) {
        double[] middle = pivot();
        double[] pointed = placeAt(x, y);
        CameraPose eye = pose.get();
        return CameraMoves.distance(eye, pointed) > 2.5 * CameraMoves.distance(eye, middle) ? middle : pointed;
    }

    private double[] reach(CameraPose from, double[] ray) {
        double[] eye = {from.east(), from.north(), from.up()};
        double[] hit = surroundings.hit(eye, ray);
        double limit = limit();
        if (hit != null && CameraMoves.distance(from, hit) < limit) {
            return hit;
        }
        Bounds box = surroundings.bounds();
        double away = Math.hypot(box.centreEast() - eye[0], box.centreNorth() - eye[1]);
        double distance = Math.max(30, Math.min(away, limit / 4));
        return new double[] {eye[0] + distance * ray[0], eye[1] + distance * ray[1], eye[2] + distance * ray[2]};
    }

    /** Greatest distance from the district, metres. */
    public double limit() {
        return Math.max(2000, 8 * surroundings.bounds().radius());
    }

    private CameraPose kept(CameraPose wanted) {
        Bounds box = surroundings.bounds();
        double limit = limit();
        double e = CameraMoves.clamp(wanted.east(), box.centreEast() - limit, box.centreEast() + limit);
        double n = CameraMoves.clamp(wanted.north(), box.centreNorth() - limit, box.centreNorth() + limit);
        double ground = surroundings.groundAt(e, n);
        double u = walking.get() && flightTo == null ? wanted.up()
                : CameraMoves.clamp(wanted.up(), ground + EYE_HEIGHT, ground + limit);
        return new CameraPose(e, n, u, wanted.yaw(), CameraMoves.clamp(wanted.pitch(), -Math.PI / 2, Math.PI / 2));
    }

    private static Bounds padded(Bounds box) {
        double air = Math.max(25, 0.6 * box.radius());
        return new Bounds(box.minEast() - air, box.minNorth() - air, box.minUp(), box.maxEast() + air, box.maxNorth() + air,
                box.maxUp());
    }
}
