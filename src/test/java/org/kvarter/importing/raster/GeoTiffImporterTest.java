package org.kvarter.importing.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.task.WorkCancelledException;

class GeoTiffImporterTest {

    private final GeoTiffImporter importer = new GeoTiffImporter();

    @TempDir
    Path folder;

    /** The same 50 × 40 slope in every layout. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", "strips", "tiles", "deflated", "big endian", "BigTIFF", "float64", "float predictor",
            "float64 predictor", "sixteen bits"})
    void readsHeightsInAnyLayout(String layout) throws ImportException {
        double[] slope = IntStream.range(0, 2000).mapToDouble(i -> i % 50 - i / 50 * 2).toArray();
        Tiff tiff = switch (layout) {
            case "strips" -> Tiff.floats(50, 40, slope).strips(7);
            case "tiles" -> Tiff.floats(50, 40, slope).tiles(16);
            case "deflated" -> Tiff.floats(50, 40, slope).tiles(16).deflated();
            case "big endian" -> Tiff.floats(50, 40, slope).bigEndian().strips(3);
            case "BigTIFF" -> Tiff.floats(50, 40, slope).big();
            case "float64" -> Tiff.doubles(50, 40, slope);
            case "float predictor" -> Tiff.floats(50, 40, slope).strips(10).floatPredictor();
            case "float64 predictor" -> Tiff.doubles(50, 40, slope).strips(10).floatPredictor();
            case "sixteen bits" -> Tiff.int16(50, 40, slope);
            default -> Tiff.floats(50, 40, slope);
        };
        Heard heard = Heard.read(importer, tiff.place(153_000, 6_578_000, 2, 3011).write(folder.resolve("dem.tif")));

        assertThat(heard.crs()).isEqualTo("EPSG:3011");
        assertThat(heard.description.format()).isEqualTo("GeoTIFF");
        assertThat(heard.elevation.width()).isEqualTo(50);
        assertThat(heard.elevation.height()).isEqualTo(40);
        assertThat(heard.elevation.affine()).containsExactly(2, 0, 0, -2, 153_000, 6_578_000);
        assertThat(heard.elevation.heights()).containsExactly(floats(slope));
        assertThat(heard.diagnostics).isEmpty();
    }

    @Test
    void tellsNoDataApart() throws ImportException {
        Heard tagged = Heard.read(importer, Tiff.floats(4, 1, 1, -3.4028234663852886e38, Double.NaN, 7.5).text(42113, "7.5")
                .place(0, 0, 1, 3011).write(folder.resolve("a.tif")));
        assertThat(tagged.elevation.heights()).containsExactly(1, Float.NaN, Float.NaN, Float.NaN);

        Heard untagged = Heard.read(importer, Tiff.int16(4, 1, -32768, -9999, -5, 32000).place(0, 0, 1, 3011)
                .write(folder.resolve("b.tif")));
        assertThat(untagged.elevation.heights()).containsExactly(Float.NaN, Float.NaN, -5, 32000);
    }

    @Test
    void appliesScaleOffsetAndFeet() throws ImportException {
        Tiff decimetres = Tiff.int16(2, 1, 123, -1).text(42113, "-1").place(0, 0, 1, 3011).text(42112,
                "<GDALMetadata><Item name=\"SCALE\" sample=\"0\" role=\"scale\">0.1</Item>"
                        + "<Item name=\"OFFSET\" sample=\"0\" role=\"offset\">100</Item></GDALMetadata>");
        assertThat(Heard.read(importer, decimetres.write(folder.resolve("dem.tif"))).elevation.heights())
                .containsExactly(112.3f, Float.NaN);

        Tiff feet = Tiff.floats(1, 1, 100).place(0, 0, 1, 0).keys(1024, 1, 3072, 2263, 4099, 9003);
        assertThat(Heard.read(importer, feet.write(folder.resolve("feet.tif"))).elevation.heights()[0]).isEqualTo(30.48006f);
    }

    @Test
    void statesTheVerticalSystem() throws ImportException {
        Tiff tiff = Tiff.floats(1, 1, 1).place(0, 0, 1, 0).keys(1024, 1, 3072, 25833, 4096, 5783, 4099, 9001);
        assertThat(Heard.read(importer, tiff.write(folder.resolve("dem.tif"))).crs()).isEqualTo("EPSG:25833+5783");
    }

    /** OGC 19-008r4, 7.1.1: with PixelIsPoint the tie point is the centre of the cell. */
    @Test
    void placesCellsByTheirCentresWherePixelIsPoint() throws ImportException {
        Tiff tiff = Tiff.floats(1, 1, 1).place(1000, 2000, 10, 0).keys(1024, 1, 1025, 2, 3072, 3011);
        assertThat(Heard.read(importer, tiff.write(folder.resolve("dem.tif"))).elevation.affine())
                .containsExactly(10, 0, 0, -10, 995, 2005);
    }

