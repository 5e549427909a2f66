package org.kvarter.importing.tiles3d;

import java.util.Arrays;
import java.util.Optional;
import org.kvarter.importing.EyeDetail;
import org.kvarter.importing.ReadOptions;

/**
 * How fine tiles should be. Without an eye a tile's geometric error should be no larger than {@code error}; with one, no larger on its
 * screen than so many pixels, in the screen-space error of 3D Tiles 1.1 (OGC 22-025r4, 6.7.3): {@code error · focal / distance}.
 *
 * @param error  metres that are always fine enough
 * @param pixels most that a tile may be off on the screen
 * @param eye    place in coordinates of the source and focal length in pixels; {@code null} for none
 */
record Refinement(double error, double pixels, double[] eye) {

    private static final double ERROR = 1;
    private static final double PIXELS = 16;
    /** An eye within a tile's volume is this far from what it sees, metres. */
    private static final double NEAREST = 1;

    /** What the settings {@code error}, {@code pixels} and {@code view} ask for; what is no number does not count. */
    static Refinement of(ReadOptions options) {
        double[] eye = options.setting(EyeDetail.VIEW).map(Refinement::numbers).orElse(null);
        if (eye != null) {
            // the reader adds this to what it reads
            eye[2] -= number(options, "heightOffset").orElse(0.0);
        }
        return new Refinement(positive(options, "error", ERROR), positive(options, "pixels", PIXELS), eye);
    }

    /** A setting that is a number from 0 on. */
    static double positive(ReadOptions options, String setting, double otherwise) {
        return number(options, setting).filter(v -> v >= 0).orElse(otherwise);
    }

    private static Optional<Double> number(ReadOptions options, String setting) {
        try {
            return options.setting(setting).map(Double::parseDouble).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static double[] numbers(String text) {
        try {
            double[] values = Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
            return values.length == 4 && Arrays.stream(values).allMatch(Double::isFinite) && values[3] > 0 ? values : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** How many times too coarse a tile is; up to 1 it is fine enough. */
    double need(Tile tile) {
        if (eye == null || tile.error() <= error) {
            return tile.error() <= 0 ? 0 : tile.error() / error;
        }
        double distance = Math.max(NEAREST, TileVolume.distance(tile.json().path("boundingVolume"), tile.matrix(), eye));
        return tile.error() * eye[3] / distance / pixels;
    }
}
