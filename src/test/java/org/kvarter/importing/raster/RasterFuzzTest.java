package org.kvarter.importing.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;

/** Truncated and flipped files are refused with a sentence or read with a remark; nothing else ever comes out. */
class RasterFuzzTest {

    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("kvarter-fuzz");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 200)
    void anyDamageToATiff(@ForAll @IntRange(max = 5) int layout, @ForAll long seed, @ForAll @IntRange(max = 12) int flips,
                          @ForAll @IntRange(max = 3) int cut) throws IOException {
        byte[] bytes = damaged(tiff(layout), seed, flips, cut == 0);
        survives(new GeoTiffImporter(), Files.write(folder.resolve("dem.tif"), bytes));
    }

    @Property(tries = 200)
    void anyDamageToAGrid(@ForAll long seed, @ForAll @IntRange(max = 8) int flips, @ForAll @IntRange(max = 3) int cut)
            throws IOException {
        byte[] bytes = ("ncols 6\nnrows 4\nxllcorner 153000\nyllcorner 6578000\ncellsize 2\nNODATA_value -9999\n"
                + "1 2 3 4 5 6\n".repeat(4)).getBytes(StandardCharsets.US_ASCII);
        survives(new ArcGridImporter(), Files.write(folder.resolve("dem.asc"), damaged(bytes, seed, flips, cut == 0)));
    }

    private static byte[] tiff(int layout) {
        double[] slope = new double[24 * 20];
        Arrays.setAll(slope, i -> i % 24);
        Tiff tiff = switch (layout) {
            case 0 -> Tiff.floats(24, 20, slope);
            case 1 -> Tiff.floats(24, 20, slope).tiles(16).deflated();
            case 2 -> Tiff.floats(24, 20, slope).strips(5).floatPredictor().bigEndian();
            case 3 -> Tiff.int16(24, 20, slope).strips(3).big();
            case 4 -> Tiff.bytes(8, 20, 3, slope).planar();
            default -> Tiff.bytes(24, 20, 1, slope).shorts(262, 3).shorts(320, new double[768]).tiles(16);
        };
        return tiff.place(153_000, 6_578_000, 2, 3011).text(42113, "-9999").bytes();
    }

    /** Flips land in the whole file, and half of them in its tags, which decide more than the pixels. */
    private static byte[] damaged(byte[] bytes, long seed, int flips, boolean cut) {
        Random dice = new Random(seed);
        byte[] damaged = bytes.clone();
        for (int i = 0; i < flips; i++) {
            int at = dice.nextBoolean() ? dice.nextInt(bytes.length) : bytes.length - 1 - dice.nextInt(Math.min(bytes.length, 500));
            damaged[at] = dice.nextBoolean() ? (byte) dice.nextInt(256) : (byte) (damaged[at] ^ 1 << dice.nextInt(8));
        }
        return cut ? Arrays.copyOf(damaged, dice.nextInt(bytes.length)) : damaged;
    }

    private static void survives(Importer importer, Path file) {
        try {
            Heard heard = Heard.read(importer, file);
            assertThat(heard.description).isNotNull();
            assertThat(heard.elevation != null || heard.image != null || !heard.diagnostics.isEmpty()).isTrue();
        } catch (ImportException e) {
            assertThat(e.getMessage()).contains(file.getFileName().toString());
        }
    }
}
