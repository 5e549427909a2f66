package org.kvarter.importing.models;

import java.util.Locale;
import java.util.Optional;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.model.Bounds;
import org.kvarter.model.Severity;

/** Which axis of a model points up. */
public enum UpAxis {
    Y, Z;

    /** Coordinates beyond this are of a national grid, in which z is the height. */
    private static final double REAL_WORLD = 10_000;

    /**
     * The axis set; z for real-world coordinates; otherwise a guess that is said: models stand on the ground, so that the axis that starts
     * near zero, while the other lies on both sides of it, points up.
     *
     * @param bounds   of the file's coordinates as they are
     * @param format   name of the format that does not say it
     * @param problems told of a guess, with sentences {@code up.guessed} and {@code up.unknown}
     */
    public static UpAxis choose(Optional<String> setting, Bounds bounds, String format, DiagnosticTally problems) {
        if (setting.isPresent()) {
            String wish = setting.get().trim().toUpperCase(Locale.ROOT);
            if (wish.equals("Y") || wish.equals("Z")) {
                return valueOf(wish);
            }
            problems.add(Severity.WARNING, "up.unknown", "", setting.get());
        }
        if (Math.max(Math.abs(bounds.minEast()), Math.abs(bounds.maxEast())) > REAL_WORLD
                || Math.max(Math.abs(bounds.minNorth()), Math.abs(bounds.maxNorth())) > REAL_WORLD) {
            return Z;
        }
        boolean yStands = stands(bounds.minNorth(), bounds.depth());
        boolean zStands = stands(bounds.minUp(), bounds.height());
        UpAxis guess = yStands && !zStands ? Y : Z;
        problems.add(Severity.INFO, "up.guessed", "", guess.name().toLowerCase(Locale.ROOT),
                (guess == Y ? Z : Y).name().toLowerCase(Locale.ROOT), format);
        return guess;
    }

    private static boolean stands(double min, double extent) {
        return extent > 0 && Math.abs(min) < 0.05 * extent;
    }
}