    @Test
    void placesTurnedRasters() throws ImportException {
        Tiff tiff = Tiff.floats(1, 1, 1).doubleTag(34264, 3, 4, 0, 1000, 4, -3, 0, 2000, 0, 0, 0, 0, 0, 0, 0, 1)
                .keys(1024, 1, 3072, 3011);
        assertThat(Heard.read(importer, tiff.write(folder.resolve("dem.tif"))).elevation.affine())
                .containsExactly(3, 4, 4, -3, 1000, 2000);
    }

    @Test
    void worldFileAndProjectionBesideAreEnough() throws Exception {
        Path file = Tiff.floats(2, 1, 1, 2).write(folder.resolve("dem.tif"));
        Files.writeString(folder.resolve("dem.tfw"), "2.0\n0.0\n0.0\n-2.0\n1001\n1999\n");
        Files.writeString(folder.resolve("dem.prj"), "PROJCS[\"SWEREF99_18_00\",GEOGCS[\"g\"]]");
        Heard heard = Heard.read(importer, file);

        assertThat(heard.elevation.affine()).containsExactly(2, 0, 0, -2, 1000, 2000);
        assertThat(heard.crs()).startsWith("PROJCS[\"SWEREF99_18_00\"");
    }

    @Test
    void aPlacedRasterWithoutSystemStatesNone() throws ImportException {
        assertThat(Heard.read(importer, Tiff.floats(1, 1, 1).place(0, 0, 1, 0).write(folder.resolve("dem.tif"))).crs()).isEmpty();
    }

    @Test
    void textOfEsriInACitationIsTheSystem() throws ImportException {
        Tiff tiff = Tiff.floats(1, 1, 1).place(0, 0, 1, 0).keys(1024, 1, 3072, 32767)
                .citation(3073, "ESRI PE String = PROJCS[\"SWEREF99_18_00\",GEOGCS[\"GCS_SWEREF99\"]]");
        assertThat(Heard.read(importer, tiff.write(folder.resolve("dem.tif"))).crs())
                .isEqualTo("PROJCS[\"SWEREF99_18_00\",GEOGCS[\"GCS_SWEREF99\"]]");
    }

