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
import org.kvarter.series.TimeWindow;
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
            for (int i = 0; i < table.axis().count(); i++) {
                put(all, table.keys()[p], table.axis(), i, table.value(i, p));
            }
        }
        return all;
    }

    private static Map<String, List<String>> inStore(DuckStore store, StoredSeries series) throws Exception {
        Map<String, List<String>> all = new TreeMap<>();
        String[] keys = store.keys(series.id());
        float[] block = store.block(series.id(), 0, series.axis().count());
        for (int p = 0; p < keys.length; p++) {
            for (int i = 0; i < series.axis().count(); i++) {
                put(all, keys[p], series.axis(), i, block[i * keys.length + p]);
            }
        }
        return all;
    }

    private static void put(Map<String, List<String>> all, String key, TimeAxis axis, int i, float value) {
        if (!Float.isNaN(value)) {
            all.computeIfAbsent(key, k -> new java.util.ArrayList<>()).add(axis.at(i) + " " + value);
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
            assertThat(meters(stored.checks())).isEqualTo(meters(memory.checks()));
        }
    }

    private static List<String> meters(List<Check> checks) {
        return checks.stream().filter(c -> c.kind() == Check.Kind.METERS).map(c -> c.light() + " " + c.sentence() + " " + c.places()).toList();
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
            assertThat(store.quality(id, new TimeWindow(axis.at(1), axis.at(2)))[place]).isEqualTo(Quality.MODELLED);
            assertThat(store.quality(id, new TimeWindow(axis.at(0), axis.at(1)))[place]).isEqualTo(Quality.MEASURED);
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
        "gaps    |tid;mätare;kWh~2025-01-01 00:00;a;1~2025-01-01 01:00;a;2~2025-01-01 05:00;a;3~2025-01-01 06:00;a;3"})
    void plainTablesAreTheSame(String what, String rows) throws Exception {
        TableSource table = Runs.table(folder, "table.csv", rows);
        bothAgree(Runs.recipe(table), table, Twin.EMPTY);
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
            TimeAxis axis = report.series().axis();
            assertThat(List.of(0, 1, 2)).extracting(i -> store.quality(report.series().id(), new TimeWindow(axis.at(i), axis.at(i + 1)))[0])
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
                    StoreImport.Target.of(store), Progress.NONE).reports().get(0).diagnostics()).extracting(Diagnostic::message)
                    .anySatisfy(m -> assertThat(m).contains("twice.csv", "the last one counts"));
        }
        assertThat(Files.list(folder)).noneMatch(p -> p.getFileName().toString().startsWith(".loading"));
    }
}
