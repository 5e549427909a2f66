package org.kvarter.importing.gtfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.SourceHead;
import org.kvarter.model.MovingPoints;

class GtfsImporterTest {

    @TempDir
    Path folder;

    private static MovingPoints at(ReadFeed read, String local) {
        MovingPoints points = new MovingPoints(2, 60);
        read.timetable.sample(ZonedDateTime.parse(local + "[Europe/Stockholm]").toEpochSecond(), points);
        return points;
    }

    @Test
    void readsZipFolderAndZippedFolderAlike() throws Exception {
        FeedDraft feed = FeedDraft.sound();
        Path[] files = {feed.zip(folder.resolve("a.zip")), feed.folder(folder.resolve("b")),
            feed.zip(folder.resolve("c.zip"), StandardCharsets.UTF_8, "feed/")};
        for (Path file : files) {
            assertThat(new GtfsImporter().probe(SourceHead.of(file))).isGreaterThan(0.9);
            ReadFeed read = ReadFeed.of(file);
            assertThat(read.diagnostics).isEmpty();
            assertThat(read.vectors.get("routes").features().ids()).containsExactly("t", "b");
            assertThat(read.vectors.get("stops").features().attributes().value("name", 0)).isEqualTo("Väst");
            assertThat(read.vehicles.features().ids()).containsExactly("t1", "night", "b1");
            assertThat(read.vehicles.looks()[0]).isEqualTo(0xFFE2001A);
            assertThat(read.vectors.get("routes").title()).isEqualTo("Lines – Trafik");
            assertThat(read.counts).containsEntry("StopTime", 7);
        }
    }

    @Test
    void aVehicleIsWhereTheTimesOfItsStopsSay() throws Exception {
        ReadFeed read = ReadFeed.of(FeedDraft.sound().zip(folder.resolve("a.zip")));
        // a degree is 1,000 m here, so the stops lie at 18,000, 18,010 and 18,020 m
        assertThat(at(read, "2025-03-05T07:59:59+01:00").size()).isZero();
        MovingPoints half = at(read, "2025-03-05T08:01:00+01:00");
        assertThat(half.size()).isOne();
        assertThat(half.row(0)).isZero();
        assertThat(half.east(0, 0)).isCloseTo(18_005, within(0.01f));
        assertThat(half.headingEast(0)).isCloseTo(1, within(1e-4f));
        assertThat(at(read, "2025-03-05T08:02:30+01:00").east(0, 0)).as("waits").isCloseTo(18_010, within(0.01f));
        MovingPoints late = at(read, "2025-03-05T08:04:00+01:00");
        assertThat(late.east(0, 0)).isCloseTo(18_015, within(0.01f));
        assertThat(late.east(0, 1)).as("a minute earlier").isCloseTo(18_010, within(0.01f));
        assertThat(at(read, "2025-03-05T08:05:01+01:00").size()).isZero();
    }

    @Test
    void daysOfServiceExceptionsAndTheNightAfter() throws Exception {
        ReadFeed read = ReadFeed.of(FeedDraft.sound().zip(folder.resolve("a.zip")));
        assertThat(at(read, "2025-03-08T08:01:00+01:00").size()).as("Saturday").isZero();
        assertThat(at(read, "2025-03-08T10:05:00+01:00").row(0)).as("weekend bus").isEqualTo(2);
        assertThat(at(read, "2025-06-06T08:01:00+02:00").size()).as("taken out of a Friday").isZero();
        assertThat(at(read, "2025-06-06T10:05:00+02:00").size()).as("weekend service on a Friday").isOne();
        assertThat(at(read, "2025-03-08T00:12:00+01:00").row(0)).as("Friday's trip after midnight").isOne();
        assertThat(at(read, "2025-03-10T00:12:00+01:00").size()).as("no trip belongs to Sunday's service").isZero();
        // clocks go forward in the night to 30 March: Saturday's bus of ten o'clock and Sunday's leave at ten all the same
        assertThat(at(read, "2025-03-30T10:05:00+02:00").size()).isOne();
        assertThat(at(read, "2025-10-26T10:05:00+01:00").size()).isOne();
    }

