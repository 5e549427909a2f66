package org.kvarter.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DataOrigins;
import org.kvarter.analysis.DataRecord;
import org.kvarter.analysis.DerivedColumn;
import org.kvarter.analysis.Privacy;
import org.kvarter.analysis.chart.BenchChart;
import org.kvarter.exporting.Credit;
import org.kvarter.exporting.ExportFormat;
import org.kvarter.exporting.Scene;
import org.kvarter.exporting.table.GridFormat;
import org.kvarter.geo.filter.FeatureFilter;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Layer;
import org.kvarter.model.NumberColumn;
import org.kvarter.model.TextColumn;
import org.kvarter.model.VectorLayer;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.ScaleSpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.project.ProjectStore;
import org.kvarter.scenario.Area;
import org.kvarter.scenario.Figure;
import org.kvarter.scenario.Kpi;
import org.kvarter.scenario.Measure;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.scene.palette.MaterialColours;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesValues;
import org.kvarter.series.SeriesView;
import org.kvarter.session.SelectFeatures;
import org.kvarter.session.Session;
import org.kvarter.session.bench.Bench;
import org.kvarter.session.bench.Packing;
import org.kvarter.session.bench.Workings;
import org.kvarter.session.loading.SessionDocument;
import org.kvarter.task.Progress;
import org.kvarter.ui.Districts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.filter.FilterModel;
import org.kvarter.ui.inspector.InspectorModel;
import org.kvarter.ui.overlays.PaintingModel;
import org.kvarter.ui.search.SearchModel;
import org.kvarter.ui.timeline.TracesModel;

/**
 * Every way on which a value of a single house gets out, tried with values that nobody may read: of an attribute, of what is reckoned from it, of a text,
 * and of a series. Each way is tried twice: where nothing is personal it tells them, so that the trial itself is known to see; where they are personal it
 * does not.
 */
class PersonalWaysTest {

    private static final String[] IDS = {"w1", "w2", "w3", "e1", "e2", "o"};
    private static final double[] HEAT = {71_310, 72_520, 73_730, 80_000, 74_440, 75_650};
    private static final float[] POWER = {913.1f, 925.2f, 937.3f, 810, 949.4f, 961.5f};
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?(?:E-?\\d+)?");
    private static final String NAME = "tariff";

    @TempDir
    static Path folder;

    private final Session session = Bench.session();
    private final Workspace workspace = Districts.workspace(session);
    private final Workings workings = new Workings(session, workspace.tasks());
    private final FilterModel filter = new FilterModel(session, workspace.tasks());
    private final BenchModel bench = new BenchModel(session, filter, workspace.tasks());