    /** A transverse Mercator of a site, given by its parameters on ETRS89 (datum 6258): GeoTools turns it into text. */
    @Test
    void aDescribedSystemBecomesText() throws ImportException {
        double[] keys = {1, 1, 0, 11, 1024, 0, 1, 1, 1026, 34737, 10, 0, 2048, 0, 1, 4258, 3072, 0, 1, 32767, 3073, 34737, 10, 0,
            3074, 0, 1, 32767, 3075, 0, 1, 1, 3076, 0, 1, 9001, 3080, 34736, 1, 0, 3082, 34736, 1, 1, 3092, 34736, 1, 2};
        Tiff tiff = Tiff.floats(1, 1, 1).place(0, 0, 1, 0).shorts(34735, keys).doubleTag(34736, 18.5, 100_000, 0.99995)
                .text(34737, "Site grid|");
        String crs = Heard.read(importer, tiff.write(folder.resolve("dem.tif"))).crs();

        assertThat(crs).contains("Transverse_Mercator").contains("18.5").contains("0.99995");
        assertThat(new CoordinateSystems().find(crs)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"ortho.tif, 1, image", "dem_2020.tif, 1, elevation", "höjd.tif, 1, elevation", "academy.tif, 1, image",
            "dem.tif, 3, image"})
    void eightBitsAreAPictureUnlessTheNameSpeaksOfHeights(String name, int samples, String kind) throws ImportException {
        double[] values = new double[4 * samples];
        Arrays.fill(values, 99);
        Heard heard = Heard.read(importer, Tiff.bytes(2, 2, samples, values).place(0, 0, 1, 3011).write(folder.resolve(name)));

        assertThat(heard.elevation != null).isEqualTo(kind.equals("elevation"));
        assertThat(heard.image != null).isEqualTo(kind.equals("image"));
        assertThat(heard.messages(Severity.INFO).size()).isEqualTo(samples == 1 ? 1 : 0);
    }

    @Test
    void aPersonsChoiceOverrulesTheGuess() throws ImportException {
        Path file = Tiff.bytes(2, 1, 1, 7, 9).place(0, 0, 1, 3011).write(folder.resolve("a.tif"));
        Heard heard = Heard.read(importer, file, new ReadOptions(Optional.empty(), Optional.empty(), Map.of("kind", "elevation")));

        assertThat(heard.elevation.heights()).containsExactly(7, 9);
        assertThat(heard.diagnostics).isEmpty();
    }

    @Test
    void readsColours() throws ImportException {
        Heard rgb = Heard.read(importer, Tiff.bytes(2, 1, 3, 1, 2, 3, 0, 0, 0).text(42113, "0").place(0, 0, 1, 3011)
                .write(folder.resolve("rgb.tif")));
        assertThat(rgb.image.argb()).containsExactly(0xFF010203, 0);

        Heard rgba = Heard.read(importer, Tiff.bytes(2, 1, 4, 1, 2, 3, 128, 9, 9, 9, 0).shorts(338, 2).place(0, 0, 1, 3011)
                .write(folder.resolve("rgba.tif")));
        assertThat(rgba.image.argb()).containsExactly(0x80010203, 0);

        Heard planes = Heard.read(importer, Tiff.bytes(2, 1, 3, 1, 2, 3, 4, 5, 6).planar().place(0, 0, 1, 3011)
                .write(folder.resolve("planes.tif")));
        assertThat(planes.image.argb()).containsExactly(0xFF010203, 0xFF040506);

        Heard grey = Heard.read(importer, Tiff.bytes(2, 1, 1, 10, 200).place(0, 0, 1, 3011).write(folder.resolve("grey.tif")));
        assertThat(grey.image.argb()).containsExactly(0xFF0A0A0A, 0xFFC8C8C8);

        double[] palette = new double[768];
        palette[5] = 0xFFFF;
        palette[512 + 7] = 0x8080;
        Heard indexed = Heard.read(importer, Tiff.bytes(2, 1, 1, 5, 7).shorts(262, 3).shorts(320, palette).place(0, 0, 1, 3011)
                .write(folder.resolve("palette.tif")));
        assertThat(indexed.image.argb()).containsExactly(0xFFFF0000, 0xFF000080);
    }

    @Test
    void thinsWhatIsTooLarge() throws ImportException {
        int width = 9000;
        double[] ramp = IntStream.range(0, width * 4).mapToDouble(i -> i % width).toArray();
        Heard heard = Heard.read(importer, Tiff.floats(width, 4, ramp).strips(2).place(1000, 2000, 1, 3011)
                .write(folder.resolve("dem.tif")));

        assertThat(heard.elevation.width()).isEqualTo(3000);
        assertThat(heard.elevation.heights()[1]).isEqualTo(4);
        assertThat(heard.elevation.affine()).containsExactly(3, 0, 0, -3, 1000, 2000);
        assertThat(heard.messages(Severity.INFO)).singleElement().asString().contains("9,000").contains("3,000");
    }

