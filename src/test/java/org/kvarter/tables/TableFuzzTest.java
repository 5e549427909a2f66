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
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged and hostile files of every format: read in part or refused in one sentence, never anything else. */
class TableFuzzTest {

    private static final int MOST_ROWS = 200_000;

    @TempDir
    private Path folder;

    /** Reads everything; whether it was refused. */
    private static boolean refused(Path file) {
        try {
            for (TableSource table : TableFormats.open(file).tables()) {
                try (RowCursor cursor = table.open()) {
                    int rows = 0;
                    while (cursor.next() != null) {
                        assertThat(++rows).isLessThan(MOST_ROWS);
                    }
                }
            }
            return false;
        } catch (TableException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n").doesNotContain("Exception").contains(".");
            return true;
        }
    }

    private Path sample(String format) throws Exception {
        Path file = folder.resolve("sample." + format);
        switch (format) {
            case "xlsx" -> {
                try (OutputStream out = Files.newOutputStream(file); Workbook book = new Workbook(out, "test", "1.0")) {
                    Worksheet sheet = book.newWorksheet("S");
                    sheet.value(0, 0, "id");
                    sheet.value(0, 1, "kWh");
                    for (int row = 1; row < 20; row++) {
                        sheet.value(row, 0, "B" + row);
                        sheet.value(row, 1, row * 1.5);
                    }
                }
            }
            case "gpkg" -> {
                try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file); Statement s = c.createStatement()) {
                    s.execute("CREATE TABLE use (id TEXT, kWh REAL)");
                    s.execute("INSERT INTO use VALUES ('a', 1.5), ('b', 2.5)");
                }
            }
            case "parquet" -> {
                try (Connection c = DriverManager.getConnection("jdbc:duckdb:"); Statement s = c.createStatement()) {
                    s.execute("COPY (SELECT 'B' || i AS id, i * 1.5 AS kwh FROM range(50) r(i)) TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
                }
            }
            case "csv" -> Files.writeString(file, "time;id;kWh\n2025-01-01 00:00;\"a\";1,5\n2025-01-01 01:00;b;2,5\n");
            case "json" -> Files.writeString(file, "{\"a\":{\"b\":[{\"id\":\"x\",\"v\":1.5,\"t\":[1,2]},{\"id\":\"y\",\"v\":2,\"o\":{\"p\":true}}],\"c\":[1,2,3],\"d\":[4,5,6]}}");
            case "pvgis.json" -> Files.writeString(file, "{\"inputs\":{\"location\":{\"latitude\":45.0,\"longitude\":8.0},\"meteo_data\":{}},\"outputs\":{\"hourly\":["
                    + "{\"time\":\"20130101:0010\",\"P\":0.0,\"T2m\":-0.97},{\"time\":\"20130101:0110\",\"P\":1.0,\"T2m\":-0.5}]}}");
            case "epw" -> Files.writeString(file, "LOCATION,Town,-,SWE,SRC,02464,59.3,18.0,1.0,10.0\nDESIGN CONDITIONS,0\nTYPICAL/EXTREME PERIODS,0\nGROUND TEMPERATURES,0\n"
                    + "HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0\nCOMMENTS 1,\nCOMMENTS 2,\nDATA PERIODS,1,1,Data,Sunday,1/1,12/31\n"
                    + "2020,12,31,24,60,x,5.1,1.8,79,100100,0,1415,288,0,0,0,0,0,0,0,340,6.7,6,6,20.0,420,9,999999999,0,0.05,0,88,0.0,0.0,1.0\n");
            case "tmy3.csv" -> Files.writeString(file, "723170,\"GREENSBORO\",NC,-5.0,36.100,-79.950,273\nDate (MM/DD/YYYY),Time (HH:MM),GHI (W/m^2)\n01/31/1988,24:00,10\n02/01/1996,01:00,20\n");
            case "green.xml" -> Files.writeString(file, "<feed><entry><link rel=\"self\" href=\"/UsagePoint/1/MeterReading/2/IntervalBlock/4\"/><content><IntervalBlock xmlns=\"http://naesb.org/espi\">"
                    + "<IntervalReading><timePeriod><duration>3600</duration><start>1330578000</start></timePeriod><value>25</value></IntervalReading></IntervalBlock></content></entry></feed>");
            case "entsoe.xml" -> Files.writeString(file, "<GL_MarketDocument><TimeSeries><curveType>A03</curveType><Period><timeInterval><start>2025-03-29T23:00Z</start><end>2025-03-30T04:00Z</end>"
                    + "</timeInterval><resolution>PT60M</resolution><Point><position>1</position><quantity>5</quantity></Point></Period></TimeSeries></GL_MarketDocument>");
            case "dbf" -> {
                byte[] table = new byte[32 + 64 + 1 + 2 * 9];
                table[0] = 3;
                table[4] = 2;
                table[8] = 97;
                table[10] = 9;
                System.arraycopy("ID".getBytes(StandardCharsets.US_ASCII), 0, table, 32, 2);
                table[32 + 11] = 'C';
                table[32 + 16] = 4;
                System.arraycopy("KWH".getBytes(StandardCharsets.US_ASCII), 0, table, 64, 3);
                table[64 + 11] = 'N';
                table[64 + 16] = 4;
                table[96] = 0x0d;
                System.arraycopy(" B1   1.5 B2   2.5".getBytes(StandardCharsets.US_ASCII), 0, table, 97, 18);
                Files.write(file, table);
            }
            default -> throw new AssertionError(format);
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "pvgis.json", "epw", "tmy3.csv", "green.xml", "entsoe.xml", "dbf", "xlsx", "gpkg", "parquet"})
    void damageIsBorne(String format) throws Exception {
        Path file = sample(format);
        assertThat(refused(file)).as("the sample itself").isFalse();
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(20_250_101);
        int tries = good.length > 4_000 ? 60 : 150;
        for (int i = 0; i < tries; i++) {
            byte[] bad = good.clone();
            switch (i % 4) {
                case 0 -> bad = Arrays.copyOf(bad, random.nextInt(bad.length));
                case 1 -> {
                    for (int n = 0; n < 1 + random.nextInt(8); n++) {
                        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
                    }
                }
                case 2 -> {
                    int at = random.nextInt(bad.length);
                    int length = Math.min(bad.length - at, 1 + random.nextInt(40));
                    System.arraycopy(good, random.nextInt(bad.length - length + 1), bad, at, length);
                }
                default -> {
                    // numbers become long and signs change their meaning
                    for (int n = 0; n < 5; n++) {
                        bad[random.nextInt(bad.length)] = (byte) "0123456789,;\"'<>{}[]:-+.eE\n\0".charAt(random.nextInt(28));
                    }
                }
            }
            Files.write(file, bad);
            refused(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":", "[[1,2],", "{\"a\":[1,2],\"b\":[3"})
    void deepOrCutJsonIsRefusedOrReadInPart(String open) throws Exception {
        Path deep = TableCases.file(folder, "deep.json", open.repeat(50_000));
        assertThat(refused(deep)).isTrue();
    }

    @Test
    void aLineWithoutEndIsRefusedBeforeItFillsTheMemory() throws Exception {
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'a');
        for (String begin : new String[] {"", "id;v\na;\""}) {
            Path file = folder.resolve("line.csv.gz");
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file)) { {
                def.setLevel(Deflater.BEST_SPEED);
            } }) {
                out.write(begin.getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < 200; i++) {
                    out.write(block);
                }
            }
            assertThat(refused(file)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"})
    void workbooksThatUnpackToTooMuchAreRefused(String part) throws Exception {
        Path file = folder.resolve("bomb.xlsx");
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) ' ');
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry(part));
            for (int i = 0; i < 300; i++) {
                zip.write(block);
            }
        }
        assertThatThrownBy(() -> TableFormats.open(file)).isInstanceOf(TableException.class).hasMessageContaining("bomb.xlsx");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<!DOCTYPE feed [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><feed xmlns=\"http://naesb.org/espi\"><IntervalReading><value>&b;</value></IntervalReading></feed>",
        "<!DOCTYPE feed [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><feed xmlns=\"http://naesb.org/espi\"><IntervalReading><value>1</value><note>&f;</note></IntervalReading></feed>",
        "<!DOCTYPE GL_MarketDocument SYSTEM \"http://127.0.0.1:9/x.dtd\"><GL_MarketDocument></GL_MarketDocument>"})
    void entitiesOpenNothing(String text) throws Exception {
        Path file = TableCases.file(folder, "entity.xml", text);
        try {
            for (TableSource table : TableFormats.open(file).tables()) {
                for (TableRow row : TableCases.rows(table)) {
                    assertThat(TableCases.cells(row)).doesNotContain("root:").doesNotContain("aaaa");
                }
            }
        } catch (TableException e) {
            assertThat(e.getMessage()).contains("entity.xml").doesNotContain("root:");
        }
    }

    @Test
    void nestedXmlIsBounded() throws Exception {
        Path file = TableCases.file(folder, "deep.xml", "<feed xmlns=\"http://naesb.org/espi\">" + "<a>".repeat(100_000));
        assertThat(refused(file)).isTrue();
    }
}