    @Test
    void aHeadwayMakesManyRuns() throws Exception {
        ReadFeed read = ReadFeed.of(FeedDraft.sound()
                .with("frequencies.txt", "trip_id,start_time,end_time,headway_secs", "t1,06:00:00,07:00:00,120").zip(folder.resolve("a.zip")));
        // a run takes five minutes and one leaves every two: at 6:30 those of 6:26, 6:28 and 6:30 are under way
        assertThat(at(read, "2025-03-05T06:30:30+01:00").size()).isEqualTo(3);
        assertThat(at(read, "2025-03-05T08:01:00+01:00").size()).as("its own times are a pattern only").isZero();
        assertThat(read.timetable.runsOn(java.time.LocalDate.of(2025, 3, 5))).isEqualTo(31);
    }

    @Test
    void aVehicleFollowsItsShapeThereAndBack() throws Exception {
        // the shape goes east, turns in a loop 0.01° to the north and comes back by the same street: the stop W is passed twice
        ReadFeed read = ReadFeed.of(FeedDraft.sound()
                .with("trips.txt", "route_id,service_id,trip_id,shape_id", "t,wd,t1,s")
                .with("stop_times.txt", "trip_id,arrival_time,departure_time,stop_id,stop_sequence", "t1,08:00:00,08:00:00,W,1",
                        "t1,08:10:00,08:10:00,E,2", "t1,08:20:00,08:20:00,W,3")
                .with("shapes.txt", "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence", "s,59,18.00,1", "s,59,18.02,2",
                        "s,59.01,18.02,3", "s,59.00001,18.02,4", "s,59.00001,18.00,5").zip(folder.resolve("a.zip")));
        MovingPoints there = at(read, "2025-03-05T08:05:00+01:00");
        assertThat(there.east(0, 0)).isCloseTo(18_010, within(0.2f));
        MovingPoints back = at(read, "2025-03-05T08:19:00+01:00");
        assertThat(back.headingEast(0)).isCloseTo(-1, within(1e-3f));
        // 40 m of path in ten minutes from E: after nine, 36 m, the loop of 20 m and 16 of the street's 20
        assertThat(back.east(0, 0)).isCloseTo(18_004, within(0.3f));
    }

    static java.util.stream.Stream<Arguments> broken() {
        return java.util.stream.Stream.of(
                row("no agency", f -> f.without("agency.txt"), "no agency.txt", 3, 3),
                row("no calendar", f -> f.without("calendar.txt").without("calendar_dates.txt"), "every day", 3, 3),
                row("no routes", f -> f.without("routes.txt"), "no routes.txt", 3, 3),
                row("no stop times", f -> f.without("stop_times.txt"), "no stop_times.txt", 3, 3),
                row("no trips", f -> f.without("trips.txt"), "no trips.txt", 3, 0),
                row("unknown stop", f -> f.plus("stop_times.txt", "t1,08:04:00,08:04:00,X,9"), "calls at a stop “X”", 3, 3),
                row("unknown trip", f -> f.plus("stop_times.txt", "q,08:04:00,08:04:00,W,1"), "trip “q”", 3, 3),
                row("unknown line", f -> f.plus("trips.txt", "zz,wd,t9,"), "line “zz”", 3, 4),
                row("unknown service", f -> f.plus("trips.txt", "t,zz,t9,"), "service “zz”", 3, 4),
                row("stop twice", f -> f.plus("stops.txt", "W,Again,59,18"), "twice in stops.txt", 3, 3),
                row("trip twice", f -> f.plus("trips.txt", "t,wd,t1,"), "twice in trips.txt", 3, 3),
                row("placeless stop", f -> f.plus("stops.txt", "P,Nowhere,,"), "no place on earth", 4, 3),
                row("backwards", f -> f.with("stop_times.txt", "trip_id,arrival_time,departure_time,stop_id,stop_sequence",
                        "t1,08:10:00,08:10:00,W,1", "t1,08:00:00,08:00:00,E,2"), "run backwards", 3, 3),
                row("empty shape", f -> f.with("shapes.txt", "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence", "s,59,18,1"),
                        "fewer than two points", 3, 3),
                row("bad time", f -> f.plus("stop_times.txt", "b1,late,,M,9"), "a time “late” that is none", 3, 3),
                row("zone", f -> f.with("agency.txt", "agency_id,agency_name,agency_timezone", "A,Trafik,Mars/Base"), "“Mars/Base”", 3, 3),
                row("endless quote", f -> f.plus("stops.txt", "Q,\"never closed" + "x".repeat(1_100_000)), "row without an end", 3, 3));
    }