    @Test
    void readsOnlyTheBoxAskedFor() throws ImportException {
        double[] ramp = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
        Path file = Tiff.floats(10, 10, ramp).place(1000, 2000, 1, 3011).write(folder.resolve("dem.tif"));
        Heard part = Heard.read(importer, file, box(1002, 1995, 1004, 1997));
        assertThat(part.elevation.affine()).containsExactly(1, 0, 0, -1, 1002, 1997);
        assertThat(part.elevation.heights()).containsExactly(32, 33, 42, 43);

        Heard nothing = Heard.read(importer, file, box(5000, 5000, 5001, 5001));
        assertThat(nothing.elevation).isNull();
        assertThat(nothing.messages(Severity.WARNING)).hasSize(1);
    }

    @Test
    void leavesMissingBlocksEmpty() throws Exception {
        double[] ones = new double[32 * 32];
        Arrays.fill(ones, 1);
        Heard sparse = Heard.read(importer, Tiff.floats(32, 32, ones).tiles(16).withoutBlock(1).place(0, 0, 1, 3011)
                .write(folder.resolve("dem.tif")));
        assertThat(sparse.elevation.heights()[15]).isEqualTo(1);
        assertThat(sparse.elevation.heights()[16]).isNaN();
        assertThat(sparse.elevation.heights()[16 * 32 + 16]).isEqualTo(1);
        assertThat(sparse.messages(Severity.WARNING)).hasSize(1);
    }

