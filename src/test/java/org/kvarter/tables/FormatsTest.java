package org.kvarter.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every other format: what it gives of small files made here. */
class FormatsTest {

    @TempDir
    private Path folder;

    private TableSource only(String name, String text) throws Exception {
        TableBook book = TableFormats.open(TableCases.file(folder, name, text));
        return book.tables().get(0);
    }

    @Test
    void workbooksGiveSheetsDatesAndMergedHeaders() throws Exception {
        Path file = folder.resolve("b.xlsx");
        try (OutputStream out = Files.newOutputStream(file); Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet notes = book.newWorksheet("Notes");
            notes.value(0, 0, "Made for a test");
            Worksheet sheet = book.newWorksheet("Values");
            sheet.value(0, 0, "Meters 2025");
            sheet.value(1, 1, "Heat");
            sheet.range(1, 1, 1, 2).merge();
            sheet.value(2, 0, "time");
            sheet.value(2, 1, "A [kWh]");
            sheet.value(2, 2, "B [kWh]");
            for (int i = 0; i < 10; i++) {
                sheet.value(3 + i, 0, LocalDateTime.of(2025, 3, 30, 0, 0).plusHours(i));
                sheet.style(3 + i, 0).format("yyyy-MM-dd HH:mm").set();
                sheet.value(3 + i, 1, 1.5 + i);
                sheet.value(3 + i, 2, 7);
            }
        }
        TableBook book = TableFormats.open(file);
        assertThat(book.format()).isEqualTo("XLSX");
        TableSource table = book.tables().get(0);
        assertThat(table.name()).isEqualTo("Values");
        assertThat(TableCases.columns(table)).isEqualTo("time:TIME Heat_/_A[kWh]:NUMBER Heat_/_B[kWh]:INTEGER");
        assertThat(TableCases.rows(table)).hasSize(10).element(2).satisfies(row -> {
            assertThat(row.cell(0)).isEqualTo(LocalDateTime.of(2025, 3, 30, 2, 0));
            assertThat(row.cell(1)).isEqualTo(3.5);
            assertThat(row.line()).isEqualTo(6);
        });
        assertThat(book.table("Notes")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        // document, name of the first table, its columns, first column
        "[{\"id\":\"a\",\"v\":1.5},{\"id\":\"b\",\"v\":2}]|j.json|id:TEXT v:NUMBER|a b",
        "{\"data\":{\"items\":[{\"id\":\"a\",\"p\":{\"kWh\":1}},{\"id\":\"b\",\"p\":{\"kWh\":2}}]}}|data.items|id:TEXT p.kWh:INTEGER|a b",
        "{\"id\":\"a\",\"v\":1}~{\"id\":\"b\",\"v\":2}~{\"id\":\"c\",\"v\":3}|j.json|id:TEXT v:INTEGER|a b c",
        "{\"hourly\":{\"time\":[\"2025-01-01T00:00\",\"2025-01-01T01:00\"],\"t\":[1.5,2.5]}}|hourly (columns)|time:TIME t:NUMBER|2025-01-01T00:00 2025-01-01T01:00",
        "{\"B1\":{\"v\":1,\"w\":2},\"B2\":{\"v\":3,\"w\":4},\"B3\":{\"v\":5,\"w\":6}}|j.json|key:TEXT v:INTEGER w:INTEGER|B1 B2 B3",
        "{\"rows\":[[\"id\",\"kWh\"],[\"a\",1],[\"b\",2],[\"c\",3]]}|rows (rows)|id:TEXT kWh[kWh]:INTEGER|a b c",
        "{\"b\":[{\"id\":1,\"r\":[{\"t\":\"2025-01-01T00:00Z\",\"v\":1},{\"t\":\"2025-01-01T01:00Z\",\"v\":2},{\"t\":\"2025-01-01T02:00Z\",\"v\":2}]}]}|b.r|b.id:INTEGER t:TIME v:INTEGER|1 1 1",
        "[{\"id\":\"A\",\"r\":[{\"v\":1,\"w\":2},{\"v\":2,\"w\":3}]},{\"id\":\"B\",\"r\":[{\"v\":3,\"w\":4},{\"v\":4,\"w\":5},{\"v\":5,\"w\":6}]}]|r|^id:TEXT v:INTEGER w:INTEGER|A A B B B"})
    void recordsAreFoundInJson(String text, String name, String columns, String first) throws Exception {
        java.util.Locale before = java.util.Locale.getDefault(java.util.Locale.Category.DISPLAY);
        java.util.Locale.setDefault(java.util.Locale.Category.DISPLAY, java.util.Locale.ENGLISH);
        try {
            TableSource table = only("j.json", text.replace("~", "\n"));
            assertThat(table.name()).isEqualTo(name);
            assertThat(TableCases.columns(table)).isEqualTo(columns);
            assertThat(TableCases.column(table, table.columns().get(0).name())).isEqualTo(first);
        } finally {
            java.util.Locale.setDefault(java.util.Locale.Category.DISPLAY, before);
        }
    }

