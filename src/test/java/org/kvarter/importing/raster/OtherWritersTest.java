package org.kvarter.importing.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.geotools.coverage.grid.GridCoverageFactory;
import org.geotools.gce.geotiff.GeoTiffWriter;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files written by GeoTools and by Java's own writer, in the packings they offer. */
class OtherWritersTest {

    @TempDir
    Path folder;

    @Test
    void readsWhatGeoToolsWrites() throws Exception {
        float[][] rows = new float[30][40];
        for (int r = 0; r < 30; r++) {
            for (int c = 0; c < 40; c++) {
                rows[r][c] = 3 * r + 0.25f * c;
            }
        }
        File file = folder.resolve("dem.tif").toFile();
        ReferencedEnvelope envelope = new ReferencedEnvelope(153_000, 153_080, 6_578_000, 6_578_060, CRS.decode("EPSG:3011", true));
        GeoTiffWriter writer = new GeoTiffWriter(file);
        writer.write(new GridCoverageFactory().create("dem", rows, envelope), null);
        writer.dispose();
        Heard heard = Heard.read(new GeoTiffImporter(), file.toPath());

        assertThat(heard.crs()).isEqualTo("EPSG:3011");
        assertThat(heard.elevation.affine()).containsExactly(2, 0, 0, -2, 153_000, 6_578_060);
        assertThat(heard.elevation.heights()[29 * 40 + 39]).isEqualTo(3 * 29 + 0.25f * 39);
    }

    /** Exact but for JPEG, whose colours of large even areas stray by a few steps. */
    @ParameterizedTest
    @CsvSource({"LZW, 0", "Deflate, 0", "ZLib, 0", "PackBits, 0", "JPEG, 6"})
    void readsWhatJavaWrites(String compression, int stray) throws Exception {
        BufferedImage picture = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 64; x++) {
                picture.setRGB(x, y, x < 32 ? 0xC04020 : 0x2060A0);
            }
        }
        Path file = folder.resolve("ortho.tif");
        write(picture, compression, file);
        Files.writeString(folder.resolve("ortho.wld"), "0.5\n0\n0\n-0.5\n100.25\n199.75\n");
        Heard heard = Heard.read(new GeoTiffImporter(), file);

        assertThat(heard.image.affine()).containsExactly(0.5, 0, 0, -0.5, 100, 200);
        assertThat(heard.image.width()).isEqualTo(64);
        near(heard.image.argb()[5], 0xC04020, stray);
        near(heard.image.argb()[20 * 64 + 60], 0x2060A0, stray);
    }

    private static void near(int argb, int rgb, int stray) {
        Color a = new Color(argb);
        Color b = new Color(rgb);
        assertThat(argb >>> 24).isEqualTo(255);
        assertThat(Math.abs(a.getRed() - b.getRed())).isLessThanOrEqualTo(stray);
        assertThat(Math.abs(a.getGreen() - b.getGreen())).isLessThanOrEqualTo(stray);
        assertThat(Math.abs(a.getBlue() - b.getBlue())).isLessThanOrEqualTo(stray);
    }

    private static void write(BufferedImage picture, String compression, Path file) throws Exception {
        var writers = ImageIO.getImageWritersByFormatName("tiff");
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.imageio.plugins.tiff")) {
                ImageWriteParam how = writer.getDefaultWriteParam();
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionType(compression);
                try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
                    writer.setOutput(out);
                    writer.write(null, new IIOImage(picture, null, null), how);
                }
                return;
            }
        }
        throw new AssertionError("Java has no TIFF writer");
    }
}
