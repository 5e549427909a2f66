package org.kvarter.importing.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.FrameChooser;
import org.kvarter.geo.TerrainResampler;
import org.kvarter.importing.ElevationBatch;
import org.kvarter.importing.ImportException;
import org.kvarter.model.Bounds;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Severity;
import org.kvarter.model.Terrain;

/** Rasters made by others; sizes and systems as the folder's list has them. */
class RealRastersTest {

    private static final Path FOLDER = Path.of("../shared/realdata");

    private final GeoTiffImporter importer = new GeoTiffImporter();

    @ParameterizedTest
    @CsvSource({
            "raster/DEM_KRbig.tif,     elevation, 234,  223,  EPSG:3007,  0,  24",
            "raster/DSM_KRbig.tif,     elevation, 234,  223,  EPSG:3007,  -1, 59",
            "raster/elevation.tif,     elevation, 400,  400,  EPSG:3857,  -1, 136",
            "raster/AROME_T2m_10.tiff, elevation, 801,  601,  EPSG:4326,  -3, 31",
            "raster/cogeo.tif,         image,     1024, 1024, EPSG:3857,  ,",
            "raster/rgb_lzw.tif,       image,     791,  718,  EPSG:32618, ,"
    })
    void loads(String file, String kind, int width, int height, String crs, Float lowest, Float highest) throws ImportException {
        Heard heard = Heard.read(importer, file(file));

        assertThat(heard.crs()).isEqualTo(crs);
        if (kind.equals("elevation")) {
            assertThat(heard.elevation.width()).isEqualTo(width);
            assertThat(heard.elevation.height()).isEqualTo(height);
            for (float h : heard.elevation.heights()) {
                assertThat(h).isBetween(lowest, highest);
            }
        } else {
            assertThat(heard.image.width()).isEqualTo(width);
            assertThat(heard.image.height()).isEqualTo(height);
        }
    }

    /** Sums over all cells as tifffile 2025 and libtiff (through Pillow) read them, to the precision of float32. */
    @ParameterizedTest
    @CsvSource({"raster/DEM_KRbig.tif, 219147.4091", "raster/DSM_KRbig.tif, 603708.2193", "raster/elevation.tif, 5681245.8601",
            "raster/AROME_T2m_10.tiff, 9568000.7474"})
    void heightsAreThoseOthersRead(String name, double sum) throws ImportException {
        double ours = 0;
        for (float h : Heard.read(importer, file(name)).elevation.heights()) {
            ours += h;
        }
        assertThat(ours).isCloseTo(sum, within(sum * 1e-7));
    }

    /** As above; JPEG may be unpacked differently by a step or so per pixel. */
    @ParameterizedTest
    @CsvSource({"raster/rgb_lzw.tif, 17008452, 25282412, 27325233, 0", "raster/cogeo.tif, 115314714, 126529641, 133121198, 0.005"})
    void coloursAreThoseOthersRead(String name, long red, long green, long blue, double share) throws ImportException {
        long[] sums = new long[3];
        for (int argb : Heard.read(importer, file(name)).image.argb()) {
            sums[0] += argb >> 16 & 255;
            sums[1] += argb >> 8 & 255;
            sums[2] += argb & 255;
        }
        assertThat((double) sums[0]).isCloseTo(red, within(red * share));
        assertThat((double) sums[1]).isCloseTo(green, within(green * share));
        assertThat((double) sums[2]).isCloseTo(blue, within(blue * share));
    }

    /** Gothenburg's ground stands in the local frame where the file says it is, untouched. */
    @Test
    void groundOfTheSameSystemIsCopied() throws Exception {
        ElevationBatch dem = Heard.read(importer, file("raster/DEM_KRbig.tif")).elevation;
        CoordinateSystems systems = new CoordinateSystems();
        LocalFrame frame = new FrameChooser(systems).choose(systems.require("EPSG:3007"), bounds(dem));
        Terrain terrain = TerrainResampler.resample(dem.affine(), dem.width(), dem.height(), dem.heights(),
                systems.toFrame("EPSG:3007", frame));

        assertThat(frame).isEqualTo(new LocalFrame("EPSG:3007", 147_800, 6_398_700, 0));
        assertThat(terrain.columns()).isEqualTo(234);
        assertThat(terrain.heightAt(147_720.5 - 147_800, 6_398_779.5 - 6_398_700)).isEqualTo(dem.heights()[0]);
        assertThat(terrain.heightAt(147_953.5 - 147_800, 6_398_557.5 - 6_398_700)).isEqualTo(dem.heights()[234 * 223 - 1]);
    }

    /** Web Mercator at 40° north stretches metres by 1/cos 40°: cells of 96 m are 73 m long on the ground. */
    @Test
    void groundInWebMercatorComesOutInRealMetres() throws Exception {
        ElevationBatch dem = Heard.read(importer, file("raster/elevation.tif")).elevation;
        CoordinateSystems systems = new CoordinateSystems();
        LocalFrame frame = new FrameChooser(systems).choose(systems.require("EPSG:3857"), bounds(dem));
        Terrain terrain = TerrainResampler.resample(dem.affine(), dem.width(), dem.height(), dem.heights(),
                systems.toFrame("EPSG:3857", frame));

        assertThat(frame.crs()).isEqualTo("EPSG:32618");
        assertThat(terrain.cell()).isBetween(72.0, 75.0);
        double[] place = {-8_381_389.716714849 + 96.45 * 200.5, 4_887_235.159048369 - 104.325 * 150.5, 0};
        systems.toFrame("EPSG:3857", frame).toLocal(place, 0, 1);
        assertThat(terrain.heightAt(place[0], place[1])).isCloseTo(dem.heights()[150 * 400 + 200], within(8.0));
    }

    @Test
    void refusesWithoutPlace() {
        Path file = file("raster/shapes_lzw_predictor3.tif");
        assertThatThrownBy(() -> Heard.read(importer, file)).isInstanceOf(ImportException.class)
                .hasMessageContaining("shapes_lzw_predictor3.tif").hasMessageContaining("world file");
    }

    @Test
    void saysThatTemperatureIsNoHeight() throws ImportException {
        assertThat(Heard.read(importer, file("raster/AROME_T2m_10.tiff")).messages(Severity.WARNING))
                .singleElement().asString().contains("Temperature");
    }

    @Test
    void keepsTheGoodBlocksOfADamagedPicture() throws ImportException {
        Heard heard = Heard.read(importer, file("hostile/corrupt.tif"));

        assertThat(heard.messages(Severity.WARNING)).singleElement().asString().contains("corrupt.tif").contains("damaged");
        long empty = Arrays.stream(heard.image.argb()).filter(c -> c == 0).count();
        assertThat(empty).as("one block of 512 × 512").isEqualTo(512 * 512);
    }

    @Test
    void refusesATruncatedFile() {
        Path file = file("hostile/truncated.tiff");
        assertThatThrownBy(() -> Heard.read(importer, file)).isInstanceOf(ImportException.class)
                .hasMessageContaining("truncated.tiff");
    }

    private static Bounds bounds(ElevationBatch batch) {
        double[] a = batch.affine();
        return new Bounds(a[4], a[5] + a[3] * batch.height(), 0, a[4] + a[0] * batch.width(), a[5], 0);
    }

    private static Path file(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), "no real data here");
        return file;
    }
}
