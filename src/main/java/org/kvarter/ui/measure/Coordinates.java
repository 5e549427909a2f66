package org.kvarter.ui.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.CrsException;
import org.kvarter.geo.HeightSystem;
import org.kvarter.model.District;
import org.kvarter.model.Layer;
import org.kvarter.model.LocalFrame;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Numbers;

/**
 * Coordinates of a place in the project's system, in WGS 84 and in any other one that a person names. For worker threads: the first
 * transform opens the EPSG database, which takes a second or two.
 */
final class Coordinates {

    private static final Texts TEXTS = Texts.in(Coordinates.class);
    private static final String WGS84 = "EPSG:4326";

    private final CoordinateSystems systems;

    Coordinates(CoordinateSystems systems) {
        this.systems = systems;
    }

    /**
     * What a place is called.
     *
     * @param place local metres
     * @param other a further system as a person types it: {@code 3006}, {@code EPSG:25832+5783}, a name; may be blank
     */
    Reading read(double[] place, District district, String other) {
        LocalFrame frame = district.frame() == null ? new LocalFrame("", 0, 0, 0) : district.frame();
        List<Reading.Row> rows = new ArrayList<>();
        String remark = "";
        Optional<CoordinateSystem> own = systems.find(frame.crs());
        if (own.isEmpty()) {
            rows.add(new Reading.Row(TEXTS.get("place.local"), TEXTS.get("place.eastNorth", Numbers.fixed(place[0] + frame.originEast(), 3),
                    Numbers.fixed(place[1] + frame.originNorth(), 3), "m")));
        } else {
            for (String system : new String[] {frame.crs(), WGS84, spelled(other.strip())}) {
                try {
                    if (!system.isEmpty()) {
                        rows.add(row(systems.require(system), place, frame));
                    }
                } catch (CrsException e) {
                    remark = e.getMessage();
                }
            }
        }
        rows.add(new Reading.Row(TEXTS.get("place.height"), height(place[2] + frame.originHeight(), district)));
        return new Reading("", rows, remark);
    }

    /** A pair of bare codes is what people type for a system with heights. */
    private static String spelled(String other) {
        return other.matches("\\d+\\+\\d+") ? "EPSG:" + other : other;
    }

    private Reading.Row row(CoordinateSystem system, double[] place, LocalFrame frame) throws CrsException {
        double[] at = place.clone();
        systems.toFrame(system, frame).toSource(at, 0, 1);
        if (!Double.isFinite(at[0]) || !Double.isFinite(at[1])) {
            throw new CrsException(TEXTS.get("place.outside", system.label()));
        }
        return new Reading.Row(system.label(), written(system, at));
    }

    /** With the names of the axes, in the order of the authority: north or latitude first where it says so. */
    private static String written(CoordinateSystem system, double[] at) {
        if (system.geographic()) {
            return TEXTS.get("place.latLon", Numbers.fixed(at[1], 7), Numbers.fixed(at[0], 7));
        }
        String unit = system.isMetric() ? "m" : unit(system.metresPerUnit());
        String east = Numbers.fixed(at[0], 3);
        String north = Numbers.fixed(at[1], 3);
        return system.northFirst() ? TEXTS.get("place.northEast", north, east, unit) : TEXTS.get("place.eastNorth", east, north, unit);
    }

    private static String unit(double metres) {
        if (Math.abs(metres - 0.3048) < 1e-9) {
            return "ft";
        }
        return Math.abs(metres - 1200.0 / 3937) < 1e-9 ? "US ft" : "× " + Numbers.three(metres) + " m";
    }

    private String height(double height, District district) {
        TreeSet<String> named = new TreeSet<>();
        for (Layer layer : district.layers()) {
            if (layer.source() != null) {
                systems.find(layer.source().crs()).flatMap(CoordinateSystem::vertical).map(HeightSystem::name).ifPresent(named::add);
            }
        }
        return TEXTS.get(named.isEmpty() ? "place.noDatum" : "place.datum", Reader.metres(height), String.join(" / ", named));
    }
}
