package org.kvarter.session.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.SourceRef;
import org.kvarter.model.VectorLayer;
import org.kvarter.series.LayerSeries;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.TimeAxis;
import org.kvarter.session.Session;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Six houses in two blocks, for tests: west w1 (100 m², 1 household, 1000 kWh), w2 (200 m², 2, 3000), w3 (300 m², 4, 6000); east e1 (400 m², 8,
 * 8000), e2 (100 m², none said, 500); o lies outside (50 m², 1, 100). Each has an electricity series of three hours: house i has i, 2i, 3i kWh.
 */
public final class Bench {

    /** The layer of houses. */
    public static final String HOUSES = "houses";
    /** The layer of blocks. */
    public static final String BLOCKS = "blocks";
    /** The series of the houses. */
    public static final String ELECTRICITY = LayerSeries.id(HOUSES, "electricity");

    private static final GeometryFactory G = new GeometryFactory();

    private Bench() {
    }

    /** Houses and blocks. */
    public static District district() {
        String[] ids = {"w1", "w2", "w3", "e1", "e2", "o"};
        double[] x = {10, 40, 70, 110, 150, 300};
        Geometry[] houses = new Geometry[6];
        double[] area = {100, 200, 300, 400, 100, 50};
        double[] households = {1, 2, 4, 8, Double.NaN, 1};
        double[] heat = {1000, 3000, 6000, 8000, 500, 100};
        AttributeTableBuilder t = new AttributeTableBuilder();
        for (int i = 0; i < 6; i++) {
            houses[i] = G.toGeometry(new Envelope(x[i], x[i] + 10, 10, 20));
            t.set(i, "area", area[i], "m²");
            if (!Double.isNaN(households[i])) {
                t.set(i, "households", households[i]);
            }
            t.set(i, "heat", heat[i], "kWh");
            t.set(i, "use", i % 2 == 0 ? "dwelling" : "office");
        }
        Geometry[] blocks = {G.toGeometry(new Envelope(0, 100, 0, 100)), G.toGeometry(new Envelope(100, 200, 0, 100))};
        return new District("Bench", new LocalFrame("EPSG:3011", 150000, 6580000, 0), List.of(
                vector(BLOCKS, LayerKind.AREAS, FeatureTable.flat(new String[] {"west", "east"}, "Block", AttributeTable.empty(2)), blocks),
                vector(HOUSES, LayerKind.BUILDINGS, FeatureTable.flat(ids, "House", t.build(6)), houses)));
    }

    private static VectorLayer vector(String id, LayerKind kind, FeatureTable features, Geometry[] shapes) {
        return new VectorLayer(id, id, kind, new SourceRef("/data/" + id + ".gpkg", "", "GeoPackage", "EPSG:3011", "CC0"), features, shapes,
                new Bounds(0, 0, 0, 310, 100, 10), List.of());
    }

    /** House i has i, 2i, 3i kWh in the hours from midnight on 1 January 2025 in Stockholm. */
    public static SeriesTable electricity() {
        TimeAxis axis = new TimeAxis(Instant.parse("2024-12-31T23:00:00Z"), Duration.ofHours(1), 3, ZoneId.of("Europe/Stockholm"));
        float[] values = new float[18];
        for (int i = 0; i < 18; i++) {
            values[i] = (i % 6 + 1) * (i / 6 + 1);
        }
        return new SeriesTable(ELECTRICITY, "Electricity", "electricity", "kWh", axis, new String[] {"w1", "w2", "w3", "e1", "e2", "o"}, values);
    }

    /** A session with both. */
    public static Session session() {
        Session session = new Session();
        session.districtProperty().set(district());
        session.series().put(ELECTRICITY, electricity());
        return session;
    }
}
