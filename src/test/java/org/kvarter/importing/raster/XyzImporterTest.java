package org.kvarter.importing.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.importing.ElevationBatch;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SoundReading;
import org.kvarter.importing.SourceHead;

class XyzImporterTest {

    private final XyzImporter importer = new XyzImporter();

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private RecordingSink read(String text, ReadOptions options) throws Exception {
        Path file = Files.writeString(folder.resolve("ground.xyz"), text);
        assertThat(importer.probe(SourceHead.of(file))).isEqualTo(0.9);
        return RecordingSink.read(importer, file, options);
    }

    private static float at(ElevationBatch batch, double east, double north) {
        double[] a = batch.affine();
        int column = (int) Math.floor((east - a[4]) / a[0]);
        int row = (int) Math.floor((north - a[5]) / a[3]);
        return batch.heights()[row * batch.width() + column];
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"' ', .", "'\t', .", "',', .", "';', .", "'; ', ','", "' ', ','"})
    void readsAGridInAnyOrderAndSpelling(String between, String decimal) throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 10; j++) {
                lines.add(String.join(between, Double.toString(1000 + 2.5 * i), Double.toString(2000 + 2.5 * j), Double.toString(i + 0.01 * j)).replace(".", decimal));
            }
        }
        Collections.shuffle(lines, new Random(3));
        ElevationBatch batch = read("# survey\n" + String.join("\n", lines) + "\n", ReadOptions.DEFAULT).elevations.get(0);

        assertThat(new int[] {batch.width(), batch.height()}).containsExactly(20, 10);
        assertThat(batch.affine()).containsExactly(2.5, 0, 0, -2.5, 998.75, 2023.75);
        assertThat(at(batch, 1000, 2000)).isEqualTo(0);
        assertThat(at(batch, 1047.5, 2022.5)).isEqualTo(19.09f);
        assertThat(at(batch, 1010, 2005)).isEqualTo(4.02f);
    }

    @Test
    void leavesGapsAndTakesABox() throws Exception {
        String text = "x,y,z,intensity\n0,0,1,5\n0,5,2,5\n5,0,3,5\n10,5,6,5\n";
        ElevationBatch batch = read(text, ReadOptions.DEFAULT).elevations.get(0);
        assertThat(batch.heights()).containsExactly(2, Float.NaN, 6, 1, 3, Float.NaN);
        ElevationBatch part = read(text, new ReadOptions(Optional.empty(), Optional.of(new double[] {-2, -2, 2, 2}), Map.of())).elevations.get(0);
        assertThat(part.heights()).containsExactly(1);
    }

    @Test
    void triangulatesScatteredPoints() throws Exception {
        Random random = new Random(4);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            double x = 6_000 + 100 * random.nextDouble();
            double y = 70_000 + 80 * random.nextDouble();
            text.append(x).append(' ').append(y).append(' ').append(10 + 0.1 * (x - 6_000) - 0.2 * (y - 70_000)).append('\n');
        }
        RecordingSink sink = read(text.toString(), ReadOptions.DEFAULT);
        ElevationBatch batch = sink.elevations.get(0);

        assertThat((double) at(batch, 6_050, 70_040)).isCloseTo(10 + 0.1 * 50 - 0.2 * 40, within(0.3));
        assertThat(sink.diagnostics).anyMatch(d -> d.message().contains("triangulated"));
        ElevationBatch cells = read(text.toString(), new ReadOptions(Optional.empty(), Optional.empty(), Map.of("cell", "4"))).elevations.get(0);
        assertThat(cells.affine()[0]).isEqualTo(4);
        assertThat((double) at(cells, 6_050, 70_040)).isCloseTo(7, within(1.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dear office,\nno points.\nReally.\n", "1 2\n3 4\n5 6\n", ""})
    void leavesOtherTexts(String text) throws Exception {
        assertThat(importer.probe(SourceHead.of(Files.writeString(folder.resolve("letter.txt"), text)))).isZero();
    }

    @Test
    void refusesALineOfPointsAndABadCell() throws Exception {
        assertThatThrownBy(() -> read("0 0 1\n1.3 1.3 2\n2.1 2.1 3\n3.7 3.7 1\n", ReadOptions.DEFAULT)).isInstanceOf(ImportException.class).hasMessageContaining("ground.xyz");
        assertThatThrownBy(() -> read("0 0 1\n1.3 9.3 2\n2.1 2.5 3\n3.7 3.9 1\n", new ReadOptions(Optional.empty(), Optional.empty(), Map.of("cell", "0"))))
                .isInstanceOf(ImportException.class).hasMessageContaining("size of cells");
    }

    @Test
    void bearsDamage() throws Exception {
        String sound = "x y z\n0 0 1\n0 5 2\n5 0 3\n5 5 4\n10 0 5\n10 5 6\n3.3 1.7 8\n";
        Random random = new Random(20_261_128);
        String[] strange = {"", "-1", "NaN", "1e999", "1e8", ",", "\n", "1e-300", "99999999", "\0"};
        for (int round = 0; round < 300; round++) {
            String text = sound;
            for (int n = random.nextInt(5); n >= 0; n--) {
                int at = random.nextInt(text.length());
                text = text.substring(0, at) + strange[random.nextInt(strange.length)] + text.substring(Math.min(text.length(), at + random.nextInt(6)));
            }
            SoundReading.of(importer, Files.writeString(folder.resolve("fuzz.xyz"), text));
        }
    }
}
