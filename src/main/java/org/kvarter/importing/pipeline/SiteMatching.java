package org.kvarter.importing.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.mobility.StreetNet;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.Course;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.District;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.Severity;
import org.kvarter.model.VectorLayer;
import org.kvarter.series.SeriesJoin;
import org.kvarter.series.csv.FlowWords;
import org.kvarter.text.Texts;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Finds the street section of each site and direction. A site lies where its table says, else where a feature of its id lies in another
 * layer. One use, one thread.
 */
final class SiteMatching {

    private static final Texts TEXTS = Texts.in(SiteMatching.class);
    private static final Set<LayerKind> STREETS = Set.of(LayerKind.STREETS, LayerKind.TRANSPORT, LayerKind.LINES);

    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    /** A site further than this from any street is in the wrong place: it would only make the district larger. */
    private static final double NEAR = 500;
    /** Length of the mark of a site without a street, metres. */
    private static final double MARK = 16;

    private final District district;
    private final VectorLayer streets;
    private final StreetNet net;

    SiteMatching(District district) {
        this.district = district;
        streets = district.layers().stream().filter(VectorLayer.class::isInstance).map(VectorLayer.class::cast)
                .filter(l -> STREETS.contains(l.kind()) && lineal(l) > 0)
                .min(Comparator.<VectorLayer>comparingInt(l -> l.kind() == LayerKind.STREETS ? 0 : l.kind() == LayerKind.TRANSPORT ? 1 : 2)
                        .thenComparingInt(l -> -lineal(l))).orElse(null);
        net = new StreetNet(streets == null ? new Geometry[0] : streets.geometries());
    }

    private static int lineal(VectorLayer layer) {
        int lines = 0;
        for (Geometry geometry : layer.geometries()) {
            lines += geometry != null && geometry.getDimension() == 1 ? 1 : 0;
        }
        return lines;
    }

    FlowLayer place(FlowLayer flow) {
        List<Diagnostic> said = new ArrayList<>();
        String file = flow.source().file();
        int size = flow.features().size();
        Course[] courses = new Course[size];
        AttributeTableBuilder more = new AttributeTableBuilder();
        DiagnosticTally tally = new DiagnosticTally(file, TEXTS, said::add);
        Geometry[] places = places(flow, file, said);
        Map<String, List<String>> directions = directions(flow);
        Set<String> matched = new LinkedHashSet<>();
        Set<String> lost = new LinkedHashSet<>();
        for (int row = 0; row < size; row++) {
            String site = text(flow, "site", row);
            Optional<StreetNet.Section> found = section(flow, row, places[row], directions.get(site));
            if (found.isPresent()) {
                courses[row] = found.get().course();
                more.set(row, "street", name(found.get().row()), "");
                more.set(row, "streetDistance", Math.round(10 * found.get().distance()) / 10.0, "m");
                matched.add(site);
            } else {
                Optional<StreetNet.Section> near = places[row] == null ? Optional.empty()
                        : net.at(at(places[row]), NEAR, FlowWords.bearing(text(flow, "direction", row)), true, true);
                if (places[row] != null && (near.isPresent() || net.isEmpty())) {
                    courses[row] = mark(at(places[row]), text(flow, "direction", row));
                }
                if (lost.add(site) && !net.isEmpty()) {
                    tell(flow, row, site, places[row] != null, near, tally);
                }
            }
        }
        oddDirections(flow, directions, tally);
        if (net.isEmpty()) {
            said.add(new Diagnostic(Severity.WARNING, file, "", TEXTS.get("site.noStreets", flow.title())));
        } else {
            said.add(new Diagnostic(Severity.INFO, file, "", TEXTS.get("site.matched", flow.title(), matched.size(), matched.size() + lost.size(),
                    streets.title())));
        }
        tally.finish();
        AttributeTable attributes = flow.features().attributes();
        for (AttributeColumn column : more.build(size).columns()) {
            attributes = attributes.with(column);
        }
        return flow.with(flow.features().withAttributes(attributes), courses, null, said);
    }

    private Optional<StreetNet.Section> section(FlowLayer flow, int row, Geometry place, List<String> siblings) {
        String direction = text(flow, "direction", row);
        OptionalDouble bearing = FlowWords.bearing(direction);
        boolean both = FlowWords.isBoth(direction);
        boolean forward = siblings.indexOf(direction) % 2 == 0;
        return place == null ? Optional.empty() : net.at(at(place), flow.limit(), bearing, forward, both);
    }

