package org.kvarter.scene;

import org.kvarter.scene.camera.CameraPose;

/**
 * Tells whether the picture is in a hurry: the camera or what it shows moves and frames have been slow for a while. Once hurried it stays
 * so until all has rested, so that the picture does not flip to and fro. Not thread-safe.
 */
final class Pace {

    private static final double SLOW_SECONDS = 0.045;
    private static final double REST_SECONDS = 0.35;
    private static final double MEMORY = 0.7;

    private CameraPose last;
    private double sinceMoved = 1;
    private double sinceTurned = 1;
    private double typical = 1 / 60.0;
    private boolean hurried;

    /**
     * One frame.
     *
     * @param alive   whether anything in the picture moves
     * @param seconds since the last one
     */
    boolean isHurried(CameraPose pose, boolean alive, double seconds) {
        boolean turned = last != null && !pose.equals(last);
        boolean moved = alive || turned;
        last = pose;
        sinceTurned = turned ? 0 : sinceTurned + seconds;
        sinceMoved = moved ? 0 : sinceMoved + seconds;
        if (moved) {
            typical = MEMORY * typical + (1 - MEMORY) * seconds;
            hurried |= typical > SLOW_SECONDS;
        } else if (sinceMoved > REST_SECONDS) {
            hurried = false;
            typical = 1 / 60.0;
        }
        return hurried;
    }

    /** Whether it is the camera that moves in a hurry: what only sharpens the picture then waits until it rests. */
    boolean isTurning() {
        return hurried && sinceTurned <= REST_SECONDS;
    }
}
