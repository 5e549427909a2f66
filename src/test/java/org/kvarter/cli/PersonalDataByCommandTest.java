package org.kvarter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Four houses of 1, 4, 9 and 9 households, each with a tariff nobody shall read of the small ones, and a series; every way out by command is tried.
 */
class PersonalDataByCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void project() throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        StringBuilder houses = new StringBuilder("{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3011\"}},\"features\":[");
        int[] households = {1, 4, 9, 9};
        for (int i = 0; i < 4; i++) {
            int x = 153000 + 100 * i;
            houses.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT, "{\"type\":\"Feature\",\"id\":\"H%d\",\"properties\":{\"building\":\"yes\",\"height\":9,\"households\":%d,"
                    + "\"tariff\":\"SECRET-H%d\",\"heat_kWh\":%d},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%d,6579000],[%d,6579000],[%d,6579020],[%d,6579020],[%d,6579000]]]}}",
                    i + 1, households[i], i + 1, 1000 * (i + 1) + 777, x, x + 10, x + 10, x, x));
        }
        Files.writeString(folder.resolve("houses.geojson"), houses + "]}");
        Files.writeString(folder.resolve("el.csv"), "time,H1,H2,H3,H4\n2025-01-01T00:00:00Z,1.777,2.777,3.777,4.777\n2025-01-01T01:00:00Z,1.777,2.777,3.777,4.777\n");
        Files.writeString(folder.resolve("kvarter.json"), """
                {"format":"kvarter-project","version":1,"sources":[{"file":"houses.geojson","layers":["houses"]}],
                 "series":[{"seriesId":"el","title":"Electricity","quantity":"electricity","file":"el.csv","format":{"charset":"UTF-8","delimiter":",","decimalComma":false,
                   "headerRow":0,"layout":"WIDE","timeColumn":0,"keyColumn":-1,"valueColumn":-1,"zone":"UTC","timePattern":"ISO","label":"INTERVAL_START","unit":"kWh"},
                   "layerId":"houses","keyAttribute":""}],
                 "dataBook":{"records":[{"data":"houses/tariff","personal":true},{"data":"houses/heat_kWh","personal":true},{"data":"el","personal":true}],
                   "columns":[{"layerId":"houses","name":"twice","unit":"","expression":"heat_kWh * 2"}],
                   "privacy":{"least":5,"households":{"houses":"households"}}},
                 "scenarios":{"kpis":[
                   {"id":"all","title":"All","unit":"kWh","better":"LOWER","figure":{"kind":"series","series":"el","aggregate":"SUM","area":{}}},
                   {"id":"one","title":"One","unit":"kWh","better":"LOWER","figure":{"kind":"series","series":"el","aggregate":"SUM","area":{"layerId":"houses","features":["H1"]}}},
                   {"id":"heat","title":"Heat","unit":"kWh","better":"LOWER","figure":{"kind":"attribute","attribute":"heat_kWh","aggregate":"MAXIMUM","area":{"layerId":"houses"}}}]}}
                """);
    }

    private record Ran(int exit, String out, String err) {
    }

    private Ran run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Program program = (Program) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Program.class},
                (p, method, a) -> method.getName().endsWith("Folder") ? folder.resolve(method.getName()) : null);
        int exit = KvarterCommand.run(java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new), program, new PrintWriter(out), new PrintWriter(err));
        return new Ran(exit, out.toString(), err.toString());
    }

    private static String text(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        StringBuilder all = new StringBuilder(new String(bytes, StandardCharsets.ISO_8859_1));
        if (bytes[0] == 'P' && bytes[1] == 'K') {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (var entry : java.util.Collections.list(zip.entries())) {
                    all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.gpkg", "t.glb", "t.city.json", "t.obj", "t.csv", "t.xlsx"})
    void noExportTellsOfSmallHouses(String name) throws Exception {
        Path file = folder.resolve(name);
        Ran ran = run("export", folder.resolve("kvarter.json"), "--to", file);
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(text(file)).doesNotContain("SECRET-H1").doesNotContain("SECRET-H2").doesNotContain("1777").doesNotContain("2777").doesNotContain("3554");
        if (!name.endsWith("obj")) {
            assertThat(text(file)).as("those with enough households are told").contains("SECRET-H3");
        }
        assertThat(ran.err()).as("said in a sentence").contains("fewer than 5");
    }

    @Test
    void theSameExportsTellEverythingWhereNothingIsPersonal() throws Exception {
        Path open = Files.writeString(folder.resolve("open.kvarter.json"), Files.readString(folder.resolve("kvarter.json")).replace("\"personal\":true", "\"personal\":false"));
        for (String name : new String[] {"t.gpkg", "t.glb", "t.city.json", "t.csv", "t.xlsx"}) {
            Ran ran = run("export", open, "--to", folder.resolve(name));
            assertThat(text(folder.resolve(name))).as(name).contains("SECRET-H1");
            assertThat(ran.err()).doesNotContain("fewer than");
        }
    }

    @Test
    void parquetOfATableAndASeries() throws Exception {
        run("export", folder.resolve("kvarter.json"), "--to", folder.resolve("t.parquet"));
        run("export", folder.resolve("kvarter.json"), "--series", "el", "--to", folder.resolve("s.parquet"));
        try (Connection c = DriverManager.getConnection("jdbc:duckdb:")) {
            try (ResultSet r = c.createStatement().executeQuery("SELECT count(tariff), sum(\"heat_kWh [kWh]\"), sum(\"twice [kWh]\") FROM '" + folder.resolve("t.parquet") + "'")) {
                r.next();
                assertThat(r.getInt(1)).isEqualTo(2);
                assertThat(r.getDouble(2)).isEqualTo(3777 + 4777);
                assertThat(r.getDouble(3)).isEqualTo(2 * (3777 + 4777));
            }
            try (ResultSet r = c.createStatement().executeQuery("SELECT * FROM '" + folder.resolve("s.parquet") + "'")) {
                assertThat(r.getMetaData().getColumnCount()).as("time and two places").isEqualTo(3);
            }
        }
    }

    @Test
    void aSeriesAsTable() throws Exception {
        Ran ran = run("export", folder.resolve("kvarter.json"), "--series", "el", "--to", folder.resolve("s.csv"));
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("s.csv"))).containsExactly("time,H3,H4", "2025-01-01T00:00:00Z,3.777,4.777", "2025-01-01T01:00:00Z,3.777,4.777");
        assertThat(run("export", folder.resolve("kvarter.json"), "--series", "gas", "--to", folder.resolve("x.csv")).err()).contains("el");
    }

    @Test
    void infoTellsNamesAndCountsOnly() {
        Ran ran = run("info", "--json", folder.resolve("houses.geojson"));
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("tariff").doesNotContain("SECRET").doesNotContain("1777");
    }

    @Test
    void simulateTellsSumsOverEnough() throws Exception {
        Ran ran = run("simulate", "--json", folder.resolve("kvarter.json"));
        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonNode kpis = new ObjectMapper().readTree(ran.out()).path("scenarios").get(0).path("kpis");
        assertThat(kpis.get(0).path("value").asDouble()).as("of everything").isCloseTo(2 * 13.108, org.assertj.core.api.Assertions.within(1e-4));
        assertThat(kpis.get(1).path("value").isNull()).isTrue();
        assertThat(kpis.get(1).path("problem").asText()).contains("fewer than 5");
        assertThat(kpis.get(2).path("value").isNull()).as("the value of a single house").isTrue();
        assertThat(ran.out()).doesNotContain("1.777").doesNotContain("SECRET");
    }

    /** The series of a store that a project marks personal; the places H1 and H2 have too few households. */
    @Test
    void aQueryOfAStoreTellsWhatMayBeTold() throws Exception {
        Path project = folder.resolve("kvarter.json");
        Path meters = Files.writeString(folder.resolve("m.csv"), "building,time,kWh\n" + java.util.stream.IntStream.range(1, 5).mapToObj(h -> "H" + h + ",2025-01-01T00:00:00Z," + h + ".888\n"
                + "H" + h + ",2025-01-01T01:00:00Z," + h + ".888\n").collect(java.util.stream.Collectors.joining()));
        Ran loaded = run("series", "load", meters, project, "--zone", "UTC", "--unit", "kWh", "--title", "Meters", "--layer", "houses");
        assertThat(loaded.exit()).as(loaded.err()).isZero();
        Ran open = run("series", "query", project, "Meters");
        assertThat(open.out()).as("not marked").contains("H1,3.776");
        String id = new ObjectMapper().readTree(run("series", "query", "--json", project, "Meters").out()).path("id").asText();
        Files.writeString(project, Files.readString(project).replaceFirst("\"records\"\\s*:\\s*\\[", "\"records\":[{\"data\":\"" + id + "\",\"personal\":true},"));
        Ran slice = run("series", "query", project, "Meters");
        assertThat(slice.out()).contains("H1,\n").contains("H2,\n").contains("H3,7.776").doesNotContain("3.776");
        assertThat(slice.err()).contains("fewer than 5");
        Ran trace = run("series", "query", project, "Meters", "--place", "H1");
        assertThat(trace.exit()).isNotZero();
        assertThat(trace.err()).contains("H1").contains("fewer than 5");
        assertThat(run("series", "query", project, "Meters", "--place", "H3").out()).contains("3.888");
    }

    @Test
    void noPackageIsWrittenOfPersonalDataWithoutAsking() throws Exception {
        Path meters = Files.writeString(folder.resolve("m.csv"), "building,time,kWh\nH1,2025-01-01T00:00:00Z,1.888\nH1,2025-01-01T01:00:00Z,1.888\n");
        Ran proposed = run("import", "--assist", meters, "--into", folder.resolve("kvarter.json"), "--recipe", folder.resolve("r.json"));
        assertThat(proposed.exit()).as(proposed.err()).isZero();
        Ran refused = run("import", "--recipe", folder.resolve("r.json"), "--into", folder.resolve("kvarter.json"), "--to", folder.resolve("out.kvarter"));
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.err()).contains("out.kvarter").contains("out.kvarter.json").contains("personal");
        assertThat(folder.resolve("out.kvarter")).doesNotExist();
        Ran named = run("import", "--recipe", folder.resolve("r.json"), "--into", folder.resolve("kvarter.json"), "--to", folder.resolve("out.kvarter.json"));
        assertThat(named.exit()).as(named.err()).isZero();
        assertThat(Files.readString(folder.resolve("out.kvarter.json"))).doesNotContain("1.888");
    }
}
