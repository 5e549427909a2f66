package org.kvarter.importing.trips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
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
import org.kvarter.model.LayerKind;

class GpxTest {

    private static final String WALK = """
            <?xml version="1.0"?>
            <gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">
            <metadata><name>not mine</name><time>2026-01-01T00:00:00Z</time></metadata>
            <wpt lat="59.3" lon="18.1"><ele>7</ele><name>Café</name><type>food</type></wpt>
            <wpt lat="99" lon="18.1"><name>nowhere</name></wpt>
            <rte><name>Plan</name><rtept lat="59" lon="18"><name>start</name></rtept><rtept lat="59.1" lon="18"/></rte>
            <trk><name>Walk</name><type>walking</type><trkseg>
            <trkpt lat="59.0" lon="18.0"><time>2026-05-01T12:00:00Z</time></trkpt>
            <trkpt lat="59.1" lon="18.0"><time>2026-05-01T14:10:00+02:00</time></trkpt></trkseg><trkseg>
            <trkpt lat="59.2" lon="18.0"><time>2026-05-01T12:20:00.5Z</time></trkpt></trkseg></trk>
            <trk><name>Line</name><trkseg><trkpt lat="59" lon="18"/><trkpt lat="59" lon="18.1"/></trkseg>
            <trkseg><trkpt lat="59" lon="18.2"/><trkpt lat="59" lon="18.3"/></trkseg></trk>
            </gpx>
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static VectorBatch layer(RecordingSink sink, String name) {
        return sink.vectors.stream().filter(b -> b.layer().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void makesPointsLinesAndTrips() throws Exception {
        Path file = Files.writeString(folder.resolve("walk.gpx"), WALK);
        RecordingSink sink = RecordingSink.read(new GpxImporter(), file, ReadOptions.DEFAULT);

        assertThat(new GpxImporter().probe(SourceHead.of(file))).isEqualTo(1);
        assertThat(sink.description.crs()).contains("OGC:CRS84");
        VectorBatch points = layer(sink, "waypoints");
        assertThat(points.kind()).isEqualTo(LayerKind.POINTS);
        assertThat(points.features().attributes().value("name", 0)).isEqualTo("Café");
        assertThat(points.features().size()).isEqualTo(1);
        assertThat(points.geometries()[0].toText()).isEqualTo("POINT (18.1 59.3)");
        assertThat(layer(sink, "routes").geometries()[0].toText()).isEqualTo("LINESTRING (18 59, 18 59.1)");
        assertThat(layer(sink, "routes").features().attributes().value("name", 0)).isEqualTo("Plan");
        assertThat(layer(sink, "tracks").geometries()[0].toText()).isEqualTo("MULTILINESTRING ((18 59, 18.1 59), (18.2 59, 18.3 59))");
        assertThat(sink.movements).hasSize(1);
        assertThat(sink.movements.get(0).layer()).isEqualTo("trips");
        assertThat(sink.diagnostics).singleElement().matches(d -> d.message().contains("longitude"));
    }

    @ParameterizedTest
    @CsvSource({"2026-05-01T12:00:00Z, 1777636800", "2026-05-01T14:00:00+02:00, 1777636800", "2026-05-01T12:00:00, 1777636800",
        "2026-05-01T12:00:00.5Z, 1777636800.5", "noon, NaN", "2026-13-01T12:00:00Z, NaN"})
    void knowsTimes(String text, double seconds) {
        assertThat(Double.valueOf(Times.seconds(text))).isEqualTo(Double.valueOf(seconds));
    }

    @Test
    void refusesEntitiesAndNothing() throws Exception {
        Path bomb = Files.writeString(folder.resolve("a.gpx"), "<?xml version='1.0'?><!DOCTYPE gpx [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><gpx>&x;</gpx>");
        assertThatThrownBy(() -> RecordingSink.read(new GpxImporter(), bomb, ReadOptions.DEFAULT)).isInstanceOf(ImportException.class)
                .hasMessageContaining("a.gpx");
        Path empty = Files.writeString(folder.resolve("b.gpx"), "<gpx version='1.1'></gpx>");
        assertThatThrownBy(() -> RecordingSink.read(new GpxImporter(), empty, ReadOptions.DEFAULT)).isInstanceOf(ImportException.class)
                .hasMessageContaining("b.gpx").hasMessageContaining("no way points");
    }

    /** Three hundred damaged files: sound, or refused in a sentence. */
    @Test
    void bearsDamage() throws Exception {
        Random random = new Random(20_261_128);
        String[] strange = {"", "-1", "NaN", "1e999", "9999-01-01T00:00:00Z", "-99999-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "&x;", "<trk>", "</trk>"};
        for (int round = 0; round < 300; round++) {
            String text = WALK;
            for (int n = random.nextInt(4); n >= 0; n--) {
                int at = random.nextInt(text.length());
                text = text.substring(0, at) + strange[random.nextInt(strange.length)] + text.substring(Math.min(text.length(), at + random.nextInt(25)));
            }
            SoundReading.of(new GpxImporter(), Files.write(folder.resolve("fuzz.gpx"), text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
