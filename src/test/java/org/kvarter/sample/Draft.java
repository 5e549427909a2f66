package org.kvarter.sample;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * A house as designed, before it has a number, an address and a meter.
 *
 * @param quarter  name of its block
 * @param function what it is used for
 * @param name     a proper name, or empty
 * @param year     year of construction
 * @param roofType shape of the main roof
 * @param parts    one body, or one per stair-house
 */
record Draft(String quarter, Function function, String name, int year, String roofType, List<Part> parts) {
    /** What a building is used for. */
    enum Function {
        RESIDENTIAL, MIXED, OFFICE, RETAIL, SCHOOL, PRESCHOOL, CULTURE, HOTEL, CHURCH, VILLA, ROW_HOUSE, ANCILLARY, PARKING;

        String text() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }

        boolean dwelling() {
            return this == RESIDENTIAL || this == MIXED || this == VILLA || this == ROW_HOUSE;
        }
    }

    /**
     * One body of a building.
     *
     * @param solid     closed body
     * @param footprint outline, counter-clockwise
     * @param storeys   storeys above ground
     */
    record Part(Solid solid, List<Coordinate> footprint, int storeys) {
        double area() {
            return Shapes.polygon(footprint).getArea();
        }
    }

    static Draft single(String quarter, Function function, String name, int year, String roofType, Part part) {
        return new Draft(quarter, function, name, year, roofType, List.of(part));
    }

    Geometry footprint() {
        return parts.size() == 1 ? Shapes.polygon(parts.get(0).footprint())
                : Shapes.union(parts.stream().map(p -> Shapes.polygon(p.footprint())).toList());
    }

    /** Storeys of the highest stack: a part within another's outline stands on it. */
    int storeys() {
        return parts.stream().mapToInt(p -> p.storeys() + parts.stream()
                .filter(o -> o != p && Shapes.polygon(o.footprint()).contains(Shapes.polygon(p.footprint()))).mapToInt(Part::storeys).sum()).max().orElseThrow();
    }

    double top() {
        return parts.stream().flatMap(p -> p.solid().faces().stream()).flatMap(f -> f.ring().stream()).mapToDouble(Coordinate::getZ)
                .max().orElseThrow();
    }

    double base() {
        return parts.stream().flatMap(p -> p.solid().faces().stream()).flatMap(f -> f.ring().stream()).mapToDouble(Coordinate::getZ)
                .min().orElseThrow();
    }

    /** Sum of storeys times footprint, square metres. */
    double grossArea() {
        return parts.stream().mapToDouble(p -> p.area() * p.storeys()).sum();
    }

    Polygon hull() {
        return (Polygon) footprint().convexHull();
    }
}