    @Test
    void packedFilesAreTheirContent() throws Exception {
        Path file = folder.resolve("p.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("[{\"id\":\"a\",\"v\":1},{\"id\":\"b\",\"v\":2}]".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(TableCases.column(TableFormats.open(file).tables().get(0), "id")).isEqualTo("a b");
    }

    @Test
    void geoPackagesGiveAttributesBeforeFeaturesAndNoGeometry() throws Exception {
        Path file = folder.resolve("g.gpkg");
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file); Statement s = c.createStatement()) {
            s.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)");
            s.execute("INSERT INTO gpkg_contents VALUES ('houses', 'features'), ('use \"2025\"', 'attributes')");
            s.execute("CREATE TABLE houses (fid INTEGER, geom POLYGON, name TEXT)");
            s.execute("INSERT INTO houses VALUES (1, x'00', 'a')");
            s.execute("CREATE TABLE \"use \"\"2025\"\"\" (id TEXT, kWh REAL)");
            s.execute("INSERT INTO \"use \"\"2025\"\"\" VALUES ('a', 1.5), ('b', NULL)");
        }
        TableBook book = TableFormats.open(file);
        assertThat(book.tables().stream().map(TableSource::name)).containsExactly("use \"2025\"", "houses");
        assertThat(TableCases.column(book.tables().get(0), "kWh")).isEqualTo("1.5 -");
        assertThat(TableCases.columns(book.tables().get(1))).isEqualTo("fid:INTEGER name:TEXT");
    }

    @Test
    void parquetIsReadWithItsTypes() throws Exception {
        Path file = folder.resolve("it's.parquet");
        try (Connection c = DriverManager.getConnection("jdbc:duckdb:"); Statement s = c.createStatement()) {
            s.execute("COPY (SELECT 'B' || i AS building, TIMESTAMP '2025-01-01' + INTERVAL (i) HOUR AS t, i * 1.5 AS \"heat [kWh]\" FROM range(3) r(i)) TO '"
                    + file.toString().replace("'", "''") + "' (FORMAT parquet)");
        }
        TableSource table = TableFormats.open(file).tables().get(0);
        assertThat(TableCases.columns(table)).isEqualTo("building:TEXT t:TIME heat[kWh]:NUMBER");
        assertThat(table.rows()).hasValue(3);
        assertThat(TableCases.rows(table).get(2).cell(1)).isEqualTo(LocalDateTime.of(2025, 1, 1, 2, 0));
        assertThat(TableCases.column(table, "heat")).isEqualTo("0 1.5 3");
    }

    @Test
    void typicalYearsBecomeOneYear() throws Exception {
        StringBuilder text = new StringBuilder("723170,\"GREENSBORO\",NC,-5.0,36.100,-79.950,273\nDate (MM/DD/YYYY),Time (HH:MM),GHI (W/m^2),GHI source,Dry-bulb (C)\n");
        text.append("01/31/1988,23:00,0,1,5.5\n01/31/1988,24:00,10,1,-9900\n02/01/1996,01:00,20,1,6.5\n");
        TableSource table = only("723170TYA.CSV", text.toString());
        assertThat(table.format()).isEqualTo("TMY3");
        assertThat(TableCases.column(table, "time")).isEqualTo("2025-02-01T04:00:00Z 2025-02-01T05:00:00Z 2025-02-01T06:00:00Z");
        assertThat(TableCases.column(table, "GHI (W/m^2)")).isEqualTo("0 10 20");
        assertThat(table.options().get(TableOptions.LABEL)).isEqualTo("end");
    }

    @Test
    void weatherLeavesOutItsMarksOfMissing() throws Exception {
        String hour = "%d,%d,%d,%d,60,x,%s,1.8,79,999999,0,1415,9999,0,0,0,0,0,0,0,340,6.7,6,6,20.0,420,9,999999999,0,0.05,0,88,0.0,0.0,1.0\n";
        String text = "LOCATION,Town,-,SWE,SRC,02464,59.3,18.0,1.0,10.0\nDESIGN CONDITIONS,0\nTYPICAL/EXTREME PERIODS,0\nGROUND TEMPERATURES,0\n"
                + "HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0\nCOMMENTS 1,\nCOMMENTS 2,\nDATA PERIODS,1,1,Data,Sunday,1/1,12/31\n"
                + hour.formatted(2020, 12, 31, 23, "-3.5") + hour.formatted(2020, 12, 31, 24, "99.9");
        TableSource table = only("w.epw", text);
        assertThat(TableCases.column(table, "time")).isEqualTo("2020-12-31T22:00:00Z 2020-12-31T23:00:00Z");
        assertThat(TableCases.column(table, "dry bulb temperature")).isEqualTo("-3.5 -");
        assertThat(TableCases.column(table, "atmospheric station pressure")).isEqualTo("- -");
        assertThat(table.name()).isEqualTo("Town");
    }

