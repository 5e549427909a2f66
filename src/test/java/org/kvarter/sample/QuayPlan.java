package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** What the scenario of the car-light quay changes: cars and parking on the streets, and trees that would stand where cars are parked. */
final class QuayPlan {
    private QuayPlan() {
    }

    /** GeoJSON: street centre lines with cars per day and parking spaces. */
    static String traffic(District district) {
        List<String> features = new ArrayList<>();
        for (Street street : district.plan.streets) {
            Geometry inside = Shapes.line(street.line()).intersection(district.plan.sheet);
            for (int i = 0; i < inside.getNumGeometries(); i++) {
                if (street.kind() != Street.Kind.PATH && inside.getGeometryN(i) instanceof LineString line && line.getLength() > 5) {
                    features.add(street(street, (LineString) Shapes.grid(line), i));
                }
            }
        }
        return collection(features);
    }

    private static String street(Street street, LineString line, int part) {
        List<String> points = new ArrayList<>();
        for (Coordinate c : line.getCoordinates()) {
            points.add(point(c));
        }
        return feature(street.name() + (part == 0 ? "" : " " + part), "\"name\":\"" + street.name() + "\",\"class\":\"" + street.kind().text() + "\",\"cars_day\":" + cars(street)
                + ",\"parking_spaces\":" + parking(street, line.getLength()), "\"LineString\",\"coordinates\":[" + String.join(",", points) + "]");
    }

    /** Cars a day on a street of that name. */
    static long cars(String street) {
        return switch (street) {
            case "Kajgatan" -> 6400;
            case "Kanalgatan" -> 5900;
            case "Storgatan" -> 9800;
            case "Trädgårdsgatan" -> 4700;
            default -> Math.round(Dice.of(street + " cars").between(1400, 3100) / 10) * 10;
        };
    }

    private static long cars(Street street) {
        Dice dice = Dice.of(street.name() + " cars");
        return switch (street.name()) {
            case "Kajgatan" -> 6400;
            case "Kanalgatan" -> 5900;
            case "Storgatan" -> 9800;
            case "Trädgårdsgatan" -> 4700;
            default -> 10 * Math.round((street.kind() == Street.Kind.STREET ? dice.between(1400, 3100) : dice.between(250, 900)) / 10);
        };
    }

    private static long parking(Street street, double length) {
        boolean quay = street.name().equals("Kajgatan") || street.name().equals("Kanalgatan");
        return street.kind() == Street.Kind.MAIN ? 0 : Math.round(length / (quay ? 7 : 13));
    }

    /** GeoJSON: young limes along Kajgatan, one every 13 metres on the side of the houses. */
    static String trees(District district) {
        List<String> features = new ArrayList<>();
        int number = 1;
        for (double u = StreetPlan.QUAY_BEGIN + 10; u < StreetPlan.QUAY_END - 25; u += 13) {
            double height = 6 + 1.5 * Dice.of("quay tree " + number).between(0, 1);
            features.add(feature("QT-" + number++, String.format(Locale.ROOT, "\"species\":\"lime\",\"height_m\":%.1f,\"crown_m\":%.1f", height, 0.62 * height),
                    "\"Point\",\"coordinates\":" + point(district.plan.shore.at(u, 25.2))));
        }
        return collection(features);
    }

    private static String feature(String id, String properties, String geometry) {
        return "{\"type\":\"Feature\",\"id\":\"" + id + "\",\"properties\":{" + properties + "},\"geometry\":{\"type\":" + geometry + "}}";
    }

    private static String collection(List<String> features) {
        return "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3011\"}},\n\"features\":[\n"
                + String.join(",\n", features) + "\n]}\n";
    }

    private static String point(Coordinate c) {
        return String.format(Locale.ROOT, "[%.1f,%.1f]", Frame.EAST0 + c.x, Frame.NORTH0 + c.y);
    }
}