    private static Coordinate at(Geometry place) {
        return place.getDimension() == 1 ? place.getCentroid().getCoordinate() : place.getInteriorPoint().getCoordinate();
    }

    /** A short stroke where it was counted, in the direction counted where that is known. */
    private static Course mark(Coordinate at, String direction) {
        OptionalDouble bearing = FlowWords.bearing(direction);
        double radians = Math.toRadians(bearing.orElse(90));
        double e = MARK / 2 * Math.sin(radians);
        double n = MARK / 2 * Math.cos(radians);
        return new Course(GEOMETRY.createLineString(new Coordinate[] {new Coordinate(at.x - e, at.y - n), new Coordinate(at.x + e, at.y + n)}),
                bearing.isPresent() && !FlowWords.isBoth(direction), true);
    }

    /** Why a site lies on no street, and what can be done about it. */
    private void tell(FlowLayer flow, int row, String site, boolean hasPlace, Optional<StreetNet.Section> near, DiagnosticTally tally) {
        String name = text(flow, "name", row);
        String called = name.isEmpty() || name.equals(site) ? site : site + " (" + name + ")";
        if (!hasPlace) {
            tally.add(Severity.WARNING, "site.noPlace", site, called);
        } else if (near.isEmpty()) {
            tally.add(Severity.WARNING, "site.far", site, called, (int) NEAR);
        } else {
            tally.add(Severity.WARNING, "site.noStreet", site, called, (int) flow.limit(), name(near.get().row()), Math.round(near.get().distance()),
                    (int) (10 * Math.ceil((near.get().distance() + 1) / 10)));
        }
    }

    /** Places of the table, or of the features of another layer that carry the sites' ids. */
    private Geometry[] places(FlowLayer flow, String file, List<Diagnostic> said) {
        Geometry[] places = flow.places().clone();
        String[] sites = new String[places.length];
        boolean known = false;
        for (int row = 0; row < sites.length; row++) {
            sites[row] = text(flow, "site", row);
            known |= places[row] != null;
        }
        if (known) {
            return places;
        }
        String[] keys = java.util.Arrays.stream(sites).distinct().toArray(String[]::new);
        VectorLayer best = null;
        SeriesJoin join = null;
        for (var layer : district.layers()) {
            if (layer instanceof VectorLayer vector && vector.features().size() > 0) {
                SeriesJoin here = SeriesJoin.best(keys, vector.features());
                if (here.matched() > 0 && (join == null || here.matched() > join.matched())) {
                    best = vector;
                    join = here;
                }
            }
        }
        if (join == null) {
            return places;
        }
        Map<String, Geometry> byKey = new HashMap<>();
        for (int row = 0; row < best.features().size(); row++) {
            int place = join.placeOfFeature()[row];
            if (place >= 0 && best.geometries()[row] != null) {
                byKey.putIfAbsent(keys[place], best.geometries()[row]);
            }
        }
        for (int row = 0; row < places.length; row++) {
            places[row] = byKey.get(sites[row]);
        }
        said.add(new Diagnostic(Severity.INFO, file, "", TEXTS.get("site.joined", byKey.size(), keys.length, best.title(),
                join.keyAttribute().isEmpty() ? "id" : join.keyAttribute())));
        return places;
    }

    /** The directions of each site, in the order of the table. */
    private static Map<String, List<String>> directions(FlowLayer flow) {
        Map<String, List<String>> directions = new LinkedHashMap<>();
        for (int row = 0; row < flow.features().size(); row++) {
            directions.computeIfAbsent(text(flow, "site", row), s -> new ArrayList<>()).add(text(flow, "direction", row));
        }
        return directions;
    }

    private static void oddDirections(FlowLayer flow, Map<String, List<String>> directions, DiagnosticTally tally) {
        directions.forEach((site, words) -> {
            boolean odd = words.stream().anyMatch(w -> !FlowWords.isBoth(w) && FlowWords.bearing(w).isEmpty());
            if (odd) {
                tally.add(Severity.INFO, "site.direction", site, site, String.join(", ", words));
            }
        });
    }

    private String name(int row) {
        AttributeTable attributes = streets.features().attributes();
        for (AttributeColumn column : attributes.columns()) {
            if (column.name().matches("(?iu)(name|namn|gatunamn|street|streetname|vagnamn|vägnamn|navn|nimi|straat|str_name)") && !column.isMissing(row)) {
                return column.value(row).toString();
            }
        }
        return streets.features().ids()[row];
    }

    static String text(FlowLayer flow, String attribute, int row) {
        Object value = flow.features().attributes().value(attribute, row);
        return value == null ? "" : value.toString();
    }
}