    @Test
    void greenButtonMultipliesByItsPowerOfTen() throws Exception {
        String text = """
                <feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="self" href="/UsagePoint/1"/><title>House</title><content>
                <UsagePoint xmlns="http://naesb.org/espi"><ServiceCategory><kind>0</kind></ServiceCategory></UsagePoint></content></entry>
                <entry><link rel="self" href="/UsagePoint/1/MeterReading/2"/><link rel="related" href="/ReadingType/3"/><content><MeterReading xmlns="http://naesb.org/espi"/></content></entry>
                <entry><link rel="self" href="/UsagePoint/1/MeterReading/2/IntervalBlock/4"/><content><IntervalBlock xmlns="http://naesb.org/espi">
                <interval><duration>7200</duration><start>1330578000</start></interval>
                <IntervalReading><timePeriod><duration>3600</duration><start>1330578000</start></timePeriod><value>25</value></IntervalReading>
                <IntervalReading><timePeriod><duration>3600</duration><start>1330581600</start></timePeriod><value>31</value></IntervalReading>
                </IntervalBlock></content></entry>
                <entry><link rel="self" href="/ReadingType/3"/><content><ReadingType xmlns="http://naesb.org/espi"><commodity>1</commodity><flowDirection>19</flowDirection>
                <powerOfTenMultiplier>3</powerOfTenMultiplier><uom>72</uom></ReadingType></content></entry></feed>""";
        TableSource table = only("green.xml", text);
        assertThat(TableCases.column(table, "value")).isEqualTo("25000 31000");
        assertThat(TableCases.column(table, "unit")).isEqualTo("Wh Wh");
        assertThat(TableCases.column(table, "quantity")).isEqualTo("solar solar");
        assertThat(TableCases.column(table, "start")).isEqualTo("2012-03-01T05:00:00Z 2012-03-01T06:00:00Z");
        assertThat(TableCases.column(table, "usagePoint")).isEqualTo("1 1");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,''", "ISO-8859-1,encoding=\"ISO-8859-1\""})
    void encodingsOfXmlAreHeeded(String charset, String declared) throws Exception {
        String text = "<?xml version='1.0' " + declared + "?>"
                + market("A01", point(1, "10")).replace("10Y1001A1001A46L", "Södra");
        Path file = Files.write(folder.resolve("e.xml"), text.getBytes(java.nio.charset.Charset.forName(charset)));
        assertThat(TableCases.column(TableFormats.open(file).tables().get(0), "domain")).isEqualTo("Södra");
    }

    private static String market(String curve, String points) {
        return """
                <Publication_MarketDocument xmlns="urn:iec62325.351:tc57wg16:451-3:publicationdocument:7:3"><TimeSeries>
                <in_Domain.mRID codingScheme="A01">10Y1001A1001A46L</in_Domain.mRID><out_Domain.mRID codingScheme="A01">10Y1001A1001A46L</out_Domain.mRID>
                <currency_Unit.name>EUR</currency_Unit.name><price_Measure_Unit.name>MWH</price_Measure_Unit.name><curveType>%s</curveType>
                <Period><timeInterval><start>2025-03-29T23:00Z</start><end>2025-03-30T04:00Z</end></timeInterval><resolution>PT60M</resolution>%s</Period>
                </TimeSeries></Publication_MarketDocument>""".formatted(curve, points);
    }

    private static String point(int position, String price) {
        return "<Point><position>" + position + "</position><price.amount>" + price + "</price.amount></Point>";
    }

    @ParameterizedTest
    @CsvSource({"A03,10 10 10 20 20", "A01,10 20"})
    void omittedPointsOfACurveRepeatTheOneBefore(String curve, String values) throws Exception {
        TableSource table = only("price.xml", market(curve, point(1, "10.0") + point(4, "20")));
        assertThat(TableCases.column(table, "value")).isEqualTo(values);
        assertThat(TableCases.column(table, "time")).startsWith("2025-03-29T23:00:00Z");
        assertThat(TableCases.rows(table).get(0).text(4)).isEqualTo("€/MWh");
        assertThat(TableCases.rows(table).get(0).text(1)).isEqualTo("10Y1001A1001A46L");
    }

    @Test
    void refusalsOfTheMarketAreSaidInItsWords() throws Exception {
        Path file = TableCases.file(folder, "a.xml", "<Acknowledgement_MarketDocument><Reason><code>999</code><text>No matching data found</text></Reason></Acknowledgement_MarketDocument>");
        assertThatThrownBy(() -> TableFormats.open(file)).isInstanceOf(TableException.class).hasMessageContaining("No matching data found");
    }
}
