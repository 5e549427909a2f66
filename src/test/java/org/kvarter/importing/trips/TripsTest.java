package org.kvarter.importing.trips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.MovementBatch;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SourceHead;
import org.kvarter.mobility.Mode;
import org.kvarter.mobility.RecordedTrips;
import org.kvarter.model.MovingPoints;
import org.kvarter.task.Progress;

/** The same trip in every convention: 0.001° east in each of two minutes from 08:00 on 5 March 2025, told in different ways. */
class TripsTest {

    private static final Instant EIGHT = Instant.parse("2025-03-05T08:00:00Z");
    private static final long S = EIGHT.getEpochSecond();

    @TempDir
    Path folder;

    private record Read(MovementBatch batch, RecordedTrips trips, String messages) {
    }

    private Read read(String name, String content) throws IOException, ImportException {
        return read(Files.writeString(folder.resolve(name), content));
    }

    private static Read read(Path file) throws IOException, ImportException {
        SourceHead head = SourceHead.of(file);
        Importer best = ServiceLoader.load(Importer.class).stream().map(ServiceLoader.Provider::get)
                .max(java.util.Comparator.comparingDouble(i -> i.probe(head))).orElseThrow();
        RecordingSink sink = new RecordingSink();
        best.read(head, ReadOptions.DEFAULT, sink, Progress.NONE);
        MovementBatch batch = sink.movements.get(0);
        double[] local = batch.xyz().clone();
        for (int i = 0; i < local.length; i += 3) {
            local[i] = (local[i] - 18) * 1000;
            local[i + 1] = (local[i + 1] - 59) * 1000;
        }
        return new Read(batch, (RecordedTrips) batch.movement().apply(local),
                String.join("\n", sink.diagnostics.stream().map(org.kvarter.model.Diagnostic::message).toList()));
    }

    private static String line(String coordinates, String properties) {
        return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"a\",\"properties\":{" + properties
                + "},\"geometry\":{\"type\":\"LineString\",\"coordinates\":" + coordinates + "}}]}";
    }

    private static final String PLACES = "[[18,59],[18.001,59],[18.002,59]]";

    static Stream<Arguments> conventions() {
        return Stream.of(
                Arguments.of("seconds", "a.geojson", line(PLACES, "\"mode\":\"bicycle\",\"timestamps\":[" + S + "," + (S + 60) + "," + (S + 120) + "]")),
                Arguments.of("milliseconds", "a.json", line(PLACES, "\"type\":\"bike\",\"timestamps\":[" + S + "000," + (S + 60) + "000," + (S + 120) + "000]")),
                Arguments.of("ISO times", "a.geojson", line(PLACES,
                        "\"mode\":\"cycling\",\"coordTimes\":[\"2025-03-05T09:00:00+01:00\",\"2025-03-05T08:01:00Z\",\"2025-03-05T08:02:00Z\"]")),
                Arguments.of("coordinate properties", "a.geojson", line(PLACES,
                        "\"mode\":\"bicycle\",\"coordinateProperties\":{\"times\":[\"2025-03-05T08:00:00Z\",\"2025-03-05T08:01:00\",\"2025-03-05 08:02:00\"]}")),
                Arguments.of("fourth coordinate", "a.geojson", line("[[18,59,0," + S + "],[18.001,59,0," + (S + 60) + "],[18.002,59,0," + (S + 120) + "]]",
                        "\"mode\":\"bicycle\"")),
                Arguments.of("floating car data", "a.xml", "<?xml version=\"1.0\"?>\n<fcd-export>\n" + step(S, "18") + step(S + 60, "18.001")
                        + step(S + 120, "18.002") + "</fcd-export>"));
    }

