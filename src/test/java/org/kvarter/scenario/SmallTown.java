package org.kvarter.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.SourceRef;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesView;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.csv.CsvFormat;
import org.kvarter.series.csv.SeriesSource;

/** Three houses (a, b, c; homes 10, 20, none; use home, home, office) and series of four hours that are easy to add in the head. */
final class SmallTown {

    static final TimeAxis HOURS = new TimeAxis(Instant.parse("2025-01-01T00:00:00Z"), Duration.ofHours(1), 4, ZoneOffset.UTC);
    private static final CsvFormat FORMAT = new CsvFormat("UTF-8", ',', false, 0, CsvFormat.Layout.WIDE, 0, -1, -1, "UTC", "ISO",
            CsvFormat.Label.INTERVAL_START, "kWh");

    private final Map<String, SeriesView> series = new HashMap<>();
    private final Map<String, SeriesSource> sources = new HashMap<>();

    /** With the series {@code load}: a 1 2 3 4, b 10 10 10 10, c 0 5 5 0. */
    SmallTown() {
        with("load", HOURS, "a b c", 1, 10, 0, 2, 10, 5, 3, 10, 5, 4, 10, 0);
    }

    /** Adds a series, hour by hour. */
    SmallTown with(String id, TimeAxis axis, String keys, double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        series.put(id, new SeriesTable(id, id, "electricity", "kWh", axis, keys.split(" "), floats));
        sources.put(id, new SeriesSource(id, id, "electricity", "/data/" + id + ".csv", FORMAT, "houses", ""));
        return this;
    }

    /** Takes the table of a series away, as long as its file is being read. */
    SmallTown unread(String id) {
        series.remove(id);
        return this;
    }

    BaseData base() {
        return new BaseData(district(), series, sources);
    }

    ScenarioEngine engine() {
        return new ScenarioEngine(base());
    }

    static District district() {
        AttributeTableBuilder t = new AttributeTableBuilder();
        t.set(0, "homes", 10);
        t.set(1, "homes", 20);
        t.set(0, "use", "home");
        t.set(1, "use", "home");
        t.set(2, "use", "office");
        FeatureTable houses = FeatureTable.flat(new String[] {"a", "b", "c"}, "Building", t.build(3));
        float[] boxes = new float[18];
        Arrays.fill(boxes, 1);
        return new District("Town", new LocalFrame("EPSG:3011", 0, 0, 0), List.of(new SolidLayer("houses", "Houses", LayerKind.BUILDINGS,
                new SourceRef("/data/town.json", "", "CityJSON", "EPSG:3011", ""), houses, boxes, new Bounds(0, 0, 0, 1, 1, 1), 0, List.of())));
    }

    static Assumption share(String id, double value) {
        return new Assumption(id, id, Assumption.Kind.SHARE, "", value, 0, 1, Origin.ASSUMED, "a guess");
    }

    static Measure.ChangeSeries change(String series, Measure.Way way, String given, String amount) {
        return new Measure.ChangeSeries(Area.DISTRICT, series, "", way, given, amount);
    }

    static Scenario scenario(String id, List<Assumption> assumptions, Measure... measures) {
        return new Scenario(id, id, "", "", assumptions, List.of(measures));
    }

    static Kpi kpi(String id, Figure figure) {
        return new Kpi(id, id, "kWh", Kpi.Better.LOWER, figure);
    }

    static Kpi of(Figure.Aggregate aggregate, String series, Area area) {
        return kpi("k", new Figure.OfSeries(series, aggregate, area, 6));
    }

    static ScenarioBook book(Scenario scenario, Kpi... kpis) {
        return new ScenarioBook(scenario == null ? List.of() : List.of(scenario), List.of(kpis), List.of(), "");
    }
}
