package org.kvarter.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files made by others, against what they state themselves or what a plain look at their text tells. Skipped where they are absent. */
class RealTablesTest {

    private static Path real(String name) {
        Path file = TableCases.real(name);
        Assumptions.assumeTrue(file != null, name);
        return file;
    }

    private static double sum(TableSource table, String column) throws TableException {
        int index = table.column(column).orElseThrow().index();
        double sum = 0;
        for (TableRow row : TableCases.rows(table)) {
            sum += row.cell(index) instanceof Number n ? n.doubleValue() : row.text(index).isEmpty() ? 0 : Double.parseDouble(row.text(index));
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({
        // file, format, tables, rows of the first, columns of the first
        "energy/NLD_Amsterdam062400_IWEC.epw, EPW, 1, 8760, 27",
        "energy/tmy_45.000_8.000_2005_2023.json, PVGIS, 1, 8760, 10",
        "energy/pvgis_hourly_Timeseries_45.000_8.000_SA2_10kWp_CIS_5_2a_2013_2014.json, PVGIS, 1, 10, 7",
        "energy/test_usage_data.xml, Green Button, 1, 1340, 8",
        "energy/demand.csv, CSV, 1, 8760, 7",
        "energy/Building_1.csv, CSV, 1, 8760, 12",
        "energy/selp_series.csv, CSV, 1, 2016, 14",
        "energy/TypeElements_TABULA_DE.json, JSON, 1, 657, 0",
        "gis-vector/dutch_addresses_28992.gpkg, GeoPackage, 1, 2481, 8",
        "gis-vector/poi_portugal.gpkg, GeoPackage, 1, 8107, 0",
        "gis-vector/buildings.gpkg, GeoPackage, 1, 158, 0",
        "gis-vector/vl_riks.dbf, DBF, 1, 1091, 7",
        "gis-vector/inspireadressen.dbf, DBF, 1, 2481, 7",
        "gis-vector/nyc_subset_overture.parquet, Parquet, 1, 679, 0",
        "mobility/station_information.json, JSON, 1, 10, 0"})
    void countsAreThoseOfTheReadme(String name, String format, int tables, int rows, int columns) throws Exception {
        TableBook book = TableFormats.open(real(name));
        assertThat(book.format()).isEqualTo(format);
        assertThat(book.tables()).hasSizeGreaterThanOrEqualTo(tables);
        TableSource first = book.tables().get(0);
        assertThat(TableCases.rows(first)).hasSize(rows);
        assertThat(first.columns()).hasSizeGreaterThanOrEqualTo(columns);
        assertThat(first.notes()).isNotEmpty();
        if (columns > 0) {
            assertThat(first.columns()).hasSize(columns);
        }
    }

    @Test
    void weatherIsWhatItsLinesSay() throws Exception {
        Path file = real("energy/NLD_Amsterdam062400_IWEC.epw");
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        double temperature = 0;
        double radiation = 0;
        for (String line : lines.subList(8, lines.size())) {
            String[] fields = line.split(",");
            temperature += Double.parseDouble(fields[6]);
            radiation += Double.parseDouble(fields[13]);
        }
        TableSource table = TableFormats.open(file).tables().get(0);
        assertThat(sum(table, "dry bulb temperature")).isCloseTo(temperature, within(1e-6));
        assertThat(sum(table, "global horizontal radiation")).isCloseTo(radiation, within(1e-6));
        // the header states the extremes of the file's weeks; the sums of a Dutch year are about 1,000 kWh/m²
        assertThat(radiation / 1000).isBetween(900.0, 1100.0);
        assertThat(table.options().get(TableOptions.ZONE)).isEqualTo("+01:00");
    }

    @Test
    void readingsStartWhereTheirBlocksDo() throws Exception {
        TableSource table = TableFormats.open(real("energy/test_usage_data.xml")).tables().get(0);
        List<TableRow> rows = TableCases.rows(table);
        assertThat(rows.get(0).cell(0)).hasToString("2012-03-01T05:00:00Z");
        assertThat(rows.get(0).text(4)).isEqualTo("282");
        assertThat(rows.get(rows.size() - 1).text(4)).isEqualTo("940");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.text(5)).isEqualTo("Wh");
            assertThat(row.text(1)).isEqualTo("900");
            assertThat(row.text(2)).isEqualTo("5446AF3F");
        });
    }

    @Test
    void hoursOfPvgisHaveItsUnits() throws Exception {
        TableSource table = TableFormats.open(real("energy/tmy_45.000_8.000_2005_2023.json")).tables().get(0);
        assertThat(table.columns().stream().map(c -> c.name() + " " + c.unit())).containsExactly("time ", "T2m °C", "RH %", "G(h) W/m²", "Gb(n) W/m²", "Gd(h) W/m²",
                "IR(h) W/m²", "WS10m m/s", "WD10m °", "SP Pa");
        assertThat(TableCases.rows(table).get(8759).cell(0)).hasToString("2025-12-31T23:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"xmlbomb.xml", "quadratic.xml", "external_file.xml", "n_structure_100000_opening_arrays.json", "corrupt.tif", "truncated.tiff"})
    void hostileFilesAreRefusedInOneSentence(String name) {
        Path file = real("hostile/" + name);
        try {
            for (TableSource table : TableFormats.open(file).tables()) {
                assertThat(TableCases.rows(table)).hasSizeLessThan(100_000);
            }
        } catch (TableException e) {
            assertThat(e.getMessage()).contains(name).doesNotContain("\n").doesNotContain("Exception");
        }
    }
}
