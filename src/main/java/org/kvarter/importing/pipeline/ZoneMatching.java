package org.kvarter.importing.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.model.Course;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.District;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.Layer;
import org.kvarter.model.Severity;
import org.kvarter.model.VectorLayer;
import org.kvarter.series.SeriesJoin;
import org.kvarter.text.Texts;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Finds the zones between which trips go: the layer whose ids, or values of an attribute, are the matrix's. Stateless. */
final class ZoneMatching {

    private static final Texts TEXTS = Texts.in(ZoneMatching.class);
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private ZoneMatching() {
    }

    static FlowLayer place(FlowLayer flow, District district) {
        List<Diagnostic> said = new ArrayList<>();
        String file = flow.source().file();
        int size = flow.features().size();
        String[] origins = IntStream.range(0, size).mapToObj(r -> SiteMatching.text(flow, "origin", r)).toArray(String[]::new);
        String[] destinations = IntStream.range(0, size).mapToObj(r -> SiteMatching.text(flow, "destination", r)).toArray(String[]::new);
        String[] zones = Stream.concat(Arrays.stream(origins), Arrays.stream(destinations)).distinct().toArray(String[]::new);
        VectorLayer best = null;
        SeriesJoin join = null;
        for (Layer layer : district.layers()) {
            if (layer instanceof VectorLayer vector && vector.features().size() > 1) {
                SeriesJoin here = SeriesJoin.best(zones, vector.features());
                if (here.matched() > 1 && (join == null || better(here, vector, join, best))) {
                    best = vector;
                    join = here;
                }
            }
        }
        Course[] courses = new Course[size];
        if (join == null) {
            said.add(new Diagnostic(Severity.WARNING, file, "", TEXTS.get("zone.none", flow.title(), zones.length, zones[0])));
            return flow.with(flow.features(), courses, null, said);
        }
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < best.features().size(); row++) {
            int place = join.placeOfFeature()[row];
            if (place >= 0 && best.geometries()[row] != null && !best.geometries()[row].isEmpty()) {
                rows.putIfAbsent(zones[place].strip().toLowerCase(Locale.ROOT), row);
            }
        }
        int[] from = rows(origins, rows);
        int[] to = rows(destinations, rows);
        int within = draw(best, from, to, courses);
        said.add(new Diagnostic(Severity.INFO, file, "", TEXTS.get("zone.matched", flow.title(), rows.size(), zones.length, best.title(),
                join.keyAttribute().isEmpty() ? "id" : join.keyAttribute())));
        DiagnosticTally tally = new DiagnosticTally(file, TEXTS, said::add);
        Arrays.stream(zones).filter(z -> !rows.containsKey(z.strip().toLowerCase(Locale.ROOT)))
                .forEach(z -> tally.add(Severity.WARNING, "zone.unknown", z, z));
        tally.finish();
        if (within > 0) {
            said.add(new Diagnostic(Severity.INFO, file, "", TEXTS.get("zone.within", flow.title(), within)));
        }
        return flow.with(flow.features(), courses, new FlowLayer.Ends(best.id(), from, to), said);
    }

    /** More matches; of equally many, areas rather than points. */
    private static boolean better(SeriesJoin here, VectorLayer layer, SeriesJoin before, VectorLayer of) {
        return here.matched() > before.matched() || here.matched() == before.matched() && areas(layer) && !areas(of);
    }

    private static boolean areas(VectorLayer layer) {
        return Arrays.stream(layer.geometries()).anyMatch(g -> g != null && g.getDimension() == 2);
    }

    private static int[] rows(String[] keys, Map<String, Integer> rows) {
        return Arrays.stream(keys).mapToInt(k -> rows.getOrDefault(k.strip().toLowerCase(Locale.ROOT), -1)).toArray();
    }

    /** Answers how many trips stay within a zone, which has no arc. */
    private static int draw(VectorLayer zones, int[] from, int[] to, Course[] courses) {
        int within = 0;
        for (int row = 0; row < courses.length; row++) {
            if (from[row] >= 0 && to[row] >= 0 && from[row] != to[row]) {
                Coordinate[] ends = {middle(zones.geometries()[from[row]]), middle(zones.geometries()[to[row]])};
                courses[row] = new Course(GEOMETRY.createLineString(ends), true);
            } else if (from[row] >= 0 && from[row] == to[row]) {
                within++;
            }
        }
        return within;
    }

    private static Coordinate middle(Geometry zone) {
        return zone.getInteriorPoint().getCoordinate();
    }
}
