package org.kvarter.scene.camera;

/** Where a walk begins: in the open near a place, with some way to look ahead, not in a house or before a wall. Stateless. */
final class WalkStart {

    private static final double ELBOW_ROOM = 3;
    private static final double VIEW = 30;
    private static final double FARTHEST = 90;
    private static final double RING = 6;
    private static final int AROUND = 12;

    private WalkStart() {
    }

    /**
     * The nearest place in the open; the place itself where there is none within {@value #FARTHEST} m.
     *
     * @param east  local metres
     * @param north local metres
     * @param yaw   of the walker's view, radians
     */
    static double[] near(Surroundings around, double east, double north, double yaw) {
        for (double radius = 0; radius <= FARTHEST; radius += RING) {
            for (int k = 0; k < (radius == 0 ? 1 : AROUND); k++) {
                double angle = yaw + 2 * Math.PI * k / AROUND;
                double e = east + radius * Math.sin(angle);
                double n = north + radius * Math.cos(angle);
                if (isOpen(around, e, n, yaw)) {
                    return new double[] {e, n};
                }
            }
        }
        return new double[] {east, north};
    }

    private static boolean isOpen(Surroundings around, double east, double north, double yaw) {
        double[] eye = {east, north, around.groundAt(east, north) + CameraControl.EYE_HEIGHT};
        if (around.hit(eye, new double[] {0, 0, 1}) != null || clear(around, eye, yaw) < VIEW) {
            return false;
        }
        for (int k = 1; k < 8; k++) {
            if (clear(around, eye, yaw + k * Math.PI / 4) < ELBOW_ROOM) {
                return false;
            }
        }
        return true;
    }

    /** Metres to the first thing at eye level; rising a little, so that a gentle slope is none. */
    private static double clear(Surroundings around, double[] eye, double yaw) {
        double[] hit = around.hit(eye, new double[] {Math.sin(yaw) * 0.995, Math.cos(yaw) * 0.995, 0.1});
        return hit == null ? Double.POSITIVE_INFINITY : Math.hypot(hit[0] - eye[0], hit[1] - eye[1]);
    }
}
