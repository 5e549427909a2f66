package org.kvarter.geo;

import java.util.Locale;
import org.kvarter.model.Bounds;
import org.kvarter.model.LocalFrame;
import org.kvarter.text.Texts;

/**
 * Chooses the local frame of a district from its first source. Thread-safe.
 *
 * <p>A projected system in metres is kept. Longitude and latitude, Mercator of the whole world (whose metres are not metres) and
 * projected systems in feet give way to the UTM zone of the source's centre: on ETRS89 in Europe, on WGS 84 elsewhere.
 */
public final class FrameChooser {

    /** Origins are whole multiples of this, metres, so that they read well. */
    private static final double ROUNDING = 100;

    private final CoordinateSystems systems;

    public FrameChooser(CoordinateSystems systems) {
        this.systems = systems;
    }

    /**
     * The frame for a source: its origin is the centre of the source rounded to 100 m, at height 0.
     *
     * @param source the source's coordinate reference system
     * @param extent box around the source in its own coordinates; heights are not looked at
     * @throws CrsException where the extent is empty or outside of what the system can express
     */
    public LocalFrame choose(CoordinateSystem source, Bounds extent) throws CrsException {
        double[] centre = {extent.centreEast(), extent.centreNorth(), 0};
        if (source.isMetric() && !isWorldMercator(source)) {
            return at(source.horizontal(), centre);
        }
        double[] lonLat = centre.clone();
        if (!source.geographic()) {
            systems.toFrame(source, new LocalFrame("EPSG:4326", 0, 0, 0)).toLocal(lonLat, 0, 1);
        }
        if (!(Math.abs(lonLat[0]) <= 360 && Math.abs(lonLat[1]) <= 84.5)) {
            throw outside(source);
        }
        String utm = utmZone(lonLat[0], lonLat[1]);
        systems.toFrame(source, new LocalFrame(utm, 0, 0, 0)).toLocal(centre, 0, 1);
        if (Double.isNaN(centre[0])) {
            throw outside(source);
        }
        return at(utm, centre);
    }

    /** The frame for a source without a coordinate reference system, in metres of its own. */
    public LocalFrame chooseLocal(Bounds extent) {
        return extent.isEmpty() ? new LocalFrame("", 0, 0, 0)
                : new LocalFrame("", round(extent.centreEast()), round(extent.centreNorth()), 0);
    }

    /** The EPSG code of the UTM zone at a place, with the exceptions for south-west Norway and Svalbard. Degrees. */
    static String utmZone(double longitude, double latitude) {
        double lon = longitude - 360 * Math.floor((longitude + 180) / 360);
        int zone = Math.min(60, (int) Math.floor((lon + 180) / 6) + 1);
        if (latitude >= 56 && latitude < 64 && lon >= 3 && lon < 12) {
            zone = 32;
        } else if (latitude >= 72 && lon >= 0 && lon < 42) {
            zone = lon < 9 ? 31 : lon < 21 ? 33 : lon < 33 ? 35 : 37;
        }
        boolean europe = latitude >= 34.5 && zone >= 28 && zone <= 38 && lon >= -25 && lon <= 40;
        return "EPSG:" + ((europe ? 25800 : latitude < 0 ? 32700 : 32600) + zone);
    }

    private static boolean isWorldMercator(CoordinateSystem system) {
        return system.horizontal().equals("EPSG:3857") || system.horizontal().equals("EPSG:3395")
                || system.name().toLowerCase(Locale.ROOT).contains("world_mercator")
                || system.name().toLowerCase(Locale.ROOT).contains("web_mercator");
    }

    private static LocalFrame at(String crs, double[] centre) throws CrsException {
        if (!Double.isFinite(centre[0]) || !Double.isFinite(centre[1])) {
            throw new CrsException(Texts.in(FrameChooser.class).get("frame.noExtent"));
        }
        return new LocalFrame(crs, round(centre[0]), round(centre[1]), 0);
    }

    private static CrsException outside(CoordinateSystem source) {
        return new CrsException(Texts.in(FrameChooser.class).get("frame.outside", source.label()));
    }

    private static double round(double metres) {
        return Math.rint(metres / ROUNDING) * ROUNDING;
    }
}
