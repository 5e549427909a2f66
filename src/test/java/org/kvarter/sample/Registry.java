package org.kvarter.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kvarter.sample.Draft.Function;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** Gives every house its number, address, owner, association, heating and energy class. */
final class Registry {
    private final List<Building> buildings = new ArrayList<>();
    private final Map<String, List<Building>> associations = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<Street, IndexedFacetDistance> streets = new LinkedHashMap<>();

    Registry(StreetPlan plan, List<Site> sites) {
        for (Street s : plan.streets) {
            if (s.kind() != Street.Kind.PATH) {
                streets.put(s, new IndexedFacetDistance(Shapes.line(s.line())));
            }
        }
        int n = 0;
        for (Site site : sites) {
            int dwellings = 0;
            for (int i = 0; i < site.houses.size(); i++) {
                Draft draft = site.houses.get(i);
                n++;
                String association = "";
                if (draft.function() == Function.RESIDENTIAL || draft.function() == Function.MIXED) {
                    association = "Brf " + site.quarter + " " + (1 + dwellings++ / 4);
                } else if (draft.function() == Function.ROW_HOUSE) {
                    association = "Samfälligheten " + site.quarter;
                }
                Building b = building(String.format(Locale.ROOT, "LH-%03d", n), draft, association, site.plots.get(i));
                buildings.add(b);
                if (!association.isEmpty()) {
                    associations.computeIfAbsent(association, k -> new ArrayList<>()).add(b);
                }
            }
        }
    }

    List<Building> buildings() {
        return buildings;
    }

    /** Buildings of each housing association, in order of appearance. */
    Map<String, List<Building>> associations() {
        return associations;
    }

    private Building building(String id, Draft d, String association, Geometry plot) {
        Dice dice = Dice.of(id);
        Function f = d.function();
        double area = StrictMath.rint(d.grossArea());
        int homes = switch (f) {
            case RESIDENTIAL -> (int) (area / 86);
            case MIXED -> (int) (area * 0.78 / 90);
            case VILLA -> 1;
            case ROW_HOUSE -> d.parts().size();
            default -> 0;
        };
        String heating = f == Function.VILLA ? dice.pick(List.of("ground-source heat pump", "ground-source heat pump", "district heating", "air-source heat pump"))
                : d.year() > 2010 && dice.chance(0.3) ? "ground-source heat pump" : f == Function.ANCILLARY ? "none" : "district heating";
        String owner = switch (f) {
            case SCHOOL, PRESCHOOL, CULTURE -> "Lindhamns kommun";
            case CHURCH -> "Lindhamns församling";
            case VILLA, ROW_HOUSE -> "private";
            case OFFICE, HOTEL, RETAIL, PARKING -> dice.pick(List.of("Hamnfastigheter AB", "Magasinsbolaget AB", "Lindhamns Fastigheter AB"));
            case ANCILLARY -> "Lindhamns Fastigheter AB";
            default -> association;
        };
        return new Building(id, d, address(d), homes, area, energyClass(d, dice), heating, owner, association, plot);
    }

    private static String energyClass(Draft d, Dice dice) {
        double worse = d.year() >= 2006 ? 1.2 : d.year() >= 1975 ? 2.8 : d.year() >= 1940 ? 4.2 : 3.9;
        double value = worse + dice.bell() * 0.95 - (dice.chance(0.18) ? 1.3 : 0);
        return String.valueOf("ABCDEFG".charAt((int) Math.max(0, Math.min(6, StrictMath.rint(value)))));
    }

    /** The nearest street and a number that grows along it, odd on the left. */
    private String address(Draft d) {
        Geometry foot = d.footprint();
        Street nearest = null;
        double best = Double.MAX_VALUE;
        for (Map.Entry<Street, IndexedFacetDistance> e : streets.entrySet()) {
            double distance = e.getValue().distance(foot) - e.getKey().width() / 2;
            if (distance < best - 0.2) {
                best = distance;
                nearest = e.getKey();
            }
        }
        LineString line = Shapes.line(nearest.line());
        Coordinate c = foot.getCentroid().getCoordinate();
        LengthIndexedLine index = new LengthIndexedLine(line);
        double u = index.project(c);
        Coordinate a = index.extractPoint(Math.max(0, u - 2));
        Coordinate b = index.extractPoint(Math.min(line.getLength(), u + 2));
        boolean left = Orientation.index(a, b, c) == Orientation.COUNTERCLOCKWISE;
        int number = 2 * (int) (u / 19) + (left ? 1 : 2);
        while (!taken.add(nearest.name() + number)) {
            number += 2;
        }
        return nearest.name() + " " + number;
    }
}