    /** The houses with secret numbers and texts. */
    @BeforeEach
    void secrets() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        VectorLayer houses = (VectorLayer) session.layer(Bench.HOUSES).orElseThrow();
        AttributeTable attributes = houses.features().attributes();
        attributes = attributes.with(new NumberColumn("heat", "kWh", NumberColumn.Type.REAL, HEAT.clone()));
        attributes = attributes.with(new TextColumn(NAME, new int[] {0, 1, 2, 3, 4, 5}, Arrays.stream(IDS).map(i -> "SECRET-" + i).toArray(String[]::new)));
        session.districtProperty().set(session.district().with(houses.withFeatures(houses.features().withAttributes(attributes))));
        SeriesTable before = Bench.electricity();
        float[] values = new float[18];
        for (int i = 0; i < 18; i++) {
            values[i] = POWER[i % 6];
        }
        session.series().put(Bench.ELECTRICITY, new SeriesTable(Bench.ELECTRICITY, "Electricity", "electricity", "kWh", before.axis(), before.keys(), values));
        session.clock().zoneProperty().set(before.axis().zone());
        session.clock().startProperty().set(before.axis().start());
        session.clock().endProperty().set(before.axis().end());
        session.clock().setWithinRange(before.axis().at(1));
        workings.put(new DerivedColumn(Bench.HOUSES, "twice", "", "heat * 2"));
        workings.put(new DerivedColumn(Bench.HOUSES, "annual", "", "total(Electricity)"));
        session.overlays().setAll(List.of(overlay("heat", new ValueSource.Attribute("heat")), overlay("twice", new ValueSource.Attribute("twice")),
                overlay("el", new ValueSource.Series(Bench.ELECTRICITY, SeriesValues.Aggregation.SUM))));
        session.scenariosProperty().set(new ScenarioBook(List.of(new Scenario("s", "S", "", "", List.of(),
                List.of(new Measure.ChangeAttribute(Area.layer(Bench.BLOCKS), "x", "", Measure.Way.SET, "1", "")))), kpis(), List.of(), ""));
        bench.outProperty().set(true);
        bench.layerProperty().set(Bench.HOUSES);
    }

    private static OverlaySpec overlay(String id, ValueSource values) {
        return new OverlaySpec(id, id, Bench.HOUSES, values, "", "kWh", ScaleSpec.DEFAULT);
    }

    private static List<Kpi> kpis() {
        List<Kpi> all = new ArrayList<>();
        for (String id : List.of("w1", "w2", "w3", "e2", "o")) {
            Area one = Area.of(Bench.HOUSES, List.of(id));
            all.add(new Kpi("el_" + id, "", "kWh", Kpi.Better.LOWER, new Figure.OfSeries(Bench.ELECTRICITY, Figure.Aggregate.SUM, one, 0)));
            for (Figure.Aggregate how : List.of(Figure.Aggregate.SUM, Figure.Aggregate.MEAN, Figure.Aggregate.MAXIMUM, Figure.Aggregate.MINIMUM)) {
                all.add(new Kpi("heat_" + how + id, "", "kWh", Kpi.Better.LOWER, new Figure.OfAttribute("heat", how, one, 0)));
                all.add(new Kpi("twice_" + how + id, "", "kWh", Kpi.Better.LOWER, new Figure.OfAttribute("twice", how, one, 0)));
            }
        }
        all.add(new Kpi("least", "", "kWh", Kpi.Better.LOWER, new Figure.OfAttribute("heat", Figure.Aggregate.MINIMUM, Area.layer(Bench.HOUSES), 0)));
        all.add(new Kpi("found", "", "kWh", Kpi.Better.LOWER, new Figure.OfAttribute("heat", Figure.Aggregate.SUM, Area.where(Bench.HOUSES, "heat < 72000"), 0)));
        return all;
    }

    /** @param whole whether all of the layer is marked, or its attributes and the series one by one */
    private void markPersonal(boolean whole) {
        DataBook book = session.dataBook().with(new Privacy(5, Map.of(Bench.HOUSES, "households")));
        workings.perform("", whole ? book.with(DataRecord.of(Bench.HOUSES).withPersonal(true)) : book.with(DataRecord.of(Bench.HOUSES + "/heat").withPersonal(true)).with(DataRecord.of(Bench.HOUSES + "/" + NAME).withPersonal(true))
                .with(DataRecord.of(Bench.ELECTRICITY).withPersonal(true)));
    }

    /** A way out: everything that somebody reads on it. */
    private interface Way {
        Object take(PersonalWaysTest t) throws Exception;
    }

    private static final Map<String, Way> WAYS = new LinkedHashMap<>();

    static {
        WAYS.put("attributes of the session", t -> columns(t.houses()));
        WAYS.put("series of the session", t -> t.session.series().values().stream().map(PersonalWaysTest::read).toList());
        WAYS.put("attributes under a scenario", t -> columns(t.session.scenarioEngine().view(t.session.scenarios(), "s").features(t.houses()).attributes().columns()));
        WAYS.put("series under a scenario", t -> t.session.scenarioEngine().view(t.session.scenarios(), "s").series(Bench.ELECTRICITY).map(PersonalWaysTest::read).orElseThrow());
        WAYS.put("where a value comes from", t -> Stream.of("heat", "twice").flatMap(a -> java.util.stream.IntStream.range(0, 6)
                .mapToObj(r -> t.session.scenarioEngine().whereFrom(t.session.scenarios(), "s", t.houses(), r, a))).toList());
        WAYS.put("inspector of one", t -> t.each(k -> t.inspected(List.of(k))));
        WAYS.put("inspector of two with nothing", t -> t.inspected(List.of(new FeatureKey(Bench.HOUSES, 0), new FeatureKey(Bench.BLOCKS, 0))));
        WAYS.put("overlay and legend", t -> t.painted());
        WAYS.put("curve of the timeline", t -> t.each(k -> {
            SelectFeatures.only(t.session, List.of(k));
            t.session.activeOverlayProperty().set("el");
            return ((List<?>) call(new TracesModel(t.session, t.workspace.tasks()), "traces")).stream().map(trace -> Arrays.toString((double[]) call(trace, "values"))).toList();
        }));
        WAYS.put("filter", t -> Arrays.stream(IDS).filter(id -> matches(t, NAME + " = 'SECRET-" + id + "'")).map("SECRET-"::concat).toList());
        WAYS.put("filter by bisection", t -> bisected(t));
        WAYS.put("values a filter proposes", t -> t.filter.attributes().stream().map(c -> columns(List.of(c))).toList() + "" + t.filter.examples());
        for (BenchFiles.What what : BenchFiles.What.values()) {
            if (what != BenchFiles.What.FEATURES) {
                WAYS.put("bench as files: " + what, t -> t.grids(what));
            }
        }
        WAYS.put("charts of the bench", t -> t.charts());
        WAYS.put("preview of an expression", t -> Stream.of("heat", "heat + 0", "total(Electricity)", "concat(" + NAME + ", '')").map(e -> {
            ExpressionModel model = new ExpressionModel(t.session, t.workings, t.workspace.tasks(), new DerivedColumn(Bench.HOUSES, "", "", ""));
            model.type(e, "");
            return model.previewProperty().get().lines().stream().map(Arrays::toString).toList().toString();
        }).toList());
        WAYS.put("key figures", t -> t.session.scenarioEngine().kpis(t.session.scenarios(), "").stream().map(k -> k.value()).toList());
        WAYS.put("key figures, where from", t -> t.session.scenarios().kpis().stream().map(k -> t.session.scenarioEngine().whereFrom(t.session.scenarios(), "", k)).toList());
        WAYS.put("hours of one", t -> t.each(k -> Arrays.toString(t.session.scenarioEngine().hours(t.session.scenarios(), "", Bench.ELECTRICITY,
                Area.of(Bench.HOUSES, List.of(IDS[k.row()]))).values())));
        WAYS.put("export " + ExportFormat.GEOPACKAGE, t -> t.exported(ExportFormat.GEOPACKAGE)); // those of solids: PersonalDataByCommandTest
        for (GridFormat format : GridFormat.values()) {
            WAYS.put("table " + format, t -> {
                Path file = Files.createTempDirectory(folder, "t").resolve("t" + format.ending());
                BenchFiles files = new BenchFiles(t.bench, t.workspace);
                assertThat(files.write(BenchFiles.What.TABLE, file).join()).isTrue();
                return text(file.getParent());
            });
        }
    }

    /** Ways that tell no single values of anything, personal or not. */
    private static final Map<String, Way> SILENT = new LinkedHashMap<>();

    static {
        SILENT.put("project file", t -> {
            Path file = Files.createTempDirectory(folder, "p").resolve("kvarter.json");
            new ProjectStore(folder.resolve("unpacked")).save(SessionDocument.of(t.session), file, Progress.NONE);
            return text(file.getParent());
        });
        SILENT.put("package", t -> {
            Path place = Files.createTempDirectory(folder, "k");
            Packing.Packed packed = Packing.of(t.session, SessionDocument.of(t.session)).write(place);
            Path file = Files.createTempDirectory(folder, "o").resolve("t.kvarter");
            new ProjectStore(folder.resolve("unpacked")).save(packed.document(), file, Progress.NONE);
            return text(file.getParent()) + packed.told();
        });
        SILENT.put("search", t -> Arrays.stream(IDS).filter(id -> !search(t, "SECRET-" + id).isEmpty()).map("SECRET-"::concat).toList());
        SILENT.put("titles of undo", t -> t.session.undo().undoTitleProperty().get());
        SILENT.put("diagnostics", t -> t.session.diagnostics());
        SILENT.put("about the data", t -> new DataOrigins(t.session.dataBook(), t.session.scenarios()).about(t.houses()));
    }

    static Stream<Arguments> ways() {
        return WAYS.keySet().stream().flatMap(way -> Stream.of(Arguments.of(way, false), Arguments.of(way, true)));
    }

    static Stream<Arguments> silent() {
        return SILENT.keySet().stream().flatMap(way -> Stream.of(Arguments.of(way, false), Arguments.of(way, true)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void tellsWhatIsNotPersonalAndNothingOfTheOthers(String way, boolean whole) throws Exception {
        assertThat(secretsIn(WAYS.get(way).take(this))).as("%s tells what is not personal", way).isNotEmpty();
        session.selection().clear();
        session.activeOverlayProperty().set("");
        markPersonal(whole);
        Object taken = WAYS.get(way).take(this);
        assertThat(secretsIn(taken)).as("%s: %s", way, taken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("silent")
    void tellsNothing(String way, boolean whole) throws Exception {
        markPersonal(whole);
        Object taken = SILENT.get(way).take(this);
        assertThat(secretsIn(taken)).as("%s: %s", way, taken).isEmpty();
    }

    /** Sums over enough are told of all kinds: of the attribute, what is reckoned from it, and the series. */
    @Test
    void sumsOverEnoughAreTold() {
        markPersonal(false);
        double heat = Arrays.stream(HEAT).sum();
        List<Kpi> all = List.of(new Kpi("a", "", "", Kpi.Better.LOWER, new Figure.OfAttribute("heat", Figure.Aggregate.SUM, Area.layer(Bench.HOUSES), 0)),
                new Kpi("b", "", "", Kpi.Better.LOWER, new Figure.OfAttribute("twice", Figure.Aggregate.SUM, Area.layer(Bench.HOUSES), 0)),
                new Kpi("c", "", "", Kpi.Better.LOWER, new Figure.OfSeries(Bench.ELECTRICITY, Figure.Aggregate.SUM, Area.DISTRICT, 0)));
        assertThat(session.scenarioEngine().kpis(new ScenarioBook(List.of(), all, List.of(), ""), "")).extracting(k -> Math.round(k.value()))
                .containsExactly(Math.round(heat), Math.round(2 * heat), Math.round(3 * (913.1 + 925.2 + 937.3 + 810 + 949.4 + 961.5)));
    }

    private Layer houses() {
        return session.layer(Bench.HOUSES).orElseThrow();
    }

    private static List<String> columns(Layer layer) {
        return columns(layer.features().attributes().columns());
    }

    private static List<String> columns(List<AttributeColumn> columns) {
        List<String> all = new ArrayList<>();
        for (AttributeColumn c : columns) {
            for (int r = 0; r < c.size(); r++) {
                all.add(c.name() + "=" + c.value(r));
            }
            if (c instanceof TextColumn t) {
                all.add(Arrays.toString(t.dictionary()));
            }
        }
        return all;
    }

    private static String read(SeriesView series) {
        double[] moment = new double[series.places()];
        series.read(1, moment);
        int[] places = java.util.stream.IntStream.range(0, series.places()).toArray();
        List<String> sums = Arrays.stream(places).mapToObj(p -> Arrays.toString(SeriesValues.sumOfPlaces(series, new int[] {p}))).toList();
        return Arrays.toString(moment) + Arrays.toString(series.over(0, 3, SeriesValues.Aggregation.SUM)) + sums;
    }

    private List<Object> each(java.util.function.Function<FeatureKey, Object> of) {
        return java.util.stream.IntStream.of(0, 1, 2, 4, 5).mapToObj(r -> of.apply(new FeatureKey(Bench.HOUSES, r))).toList();
    }

    private Object inspected(List<FeatureKey> keys) {
        SelectFeatures.only(session, keys);
        return call(new InspectorModel(session), "content");
    }

    private Object painted() {
        List<String> all = new ArrayList<>();
        PaintingModel painting = new PaintingModel(session, workspace.tasks());
        for (String id : List.of("heat", "twice", "el")) {
            session.activeOverlayProperty().set(id);
            var painted = painting.paintedProperty().get();
            all.add(painted.legend().map(Object::toString).orElse("").replaceAll("argb=-?\\d+", ""));
            int[] colours = painted.argb();
            int none = colours.length == 0 ? 0 : colours[0];
            all.add(java.util.stream.IntStream.of(0, 1, 2, 4, 5).allMatch(r -> r >= colours.length || colours[r] == none) ? "" : "SECRET-colours");
        }
        return all;
    }

    private static List<?> search(PersonalWaysTest t, String text) {
        SearchModel search = new SearchModel(t.session, t.workspace.tasks());
        search.textProperty().set(text);
        return search.hits();
    }

    private static boolean matches(PersonalWaysTest t, String expression) {
        t.filter.type(expression);
        BitSet met = t.filter.resultProperty().get().matches().get(Bench.HOUSES);
        return met != null && !met.isEmpty();
    }

    /** Halves the interval in which a house's heat lies, by asking whether a filter meets it. */
    private static List<Double> bisected(PersonalWaysTest t) throws Exception {
        List<Double> found = new ArrayList<>();
        for (int r : new int[] {0, 4}) {
            double low = 0;
            double high = 1_000_000;
            for (int i = 0; i < 30; i++) {
                double mid = (low + high) / 2;
                boolean above = FeatureFilter.compile("heat >= " + mid).matches(t.houses().features()).get(r);
                low = above ? mid : low;
                high = above ? high : mid;
            }
            found.add((double) Math.round(low));
        }
        return found;
    }

    private Object grids(BenchFiles.What what) {
        bench.charts().shown().setAll(specs());
        return new BenchFiles(bench, workspace).grids(what).get().stream().map(g -> g.columns().stream().map(c -> {
            List<Object> cells = new ArrayList<>();
            for (int i = 0; i < g.rows(); i++) {
                cells.add(c.value().apply(i));
            }
            return c.name() + cells;
        }).toList().toString()).toList();
    }

    private static List<ChartSpec> specs() {
        List<ChartSpec> all = new ArrayList<>();
        for (BenchValue v : List.of(new BenchValue.Attribute("heat"), new BenchValue.Attribute("twice"), new BenchValue.Whole(Bench.ELECTRICITY), new BenchValue.Now(Bench.ELECTRICITY))) {
            all.add(new ChartSpec(BenchChart.Kind.TOP, v, null));
            all.add(new ChartSpec(BenchChart.Kind.HISTOGRAM, v, null));
            all.add(new ChartSpec(BenchChart.Kind.SCATTER, new BenchValue.Attribute("area"), v));
        }
        all.add(new ChartSpec(BenchChart.Kind.HEAT_MAP, new BenchValue.Whole(Bench.ELECTRICITY), null));
        return all;
    }

    /** The heat map of each single house, which is what a selection shows. */
    private Object charts() {
        return each(k -> {
            SelectFeatures.only(session, List.of(k));
            bench.scopeProperty().set(BenchModel.Scope.SELECTED);
            return grids(BenchFiles.What.CHARTS) + "" + grids(BenchFiles.What.TABLE);
        });
    }

    private Object exported(ExportFormat format) throws Exception {
        List<Layer> layers = List.of(houses());
        Path place = Files.createTempDirectory(folder, "e");
        Scene scene = new Scene(session.district(), Map.copyOf(session.meshes()), layers, k -> true, MaterialColours::of)
                .withCredits(Credit.of(layers, new DataOrigins(session.dataBook(), session.scenarios()), session.vault().guard()));
        format.write(scene, place.resolve("x" + format.endings().get(0)), Progress.NONE);
        return text(place);
    }

    private static Object call(Object of, String method) {
        try {
            Method m = of.getClass().getDeclaredMethod(method);
            m.setAccessible(true);
            return m.invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Everything that can be read in the files of a folder: texts, entries of archives, tables. */
    private static String text(Path place) throws Exception {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (file.toString().endsWith(".gpkg") || file.toString().endsWith(".parquet")) {
                    all.append(tables(file));
                } else if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
                    try (ZipFile zip = new ZipFile(file.toFile())) {
                        for (var entry : java.util.Collections.list(zip.entries())) {
                            all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)).append('\n');
                        }
                    }
                } else {
                    all.append(new String(bytes, StandardCharsets.ISO_8859_1)).append('\n');
                }
            }
        }
        return all.toString();
    }

    private static String tables(Path file) throws Exception {
        boolean parquet = file.toString().endsWith(".parquet");
        StringBuilder all = new StringBuilder();
        try (Connection c = DriverManager.getConnection(parquet ? "jdbc:duckdb:" : "jdbc:sqlite:" + file)) {
            List<String> names = new ArrayList<>();
            if (parquet) {
                names.add("'" + file + "'");
            } else {
                try (ResultSet r = c.createStatement().executeQuery("SELECT table_name FROM gpkg_contents")) {
                    while (r.next()) {
                        names.add("\"" + r.getString(1) + "\"");
                    }
                }
            }
            for (String name : names) {
                try (ResultSet r = c.createStatement().executeQuery("SELECT * FROM " + name)) {
                    while (r.next()) {
                        for (int i = 1; i <= r.getMetaData().getColumnCount(); i++) {
                            all.append(r.getObject(i) instanceof byte[] ? "" : r.getObject(i)).append(' ');
                        }
                    }
                }
            }
        }
        return all.toString();
    }

    /** Secret values in what was taken, as they are or as people read them, in any power of ten, once, twice or three times. */
    private static Set<String> secretsIn(Object taken) {
        String text = String.valueOf(taken).replaceAll("(?<=\\d)[\\u00a0\\u202f\\u2009 ,](?=\\d{3}(?!\\d))", "");
        Set<String> found = new TreeSet<>();
        Matcher word = Pattern.compile("SECRET-(w1|w2|w3|e2|o|colours)\\b").matcher(text);
        while (word.find()) {
            found.add(word.group());
        }
        Set<String> secret = new TreeSet<>();
        for (int r : new int[] {0, 1, 2, 4, 5}) {
            for (int times = 1; times <= 3; times++) {
                secret.add(mantissa(HEAT[r] * times));
                secret.add(mantissa(POWER[r] * times));
            }
        }
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            double value = Double.parseDouble(number.group());
            if (value >= 100 && secret.contains(mantissa(value))) {
                found.add(number.group());
            }
        }
        return found;
    }

    /** The first three digits. */
    private static String mantissa(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.2e", value).substring(0, 4);
    }
}
