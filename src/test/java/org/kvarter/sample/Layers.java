package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kvarter.sample.GeoPackage.Layer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** The GIS layers of the district, in drawing order. */
final class Layers {
    private Layers() {
    }

    static List<Layer> of(GroundPlan ground, List<Site> sites, Registry registry, Planting planting) {
        return List.of(water(ground), green(sites), streetAreas(ground, sites), streets(ground), tram(ground), tramStops(ground), trees(planting), plots(registry),
                associations(registry), stations(ground, registry));
    }

    private static Layer water(GroundPlan ground) {
        List<Object[]> rows = new ArrayList<>();
        for (Polygon p : Shapes.polygons(ground.plan.water, 1)) {
            rows.add(new Object[] {p, "Lindhamnsfjärden", "sea", 0.0});
        }
        return new Layer("water", "Water surfaces at height 0.0 RH 2000", "POLYGON", List.of("name TEXT", "kind TEXT", "height_m REAL"), rows);
    }

    private static Layer green(List<Site> sites) {
        List<Object[]> rows = new ArrayList<>();
        for (Site s : sites) {
            for (Site.Open o : s.open) {
                if (!o.kind().equals("square") && !o.kind().equals("schoolyard")) {
                    polygons(rows, o.area(), o.name(), o.kind());
                }
            }
        }
        return new Layer("green", "Parks, lawns, courtyards, gardens and the wood", "POLYGON", List.of("name TEXT", "kind TEXT"), rows);
    }

    private static Layer streetAreas(GroundPlan ground, List<Site> sites) {
        List<Object[]> rows = new ArrayList<>();
        polygons(rows, ground.streetArea, "", "street");
        polygons(rows, ground.quayArea, "", "quay");
        polygons(rows, ground.pathArea, "", "path");
        polygons(rows, ground.carriageway, "", "carriageway");
        ground.crossings.forEach(p -> rows.add(new Object[] {p, "", "crossing"}));
        for (Site s : sites) {
            s.paths.forEach(p -> polygons(rows, p, s.quarter, "path"));
            for (Site.Open o : s.open) {
                if (o.kind().equals("square") || o.kind().equals("schoolyard")) {
                    polygons(rows, o.area(), o.name(), o.kind());
                }
            }
        }
        return new Layer("street_areas", "Paved areas: streets, quays, squares, schoolyard, paths", "POLYGON", List.of("name TEXT", "kind TEXT"), rows);
    }

    private static void polygons(List<Object[]> rows, Geometry g, String name, String kind) {
        for (Polygon p : Shapes.polygons(g, 4)) {
            rows.add(new Object[] {p, name, kind});
        }
    }

    private static Layer streets(GroundPlan ground) {
        List<Object[]> rows = new ArrayList<>();
        for (Street s : ground.plan.streets) {
            Geometry inside = Shapes.line(s.line()).intersection(ground.plan.sheet);
            for (int i = 0; i < inside.getNumGeometries(); i++) {
                if (inside.getGeometryN(i) instanceof LineString line && line.getLength() > 5) {
                    rows.add(new Object[] {Shapes.grid(line), s.name(), s.kind().text(), s.width()});
                }
            }
        }
        return new Layer("streets", "Street centre lines", "LINESTRING", List.of("name TEXT", "class TEXT", "width_m REAL"), rows);
    }

    private static Layer tram(GroundPlan ground) {
        Geometry line = Shapes.grid(ground.plan.tram.line().intersection(ground.plan.sheet));
        List<Object[]> rows = new ArrayList<>();
        rows.add(new Object[] {line, "7", "tram", 750L});
        return new Layer("tram", "Tram line 7", "LINESTRING", List.of("name TEXT", "kind TEXT", "voltage_v INTEGER"), rows);
    }

