package org.kvarter.geo.place;

import java.util.Locale;
import java.util.Optional;
import org.kvarter.model.LocalFrame;

/**
 * Where a person has put a model: turned and scaled about a place, then moved. Coordinates are those of the district's system, so that the
 * placement outlives a change of the local frame's origin. Immutable.
 *
 * @param east       easting about which it is turned and scaled, metres
 * @param north      northing, as above
 * @param height     height about which it is scaled
 * @param moveEast   metres
 * @param moveNorth  metres
 * @param moveUp     metres
 * @param turn       degrees clockwise seen from above
 * @param size       factor, greater than 0
 */
public record HandPlacement(double east, double north, double height, double moveEast, double moveNorth, double moveUp, double turn,
                            double size) {

    /** Name of the reading option under which a placement is kept. */
    public static final String SETTING = "placed";

    public HandPlacement {
        if (!(size > 0) || !Double.isFinite(east + north + height + moveEast + moveNorth + moveUp + turn + size)) {
            throw new IllegalArgumentException("a placement is finite and its size positive");
        }
    }

    /** Left where it is, to be turned about a place. */
    public static HandPlacement about(double east, double north, double height) {
        return new HandPlacement(east, north, height, 0, 0, 0, 0, 1);
    }

    /** The same with the place about which it turns put elsewhere, and turned and sized otherwise. */
    public HandPlacement to(double newEast, double newNorth, double newHeight, double newTurn, double newSize) {
        return new HandPlacement(east, north, height, newEast - east, newNorth - north, newHeight - height, newTurn, newSize);
    }

    /** Whether nothing is moved. */
    public boolean isNone() {
        return moveEast == 0 && moveNorth == 0 && moveUp == 0 && turn == 0 && size == 1;
    }

    /** Places {@code count} vertices in local metres, in place. */
    public void apply(double[] xyz, int first, int count, LocalFrame frame) {
        double e = frame.toLocalEast(east);
        double n = frame.toLocalNorth(north);
        double u = frame.toLocalUp(height);
        double cos = size * Math.cos(Math.toRadians(turn));
        double sin = size * Math.sin(Math.toRadians(turn));
        for (int i = 3 * first; i < 3 * (first + count); i += 3) {
            double x = xyz[i] - e;
            double y = xyz[i + 1] - n;
            xyz[i] = e + moveEast + cos * x + sin * y;
            xyz[i + 1] = n + moveNorth - sin * x + cos * y;
            xyz[i + 2] = u + moveUp + size * (xyz[i + 2] - u);
        }
    }

    /** The way back, in place. */
    public void undo(double[] xyz, int first, int count, LocalFrame frame) {
        double e = frame.toLocalEast(east);
        double n = frame.toLocalNorth(north);
        double u = frame.toLocalUp(height);
        double cos = Math.cos(Math.toRadians(turn)) / size;
        double sin = Math.sin(Math.toRadians(turn)) / size;
        for (int i = 3 * first; i < 3 * (first + count); i += 3) {
            double x = xyz[i] - e - moveEast;
            double y = xyz[i + 1] - n - moveNorth;
            xyz[i] = e + cos * x - sin * y;
            xyz[i + 1] = n + sin * x + cos * y;
            xyz[i + 2] = u + (xyz[i + 2] - u - moveUp) / size;
        }
    }

    /** As an option is kept: {@code about=… move=… turn=… size=…}. */
    public String text() {
        return String.format(Locale.ROOT, "about=%s,%s,%s move=%s,%s,%s turn=%s size=%s", east, north, height, moveEast, moveNorth, moveUp,
                turn, size);
    }

    /** The placement that {@link #text} wrote; empty where a word of it is not understood. */
    public static Optional<HandPlacement> parse(String text) {
        double[] n = {Double.NaN, Double.NaN, Double.NaN, 0, 0, 0, 0, 1};
        try {
            for (String word : text.strip().split("\\s+")) {
                String[] values = word.substring(word.indexOf('=') + 1).split(",");
                int at = switch (word.substring(0, Math.max(0, word.indexOf('=')))) {
                    case "about" -> 0;
                    case "move" -> 3;
                    case "turn" -> 6;
                    case "size" -> 7;
                    default -> throw new IllegalArgumentException(word);
                };
                for (int k = 0; k < (at < 6 ? 3 : 1); k++) {
                    n[at + k] = Double.parseDouble(values[k]);
                }
            }
            return Optional.of(new HandPlacement(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