    private static Arguments row(String name, UnaryOperator<FeedDraft> spoil, String sentence, int stops, int trips) {
        return Arguments.of(name, spoil, sentence, stops, trips);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void whatIsBrokenIsSaidAndTheRestWorks(String name, UnaryOperator<FeedDraft> spoil, String sentence, int stops, int trips) throws Exception {
        ReadFeed read = ReadFeed.of(spoil.apply(FeedDraft.sound()).zip(folder.resolve("a.zip")));
        assertThat(read.messages()).contains(sentence);
        assertThat(read.vectors.get("stops").features().size()).isEqualTo(stops);
        assertThat(read.vehicles == null ? 0 : read.vehicles.features().size()).isEqualTo(trips);
    }

    @Test
    void withoutStopsLinesAreShownFromShapes() throws Exception {
        ReadFeed read = ReadFeed.of(FeedDraft.sound().without("stops.txt")
                .with("trips.txt", "route_id,service_id,trip_id,shape_id", "t,wd,t1,s")
                .with("shapes.txt", "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence", "s,59,18,1", "s,59,18.1,2").zip(folder.resolve("a.zip")));
        assertThat(read.messages()).contains("no stops.txt");
        assertThat(read.vectors.get("routes").geometries()[0].getNumPoints()).isEqualTo(2);
    }

    @Test
    void otherEncodingsAndSeparators() throws Exception {
        FeedDraft feed = FeedDraft.sound().with("stops.txt", "\"stop_id\";\"stop_name\";stop_lat;stop_lon", "W;\"Väst; \"\"yttre\"\"\";59,0;18,00",
                "M;Mitt;59;18,01", "E;Öst;59;18,02");
        ReadFeed western = ReadFeed.of(feed.zip(folder.resolve("a.zip"), Charset.forName("windows-1252"), ""));
        assertThat(western.vectors.get("stops").features().attributes().value("name", 0)).isEqualTo("Väst; \"yttre\"");
        assertThat(western.vectors.get("stops").geometries()[1].getCoordinate().x).isEqualTo(18.01);
        assertThat(western.messages()).contains("Windows-1252");
    }

    @Test
    void whatIsNoFeedIsRefused() throws Exception {
        Path zip = new FeedDraft().with("readme.txt", "hello").zip(folder.resolve("a.zip"));
        assertThat(new GtfsImporter().probe(SourceHead.of(zip))).isZero();
        byte[] whole = Files.readAllBytes(FeedDraft.sound().zip(folder.resolve("b.zip")));
        Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(new GtfsImporter().probe(SourceHead.of(cut))).isZero();
        Path empty = new FeedDraft().with("stops.txt", "stop_id").with("trips.txt", "trip_id").zip(folder.resolve("c.zip"));
        assertThatThrownBy(() -> ReadFeed.of(empty)).isInstanceOf(ImportException.class).hasMessageContaining("neither stops nor shapes");
    }
}
