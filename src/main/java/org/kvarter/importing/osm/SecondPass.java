package org.kvarter.importing.osm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.model.Severity;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/** Makes features of the elements. Not thread-safe. */
final class SecondPass implements OsmHandler {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final long BYTES_PER_WAY = 80;

    private final FirstPass first;
    private final ReadOptions options;
    private final LayerSink sink;
    private final DiagnosticTally notes;
    private final MemoryBudget budget;
    private final Map<OsmLayer, Output> outputs = new EnumMap<>(OsmLayer.class);
    private final Map<Long, int[]> memberWays = new HashMap<>();
    private final Buildings buildings;
    private long features;

    SecondPass(FirstPass first, ReadOptions options, LayerSink sink, DiagnosticTally notes, MemoryBudget budget) {
        this.first = first;
        this.options = options;
        this.sink = sink;
        this.notes = notes;
        this.budget = budget;
        this.buildings = new Buildings(budget);
    }

    @Override
    public void node(long id, int longitude, int latitude, Tags tags) {
        OsmLayer layer = OsmLayer.of(tags, OsmLayer.Form.POINT);
        if (layer != null) {
            add(layer, "node/" + id, tags, FACTORY.createPoint(new Coordinate(longitude / 1e7, latitude / 1e7)));
        }
    }

    @Override
    public void way(long id, long[] refs, Tags tags) {
        OsmLayer layer = OsmLayer.of(tags, FirstPass.form(refs));
        boolean member = first.memberWays().contains(id);
        if (layer == null && !member) {
            return;
        }
        int[] indices = Arrays.stream(refs).mapToInt(first.nodes()::find).toArray();
        boolean whole = Arrays.stream(indices).allMatch(i -> i >= 0);
        if (member && whole) {
            budget.claim(BYTES_PER_WAY + 4L * indices.length);
            memberWays.put(id, indices);
        }
        if (layer != null && options.wantsLayer(layer.id()) && !(layer.isAreal() && first.isOutlineIn(id, layer))) {
            wayFeature(layer, "way/" + id, tags, indices, whole);
        }
    }

    private void wayFeature(OsmLayer layer, String name, Tags tags, int[] indices, boolean whole) {
        if (!layer.isAreal()) {
            int[] known = whole ? indices : Arrays.stream(indices).filter(i -> i >= 0).toArray();
            if (!whole) {
                notes.add(Severity.INFO, "way.cut", name);
            }
            if (known.length >= 2) {
                add(layer, name, tags, FACTORY.createLineString(Rings.coordinates(known, first.nodes())));
            }
            return;
        }
        LinearRing ring = whole ? Rings.ring(indices, first.nodes()) : null;
        if (ring == null) {
            notes.add(Severity.WARNING, whole ? "area.none" : "area.incomplete", name);
        } else {
            add(layer, name, tags, FACTORY.createPolygon(ring));
        }
    }

    @Override
    public void relation(long id, List<Member> members, Tags tags) {
        // kept by the first pass
    }

    private void add(OsmLayer layer, String name, Tags tags, Geometry geometry) {
        Envelope box = geometry.getEnvelopeInternal();
        if (!options.wantsLayer(layer.id()) || !options.accepts(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())) {
            return;
        }
        features++;
        if (layer == OsmLayer.BUILDINGS) {
            if (!tags.text("location").equals("underground")) {
                buildings.add(new Outline(name, tags, geometry));
            }
            return;
        }
        Output output = output(layer);
        output.add(name, tags, geometry);
        output.flushIfFull();
    }

    private Output output(OsmLayer layer) {
        return outputs.computeIfAbsent(layer, l -> new Output(l, sink, first.columns(l)));
    }

    /** Makes what had to wait: multipolygons and buildings. Answers the number of features. */
    long finish(BuildingWriter writer, Runnable check) {
        for (Area area : first.areas()) {
            check.run();
            if (area.layer() == null) {
                buildings.tie(area.members());
            } else if (options.wantsLayer(area.layer().id())) {
                multipolygon(area);
            }
        }
        memberWays.clear();
        writer.write(buildings.groups(), () -> output(OsmLayer.BUILDINGS), check);
        outputs.values().forEach(Output::flush);
        outputs.keySet().forEach(layer -> {
            int rest = first.columns(layer).inRest();
            if (rest > 0) {
                notes.add(Severity.INFO, "tags.rest", "", layer.id(), rest, TagColumns.MOST, TagColumns.REST);
            }
        });
        return features;
    }

    private void multipolygon(Area area) {
        List<int[]> ways = new ArrayList<>();
        boolean whole = true;
        for (Member member : area.members()) {
            if (member.type() == Member.Type.WAY) {
                int[] way = memberWays.get(member.id());
                whole = whole && way != null;
                if (way != null) {
                    ways.add(way);
                }
            }
        }
        Geometry geometry = whole ? Rings.area(ways, first.nodes()) : null;
        if (geometry == null) {
            notes.add(Severity.WARNING, whole ? "area.open" : "area.incomplete", area.name());
        } else {
            add(area.layer(), area.name(), area.tags(), geometry);
        }
    }
}
