package org.kvarter.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.analysis.chart.BenchChart;
import org.kvarter.model.FeatureKey;
import org.kvarter.session.SelectFeatures;
import org.kvarter.session.Session;
import org.kvarter.session.bench.Bench;
import org.kvarter.ui.Districts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.filter.FilterModel;

class BenchFilesTest {

    @TempDir
    Path folder;

    private final Session session = Bench.session();
    private final Workspace workspace = Districts.workspace(session);
    private final FilterModel filter = new FilterModel(session, workspace.tasks());
    private final BenchModel model = new BenchModel(session, filter, workspace.tasks());
    private final BenchFiles files = new BenchFiles(model, workspace);

    @BeforeEach
    void out() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        session.clock().startProperty().set(Bench.electricity().axis().start());
        session.clock().endProperty().set(Bench.electricity().axis().end());
        session.clock().zoneProperty().set(Bench.electricity().axis().zone());
        session.clock().setWithinRange(Bench.electricity().axis().at(1));
        model.outProperty().set(true);
    }

    @Test
    void theTableIsWrittenAsItIsSeen() throws Exception {
        model.scopeProperty().set(BenchModel.Scope.FILTERED);
        filter.type("area > 150");
        model.orderProperty().set(new BenchModel.Order(new BenchValue.Attribute("heat"), "", true));
        Path file = folder.resolve("t.csv");
        assertThat(files.write(BenchFiles.What.TABLE, file).join()).isTrue();
        assertThat(Files.readAllLines(file)).containsExactly("id,Name,\"Electricity, now [kWh]\",area [m²],households,heat [kWh],use", "e1,e1,8,400,8,8000,office",
                "w3,w3,6,300,4,6000,dwelling", "w2,w2,4,200,2,3000,office");
        assertThat(folder.resolve("t.csv.about.txt")).content().contains("houses.gpkg").contains("CC0");
    }

    @Test
    void chartsAreWrittenAsNumbers() throws Exception {
        SelectFeatures.only(session, List.of(new FeatureKey(Bench.HOUSES, 0)));
        model.charts().shown().setAll(new ChartSpec(BenchChart.Kind.HISTOGRAM, new BenchValue.Attribute("area"), null), new ChartSpec(BenchChart.Kind.TOP, new BenchValue.Attribute("heat"), null),
                new ChartSpec(BenchChart.Kind.SCATTER, new BenchValue.Attribute("area"), new BenchValue.Attribute("heat")),
                new ChartSpec(BenchChart.Kind.HEAT_MAP, new BenchValue.Whole(Bench.ELECTRICITY), null));
        Path file = folder.resolve("c.csv");
        files.write(BenchFiles.What.CHARTS, file).join();
        assertThat(Files.readAllLines(file).get(0)).isEqualTo("from [m²],to [m²],count,selected");
        assertThat(Files.readAllLines(file).stream().skip(1).mapToInt(l -> Integer.parseInt(l.split(",")[2])).sum()).isEqualTo(6);
        assertThat(Files.readAllLines(file).stream().skip(1).mapToInt(l -> Integer.parseInt(l.split(",")[3])).sum()).isEqualTo(1);
        assertThat(Files.readAllLines(folder.resolve("c-Top-list-Heat.csv"))).hasSize(7).element(1).isEqualTo("e1,e1,8000");
        assertThat(Files.readAllLines(folder.resolve("c-Scatter-Area.csv"))).hasSize(7);
        assertThat(Files.readAllLines(folder.resolve("c-Heat-map-of-hours-and-days-Electricity.csv")).get(1)).as("of the selected house").startsWith("2025-01-01,1,2,3,,");
    }

    @Test
    void seriesOfTheSelectionInTheClocksRange() throws Exception {
        SelectFeatures.only(session, List.of(new FeatureKey(Bench.HOUSES, 1), new FeatureKey(Bench.HOUSES, 4)));
        session.clock().endProperty().set(Bench.electricity().axis().at(2));
        Path file = folder.resolve("s.csv");
        files.write(BenchFiles.What.SERIES, file).join();
        assertThat(Files.readAllLines(file)).containsExactly("time,w2,e2", "2025-01-01T00:00:00+01:00,2,5", "2025-01-01T01:00:00+01:00,4,10");
    }

    /** Of each series it shows the table says where it comes from; numbers of single precision have no digits that nobody measured. */
    @Test
    void theTableSaysWhereItsSeriesComeFrom() throws Exception {
        session.dataBookProperty().set(session.dataBook().with(new org.kvarter.analysis.DataRecord(Bench.ELECTRICITY, org.kvarter.scenario.Origin.MODELLED, "Town Power", "2026-01-02", "", "CC BY 4.0", false)));
        var t = Bench.electricity();
        float[] values = t.values().clone();
        values[6] = 2.61f;
        session.series().put(Bench.ELECTRICITY, new org.kvarter.series.SeriesTable(Bench.ELECTRICITY, "Electricity", "electricity", "kWh", t.axis(), t.keys(), values));
        Path file = folder.resolve("t.csv");
        files.write(BenchFiles.What.TABLE, file).join();
        assertThat(folder.resolve("t.csv.about.txt")).content().contains("Electricity: modelled; from Town Power; read 2026-01-02; licence CC BY 4.0.");
        assertThat(Files.readString(file)).contains("w1,w1,2.61,100");
    }

    @Test
    void theTableAsGeoPackageIsItsFeatures() throws Exception {
        Path file = folder.resolve("t.gpkg");
        assertThat(files.write(BenchFiles.What.TABLE, file).join()).isTrue();
        assertThat(new String(Files.readAllBytes(file), 0, 15, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("SQLite format 3");
    }

    @Test
    void featuresAsGeoPackageAreReadBack() throws Exception {
        model.scopeProperty().set(BenchModel.Scope.FILTERED);
        filter.type("use = 'office'");
        Path file = folder.resolve("f.gpkg");
        assertThat(files.write(BenchFiles.What.FEATURES, file).join()).isTrue();
        var info = org.kvarter.importing.SourceInspector.ofInstalled().inspect(file, org.kvarter.importing.ReadOptions.DEFAULT, org.kvarter.task.Progress.NONE);
        assertThat(info.layers()).extracting(l -> l.features()).containsExactly(3);
    }

    @Test
    void whatCannotBeWrittenIsTold() {
        assertThat(files.write(BenchFiles.What.TABLE, folder.resolve("no").resolve("t.csv")).join()).isFalse();
        assertThat(workspace.notices().shown()).isNotEmpty();
    }
}
