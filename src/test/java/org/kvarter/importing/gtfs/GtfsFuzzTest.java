package org.kvarter.importing.gtfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.importing.ImportException;
import org.kvarter.mobility.Activity;
import org.kvarter.mobility.Board;
import org.kvarter.model.MovingPoints;

/** Sound feeds with bytes, fields and rows spoilt at random: whatever is read answers all questions or is refused with a sentence. */
class GtfsFuzzTest {

    private static final String[] BAD = {"", "-1", "99:99:99", "47:59:59", "NaN", "1e300", "\"", "\"\"", ",", "\u0000", "2147483648", "W", "18.00000001",
        "20250229", "🚋", "-9999999999"};

    @TempDir
    Path folder;

    @RepeatedTest(60)
    void spoiltFeedsNeverBreak(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        FeedDraft feed = FeedDraft.sound()
                .with("shapes.txt", "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence", "s,59,18,1", "s,59,18.01,2", "s,59,18.02,3")
                .with("frequencies.txt", "trip_id,start_time,end_time,headway_secs", "b1,06:00:00,08:00:00,600")
                .with("trips.txt", "route_id,service_id,trip_id,shape_id", "t,wd,t1,s", "t,wd,night,", "b,we,b1,s");
        for (String table : List.copyOf(feed.tables().keySet())) {
            if (random.nextInt(3) == 0) {
                feed.tables().put(table, spoilt(feed.tables().get(table), random));
            }
            if (random.nextInt(12) == 0) {
                feed.without(table);
            }
        }
        Path file = feed.zip(folder.resolve("a.zip"));
        if (random.nextInt(6) == 0) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
        }
        try {
            ReadFeed read = ReadFeed.of(file);
            if (read.timetable != null) {
                ask(read);
            }
        } catch (ImportException e) {
            org.assertj.core.api.Assertions.assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void ask(ReadFeed read) {
        MovingPoints points = new MovingPoints(3, 40);
        for (String time : List.of("2025-03-05T07:01:00Z", "2025-03-08T09:05:00Z", "2025-03-08T23:12:00Z")) {
            Instant at = Instant.parse(time);
            read.timetable.sample(at.getEpochSecond(), points);
            Board.departures(read.timetable, Set.of(0, 1), at, 5);
            Board.perHourOfLines(read.timetable, at, at.plusSeconds(3600));
            Activity.of(read.timetable, at, 24);
        }
        read.timetable.typicalWeekday();
    }

    private static String spoilt(String table, Random random) {
        List<String> rows = new ArrayList<>(List.of(table.split("\n")));
        for (int n = 0; n <= random.nextInt(3); n++) {
            int row = random.nextInt(rows.size());
            String[] fields = rows.get(row).split(",", -1);
            switch (random.nextInt(4)) {
                case 0 -> rows.remove(row);
                case 1 -> rows.add(row, rows.get(row));
                default -> {
                    fields[random.nextInt(fields.length)] = BAD[random.nextInt(BAD.length)];
                    rows.set(row, String.join(",", fields));
                }
            }
            if (rows.isEmpty()) {
                rows.add("");
            }
        }
        return String.join("\n", rows);
    }
}
