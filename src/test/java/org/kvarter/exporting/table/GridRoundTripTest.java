package org.kvarter.exporting.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.exporting.ExportException;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.FeatureTable;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.TimeWindow;
import org.kvarter.series.csv.CsvPreview;
import org.kvarter.series.csv.CsvSeriesReader;
import org.kvarter.series.csv.CsvSniffer;
import org.kvarter.session.bench.Bench;
import org.kvarter.task.Progress;

class GridRoundTripTest {

    @TempDir
    Path folder;

    private static Grid houses() {
        FeatureTable features = Bench.district().layer(Bench.HOUSES).orElseThrow().features();
        return Grids.features("Houses", features, new int[] {3, 0, 4}, List.of()).withAbout(List.of("Measured by the utility, CC BY 4.0."));
    }

    @Test
    void csvHasHeadingsWithUnitsAndItsOriginBesideIt() throws Exception {
        Path file = folder.resolve("houses.csv");
        assertThat(GridFormat.CSV.write(List.of(houses()), file)).containsExactly(file);
        assertThat(Files.readAllLines(file)).containsExactly("id,area [m²],households,heat [kWh],use", "e1,400,8,8000,office", "w1,100,1,1000,dwelling", "e2,100,,500,dwelling");
        assertThat(folder.resolve("houses.csv.about.txt")).hasContent("Measured by the utility, CC BY 4.0.");
    }

    @Test
    void textsThatASpreadsheetWouldReckonAreQuoted() throws Exception {
        AttributeTableBuilder t = new AttributeTableBuilder();
        t.set(0, "name", "=HYPERLINK(\"x\")");
        t.set(0, "balance", -2.5);
        t.set(1, "name", "a, \"b\"\nc");
        FeatureTable features = FeatureTable.flat(new String[] {"1", "2"}, "x", t.build(2));
        Path file = folder.resolve("x.csv");
        GridFormat.CSV.write(List.of(Grids.features("x", features, new int[] {0, 1}, List.of())), file);
        assertThat(Files.readString(file)).contains("'=HYPERLINK").contains("-2.5").contains("\"a, \"\"b\"\"\nc\"");
    }

    /** By the reader of series that the project has. */
    @Test
    void aSeriesIsReadBackAsItWas() throws Exception {
        Path file = folder.resolve("electricity.csv");
        GridFormat.CSV.write(List.of(Grids.series(Bench.electricity(), new int[] {0, 3}, null)), file);
        CsvPreview look = CsvSniffer.look(file, ZoneId.of("Europe/Stockholm"));
        SeriesTable source = CsvSeriesReader.read(file, look.format(), "x", "x", "x", Progress.NONE).table();
        assertThat(source.keys()).containsExactly("w1", "e1");
        assertThat(source.axis()).isEqualTo(Bench.electricity().axis());
        assertThat(source.values()).containsExactly(1, 4, 2, 8, 3, 12);
    }

    @Test
    void aSeriesInItsWindow() {
        TimeWindow second = new TimeWindow(Bench.electricity().axis().at(1), Bench.electricity().axis().at(2));
        Grid grid = Grids.series(Bench.electricity(), new int[] {2}, second);
        assertThat(grid.rows()).isEqualTo(1);
        assertThat(grid.columns().get(1).value().apply(0)).isEqualTo(6.0);
        assertThat(grid.columns().get(0).value().apply(0)).hasToString("2025-01-01T01:00+01:00[Europe/Stockholm]");
    }

    @Test
    void aWorkbookHasASheetForEachAndOneAboutThem() throws Exception {
        Path file = folder.resolve("all.xlsx");
        GridFormat.XLSX.write(List.of(houses(), Grids.series(Bench.electricity(), new int[] {1}, null)), file);
        try (InputStream in = Files.newInputStream(file); ReadableWorkbook book = new ReadableWorkbook(in)) {
            assertThat(book.getSheets().map(s -> s.getName())).containsExactly("Houses", "Electricity", "About");
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(1)).isEqualTo("area [m²]");
            assertThat(rows.get(1).getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("400");
            assertThat(rows.get(3).getCellAsNumber(2)).as("missing").isEmpty();
            assertThat(book.findSheet("About").orElseThrow().read().get(0).getCellText(1)).contains("CC BY");
        }
    }

    @Test
    void parquetKeepsTypesAndOrigin() throws Exception {
        Path file = folder.resolve("it's.parquet");
        GridFormat.PARQUET.write(List.of(houses()), file);
        try (Connection c = DriverManager.getConnection("jdbc:duckdb:")) {
            String from = "'" + file.toString().replace("'", "''") + "'";
            try (ResultSet r = c.createStatement().executeQuery("SELECT id, \"area [m²]\", households, \"use\" FROM " + from)) {
                assertThat(r.next()).isTrue();
                assertThat(r.getString(1)).isEqualTo("e1");
                assertThat(r.getDouble(2)).isEqualTo(400);
                assertThat(r.next() && r.next()).isTrue();
                assertThat(r.getObject(3)).isNull();
                assertThat(r.next()).isFalse();
            }
            try (ResultSet r = c.createStatement().executeQuery("SELECT decode(value) FROM parquet_kv_metadata(" + from + ") WHERE decode(key) = 'about'")) {
                assertThat(r.next()).isTrue();
                assertThat(r.getString(1)).contains("CC BY");
            }
        }
        GridFormat.PARQUET.write(List.of(Grids.series(Bench.electricity(), new int[] {0}, null)), folder.resolve("s.parquet"));
        try (Connection c = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet r = c.createStatement().executeQuery("SELECT epoch_ms(time), w1 FROM '" + folder.resolve("s.parquet") + "' LIMIT 1")) {
            assertThat(r.next()).isTrue();
            assertThat(r.getLong(1)).isEqualTo(Bench.electricity().axis().start().toEpochMilli());
            assertThat(r.getDouble(2)).isEqualTo(1);
        }
    }

    @Test
    void severalTablesLieBesideEachOther() throws Exception {
        Path file = folder.resolve("all.csv");
        assertThat(GridFormat.CSV.write(List.of(houses(), Grids.series(Bench.electricity(), new int[] {1}, null)), file))
                .containsExactly(file, folder.resolve("all-Electricity.csv"));
    }

    @Test
    void whatCannotBeWrittenIsTold() {
        Path file = folder.resolve("none").resolve("x.csv");
        assertThatThrownBy(() -> GridFormat.CSV.write(List.of(houses()), file)).isInstanceOf(ExportException.class).hasMessageContaining("x.csv");
    }
}
