package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Zones of the district and how many journeys a workday sees between them: more between large zones, fewer to far ones. */
final class Journeys {
    static final String ZONES = "lindhamn-zones.geojson";
    static final String FILE = "lindhamn-journeys.csv";
    private static final double DECAY = 520;

    /**
     * A zone.
     *
     * @param homes how many journeys begin here
     * @param work  how many end here
     */
    private record Zone(String id, String name, Geometry area, double homes, double work) {
    }

    private final List<Zone> zones = new ArrayList<>();

    Journeys(StreetPlan plan) {
        double[] cuts = {150, 308, 440, 600, 735, 985};
        String[] quay = {"Badhuset", "Lotskajen", "Saluhallen", "Tunnan", "Bron"};
        String[] town = {"Västra staden", "Bokbindaren", "Lindallén", "Klockaren", "Östra staden"};
        double[][] people = {{700, 500}, {620, 900}, {500, 2300}, {760, 1100}, {540, 1500}, {1500, 250}, {1350, 300}, {1250, 700}, {1300, 350}, {1200, 420}};
        for (int i = 0; i < 5; i++) {
            add("Z" + (i + 1), quay[i], strip(plan, cuts[i], cuts[i + 1], 6, 104), people[i]);
        }
        for (int i = 0; i < 5; i++) {
            add("Z" + (i + 6), town[i], strip(plan, cuts[i], cuts[i + 1], 104, 300), people[i + 5]);
        }
        add("Z11", "Varvet", Shapes.polygon(StreetPlan.xy(920, 420, 1180, 420, 1180, 600, 910, 600)), new double[] {600, 1900});
        add("Z12", "Holmen", plan.island, new double[] {1100, 300});
        add("Z13", "Norra backen", Shapes.polygon(StreetPlan.xy(930, 625, 1180, 640, 1180, 900, 925, 900)), new double[] {900, 120});
    }

    private void add(String id, String name, Geometry area, double[] people) {
        zones.add(new Zone(id, name, Shapes.grid(area), people[0], people[1]));
    }

    private static Polygon strip(StreetPlan plan, double from, double to, double near, double far) {
        List<Coordinate> ring = new ArrayList<>();
        for (double u = from; u <= to; u += (to - from) / 8) {
            ring.add(plan.shore.at(u, near));
        }
        for (double u = to; u >= from - 1; u -= (to - from) / 8) {
            ring.add(plan.shore.at(u, far));
        }
        return Shapes.polygon(ring);
    }

    /** The zones as GeoJSON. */
    String zones() {
        List<String> features = new ArrayList<>();
        for (Zone zone : zones) {
            List<String> ring = new ArrayList<>();
            for (Coordinate c : zone.area.getGeometryN(0).getBoundary().getGeometryN(0).getCoordinates()) {
                ring.add(String.format(Locale.ROOT, "[%.1f,%.1f]", Frame.EAST0 + c.x, Frame.NORTH0 + c.y));
            }
            features.add("{\"type\":\"Feature\",\"id\":\"" + zone.id + "\",\"properties\":{\"zone\":\"" + zone.id + "\",\"name\":\"" + zone.name
                    + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + String.join(",", ring) + "]]}}");
        }
        return "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3011\"}},\n\"features\":[\n"
                + String.join(",\n", features) + "\n]}\n";
    }

    /** The matrix: origin, destination and journeys of a workday. */
    String csv() {
        StringBuilder out = new StringBuilder("origin,destination,trips\n");
        for (Zone from : zones) {
            double[] pull = new double[zones.size()];
            double all = 0;
            for (int i = 0; i < pull.length; i++) {
                Zone to = zones.get(i);
                double far = from.area.getCentroid().distance(to.area.getCentroid());
                pull[i] = to == from ? 0 : to.work * StrictMath.exp(-far / DECAY) * Dice.of(from.id + to.id).between(0.6, 1.4);
                all += pull[i];
            }
            for (int i = 0; i < pull.length; i++) {
                long trips = Math.round(from.homes * pull[i] / all);
                if (trips > 0) {
                    out.append(from.id).append(',').append(zones.get(i).id).append(',').append(trips).append('\n');
                }
            }
        }
        return out.toString();
    }
}
