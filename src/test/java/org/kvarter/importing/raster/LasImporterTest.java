package org.kvarter.importing.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.importing.ElevationBatch;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SoundReading;
import org.kvarter.importing.SourceHead;

class LasImporterTest {

    private final LasImporter importer = new LasImporter();

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static ReadOptions classes(String wanted) {
        return new ReadOptions(Optional.empty(), Optional.empty(), Map.of("classes", wanted));
    }

    @Test
    void readsGroundAndItsSystem() throws Exception {
        Path file = Files.write(folder.resolve("ground.las"), Las.sample());
        assertThat(importer.probe(SourceHead.of(file))).isEqualTo(1);
        RecordingSink sink = RecordingSink.read(importer, file, ReadOptions.DEFAULT);
        ElevationBatch batch = sink.elevations.get(0);

        assertThat(sink.description.crs()).contains("EPSG:3011");
        assertThat(sink.description.version()).isEqualTo("1.2");
        assertThat(new int[] {batch.width(), batch.height()}).containsExactly(20, 10);
        assertThat(batch.heights()[0]).isZero();
        assertThat(batch.heights()[19]).isEqualTo(9.5f);
        assertThat(batch.heights()[7 * 20 + 2]).as("the roof is no ground").isEqualTo(1);
    }

    @Test
    void takesOtherClassesAndTellsWhereNothingIsClassified() throws Exception {
        Path file = Files.write(folder.resolve("all.las"), Las.sample());
        assertThat(RecordingSink.read(importer, file, classes("2,6")).elevations.get(0).heights()[7 * 20 + 2]).isEqualTo(30);
        assertThatThrownBy(() -> RecordingSink.read(importer, file, classes("9"))).isInstanceOf(ImportException.class).hasMessageContaining("all.las");
        assertThatThrownBy(() -> RecordingSink.read(importer, file, classes("ground"))).isInstanceOf(ImportException.class).hasMessageContaining("no classes");
        Random random = new Random(5);
        double[][] points = new double[60][];
        java.util.Arrays.setAll(points, i -> new double[] {90 * random.nextDouble(), 70 * random.nextDouble(), 5 + random.nextDouble(), i % 9 == 0 ? 7 : 1});
        Path raw = Files.write(folder.resolve("raw.las"), Las.of(3011, points));
        RecordingSink sink = RecordingSink.read(importer, raw, ReadOptions.DEFAULT);
        assertThat(sink.diagnostics.toString()).contains("no points are classified");
    }

    @Test
    void bearsDamage() throws Exception {
        byte[] sound = Las.sample();
        Random random = new Random(20_261_128);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = java.util.Arrays.copyOf(sound, round % 4 == 0 ? random.nextInt(sound.length) : sound.length);
            for (int n = random.nextInt(6); n >= 0 && bytes.length > 0; n--) {
                bytes[random.nextInt(round % 2 == 0 ? Math.min(bytes.length, 320) : bytes.length)] = (byte) random.nextInt(256);
            }
            SoundReading.of(importer, Files.write(folder.resolve("fuzz.las"), bytes));
        }
    }
}
