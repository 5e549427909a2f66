package org.kvarter.importing.kml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SoundReading;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.VectorBatch;
import org.kvarter.importing.collada.Dae;
import org.kvarter.importing.collada.KmzImporter;
import org.kvarter.model.LayerKind;

class KmlImporterTest {

    private static final String MAP = """
            <?xml version="1.0" encoding="UTF-8"?>
            <kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><name>Walks</name>
            <Folder><name>Plots</name><Folder><name>North</name>
              <Placemark id="p1"><name>Kvarteret Ängen</name><description><![CDATA[<b>Two</b>&nbsp;houses]]></description><styleUrl>#map</styleUrl>
                <ExtendedData><Data name="owner"><value>City</value></Data><SchemaData schemaUrl="#s"><SimpleData name="area">120.5</SimpleData>
                <SimpleData name="code">0180</SimpleData></SchemaData></ExtendedData>
                <Polygon><outerBoundaryIs><LinearRing><coordinates>18,59,0 18.01,59,0 18.01,59.01,0 18,59.01,0 18,59,0</coordinates></LinearRing></outerBoundaryIs>
                <innerBoundaryIs><LinearRing><coordinates>18.002,59.002 18.004,59.002 18.004,59.004 18.002,59.002</coordinates></LinearRing></innerBoundaryIs></Polygon>
              </Placemark></Folder>
              <Placemark><name>Two</name><MultiGeometry>
                <Polygon><outerBoundaryIs><LinearRing><coordinates>18,59 18.1,59 18.1,59.1</coordinates></LinearRing></outerBoundaryIs></Polygon>
                <Polygon><outerBoundaryIs><LinearRing><coordinates>19,59 19.1,59 19.1,59.1 19,59</coordinates></LinearRing></outerBoundaryIs></Polygon>
                <Point><coordinates>18.5,59.5</coordinates></Point></MultiGeometry></Placemark></Folder>
            <Folder><name>Ways</name><Placemark><name>Path</name><TimeSpan><begin>2026-05-01</begin></TimeSpan>
              <Style><LineStyle><color>ff0000ff</color></LineStyle></Style><LineString><coordinates>18 , 59 18.1,59
              18.2,59</coordinates></LineString></Placemark>
              <Placemark><name>Run</name><gx:Track><when>2026-05-01T12:00:00Z</when><when>2026-05-01T12:01:00Z</when>
              <gx:coord>18 59 0</gx:coord><gx:coord>18.001 59 0</gx:coord></gx:Track></Placemark></Folder>
            <NetworkLink><name>more</name><Link><href>http://example.org/more.kml</href></Link></NetworkLink>
            <StyleMap id="map"><Pair><key>normal</key><styleUrl>#green</styleUrl></Pair><Pair><key>highlight</key><styleUrl>#x</styleUrl></Pair></StyleMap>
            <Style id="green"><LineStyle><color>ffffffff</color></LineStyle><PolyStyle><color>7f14a003</color></PolyStyle></Style>
            </Document></kml>
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private RecordingSink read(String text, ReadOptions options) throws Exception {
        return RecordingSink.read(new KmlImporter(), Files.writeString(folder.resolve("walks.kml"), text), options);
    }

    private static VectorBatch layer(RecordingSink sink, String name) {
        return sink.vectors.stream().filter(b -> b.layer().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError(sink.vectors.stream().map(VectorBatch::layer).toList()));
    }

    @Test
    void makesLayersOfFolders() throws Exception {
        RecordingSink sink = read(MAP, ReadOptions.DEFAULT);

        assertThat(sink.description.crs()).contains("OGC:CRS84");
        assertThat(sink.description.version()).isEqualTo("2.2");
        VectorBatch plots = layer(sink, "Plots");
        assertThat(plots.kind()).isEqualTo(LayerKind.PLOTS);
        assertThat(plots.features().ids()).containsExactly("p1", "placemark/2");
        assertThat(plots.geometries()[0].toText()).isEqualTo(
                "POLYGON ((18 59, 18.01 59, 18.01 59.01, 18 59.01, 18 59), (18.002 59.002, 18.004 59.002, 18.004 59.004, 18.002 59.002))");
        assertThat(plots.geometries()[1].getNumGeometries()).isEqualTo(2);
        assertThat(layer(sink, "Plots:points").geometries()[0].toText()).isEqualTo("POINT (18.5 59.5)");
        assertThat(layer(sink, "Ways").geometries()[0].toText()).isEqualTo("LINESTRING (18 59, 18.1 59, 18.2 59)");
        assertThat(sink.movements).singleElement().matches(m -> m.features().size() == 1 && m.layer().equals("trips"));
        assertThat(sink.diagnostics).singleElement().matches(d -> d.message().contains("NetworkLink"));
    }

    @ParameterizedTest
    @CsvSource({"Plots, name, Kvarteret Ängen", "Plots, description, Two houses", "Plots, owner, City", "Plots, area, 120.5", "Plots, code, 0180",
        "Plots, folder, Plots / North", "Plots, colour, #03A014", "Ways, colour, #FF0000", "Ways, begin, 2026-05-01"})
    void keepsWhatPlacemarksSay(String layer, String attribute, String value) throws Exception {
        assertThat(layer(read(MAP, ReadOptions.DEFAULT), layer).features().attributes().value(attribute, 0)).hasToString(value);
    }

    @Test
    void takesALayerAndABox() throws Exception {
        assertThat(read(MAP, new ReadOptions(Optional.empty(), Optional.empty(), Map.of("layers", "Ways"))).vectors).hasSize(1);
        assertThat(layer(read(MAP, new ReadOptions(Optional.empty(), Optional.of(new double[] {18.9, 58, 20, 60}), Map.of())), "Plots").features().ids())
                .containsExactly("placemark/2");
    }

    @Test
    void raisesExtrudedAreas() throws Exception {
        String house = "<kml><Placemark><Polygon><extrude>1</extrude><altitudeMode>relativeToGround</altitudeMode><outerBoundaryIs><LinearRing><coordinates>"
                + "18,59,12 18.001,59,12 18.001,59.001,12 18,59,12</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>";
        RecordingSink sink = read(house, ReadOptions.DEFAULT);

        assertThat(sink.solids).singleElement().matches(b -> Math.abs(b.polygons().bounds().maxUp() - b.polygons().bounds().minUp() - 12) < 1e-9);
    }

    @Test
    void readsAnArchiveWithoutModelsAndLeavesOneWithThem() throws Exception {
        Path plain = folder.resolve("map.kmz");
        try (OutputStream out = Files.newOutputStream(plain); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("files/icon.png"));
            zip.write(new byte[70_000]);
            zip.putNextEntry(new ZipEntry("doc.kml"));
            zip.write(MAP.getBytes(StandardCharsets.UTF_8));
        }
        Path models = Dae.kmz(folder.resolve("models.kmz"), Dae.placed(18, 59, 0), Dae.sample(), null);

        assertThat(new KmlImporter().probe(SourceHead.of(plain))).isGreaterThan(new KmzImporter().probe(SourceHead.of(plain)));
        assertThat(new KmlImporter().probe(SourceHead.of(models))).isZero();
        assertThat(layer(RecordingSink.read(new KmlImporter(), plain, ReadOptions.DEFAULT), "Plots").features().size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<?xml version='1.0'?><!DOCTYPE kml [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><kml><Placemark><name>&x;</name></Placemark></kml> | valid KML",
        "<kml><Document/></kml> | no placemarks", "<kml><Placemark><Point><coordinates>north</coordinates></Point></Placemark></kml> | no placemarks"})
    void refusesEntitiesAndNothing(String text, String reason) {
        assertThatThrownBy(() -> read(text, ReadOptions.DEFAULT)).isInstanceOf(ImportException.class).hasMessageContaining("walks.kml").hasMessageContaining(reason);
    }

    /** Three hundred damaged files: sound, or refused in a sentence. */
    @Test
    void bearsDamage() throws Exception {
        Random random = new Random(20_261_128);
        String[] strange = {"", "-1", "NaN", "1e999", "&x;", "<Placemark>", "</Placemark>", "<Polygon>", "</Folder>", ",", "<Style>", "18,59"};
        for (int round = 0; round < 300; round++) {
            String text = MAP;
            for (int n = random.nextInt(4); n >= 0; n--) {
                int at = random.nextInt(text.length());
                text = text.substring(0, at) + strange[random.nextInt(strange.length)] + text.substring(Math.min(text.length(), at + random.nextInt(40)));
            }
            SoundReading.of(new KmlImporter(), Files.writeString(folder.resolve("fuzz.kml"), text));
        }
    }
}
