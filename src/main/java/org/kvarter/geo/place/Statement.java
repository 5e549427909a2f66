package org.kvarter.geo.place;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.model.Bounds;

/**
 * One of several ways in which a source says where it stands: an IFC file may have a map conversion and, beside it, latitude and longitude.
 * The source is read by one of them, which changes nothing of what was seen; each says how to ask for it. Immutable.
 *
 * @param title    what it is called in the display language
 * @param system   the system that it puts the source into; empty for metres of the source's own
 * @param fromSeen 3 × 4, row by row: from the coordinates in which the source was read to those of {@code system}; given away
 * @param settings reading options that follow this statement
 */
public record Statement(String title, Optional<CoordinateSystem> system, double[] fromSeen, Map<String, String> settings) {

    private static final double[] NOTHING = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};

    public Statement {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(system, "system");
        settings = Map.copyOf(settings);
        if (fromSeen.length != 12) {
            throw new IllegalArgumentException("three rows of four");
        }
    }

    /** Whether the source was read by it. */
    boolean isSeen() {
        return Arrays.equals(fromSeen, NOTHING);
    }

    /** What was seen of the source, where this statement puts it. */
    public Evidence through(Evidence seen) {
        Bounds e = seen.extent();
        double[] corners = new double[24];
        for (int i = 0; i < 8; i++) {
            corners[3 * i] = (i & 1) == 0 ? e.minEast() : e.maxEast();
            corners[3 * i + 1] = (i & 2) == 0 ? e.minNorth() : e.maxNorth();
            corners[3 * i + 2] = (i & 4) == 0 ? e.minUp() : e.maxUp();
        }
        return new Evidence(Bounds.of(moved(corners), 0, 8), moved(seen.sample()));
    }

    private double[] moved(double[] xyz) {
        double[] to = new double[xyz.length];
        double[] m = fromSeen;
        for (int i = 0; i + 2 < xyz.length; i += 3) {
            for (int r = 0; r < 3; r++) {
                to[i + r] = m[4 * r] * xyz[i] + m[4 * r + 1] * xyz[i + 1] + m[4 * r + 2] * xyz[i + 2] + m[4 * r + 3];
            }
        }
        return to;
    }
}
