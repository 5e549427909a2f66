package org.kvarter.study.flight;

import java.util.List;
import org.kvarter.model.Viewpoint;

/**
 * A flight past saved cameras: through each of them, smoothly, setting out and arriving gently. Immutable.
 *
 * <p>Cubic Hermite pieces with the slopes of Catmull and Rom; heights and pitches never go beyond those of the two cameras between which
 * they lie (Fritsch and Carlson 1980), so that no flight dives into the ground. Turns go the short way around.
 *
 * @param stops           at least one
 * @param secondsPerLeg   from one to the next, 0.1 … 600
 * @param framesPerSecond 1 … 120
 */
public record FlightPath(List<Viewpoint> stops, double secondsPerLeg, int framesPerSecond) {

    public FlightPath {
        stops = List.copyOf(stops);
        if (stops.isEmpty() || !(secondsPerLeg >= 0.1 && secondsPerLeg <= 600) || framesPerSecond < 1 || framesPerSecond > 120) {
            throw new IllegalArgumentException("a flight has a camera, legs of 0.1 to 600 s and 1 to 120 frames per second");
        }
    }

    /** Number of frames, both ends included. */
    public int frames() {
        return 1 + (int) Math.round((stops.size() - 1) * secondsPerLeg * framesPerSecond);
    }

    /** The camera of a frame, 0 … {@link #frames} − 1; without a name. */
    public Viewpoint at(int frame) {
        double legs = stops.size() - 1;
        double t = frames() == 1 ? 0 : legs * frame / (frames() - 1.0);
        int leg = (int) Math.min(Math.max(0, legs - 1), Math.floor(t));
        double s = t - leg;
        double yaw = value(this::yaw, leg, s, false) % 360;
        return new Viewpoint("", value(i -> stops.get(i).east(), leg, s, false), value(i -> stops.get(i).north(), leg, s, false),
                value(i -> stops.get(i).height(), leg, s, true), yaw < 0 ? yaw + 360 : yaw, value(i -> stops.get(i).pitchDegrees(), leg, s, true));
    }

    /** A figure of a camera by number of the stop. */
    private interface Figure {
        double of(int stop);
    }

    /** Yaw counted on from the first, so that no turn is longer than a half. */
    private double yaw(int stop) {
        double yaw = stops.get(0).yawDegrees();
        for (int i = 1; i <= stop; i++) {
            yaw += Math.IEEEremainder(stops.get(i).yawDegrees() - stops.get(i - 1).yawDegrees(), 360);
        }
        return yaw;
    }

    private double value(Figure figure, int leg, double s, boolean bounded) {
        double a = figure.of(leg);
        if (stops.size() == 1) {
            return a;
        }
        double b = figure.of(leg + 1);
        double m0 = slope(figure, leg, bounded);
        double m1 = slope(figure, leg + 1, bounded);
        double s2 = s * s;
        double s3 = s2 * s;
        return (2 * s3 - 3 * s2 + 1) * a + (s3 - 2 * s2 + s) * m0 + (3 * s2 - 2 * s3) * b + (s3 - s2) * m1;
    }

    private double slope(Figure figure, int stop, boolean bounded) {
        if (stop == 0 || stop == stops.size() - 1) {
            return 0;
        }
        double before = figure.of(stop) - figure.of(stop - 1);
        double after = figure.of(stop + 1) - figure.of(stop);
        if (!bounded) {
            return (before + after) / 2;
        }
        return before * after <= 0 ? 0 : Math.copySign(Math.min(Math.abs(before + after) / 2, 3 * Math.min(Math.abs(before), Math.abs(after))), before);
    }
}
