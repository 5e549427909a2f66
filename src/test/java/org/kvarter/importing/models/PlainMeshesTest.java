package org.kvarter.importing.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.TestPictures;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.ply.PlyImporter;
import org.kvarter.importing.stl.StlImporter;
import org.kvarter.model.Bounds;

/** STL and PLY in all their spellings: the same square of two triangles, 4 × 2 m at 3 m height. */
class PlainMeshesTest {

    private static final float[][] SQUARE = {{0, 0, 3}, {4, 0, 3}, {4, 2, 3}, {0, 2, 3}};
    private static final int[][] TRIANGLES = {{0, 1, 2}, {0, 2, 3}};

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static ReadOptions settings(String... pairs) {
        Map<String, String> all = new java.util.HashMap<>(Map.of("up", "z"));
        for (int i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], pairs[i + 1]);
        }
        return new ReadOptions(Optional.empty(), Optional.empty(), all);
    }

    private static void assertSquare(SolidBatch batch) {
        assertThat(batch.polygons().polygonCount()).isEqualTo(2);
        assertThat(batch.polygons().vertexCount()).isEqualTo(4);
        assertThat(batch.polygons().bounds()).isEqualTo(new Bounds(0, 0, 3, 4, 2, 3));
    }

    static byte[] binaryStl(int said, int attribute, String head) {
        ByteBuffer out = ByteBuffer.allocate(84 + 100).order(ByteOrder.LITTLE_ENDIAN);
        out.put(head.getBytes(StandardCharsets.ISO_8859_1)).position(80).putInt(said);
        for (int[] triangle : TRIANGLES) {
            out.putFloat(0).putFloat(0).putFloat(1);
            for (int v : triangle) {
                out.putFloat(SQUARE[v][0]).putFloat(SQUARE[v][1]).putFloat(SQUARE[v][2]);
            }
            out.putShort((short) attribute);
        }
        return out.array();
    }

    private static String textStl() {
        StringBuilder text = new StringBuilder("solid roof one\n");
        for (int[] triangle : TRIANGLES) {
            text.append(" facet normal 0 0 1\n  outer loop\n");
            for (int v : triangle) {
                text.append("   vertex ").append(SQUARE[v][0]).append(' ').append(SQUARE[v][1]).append(" 3.0e0\n");
            }
            text.append("  endloop\n endfacet\n");
        }
        return text.append("endsolid roof one\n").toString();
    }

    private RecordingSink stl(byte[] bytes, ReadOptions options) throws Exception {
        return RecordingSink.read(new StlImporter(), Files.write(folder.resolve("roof.stl"), bytes), options);
    }

    @Test
    void readsStlOfBothKinds() throws Exception {
        assertSquare(stl(binaryStl(2, 0, "anything"), settings()).solids("STL"));
        SolidBatch text = stl(textStl().getBytes(StandardCharsets.US_ASCII), settings()).solids("STL");
        assertSquare(text);
        assertThat(text.features().ids()).containsExactly("roof one");
        assertThat(new StlImporter().probe(SourceHead.of(Files.write(folder.resolve("x"), binaryStl(2, 0, "solid but binary"))))).isEqualTo(0.7);
    }

    @ParameterizedTest
    @CsvSource({"VisCAM, 0x8000, 0", "'', 0, 0", "VisCAM, 0xFC00, 0xFFFF0000", "VisCAM, 0x801F, 0xFF0000FF", "COLOR=, 0x001F, 0xFFFF0000", "COLOR=, 0x8000, 0xFF202020"})
    void readsTheColoursOfBothSchools(String head, String attribute, String argb) throws Exception {
        int expected = (int) Long.decode(argb).longValue();
        int got = stl(binaryStl(2, Integer.decode(attribute), head + "    "), settings()).solids("STL").polygons().polygonArgb()[0];
        assertThat(got).isEqualTo(attribute.equals("0x8000") && head.equals("VisCAM") ? 0xFF000000 : expected);
    }

    @Test
    void whatIsThereCountsNotWhatIsSaid() throws Exception {
        RecordingSink sink = stl(binaryStl(2_000_000_000, 0, ""), settings());
        assertSquare(sink.solids("STL"));
        assertThat(sink.diagnostics).anyMatch(d -> d.message().contains("2,000,000,000") || d.message().contains("2000000000"));
    }

    @ParameterizedTest
    @CsvSource({"mm, 0.004", "cm, 0.04", "ft, 1.2192", "nonsense, 4"})
    void unitsScale(String unit, double width) throws Exception {
        Bounds box = stl(binaryStl(2, 0, ""), settings("unit", unit)).solids("STL").polygons().bounds();
        assertThat(box.maxEast()).isCloseTo(width, org.assertj.core.api.Assertions.within(1e-9));
    }

    private static final String PLY = "ply\nformat %s 1.0\ncomment TextureFile pics/a b.png\nelement vertex 4\nproperty float x\nproperty float y\n"
            + "property float z\nproperty uchar red\nproperty uchar green\nproperty uchar blue\nelement face %d\n"
            + "property list uchar int vertex_indices\nproperty list uchar float texcoord\nelement edge 1\nproperty int a\nend_header\n";

    static byte[] ply(String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(String.format(PLY, format, 2).getBytes(StandardCharsets.US_ASCII));
        if (format.equals("ascii")) {
            StringBuilder text = new StringBuilder();
            for (float[] v : SQUARE) {
                text.append(v[0]).append(' ').append(v[1]).append(' ').append(v[2]).append(" 255 0 0\n");
            }
            for (int[] t : TRIANGLES) {
                text.append("3 ").append(t[0]).append(' ').append(t[1]).append(' ').append(t[2]).append(" 6");
                for (int v : t) {
                    text.append(' ').append(SQUARE[v][0] / 4).append(' ').append(SQUARE[v][1] / 2);
                }
                text.append('\n');
            }
            out.writeBytes(text.append("7\n").toString().getBytes(StandardCharsets.US_ASCII));
            return out.toByteArray();
        }
        ByteBuffer values = ByteBuffer.allocate(4 * 15 + 2 * (13 + 25) + 4)
                .order(format.endsWith("big_endian") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (float[] v : SQUARE) {
            values.putFloat(v[0]).putFloat(v[1]).putFloat(v[2]).put((byte) 255).put((byte) 0).put((byte) 0);
        }
        for (int[] t : TRIANGLES) {
            values.put((byte) 3).putInt(t[0]).putInt(t[1]).putInt(t[2]).put((byte) 6);
            for (int v : t) {
                values.putFloat(SQUARE[v][0] / 4).putFloat(SQUARE[v][1] / 2);
            }
        }
        out.writeBytes(values.putInt(7).array());
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ascii", "binary_little_endian", "binary_big_endian"})
    void readsPlyOfAllKinds(String format) throws Exception {
        TestPictures.write(folder.resolve("pics/a b.png"), new int[] {0xFF00FF00});
        SolidBatch batch = RecordingSink.read(new PlyImporter(), Files.write(folder.resolve("roof.ply"), ply(format)), settings()).solids("PLY");

        assertSquare(batch);
        assertThat(batch.polygons().polygonArgb()).containsOnly(0xFFFF0000);
        assertThat(batch.polygons().texturing().of()).containsExactly(0, 0);
        assertThat(Arrays.copyOf(batch.polygons().texturing().uv(), 6)).containsExactly(0, 1, 1, 1, 1, 0);
    }

    @Test
    void pointsWithoutFacesAreRefusedInWords() {
        byte[] cloud = ("ply\nformat ascii 1.0\nelement vertex 1\nproperty float x\nproperty float y\nproperty float z\nend_header\n1 2 3\n")
                .getBytes(StandardCharsets.US_ASCII);
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        RecordingSink.read(new PlyImporter(), Files.write(folder.resolve("cloud.ply"), cloud), settings()))
                .hasMessageContaining("cloud.ply").hasMessageContaining("no surfaces");
    }
}