    private static Layer tramStops(GroundPlan ground) {
        Curve tram = ground.plan.tram;
        List<Object[]> rows = new ArrayList<>();
        Object[][] stops = {{"Badhusgatan", 64.0}, {"Lotsgatan", 176.0}, {"Saluhallstorget", 468.0}, {"Repslagargatan", 800.0}, {"Lindhamnsbron", 1030.0}, {"Holmen", 0.0}};
        for (Object[] s : stops) {
            double u = (double) s[1];
            Coordinate c = u == 0 ? tram.at(tram.length() - 22, 0) : tram.at(u, 0);
            rows.add(new Object[] {Shapes.point(c), s[0], "7"});
        }
        return new Layer("tram_stops", "Stops of tram line 7", "POINT", List.of("name TEXT", "line TEXT"), rows);
    }

    private static Layer trees(Planting planting) {
        List<Object[]> rows = new ArrayList<>();
        for (Planting.Tree t : planting.trees()) {
            rows.add(new Object[] {Shapes.point(t.at()), t.height(), t.crown(), t.species(), t.place()});
        }
        return new Layer("trees", "Trees with height and crown diameter", "POINT", List.of("height_m REAL", "crown_m REAL", "species TEXT", "place TEXT"), rows);
    }

    private static Layer plots(Registry registry) {
        List<Object[]> rows = new ArrayList<>();
        for (Building b : registry.buildings()) {
            for (Polygon p : Shapes.polygons(b.plot(), 4)) {
                rows.add(new Object[] {p, b.draft().quarter() + " " + b.id().substring(3), b.id(), b.owner(), StrictMath.rint(p.getArea())});
            }
        }
        return new Layer("plots", "Land of each building", "POLYGON", List.of("designation TEXT", "building_id TEXT", "owner TEXT", "area_m2 REAL"), rows);
    }

    private static Layer associations(Registry registry) {
        List<Object[]> rows = new ArrayList<>();
        for (Map.Entry<String, List<Building>> e : registry.associations().entrySet()) {
            Geometry land = Shapes.union(e.getValue().stream().map(Building::plot).toList());
            long homes = e.getValue().stream().mapToLong(Building::apartments).sum();
            String ids = String.join(",", e.getValue().stream().map(Building::id).toList());
            rows.add(new Object[] {land, e.getKey(), homes, ids});
        }
        return new Layer("housing_associations", "Housing associations and their land", "MULTIPOLYGON", List.of("name TEXT", "apartments INTEGER", "buildings TEXT"), rows);
    }

    /** One transformer station for about every 30 buildings, at a street corner near their middle. */
    private static Layer stations(GroundPlan ground, Registry registry) {
        List<Object[]> rows = new ArrayList<>();
        List<Building> all = registry.buildings();
        int group = 30;
        for (int i = 0; i < all.size(); i += group) {
            List<Building> served = all.subList(i, Math.min(all.size(), i + group));
            double area = served.stream().mapToDouble(Building::grossArea).sum();
            Coordinate centre = Shapes.union(served.stream().map(b -> b.draft().footprint()).toList()).getCentroid().getCoordinate();
            Coordinate corner = null;
            for (Street s : ground.plan.streets) {
                Curve kerb = Curve.polyline(s.line()).left(s.width() / 2 - 1.6);
                for (Coordinate c : kerb.points()) {
                    if ((corner == null || c.distance(centre) < corner.distance(centre)) && ground.plan.sheet.contains(Shapes.point(c))) {
                        corner = c;
                    }
                }
            }
            long capacity = area > 90_000 ? 2000 : area > 55_000 ? 1600 : area > 32_000 ? 1250 : area > 18_000 ? 800 : 500;
            String ids = String.join(",", served.stream().map(Building::id).toList());
            rows.add(new Object[] {Shapes.point(corner), String.format(java.util.Locale.ROOT, "TS-%02d", rows.size() + 1), capacity, ids});
        }
        return new Layer("transformer_stations", "Transformer stations with capacity and the buildings that they serve", "POINT",
                List.of("station_id TEXT", "capacity_kva INTEGER", "buildings TEXT"), rows);
    }
}
