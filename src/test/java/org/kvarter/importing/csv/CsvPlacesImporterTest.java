package org.kvarter.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SoundReading;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.flows.FlowCsvImporter;

class CsvPlacesImporterTest {

    private final CsvPlacesImporter importer = new CsvPlacesImporter();

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("places.csv"), text);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "name,lat,lon/A,59.1,18.2/B,59.2,18.3 | POINT (18.2 59.1) | OGC:CRS84",
        "Namn;Latitud;Longitud/A;59,1;18,2/B;59,2;18,3 | POINT (18.2 59.1) | OGC:CRS84",
        "Nimi;Leveysaste;Pituusaste/A;60,1;24,2/B;60,2;24,3 | POINT (24.2 60.1) | OGC:CRS84",
        "Naam;Breedtegraad;Lengtegraad/A;52,1;4,2/B;52,2;4,3 | POINT (4.2 52.1) | OGC:CRS84",
        "Name;Breitengrad;Längengrad/A;52,1;13,2/B;52,2;13,3 | POINT (13.2 52.1) | OGC:CRS84",
        "Namn;Öst;Nord/A;150 100,5;6 580 000,25/B;150200,5;6580100 | POINT (150100.5 6580000.25) |",
        "id;N;E/1;6580000;150100/2;6580001;150101 | POINT (150100 6580000) |",
        "Name;Rechtswert;Hochwert/A;3456789;5812345/B;3456790;5812346 | POINT (3456789 5812345) |",
        "Nimi\tItä\tPohjoinen/A\t385000\t6672000/B\t385001\t6672001 | POINT (385000 6672000) |",
        "naam,x_coord,y_coord/A,121000,487000/B,121001,487001 | POINT (121000 487000) |",
        "id,easting,northing/1,1.5,2.5/2,3.5,4.5 | POINT (1.5 2.5) |",
        "name,x_3011,y_3011/A,150100,6580000/B,150101,6580001 | POINT (150100 6580000) | EPSG:3011",
        "name;SWEREF99TM E;SWEREF99TM N/A;674000;6580000/B;674001;6580001 | POINT (674000 6580000) | EPSG:3006",
        "name;wkt/A;POINT (3 4)/B;LINESTRING (0 0, 5 5) | POINT (3 4) |",
        "name,geom/A,\"POINT (3 4)\"/B,\"POINT (5 6)\" | POINT (3 4) |",
        "geom,name/SRID=3006;POINT(3 4),A/SRID=3006;POINT(5 6),B | POINT (3 4) | EPSG:3006",
        "geom,name/0101000020BE0B000000000000000008400000000000001040,A | POINT (3 4) | EPSG:3006",
        "Remark of the office/name,lat,lon/A,59.1,18.2/B,59.2,18.3 | POINT (18.2 59.1) | OGC:CRS84"})
    void findsColumns(String text, String geometry, String crs) throws Exception {
        Path file = file(text.replace("/", "\n") + "\n");
        assertThat(importer.probe(SourceHead.of(file))).isEqualTo(0.9);
        RecordingSink sink = RecordingSink.read(importer, file, ReadOptions.DEFAULT);

        assertThat(sink.vectors).anyMatch(b -> b.geometries()[0].toText().equals(geometry));
        assertThat(sink.description.crs()).isEqualTo(Optional.ofNullable(crs));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"time,a,b\n2025-01-01T00:00Z,1,2\n2025-01-01T01:00Z,3,4\n", "id,time,value,lat,lon\nA,2025-01-01T00:00Z,1,59,18\nA,2025-01-01T01:00Z,2,59,18\nA,"
        + "2025-01-01T02:00Z,2,59,18\n", "name,height\nA,3\n", "a,b\n1,2\n", "x,y\nleft,right\n", "origin,destination,count\nA,B,3\n"})
    void leavesOtherTables(String text) throws Exception {
        assertThat(importer.probe(SourceHead.of(file(text)))).isZero();
    }

    static Stream<Path> tablesOfTheSample() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("datasets"))) {
            return files.filter(f -> f.toString().endsWith(".csv")).toList().stream();
        }
    }

    /** Tables that Kvarter read in another way before are still read so. */
    @ParameterizedTest
    @MethodSource("tablesOfTheSample")
    void stealsNoTableOfTheSample(Path file) throws Exception {
        SourceHead head = SourceHead.of(file);
        boolean sites = file.getFileName().toString().contains("sites");
        assertThat(sites || importer.probe(head) < Math.max(0.01, new FlowCsvImporter().probe(head))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"energy/Building_1.csv", "energy/Building_2.csv", "energy/demand.csv", "energy/selp_series.csv"})
    void stealsNoRealSeries(String name) throws Exception {
        Path file = Path.of("../shared/realdata").resolve(name);
        assumeTrue(Files.exists(file), "real data is not here");
        assertThat(importer.probe(SourceHead.of(file))).isZero();
    }

    @Test
    void keepsValuesInAnyEncoding() throws Exception {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.UTF_16LE}) {
            String text = (charset == StandardCharsets.UTF_16LE ? "\uFEFF" : "") + "Namn;Kod;Höjd;lat;lon\nÅsen;0180;12,5;59,1;18,2\nÖn;0181;3;59,2;18,3\nTom;;;;\n";
            Path file = Files.write(folder.resolve("enc.csv"), text.getBytes(charset));
            RecordingSink sink = RecordingSink.read(importer, file, ReadOptions.DEFAULT);

            var table = sink.vectors.get(0).features();
            assertThat(table.size()).isEqualTo(2);
            assertThat(table.attributes().value("Namn", 0)).isEqualTo("Åsen");
            assertThat(table.attributes().value("Kod", 0)).isEqualTo("0180");
            assertThat(table.attributes().value("Höjd", 0)).isEqualTo(12.5);
            assertThat(sink.diagnostics).singleElement().matches(d -> d.message().contains("Line 4"));
        }
    }

    @Test
    void takesColumnsThatAreChosen() throws Exception {
        Path file = file("name,lat,lon,east,north\nA,59.1,18.2,100,200\n");
        ReadOptions options = new ReadOptions(Optional.empty(), Optional.empty(), Map.of("x", "east", "y", "north"));
        RecordingSink sink = RecordingSink.read(importer, file, options);

        assertThat(sink.vectors.get(0).geometries()[0].toText()).isEqualTo("POINT (100 200)");
        assertThat(sink.description.crs()).isEmpty();
    }

    @Test
    void bearsDamage() throws Exception {
        String sound = "name;lat;lon;wkt\nA;59,1;18,2;POINT (18.2 59.1)\nB;59,2;18,3;POLYGON ((18 59, 18.1 59, 18.1 59.1, 18 59))\nC;59,3;18,4;MULTIPOINT ((1 2),(3 4))\n";
        Random random = new Random(20_261_128);
        String[] strange = {"", "\"", "NaN", "1e999", ";", "\n", "((", "POLYGON ((0 0, 1 1))", "EMPTY", "-", "GEOMETRYCOLLECTION(" .repeat(100)};
        for (int round = 0; round < 300; round++) {
            String text = sound;
            for (int n = random.nextInt(4); n >= 0; n--) {
                int at = random.nextInt(text.length());
                text = text.substring(0, at) + strange[random.nextInt(strange.length)] + text.substring(Math.min(text.length(), at + random.nextInt(20)));
            }
            SoundReading.of(importer, file(text));
        }
    }
}
