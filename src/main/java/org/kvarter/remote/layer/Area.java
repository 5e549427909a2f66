package org.kvarter.remote.layer;

import java.util.Arrays;
import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.CoordinateTransform;
import org.kvarter.geo.CrsException;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.ImageLayer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;
import org.slf4j.LoggerFactory;

/**
 * A part of the world that is asked about, degrees in WGS 84.
 *
 * @param west  −180 … 180
 * @param south −90 … 90
 * @param east  more than west
 * @param north more than south
 */
public record Area(double west, double south, double east, double north) {

    private static final int STEPS = 8;

    public Area {
        if (!(west >= -180 && east <= 180 && south >= -90 && north <= 90 && west < east && south < north)) {
            throw new IllegalArgumentException("no area: " + west + "," + south + "," + east + "," + north);
        }
    }

    /** The box around bounds in a district's frame, with a margin of a twentieth. */
    public static Area of(LocalFrame frame, Bounds bounds) throws CrsException {
        CoordinateTransform transform = new CoordinateSystems().toFrame("EPSG:4326", frame);
        double w = 0.05 * bounds.width() + 5;
        double h = 0.05 * bounds.depth() + 5;
        double[] box = around(transform, bounds.minEast() - w, bounds.minNorth() - h, bounds.maxEast() + w, bounds.maxNorth() + h, false);
        return new Area(box[0], box[1], box[2], box[3]);
    }

    /**
     * Around what stands in a district; empty where nothing does or it has no place in the world. Pictures and points of feeds do not count: they
     * may reach beyond it, and asking again would reach further each time.
     */
    public static Optional<Area> of(District district) {
        Bounds standing = district.withLayers(district.layers().stream().filter(l -> !(l instanceof ImageLayer) && l.kind() != LayerKind.SENSORS).toList())
                .extent();
        if (district.frame() == null || standing.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(district.frame(), standing));
        } catch (CrsException | IllegalArgumentException e) {
            LoggerFactory.getLogger(Area.class).debug("The district has no place in the world", e);
            return Optional.empty();
        }
    }

    /** Reads west, south, east, north with commas or blanks between; empty where it is none. */
    public static Optional<Area> parse(String text) {
        String[] parts = text.strip().split("[,;\\s]+");
        try {
            double[] n = Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
            return n.length == 4 ? Optional.of(new Area(n[0], n[1], n[2], n[3])) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As {@link #parse} reads it, five decimals. */
    public String text() {
        return String.format(java.util.Locale.ROOT, "%.5f, %.5f, %.5f, %.5f", west, south, east, north);
    }

    /** Degrees east of the middle. */
    public double middleLongitude() {
        return (west + east) / 2;
    }

    /** Degrees north of the middle. */
    public double middleLatitude() {
        return (south + north) / 2;
    }

    /** The box around it in another system, in its units: min east, min north, max east, max north. */
    public double[] in(CoordinateSystem system) throws CrsException {
        if (system.geographic()) {
            return new double[] {west, south, east, north};
        }
        return around(new CoordinateSystems().toFrame("EPSG:4326", new LocalFrame(system.horizontal(), 0, 0, 0)), west, south, east, north, true);
    }

    private static double[] around(CoordinateTransform transform, double minX, double minY, double maxX, double maxY, boolean toLocal) {
        Bounds all = Bounds.EMPTY;
        double[] at = new double[3];
        for (int i = 0; i <= STEPS; i++) {
            for (int j = 0; j <= STEPS; j++) {
                at[0] = minX + (maxX - minX) * i / STEPS;
                at[1] = minY + (maxY - minY) * j / STEPS;
                at[2] = 0;
                if (toLocal) {
                    transform.toLocal(at, 0, 1);
                } else {
                    transform.toSource(at, 0, 1);
                }
                all = all.include(at[0], at[1], 0);
            }
        }
        return new double[] {all.minEast(), all.minNorth(), all.maxEast(), all.maxNorth()};
    }
}
