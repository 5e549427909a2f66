package org.kvarter.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.Diagnostic;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.store.LoadReport;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.StoredSeries;
import org.kvarter.series.store.duck.DuckLimits;
import org.kvarter.series.store.duck.DuckStore;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.TableSource;
import org.kvarter.task.Progress;

/** A contract: what goes into a store by a recipe is what it gives in memory. */
class StoreImportTest {

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @TempDir
    private Path folder;

    private static final String METERS = "tid;mätare;kWh~2025-01-01 00:00;M0;%s~2025-01-01 01:00;M0;%s~2025-01-01 02:00;M0;%s~2025-01-01 03:00;M0;%s"
            + "~2025-01-01 00:00;M1;100.25~2025-01-01 01:00;M1;101.5~2025-01-01 02:00;M1;103~2025-01-01 03:00;M1;103";

    private DuckStore store() {
        return DuckStore.at(folder.resolve("series.duckdb"), new DuckLimits(2, 400));
    }

    private static ImportRecipe cumulative(ImportRecipe recipe, TimeRules.Label label) {
        ImportRecipe counted = recipe.withColumns(recipe.columns().stream().map(c -> c.role() == ColumnRole.VALUE ? c.withCumulative(true) : c).toList());
        return counted.withTime(recipe.time().withLabel(label));
    }

    /** {@code place: time value quality} of everything. */
    private static Map<String, List<String>> inMemory(SeriesTable table) {
        Map<String, List<String>> all = new TreeMap<>();
        for (int p = 0; p < table.keys().length; p++) {
            Quality[] qualities = table.qualityOf(new int[] {p});
            for (int i = 0; i < table.axis().count(); i++) {
                put(all, table.keys()[p], table.axis(), i, table.value(i, p), qualities.length == 0 ? Quality.MEASURED : qualities[i]);
            }
        }
        return all;
    }

    private static Map<String, List<String>> inStore(DuckStore store, StoredSeries series) throws Exception {
        Map<String, List<String>> all = new TreeMap<>();
        String[] keys = store.keys(series.id());
        float[] block = store.block(series.id(), 0, series.axis().count());
        for (int p = 0; p < keys.length; p++) {
            Quality[] qualities = store.qualities(series.id(), new int[] {p});
            for (int i = 0; i < series.axis().count(); i++) {
                put(all, keys[p], series.axis(), i, block[i * keys.length + p], qualities.length == 0 ? Quality.MEASURED : qualities[i]);
            }
        }
        return all;
    }

    private static void put(Map<String, List<String>> all, String key, TimeAxis axis, int i, float value, Quality quality) {
        if (!Float.isNaN(value)) {
            all.computeIfAbsent(key, k -> new java.util.ArrayList<>()).add(axis.at(i) + " " + value + " " + quality);
        }
    }

    private void bothAgree(ImportRecipe given, TableSource table, Twin twin) throws Exception {
        Survey survey = Survey.of(given, table, Progress.NONE);
        JoinResult join = Joins.best(survey.places(), survey.coordinates(), "", twin);
        ImportRecipe recipe = given.withJoin(join.rule());
        ImportOutcome memory = ImportRun.read(recipe, table, survey, join, twin, Progress.NONE);
        try (DuckStore store = store()) {
            StoreImport.Stored stored = StoreImport.into(recipe, table, survey, join, twin, StoreImport.Target.of(store), Progress.NONE);
            assertThat(stored.reports()).hasSameSizeAs(memory.series());
            for (int n = 0; n < memory.series().size(); n++) {
                StoredSeries series = stored.reports().get(n).series();
                SeriesTable expected = memory.series().get(n);
                assertThat(inStore(store, series)).isEqualTo(inMemory(expected)).isNotEmpty();
                assertThat(series.unit()).isEqualTo(expected.unit());
                assertThat(series.title()).isEqualTo(expected.title());
                assertThat(series.axis().step()).isEqualTo(expected.axis().step());
            }
            assertThat(shown(stored.outcome())).isEqualTo(shown(memory)).isNotEmpty();
            assertThat(told(stored.outcome())).isEqualTo(told(memory));
        }
    }