    private static String step(long time, String x) {
        return "<timestep time=\"" + time + ".00\"><vehicle id=\"a\" x=\"" + x + "\" y=\"59\" type=\"bicycle\"/></timestep>";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conventions")
    void everyConventionGivesTheSameTrip(String convention, String name, String content) throws Exception {
        Read read = read(name, content);
        assertThat(read.batch().features().ids()).containsExactly("a");
        assertThat(read.batch().features().attributes().value("mode", 0)).isEqualTo(Mode.BICYCLE.title());
        MovingPoints points = new MovingPoints(1, 30);
        read.trips().sample(S + 90, points);
        assertThat(points.size()).isOne();
        assertThat(points.east(0, 0)).isCloseTo(1.5f, within(1e-3f));
        assertThat(points.east(0, 1)).as("half a minute earlier").isCloseTo(1, within(1e-3f));
        assertThat(read.trips().span().orElseThrow().start()).isEqualTo(EIGHT);
        read.trips().sample(S + 121, points);
        assertThat(points.size()).isZero();
        assertThat(read.trips().activity(EIGHT, 1).vehicles().get(Mode.BICYCLE)[0]).isCloseTo(2 / 60.0, within(1e-6));
    }

    @Test
    void timesWithoutADateAreShownFromAStatedDay() throws Exception {
        Read read = read("sim.xml", "<fcd-export>" + step(0, "1500.5") + step(1, "1510.5") + "</fcd-export>");
        assertThat(read.messages()).contains("1 January 2025");
        assertThat(read.trips().span().orElseThrow().start()).isEqualTo(Instant.parse(Tracks.START));
    }

    @Test
    void whatStandsStillWaits() throws Exception {
        Read read = read("sim.xml", "<fcd-export>" + step(S, "18") + step(S + 10, "18.001") + step(S + 20, "18.001") + step(S + 30, "18.001")
                + step(S + 40, "18.002") + "</fcd-export>");
        MovingPoints points = new MovingPoints(0, 1);
        read.trips().sample(S + 29, points);
        assertThat(points.east(0, 0)).isCloseTo(1, within(1e-3f));
        read.trips().sample(S + 35, points);
        assertThat(points.east(0, 0)).isCloseTo(1.5f, within(1e-3f));
    }

    @Test
    void brokenFilesGiveWhatTheyHave() throws Exception {
        String sound = "<fcd-export>" + step(S, "18") + step(S + 60, "18.001");
        assertThat(read("cut.xml", sound).messages()).contains("breaks off: 2 places");
        String two = line(PLACES, "\"timestamps\":[" + S + "," + (S + 60) + "," + (S + 120) + "]");
        assertThat(read("cut.geojson", two.substring(0, two.length() - 2) + ",{\"type\":").messages()).contains("breaks off");
        Read back = read("back.geojson", line(PLACES, "\"timestamps\":[" + S + "," + (S - 60) + "," + (S + 120) + "]"));
        assertThat(back.messages()).contains("run backwards");
        for (String bad : List.of(line(PLACES, "\"timestamps\":[1,2]"), line("[]", "\"timestamps\":[1]"), line(PLACES, "\"timestamps\":[null,null,null]"))) {
            Path file = Files.writeString(folder.resolve("bad.geojson"), bad);
            assertThatThrownBy(() -> read(file)).isInstanceOf(ImportException.class).hasMessageContaining("bad.geojson");
        }
    }

    @Test
    void entitiesOfXmlAreNotFollowed() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "18.5");
        Path file = Files.writeString(folder.resolve("x.xml"), "<?xml version=\"1.0\"?><!DOCTYPE fcd-export [<!ENTITY s SYSTEM \""
                + secret.toUri() + "\">]><fcd-export><timestep time=\"0\"><vehicle id=\"a\" x=\"1\" y=\"2\"/>&s;</timestep></fcd-export>");
        RecordingSink sink = new RecordingSink();
        try {
            new FcdImporter().read(SourceHead.of(file), ReadOptions.DEFAULT, sink, Progress.NONE);
        } catch (ImportException e) {
            assertThat(e.getMessage()).doesNotContain("18.5");
        }
        assertThat(sink.movements).allSatisfy(b -> assertThat(b.features().size()).isOne());
    }
}