    /** The tags first and the pixels cut off: what is there is kept. */
    @Test
    void keepsTheGoodPartOfATruncatedFile() throws Exception {
        byte[] whole = Files.readAllBytes(cloudOptimised());
        Path cut = Files.write(folder.resolve("cut.tif"), Arrays.copyOf(whole, whole.length - 40 * 4 * 5));
        Heard heard = Heard.read(importer, cut);

        assertThat(heard.elevation.heights()[0]).isEqualTo(3);
        assertThat(heard.elevation.heights()[40 * 40 - 1]).isNaN();
        assertThat(heard.messages(Severity.WARNING)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no place          | world file
            control points    | control points
            geocentric        | middle of the earth
            LERC              | LERC
            WebP              | WebP
            CMYK              | colours
            half floats       | 16 bits
            no pixels         | no pixels
            all no data       | no data
            empty             | is empty
            text              | not a TIFF
            head only         | ends before
            absurd size       | cells
            absurd tag        | not a TIFF
            """)
    void refusesByName(String trouble, String words) throws IOException {
        Path file = folder.resolve(trouble.replace(' ', '-') + ".tif");
        Tiff good = Tiff.floats(2, 1, 1, 2).place(0, 0, 1, 3011);
        switch (trouble) {
            case "no place" -> Tiff.floats(2, 1, 1, 2).write(file);
            case "control points" -> Tiff.floats(2, 1, 1, 2).doubleTag(33922, new double[18]).write(file);
            case "geocentric" -> good.keys(1024, 3).write(file);
            case "LERC" -> good.shorts(259, 34887).write(file);
            case "WebP" -> good.shorts(259, 50001).write(file);
            case "CMYK" -> Tiff.bytes(1, 1, 4, 1, 2, 3, 4).shorts(262, 5).place(0, 0, 1, 3011).write(file);
            case "half floats" -> Tiff.int16(2, 1, 1, 2).shorts(339, 3).place(0, 0, 1, 3011).write(file);
            case "no pixels" -> {
                byte[] bytes = good.bytes();
                for (int i = 0; i + 1 < bytes.length; i++) {
                    if (bytes[i] == 0x11 && bytes[i + 1] == 0x01) {
                        bytes[i] = 0x12;
                    }
                }
                Files.write(file, bytes);
            }
            case "all no data" -> Tiff.floats(2, 1, Double.NaN, -9999).place(0, 0, 1, 3011).write(file);
            case "empty" -> Files.createFile(file);
            case "text" -> Files.writeString(file, "This is a text and no TIFF at all");
            case "head only" -> Files.write(file, Arrays.copyOf(good.bytes(), 8));
            case "absurd size" -> {
                byte[] bytes = good.bytes();
                int width = indexOfTag(bytes, 256);
                bytes[width + 10] = 127;
                Files.write(file, bytes);
            }
            default -> {
                byte[] bytes = good.bytes();
                int offsets = indexOfTag(bytes, 33922);
                bytes[offsets + 7] = 127;
                Files.write(file, bytes);
            }
        }
        assertThatThrownBy(() -> Heard.read(importer, file)).isInstanceOf(ImportException.class)
                .hasMessageContaining(file.getFileName().toString()).hasMessageContaining(words);
    }

    @Test
    void stopsWhenCancelled() throws Exception {
        Path file = Tiff.floats(2, 1, 1, 2).place(0, 0, 1, 3011).write(folder.resolve("dem.tif"));
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String message) {
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> importer.read(SourceHead.of(file), ReadOptions.DEFAULT, new Heard(), cancelled))
                .isInstanceOf(WorkCancelledException.class);
    }

    @Test
    void probesByTheFirstBytes() throws IOException {
        Path good = Tiff.floats(1, 1, 1).big().bigEndian().write(folder.resolve("anything"));
        Path named = Files.writeString(folder.resolve("b.tif"), "no TIFF");
        Path other = Files.writeString(folder.resolve("c.txt"), "no TIFF");

        assertThat(importer.probe(SourceHead.of(good))).isGreaterThan(0.9);
        assertThat(importer.probe(SourceHead.of(named))).isBetween(0.1, 0.5);
        assertThat(importer.probe(SourceHead.of(other))).isZero();
    }

    /** A file whose tags come before its pixels, as the cloud-optimised layout has them: 40 × 40, one row per strip, all 3. */
    private Path cloudOptimised() throws IOException {
        double[] threes = new double[1600];
        Arrays.fill(threes, 3);
        byte[] bytes = Tiff.floats(40, 40, threes).strips(1).place(0, 0, 1, 3011).bytes();
        // Written pixels first: move the directory to the front by rewriting all offsets.
        int pixels = 1600 * 4;
        int directoryBytes = bytes.length - 8 - pixels;
        byte[] moved = new byte[bytes.length];
        System.arraycopy(bytes, 0, moved, 0, 8);
        System.arraycopy(bytes, 8 + pixels, moved, 8, directoryBytes);
        System.arraycopy(bytes, 8, moved, 8 + directoryBytes, pixels);
        java.nio.ByteBuffer b = java.nio.ByteBuffer.wrap(moved).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        b.putInt(4, 8);
        int count = b.getShort(8);
        for (int e = 0; e < count; e++) {
            int at = 10 + 12 * e;
            int type = b.getShort(at + 2);
            int bytesOfValue = b.getInt(at + 4) * (type == 2 ? 1 : type == 3 ? 2 : type == 4 ? 4 : 8);
            if (bytesOfValue > 4) {
                int value = b.getInt(at + 8) - pixels;
                b.putInt(at + 8, value);
                if (b.getShort(at) == 273) {
                    for (int i = 0; i < 40; i++) {
                        b.putInt(value + 4 * i, b.getInt(value + 4 * i) + directoryBytes);
                    }
                }
            }
        }
        return Files.write(folder.resolve("cog.tif"), moved);
    }

    private static int indexOfTag(byte[] bytes, int tag) {
        java.nio.ByteBuffer b = java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        int directory = b.getInt(4);
        for (int e = 0; e < b.getShort(directory); e++) {
            if ((b.getShort(directory + 2 + 12 * e) & 0xFFFF) == tag) {
                return directory + 2 + 12 * e;
            }
        }
        throw new AssertionError("no tag " + tag);
    }

    private static ReadOptions box(double... box) {
        return new ReadOptions(Optional.empty(), Optional.of(box), Map.of());
    }

    private static float[] floats(double[] values) {
        float[] all = new float[values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) values[i];
        }
        return all;
    }
}
