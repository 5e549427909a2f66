package org.kvarter.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.kvarter.analysis.AreaSummary;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DataRecord;
import org.kvarter.analysis.DerivedColumn;
import org.kvarter.analysis.Prepared;
import org.kvarter.analysis.Reckoning;
import org.kvarter.analysis.Statistic;
import org.kvarter.analysis.area.Memberships;
import org.kvarter.analysis.chart.HeatMap;
import org.kvarter.analysis.chart.Histogram;
import org.kvarter.analysis.chart.Ranking;
import org.kvarter.assist.JoinResult;
import org.kvarter.assist.Joins;
import org.kvarter.assist.Twin;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.SourceRef;
import org.kvarter.model.VectorLayer;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesValues;
import org.kvarter.series.TimeAxis;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The analyst's bench over 10,000 houses with twelve attributes, a layer of plots beside them, blocks, feeders that cross them, and a year of hours. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class AnalystBenchmarks {

    /** Method and what the table calls it. */
    static final String[][] LABELS = {
        {"joinProposed", "How 10,000 places of a table join two layers of 10,000 features, all rules tried"},
        {"rankedNumbers", "Top list and histogram of a year's sums of 10,000 places × 8,760 hours"},
        {"heatMap", "Heat map of hours × days over 10,000 places"},
        {"expressionColumn", "An expression column over 10,000 features"},
        {"sumsOverAreas", "A series of 10,000 places summed up over 168 blocks"},
        {"personalSums", "What may be told of 10,000 personal houses in blocks and feeders that cross them"}};

    private static final int HOUSES = 10_000;
    private static final GeometryFactory G = new GeometryFactory();
    private static final TimeAxis YEAR = new TimeAxis(Instant.parse("2025-01-01T00:00:00Z"), Duration.ofHours(1), 8_760, ZoneOffset.UTC);

    private District district;
    private SeriesTable series;
    private List<String> places;
    private int[] rows;

    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        String[] ids = new String[HOUSES];
        String[] plots = new String[HOUSES];
        Geometry[] houses = new Geometry[HOUSES];
        AttributeTableBuilder t = new AttributeTableBuilder();
        AttributeTableBuilder p = new AttributeTableBuilder();
        String[] uses = {"dwelling", "office", "school", "shop"};
        for (int i = 0; i < HOUSES; i++) {
            ids[i] = "b-" + i;
            plots[i] = "p-" + i;
            houses[i] = box(20 * (i % 100), 20 * (i / 100), 12, 10);
            t.set(i, "use", uses[random.nextInt(4)]);
            t.set(i, "street", "Gata " + i / 40);
            t.set(i, "address", "Gata " + i / 40 + " " + (1 + i % 40));
            t.set(i, "cadastral", "Kvarteret " + i / 12 + ":" + (1 + i % 12));
            t.set(i, "owner", "Owner " + random.nextInt(500));
            t.set(i, "status", "in use");
            t.set(i, "households", 1 + random.nextInt(3));
            t.set(i, "year", 1900 + random.nextInt(120));
            t.set(i, "floors", 1 + random.nextInt(8));
            t.set(i, "area", 50 + random.nextInt(500), "m²");
            t.set(i, "heat", 1_000 + random.nextInt(90_000), "kWh");
            t.set(i, "meter", "M" + (700_000 + i));
            p.set(i, "plan", "Plan " + i / 300);
            p.set(i, "name", "Kvarteret " + i / 12 + ":" + (1 + i % 12));
        }
        district = new District("Bench", new LocalFrame("EPSG:3011", 150000, 6580000, 0), List.of(layer("plots", LayerKind.PLOTS, FeatureTable.flat(plots, "Plot", p.build(HOUSES)), houses),
                layer("houses", LayerKind.BUILDINGS, FeatureTable.flat(ids, "Building", t.build(HOUSES)), houses), areas("blocks", 160, 0), areas("feeders", 250, 0.6)));
        float[] values = new float[HOUSES * YEAR.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(1_000) / 10f;
        }
        series = new SeriesTable("el", "Electricity", "electricity", "kWh", YEAR, ids, values);
        places = IntStream.range(0, HOUSES).mapToObj(i -> i % 50 == 0 ? "unknown " + i : "M" + (700_000 + i)).toList();
        rows = IntStream.range(0, HOUSES).toArray();
    }

    /** Squares over the houses, in a grid that is turned. */
    private static VectorLayer areas(String id, double size, double radians) {
        java.util.List<Geometry> all = new java.util.ArrayList<>();
        int n = (int) (2_000 / size) + 2;
        var turn = org.locationtech.jts.geom.util.AffineTransformation.rotationInstance(radians, 1_000, 1_000);
        for (int i = -n / 4; i < n + n / 4; i++) {
            for (int j = -n / 4; j < n + n / 4; j++) {
                Geometry square = turn.transform(box(i * size, j * size, size, size));
                if (square.intersects(box(0, 0, 2_000, 2_000))) {
                    all.add(square);
                }
            }
        }
        String[] ids = IntStream.range(0, all.size()).mapToObj(i -> id + i).toArray(String[]::new);
        return layer(id, LayerKind.AREAS, FeatureTable.flat(ids, "Area", AttributeTable.empty(ids.length)), all.toArray(Geometry[]::new));
    }

    private static Geometry box(double east, double north, double width, double depth) {
        return G.toGeometry(new Envelope(east, east + width, north, north + depth));
    }

    private static VectorLayer layer(String id, LayerKind kind, FeatureTable features, Geometry[] shapes) {
        return new VectorLayer(id, id, kind, new SourceRef(id, "", "", "", ""), features, shapes, new Bounds(0, 0, 0, 2_000, 2_000, 10), List.of());
    }

    private static AreaSummary sum(String areas, String value, boolean ofSeries) {
        return new AreaSummary("sum", "houses", areas, value, ofSeries, Statistic.SUM, "", AreaSummary.Belonging.POINT);
    }

    private static Optional<Reckoning.Target> target(String series) {
        return Optional.of(new Reckoning.Target("houses", ""));
    }

    @Benchmark
    public JoinResult joinProposed() throws Exception {
        return Joins.best(places, Map.of(), "", Twin.of(district));
    }

    @Benchmark
    public Object rankedNumbers() {
        double[] sums = SeriesValues.over(series, 0, YEAR.count(), SeriesValues.Aggregation.SUM);
        return List.of(Ranking.byNumber(rows, sums, true), Histogram.of(sums, 20));
    }

    @Benchmark
    public Object heatMap() {
        return HeatMap.of(YEAR, series.sumOf(rows), true, ZoneOffset.UTC);
    }

    @Benchmark
    public Reckoning.Result expressionColumn() {
        return new Reckoning(district, Map.of(), Map.of(), AnalystBenchmarks::target, new Memberships())
                .of(DataBook.EMPTY.with(new DerivedColumn("houses", "specific", "kWh/m²", "heat / area")));
    }

    @Benchmark
    public Reckoning.Result sumsOverAreas() {
        return new Reckoning(district, Map.of(), Map.of("el", series), AnalystBenchmarks::target, new Memberships()).of(DataBook.EMPTY.with(sum("blocks", "el", true)));
    }

    @Benchmark
    public BitSet personalSums() {
        DataBook book = DataBook.EMPTY.with(DataRecord.of("houses/heat").withPersonal(true)).with(sum("blocks", "heat", false)).with(sum("feeders", "heat", false));
        return Prepared.of(book, district, Map.of(), Map.of(), AnalystBenchmarks::target).guard().withheld("feeders", "sum").orElseThrow();
    }

    /** Each a few times, for a look without JMH: the first, and the best of five after it. */
    public static void main(String[] arguments) throws Exception {
        AnalystBenchmarks all = new AnalystBenchmarks();
        all.prepare();
        for (String[] label : LABELS) {
            double best = Double.MAX_VALUE;
            double first = 0;
            for (int turn = 0; turn < 6; turn++) {
                long begin = System.nanoTime();
                AnalystBenchmarks.class.getMethod(label[0]).invoke(all);
                double ms = (System.nanoTime() - begin) / 1e6;
                first = turn == 0 ? ms : first;
                best = turn == 0 ? best : Math.min(best, ms);
            }
            System.out.printf("%s: first %.1f ms, then %.1f ms%n", label[1], first, best);
        }
    }
}
