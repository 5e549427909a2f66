package org.kvarter.series.store.duck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.series.store.LoadFormat;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.SeriesWriter;
import org.kvarter.series.store.StoredSeries;
import org.kvarter.task.Progress;

class DuckPackingTest {

    private static final DuckLimits LIMITS = new DuckLimits(1, 256);

    @TempDir
    private Path folder;

    private static void write(DuckStore store, String id, double value) throws Exception {
        try (SeriesWriter writer = store.writer(NewSeries.of(id, "Title of " + id, "heat", "kWh", ZoneOffset.UTC).withStep(Duration.ofHours(1)))) {
            writer.value("a", Instant.parse("2025-01-01T00:00:00Z"), value, Quality.MODELLED);
            writer.value("b", Instant.parse("2025-01-01T01:00:00Z"), value, Quality.MODELLED);
            writer.finish();
        }
    }

    @Test
    void onlyTheSeriesThatAreWantedAreGivenAway() throws Exception {
        Path file = folder.resolve("series.duckdb");
        Path to = folder.resolve("packed/series.duckdb");
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        try (DuckStore store = DuckStore.at(file, LIMITS, 0)) {
            write(store, "kept", 1);
            write(store, "taken'back", 2);
            Path csv = Files.writeString(folder.resolve("t.csv"), "time,place,value\n2025-01-01 00:00,a,7\n2025-01-01 01:00,b,8\n");
            store.load(csv, LoadFormat.rows("time", "place", "value"), NewSeries.of("rows", "Rows", "heat", "kWh", ZoneOffset.UTC), watch, Progress.NONE);
            store.list(); // the file is being read meanwhile
            assertThat(DuckPacking.packed(file, Set.of("kept", "rows"), to, LIMITS)).contains(to);
            assertThat(store.list()).hasSize(3);
            try (DuckStore packed = DuckStore.at(to, LIMITS)) {
                assertThat(packed.list()).extracting(StoredSeries::id).containsExactlyInAnyOrder("kept", "rows");
                assertThat(packed.series("kept")).isEqualTo(store.series("kept"));
                assertThat(packed.keys("kept")).containsExactly("a", "b");
                assertThat(packed.block("kept", 0, 2)).containsExactly(1, Float.NaN, Float.NaN, 1);
                assertThat(packed.isArranged("rows")).isFalse();
                assertThat(packed.sum("rows", new int[] {0, 1})).containsExactly(7, 8);
                write(packed, "more", 3);
                assertThat(packed.list()).hasSize(3);
            }
        } finally {
            watch.shutdownNow();
        }
        assertThat(new String(Files.readAllBytes(to), java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("taken'back");
    }

    @Test
    void aStoreThatHoldsNothingElseIsTakenAsItIs() throws Exception {
        Path file = folder.resolve("series.duckdb");
        try (DuckStore store = DuckStore.at(file, LIMITS)) {
            write(store, "kept", 1);
        }
        assertThat(DuckPacking.packed(file, Set.of("kept"), folder.resolve("packed/series.duckdb"), LIMITS)).isEmpty();
        assertThat(folder.resolve("packed")).doesNotExist();
    }
}
