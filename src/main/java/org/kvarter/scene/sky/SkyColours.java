package org.kvarter.scene.sky;

import org.kvarter.energy.Sun;
import org.kvarter.scene.Theme;
import org.kvarter.scene.palette.Argb;

/**
 * The two ends of the sky. Opaque ARGB.
 *
 * @param top     overhead
 * @param horizon where ground and sky meet; the far ground fades into it
 */
public record SkyColours(int top, int horizon) {

    /** The sky under a sun: day, golden hour, dusk and night; the dark theme keeps its own. */
    public static SkyColours of(Theme theme, Sun sun) {
        if (theme == Theme.DARK) {
            return new SkyColours(0xFF14171B, 0xFF2A2E34);
        }
        double elevation = sun.elevationDegrees();
        double high = ramp(elevation, 2, 16);
        double lit = ramp(elevation, -9, 1);
        int top = Argb.mix(0xFF1B2433, Argb.mix(0xFF8FA9C4, 0xFFBCD4E3, high), lit);
        int horizon = Argb.mix(0xFF4B536A, Argb.mix(0xFFF2D2B0, 0xFFF3EFE6, high), lit);
        return new SkyColours(top, horizon);
    }

    /** 0 below {@code from}, 1 above {@code to}, smooth between. */
    private static double ramp(double value, double from, double to) {
        double t = Math.max(0, Math.min(1, (value - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }
}
