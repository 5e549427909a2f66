package org.kvarter.importing.citygml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.city.Kinds;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A chunk with what it shows resolved: own polygons, polygons of others, prototypes in place; in the order east, north, height. */
final class ChunkView {

    private static final double[] UNIT = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};

    /** A polygon of another store, shown with a row. */
    private record Borrowed(GeometryStore store, int polygon, boolean flipped, LayerBatch.Corners places, int argb) {
    }

    private final Chunk chunk;
    private final Choice choice;
    private final Systems.Order order;
    private final int[] sorted;
    private final int[] firstOf;
    private final int[] argb;
    private final double[] lod;
    private final Map<Integer, List<Borrowed>> borrowed = new HashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final LayerBatch.Corners own;
    private final LodRanks ranks;

    ChunkView(Chunk chunk, Choice choice, Systems systems, GeometryStore elsewhere, Templates templates, LodRanks ranks) {
        this.chunk = chunk;
        this.choice = choice;
        this.order = order(chunk, systems);
        this.own = places(chunk.geometry);
        this.sorted = choice.order();
        this.argb = new int[chunk.geometry.polygonCount()];
        this.lod = new double[chunk.rows.size()];
        this.firstOf = new int[lod.length + 1];
        for (int row = 0; row < lod.length; row++) {
            lod[row] = choice.lod(row);
        }
        for (int polygon : sorted) {
            firstOf[choice.owner(polygon) + 1]++;
        }
        for (int row = 0; row < lod.length; row++) {
            firstOf[row + 1] += firstOf[row];
        }
        for (Choice.Foreign foreign : choice.foreign()) {
            borrow(foreign, elsewhere);
        }
        this.ranks = ranks;
        instances(elsewhere, templates);
    }

    private static Systems.Order order(Chunk chunk, Systems systems) {
        GeometryStore g = chunk.geometry;
        if (g.vertices.size() > 0) {
            return systems.of(chunk.system, g.vertices.get(0), g.vertices.get(1));
        }
        if (g.lineVertices.size() > 0) {
            return systems.of(chunk.system, g.lineVertices.get(0), g.lineVertices.get(1));
        }
        return chunk.instances.isEmpty() ? new Systems.Order(false, false)
                : systems.of(chunk.system, chunk.instances.get(0).reference()[0], chunk.instances.get(0).reference()[1]);
    }

    private LayerBatch.Corners places(GeometryStore store) {
        int east = order.northFirst() ? 1 : 0;
        return (corner, xyz) -> {
            xyz[0] = store.vertices.get(3 * corner + east);
            xyz[1] = store.vertices.get(3 * corner + 1 - east);
            xyz[2] = store.vertices.get(3 * corner + 2);
        };
    }

    private void borrow(Choice.Foreign foreign, GeometryStore elsewhere) {
        elsewhere.walk(foreign.id(), foreign.flipped(), new GeometryStore.Visitor() {
            @Override
            public void polygon(int polygon, boolean flipped) {
                borrowed.computeIfAbsent(foreign.row(), r -> new ArrayList<>())
                        .add(new Borrowed(elsewhere, polygon, flipped, places(elsewhere), 0));
            }

            @Override
            public void unknown(String id, boolean flipped) {
                missing.add(id);
            }
        });
    }

    /** An object with prototypes of several levels of detail keeps those that meet the wish best; one with surfaces needs none. */
    private void instances(GeometryStore elsewhere, Templates templates) {
        Map<Integer, String> best = new HashMap<>();
        templates.paint(chunk.looks.colours);
        for (Chunk.Instance instance : chunk.instances) {
            best.merge(instance.row(), instance.lod(), (a, b) -> ranks.of(a) >= ranks.of(b) ? a : b);
        }
        for (Chunk.Instance instance : chunk.instances) {
            int row = instance.row();
            if (choice.lod(row) < 0 && instance.lod().equals(best.get(row))) {
                lod[row] = LodRanks.value(instance.lod());
                GeometryStore store = templates.store().knows(instance.template()) ? templates.store()
                        : chunk.geometry.knows(instance.template()) ? chunk.geometry : elsewhere;
                LayerBatch.Corners places = placed(store, instance);
                store.walk(instance.template(), false, new GeometryStore.Visitor() {
                    @Override
                    public void polygon(int polygon, boolean flipped) {
                        int colour = store == templates.store() ? templates.argb(polygon) : 0;
                        borrowed.computeIfAbsent(row, r -> new ArrayList<>()).add(new Borrowed(store, polygon, flipped, places, colour));
                    }

                    @Override
                    public void unknown(String id, boolean flipped) {
                        missing.add(id);
                    }
                });
            }
        }
    }

    /** A vertex of a prototype becomes reference point + matrix × vertex, the matrix row by row. */
    private LayerBatch.Corners placed(GeometryStore store, Chunk.Instance instance) {
        double[] m = instance.matrix() == null ? UNIT : instance.matrix();
        int east = order.northFirst() ? 1 : 0;
        double e = instance.reference()[east];
        double n = instance.reference()[1 - east];
        double h = Double.isFinite(instance.reference()[2]) ? instance.reference()[2] : 0;
        double north = order.metres();
        double perEast = order.geographic() ? north * Math.max(0.01, Math.cos(Math.toRadians(n))) : 1;
        return (corner, xyz) -> {
            double x = store.vertices.get(3 * corner);
            double y = store.vertices.get(3 * corner + 1);
            double z = store.vertices.get(3 * corner + 2);
            xyz[0] = e + (m[0] * x + m[1] * y + m[2] * z + m[3]) / perEast;
            xyz[1] = n + (m[4] * x + m[5] * y + m[6] * z + m[7]) / north;
            xyz[2] = h + m[8] * x + m[9] * y + m[10] * z + m[11];
        };
    }

    /** Ids that lead nowhere. */
    Set<String> missing() {
        return missing;
    }

    boolean isSolid(int row) {
        return firstOf[row + 1] > firstOf[row] || borrowed.containsKey(row);
    }

    double lod(int row) {
        return lod[row];
    }

    /** Gives the polygons of a geometry a colour, where they have none yet. */
    void paint(String id, int colour) {
        if (!chunk.geometry.knows(id)) {
            return;
        }
        chunk.geometry.walk(id, false, new GeometryStore.Visitor() {
            @Override
            public void polygon(int polygon, boolean flipped) {
                argb[polygon] = argb[polygon] == 0 ? colour : argb[polygon];
            }

            @Override
            public void unknown(String other, boolean flipped) {
                // a colour needs nothing but what is here
            }
        });
    }

    /** Adds the polygons of a row to its feature, which is the last of {@code batch}. */
    void addTo(LayerBatch batch, int row, Pictures pictures) {
        boolean any = pictures.isAny(chunk.looks);
        for (int i = firstOf[row]; i < firstOf[row + 1]; i++) {
            int polygon = sorted[i];
            boolean added = batch.addPolygon(chunk.geometry, polygon, own, choice.isFlipped(polygon), choice.kind(polygon), argb[polygon],
                    choice.facts(polygon), order.metres());
            if (added && any) {
                batch.picture(chunk.geometry, polygon, ring -> pictures.of(chunk.looks, ring), pictures::file);
            }
        }
        for (Borrowed b : borrowed.getOrDefault(row, List.of())) {
            boolean added = batch.addPolygon(b.store, b.polygon, b.places, b.flipped, Kinds.UNKNOWN, b.argb, null, order.metres());
            if (added && any) {
                batch.picture(b.store, b.polygon, ring -> pictures.of(chunk.looks, ring), pictures::file);
            }
        }
    }

    /** Whether anything that is shown meets the box asked for. */
    boolean meets(ReadOptions options, boolean[] show) {
        Envelope box = new Envelope();
        double[] xyz = new double[3];
        for (int row = 0; row < show.length; row++) {
            for (int i = firstOf[row]; show[row] && i < firstOf[row + 1]; i++) {
                include(box, chunk.geometry, sorted[i], own, xyz);
            }
            for (Borrowed b : borrowed.getOrDefault(row, List.of())) {
                include(box, b.store, b.polygon, b.places, xyz);
            }
            Geometry flat = isSolid(row) ? null : flat(row);
            if (flat != null) {
                box.expandToInclude(flat.getEnvelopeInternal());
            }
        }
        return !box.isNull() && options.accepts(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    private static void include(Envelope box, GeometryStore store, int polygon, LayerBatch.Corners places, double[] xyz) {
        int ring = store.firstRing(polygon);
        for (int c = store.firstCorner(ring); c < store.ringEnds.get(ring); c++) {
            places.place(c, xyz);
            if (Double.isFinite(xyz[0]) && Double.isFinite(xyz[1])) {
                box.expandToInclude(xyz[0], xyz[1]);
            }
        }
    }

    /** The points or lines of a row at the level that meets the wish best; {@code null} for none. */
    Geometry flat(int row) {
        String best = null;
        for (Chunk.Flat flat : chunk.flats) {
            if (flat.row() == row && (best == null || ranks.of(flat.lod()) > ranks.of(best))) {
                best = flat.lod();
            }
        }
        GeometryFactory factory = new GeometryFactory();
        List<Geometry> all = new ArrayList<>();
        for (Chunk.Flat flat : chunk.flats) {
            if (flat.row() == row && flat.lod().equals(best)) {
                for (int line = flat.from(); line < flat.to(); line++) {
                    Coordinate[] places = coordinates(line);
                    if (places.length > 0) {
                        all.add(places.length == 1 ? factory.createPoint(places[0]) : factory.createLineString(places));
                    }
                }
            }
        }
        return all.isEmpty() ? null : all.size() == 1 ? all.get(0) : factory.buildGeometry(all);
    }

    private Coordinate[] coordinates(int line) {
        List<Coordinate> all = new ArrayList<>();
        int east = order.northFirst() ? 1 : 0;
        for (int c = chunk.geometry.firstOfLine(line); c < chunk.geometry.lineEnds.get(line); c++) {
            Coordinate place = new Coordinate(chunk.geometry.lineVertices.get(3 * c + east), chunk.geometry.lineVertices.get(3 * c + 1 - east),
                    chunk.geometry.lineVertices.get(3 * c + 2));
            if (Double.isFinite(place.x) && Double.isFinite(place.y) && Double.isFinite(place.z)) {
                all.add(place);
            }
        }
        return all.toArray(Coordinate[]::new);
    }
}