    /** Every finding, with its light and places. */
    private static List<String> shown(ImportOutcome outcome) {
        return outcome.checks().stream().map(c -> c.kind() + " " + c.light() + " " + c.quantity() + " " + c.sentence() + " " + c.places()).toList();
    }

    /** What is said of the rows; in memory the first double is named as well. */
    private static List<String> told(ImportOutcome outcome) {
        return outcome.diagnostics().stream().map(d -> d.severity() + " " + d.message().replaceAll(", the first for [^;]*", "")).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "rising             |1234567.1 1234568.2 1234570.4 1234571",
        "rolled over        |99980 99990 4 14",
        "replaced           |45210 45220 3 13",
        "corrected          |45210 45220 45100 45110",
        "standing still     |7 7 7 7"})
    void differencesOfMetersAreTheSame(String what, String readings) throws Exception {
        TableSource table = Runs.table(folder, "meters.csv", METERS.formatted((Object[]) readings.split(" ")));
        ImportRecipe recipe = Runs.recipe(table);
        bothAgree(cumulative(recipe, TimeRules.Label.START), table, Twin.EMPTY);
        bothAgree(cumulative(recipe, TimeRules.Label.END), table, Twin.EMPTY);
    }

    @Test
    void aGapOfAMeterIsSpreadAndMarked() throws Exception {
        TableSource table = Runs.table(folder, "gap.csv", "tid;mätare;kWh~2025-01-01 00:00;M0;100~2025-01-01 03:00;M0;130~2025-01-01 04:00;M0;140"
                + "~2025-01-01 00:00;M1;5~2025-01-01 01:00;M1;6~2025-01-01 02:00;M1;7~2025-01-01 03:00;M1;8~2025-01-01 04:00;M1;9");
        bothAgree(cumulative(Runs.recipe(table), TimeRules.Label.START), table, Twin.EMPTY);
        try (DuckStore store = store()) {
            String id = store.list().get(0).id();
            int place = Arrays.asList(store.keys(id)).indexOf("M0");
            TimeAxis axis = store.series(id).axis();
            assertThat(store.qualities(id, new int[] {place})).containsExactly(Quality.MEASURED, Quality.MODELLED, Quality.MODELLED, Quality.MEASURED);
            assertThat(axis.count()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"kWh", "°C", "kW"})
    void severalPlacesOfAFeatureArePutTogether(String unit) throws Exception {
        Twin twin = new Town().house("h1", "address=Storg. 1").house("h2", "address=Storg. 2").twin();
        TableSource table = Runs.table(folder, "flats.csv", ("tid;adress;Värme [%s]~2025-01-01 00:00;Storg. 1 A;10~2025-01-01 00:00;Storg. 1 B;20"
                + "~2025-01-01 00:00;Storg. 2;5~2025-01-01 01:00;Storg. 1 A;11~2025-01-01 01:00;Storg. 2;6").formatted(unit));
        bothAgree(Runs.recipe(table), table, twin);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "wide    |tid;M1 [kWh];M2 [kWh]~2025-01-01 00:00;1,5;2~2025-01-01 01:00;;3~2025-01-01 02:00;4;5",
        "two     |tid;mätare;el [kWh];värme [kWh]~2025-01-01 00:00;a;1;2~2025-01-01 01:00;a;3;4~2025-01-01 02:00;a;3;4",
        "autumn  |tid;mätare;kWh~2025-10-26 01:00;a;1~2025-10-26 02:00;a;2~2025-10-26 02:00;a;3~2025-10-26 03:00;a;4",
        "months  |tid;mätare;kWh~2025-01-01;a;31~2025-02-01;a;28~2025-03-01;a;62",
        "money   |tid;mätare;pris;enhet~2025-01-01 00:00;a;1;kr/kWh~2025-01-01 00:00;b;2;€/kWh~2025-01-01 01:00;a;3;kr/kWh~2025-01-01 01:00;b;4;€/kWh",
        "quality |tid;mätare;kWh;kvalitet~2025-01-01 00:00;a;1;uppmätt~2025-01-01 01:00;a;2;antagen~2025-01-01 02:00;a;3;modellerad~2025-01-01 02:00;b;3;saknas~2025-01-01 01:00;a;7;uppmätt",
        "gaps    |tid;mätare;kWh~2025-01-01 00:00;a;1~2025-01-01 01:00;a;2~2025-01-01 05:00;a;3~2025-01-01 06:00;a;3"})
    void plainTablesAreTheSame(String what, String rows) throws Exception {
        TableSource table = Runs.table(folder, "table.csv", rows);
        bothAgree(Runs.recipe(table), table, Twin.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "two values      |kWh|tid;mätare;Energi [kWh]~2025-01-01 00:00;a;1~2025-01-01 01:00;a;2~2025-01-01 01:00;a;4~2025-01-01 02:00;a;3|1 3 3",
        "three and two   |kWh|tid;mätare;Energi [kWh]~2025-01-01 00:00;a;1~2025-01-01 01:00;a;2~2025-01-01 01:00;a;4~2025-01-01 01:00;a;9~2025-01-01 02:00;a;3~2025-01-01 02:00;a;5|1 5 4"})
    void valuesThatStandTwiceAreAveragedAndSaid(String what, String unit, String rows, String values) throws Exception {
        TableSource table = Runs.table(folder, "double.csv", rows);
        bothAgree(Runs.recipe(table), table, Twin.EMPTY);
        ImportOutcome outcome = Runs.run(Runs.recipe(table), table);
        assertThat(Runs.values(outcome.series().get(0), 0)).isEqualTo(values);
        assertThat(told(outcome)).anySatisfy(m -> assertThat(m).contains("twice", "mean counts"));
    }

    @Test
    void doublesOfSeveralPlacesOfAFeatureAreAveragedBeforeTheyAreAdded() throws Exception {
        Twin twin = new Town().house("h1", "address=Storg. 1").twin();
        TableSource table = Runs.table(folder, "flats.csv", "tid;adress;Värme [kWh]~2025-01-01 00:00;Storg. 1 A;10~2025-01-01 00:00;Storg. 1 A;12"
                + "~2025-01-01 00:00;Storg. 1 B;20~2025-01-01 01:00;Storg. 1 A;11~2025-01-01 01:00;Storg. 1 B;6");
        bothAgree(Runs.recipe(table), table, twin);
    }

    /** A year of hours of twelve houses with everything that checks look for. */
    private static String year(String unit, boolean shared) {
        StringBuilder rows = new StringBuilder("tid;adress;Värme [" + unit + "]");
        java.util.Random random = new java.util.Random(5);
        java.time.LocalDateTime start = java.time.LocalDateTime.of(2025, 1, 1, 0, 0);
        for (int place = 0; place < 12; place++) {
            String key = shared ? "Storgatan " + (1 + place / 2) + " " + (place % 2 == 0 ? "A" : "B") : "Storgatan " + (1 + place);
            for (int day = 0; day < 365; day++) {
                if (place == 1 && day > 100 && day < 160) {
                    continue;
                }
                double value = place == 2 ? 7 : 5 + Math.rint(100 * random.nextDouble()) / 100;
                value = place == 3 && day == 50 ? 1e9 : place == 4 && day % 90 == 7 ? 5000 : place == 5 && day == 9 ? -3 : place == 6 ? value * 1e6 : value;
                rows.append('~').append(start.plusDays(day).toLocalDate()).append(';').append(key).append(';').append(String.valueOf(value).replace('.', ','));
            }
        }
        return rows.toString();
    }

    @ParameterizedTest
    @CsvSource({"kWh,false", "kWh,true", "MWh,false", "°C,false", "°C,true", "kW,false", "foo,false"})
    void everyCheckFindsTheSame(String unit, boolean shared) throws Exception {
        Town town = new Town();
        for (int house = 1; house <= 12; house++) {
            town.house("h" + house, "address=Storgatan " + house, "bruksarea=" + 100 * house);
        }
        TableSource table = Runs.table(folder, "year.csv", year(unit, shared));
        Twin twin = town.twin();
        bothAgree(Runs.recipe(table), table, twin);
        ImportOutcome outcome = ImportRun.read(Runs.recipe(table).withJoin(JoinRule.address("houses", "address")), table, twin, Progress.NONE);
        assertThat(outcome.checks()).filteredOn(c -> c.light() != Check.Light.GREEN).extracting(Check::kind).contains(Check.Kind.MISSING, Check.Kind.CONSTANT);
        if (unit.equals("kWh")) {
            assertThat(outcome.checks()).filteredOn(c -> c.light() != Check.Light.GREEN).extracting(Check::kind)
                    .contains(Check.Kind.RANGE, Check.Kind.OUTLIERS, Check.Kind.NEGATIVE, Check.Kind.TOTAL, Check.Kind.INTENSITY);
        }
    }

    @Test
    void whatIsReadAndGivenUpLeavesNothing() throws Exception {
        TableSource table = Runs.table(folder, "year.csv", year("kWh", false));
        ImportRecipe recipe = Runs.recipe(table);
        Survey survey = Survey.of(recipe, table, Progress.NONE);
        try (DuckStore store = store()) {
            StoreImport.Staged staged = StoreImport.read(recipe, table, survey, Joins.best(survey.places(), survey.coordinates(), "", Twin.EMPTY), Twin.EMPTY,
                    StoreImport.Target.of(store), Progress.NONE);
            assertThat(staged.outcome().light()).isEqualTo(Check.Light.RED);
            staged.close();
            assertThat(Files.list(folder).map(p -> p.getFileName().toString())).containsExactly("year.csv");
        }
    }

    @Test
    void pricesOfTwoCurrenciesAreTwoSeries() throws Exception {
        TableSource table = Runs.table(folder, "money.csv", "tid;mätare;pris;enhet~2025-01-01 00:00;a;1;SEK/kWh~2025-01-01 00:00;b;2;EUR/kWh"
                + "~2025-01-01 01:00;a;3;öre/kWh~2025-01-01 01:00;b;4;EUR/MWh");
        assertThat(Survey.of(Runs.recipe(table), table, Progress.NONE).quantities()).extracting(Survey.Quantity::unit).containsExactly("kr/kWh", "€/kWh");
    }

    @Test
    void wordsOfQualityReachTheStore() throws Exception {
        TableSource table = Runs.table(folder, "q.csv", "tid;mätare;kWh;kvalitet~2025-01-01 00:00;a;1;uppmätt~2025-01-01 01:00;a;2;antagen~2025-01-01 02:00;a;3;modellerad");
        ImportRecipe recipe = Runs.recipe(table);
        Survey survey = Survey.of(recipe, table, Progress.NONE);
        try (DuckStore store = store()) {
            LoadReport report = StoreImport.into(recipe, table, survey, Joins.best(survey.places(), survey.coordinates(), "", Twin.EMPTY), Twin.EMPTY,
                    StoreImport.Target.of(store), Progress.NONE).reports().get(0);
            assertThat(store.qualities(report.series().id(), new int[] {0}))
                    .containsExactly(Quality.MEASURED, Quality.ASSUMED, Quality.MODELLED);
        }
    }

    @Test
    void aReadingThatStandsTwiceIsSaidAndTheLastCounts() throws Exception {
        TableSource table = Runs.table(folder, "twice.csv", "tid;mätare;kWh~2025-01-01 00:00;a;100~2025-01-01 01:00;a;101~2025-01-01 01:00;a;102~2025-01-01 02:00;a;104");
        ImportRecipe recipe = cumulative(Runs.recipe(table), TimeRules.Label.START);
        bothAgree(recipe, table, Twin.EMPTY);
        Survey survey = Survey.of(recipe, table, Progress.NONE);
        try (DuckStore store = store()) {
            assertThat(StoreImport.into(recipe, table, survey, Joins.best(survey.places(), survey.coordinates(), "", Twin.EMPTY), Twin.EMPTY,
                    StoreImport.Target.of(store), Progress.NONE).outcome().diagnostics()).extracting(Diagnostic::message)
                    .anySatisfy(m -> assertThat(m).contains("twice.csv", "the last one counts"));
        }
        assertThat(Files.list(folder)).noneMatch(p -> p.getFileName().toString().startsWith(".loading"));
    }
}
