package org.kvarter.importing.gltf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.TestPictures;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.models.Glb;
import org.kvarter.model.Bounds;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.SurfaceKind;
import org.kvarter.model.Texture;

class GltfImporterTest {

    private static final String NODE = "\"nodes\":[{\"mesh\":0}],";

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private RecordingSink read(byte[] glb) throws Exception {
        return RecordingSink.read(new GltfImporter(), Files.write(folder.resolve("model.glb"), glb), ReadOptions.DEFAULT);
    }

    private PolygonSet polygons(byte[] glb) throws Exception {
        return read(glb).solids("glTF").polygons();
    }

    private static double[] corner(PolygonSet set, int corner) {
        return Arrays.copyOfRange(set.vertices(), 3 * set.corners()[corner], 3 * set.corners()[corner] + 3);
    }

    /** The file's y axis is up, its z axis looks south. Expected: where the corner (1 0 0) comes to lie. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{\"mesh\":0}; 1,0,0",
        "{\"mesh\":0,\"translation\":[10,20,30]}; 11,-30,20",
        "{\"mesh\":0,\"scale\":[5,1,1]}; 5,0,0",
        "{\"mesh\":0,\"rotation\":[0,0,0.7071067811865476,0.7071067811865476]}; 0,0,1",
        "{\"mesh\":0,\"rotation\":[0,0.7071067811865476,0,0.7071067811865476],\"translation\":[0,7,0],\"scale\":[2,2,2]}; 0,2,7",
        "{\"mesh\":0,\"matrix\":[2,0,0,0,0,2,0,0,0,0,2,0,1,2,3,1]}; 3,-3,2",
        "{\"children\":[1],\"translation\":[0,0,100]},{\"mesh\":0,\"scale\":[3,3,3]}; 3,-100,0",
        "{\"children\":[1],\"scale\":[3,3,3]},{\"mesh\":0,\"translation\":[0,0,100]}; 3,-300,0"})
    void placesNodes(String nodes, String expected) throws Exception {
        PolygonSet set = polygons(new Glb().triangle().bytes("\"nodes\":[" + nodes + "]," + Glb.TRIANGLE_MESH));

        double[] wanted = Arrays.stream(expected.split(",")).mapToDouble(Double::parseDouble).toArray();
        assertThat(corner(set, 1)).containsExactly(wanted, within(1e-5));
    }

    @Test
    void aMirroredNodeKeepsItsSurfacesOutside() throws Exception {
        PolygonSet plain = polygons(new Glb().triangle().bytes("\"nodes\":[{\"mesh\":0,\"rotation\":[-0.7071067811865476,0,0,0.7071067811865476]}],"
                + Glb.TRIANGLE_MESH));
        PolygonSet mirrored = polygons(new Glb().triangle().bytes(
                "\"nodes\":[{\"mesh\":0,\"rotation\":[-0.7071067811865476,0,0,0.7071067811865476],\"scale\":[-1,1,1]}]," + Glb.TRIANGLE_MESH));
        assertThat(SurfaceKind.of(plain.polygonKind()[0])).isEqualTo(SurfaceKind.ROOF);
        assertThat(SurfaceKind.of(mirrored.polygonKind()[0])).isEqualTo(SurfaceKind.ROOF);
    }

    @Test
    void namesPathsAndExtrasAreAttributes() throws Exception {
        var batch = read(new Glb().triangle().bytes("\"scenes\":[{\"nodes\":[0]}],\"materials\":[{\"name\":\"oak\"}],"
                + "\"nodes\":[{\"name\":\"House\",\"children\":[1,2]},{\"name\":\"Door\",\"mesh\":0,\"extras\":{\"width\":0.9,\"fire\":true,\"a\":[1]}},"
                + "{\"name\":\"Door\",\"mesh\":0},{\"name\":\"unseen\",\"mesh\":0}],"
                + "\"meshes\":[{\"name\":\"panel\",\"primitives\":[{\"attributes\":{\"POSITION\":0},\"material\":0}]}]")).solids("glTF");
        assertThat(batch.features().ids()).containsExactly("Door", "Door (2)");
        assertThat(batch.features().attributes().names()).containsExactlyInAnyOrder("mesh", "path", "material", "width", "fire");
        assertThat(batch.features().attributes().value("path", 0)).isEqualTo("House");
    }

    @Test
    void readsIndicesStripsFansAndSparseAccessors() throws Exception {
        Glb glb = new Glb();
        glb.floats("VEC3", 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0);
        int indices = glb.indices(0, 1, 2, 0, 2, 3, 0, 1, 9, 1, 1, 2);
        int strip = glb.indices(0, 1, 3, 2);
        int where = glb.shortView(2);
        int what = glb.floatView(5, 5, 0);
        int sparse = glb.accessor("\"bufferView\":0,\"componentType\":5126,\"count\":4,\"type\":\"VEC3\",\"sparse\":{\"count\":1,\"indices\":"
                + "{\"bufferView\":" + where + ",\"componentType\":5123},\"values\":{\"bufferView\":" + what + "}}");
        String mesh = "\"meshes\":[{\"primitives\":[{\"attributes\":{\"POSITION\":0},\"indices\":" + indices + "},"
                + "{\"attributes\":{\"POSITION\":0},\"indices\":" + strip + ",\"mode\":5},{\"attributes\":{\"POSITION\":0},\"mode\":6},"
                + "{\"attributes\":{\"POSITION\":" + sparse + "},\"mode\":6},{\"attributes\":{\"POSITION\":0},\"mode\":1}]}]";
        RecordingSink sink = read(glb.bytes(NODE + mesh));
        PolygonSet set = sink.solids("glTF").polygons();
        assertThat(set.polygonCount()).isEqualTo(2 + 2 + 2 + 2);
        assertThat(set.bounds().maxUp()).as("the sparse vertex").isEqualTo(5);
        assertThat(sink.diagnostics).extracting(d -> d.message().split(" ")[0] + " " + d.message().split(" ")[1])
                .containsExactly("A face", "Lines and");
        for (int p = 0; p < 6; p++) {
            int c = set.firstCornerOfPolygon(p);
            double[] a = corner(set, c);
            double[] b = corner(set, c + 1);
            double[] d = corner(set, c + 2);
            double facing = (b[0] - a[0]) * (d[2] - a[2]) - (b[2] - a[2]) * (d[0] - a[0]);
            assertThat(facing).as("triangle %d keeps its side", p).isPositive();
        }
    }

    @Test
    void quantisedPositionsAreShares() throws Exception {
        Glb glb = new Glb();
        int view = glb.shortView(0, 0, 0, 32_767, 0, 0, 0, 32_767, 0);
        glb.accessor("\"bufferView\":" + view + ",\"componentType\":5122,\"normalized\":true,\"count\":3,\"type\":\"VEC3\"");
        Bounds box = polygons(glb.bytes("\"extensionsRequired\":[\"KHR_mesh_quantization\"],\"nodes\":[{\"mesh\":0,\"scale\":[8,4,2]}],"
                + Glb.TRIANGLE_MESH)).bounds();
        assertThat(box.maxEast()).isEqualTo(8);
        assertThat(box.maxUp()).isEqualTo(4);
    }

    @Test
    void coloursAreEncodedAndPicturesLieWhereTheirTransformSays() throws Exception {
        Glb glb = new Glb().triangle();
        int uv = glb.floats("VEC2", 0, 0, 1, 0, 0, 1);
        int png = glb.view(TestPictures.png(new int[] {0xFF0000FF}));
        PolygonSet set = polygons(glb.bytes(NODE + "\"images\":[{\"bufferView\":" + png + ",\"mimeType\":\"image/png\"}],"
                + "\"textures\":[{\"source\":0}],\"materials\":[{\"pbrMetallicRoughness\":{\"baseColorFactor\":[1,0.2158605,0,0.5]},\"alphaMode\":\"BLEND\"},"
                + "{\"alphaMode\":\"MASK\",\"pbrMetallicRoughness\":{\"baseColorTexture\":{\"index\":0,\"extensions\":{\"KHR_texture_transform\":"
                + "{\"offset\":[0.5,0],\"scale\":[2,3]}}}}}],"
                + "\"meshes\":[{\"primitives\":[{\"attributes\":{\"POSITION\":0,\"TEXCOORD_0\":" + uv + "},\"material\":0},"
                + "{\"attributes\":{\"POSITION\":0,\"TEXCOORD_0\":" + uv + "},\"material\":1}]}]"));
        assertThat(set.polygonArgb()[0]).isEqualTo(0x80FF8000);
        assertThat(set.texturing().of()).containsExactly(-1, 0);
        assertThat(set.texturing().textures().get(0).alpha()).isEqualTo(Texture.Alpha.MASK);
        assertThat(Arrays.copyOfRange(set.texturing().uv(), 6, 12)).containsExactly(0.5f, 0, 2.5f, 0, 0.5f, 3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "\"extensionsRequired\":[\"KHR_draco_mesh_compression\"]; KHR_draco_mesh_compression",
        "\"extensionsRequired\":[\"EXT_meshopt_compression\"]; EXT_meshopt_compression",
        "\"extensionsRequired\":[\"KHR_texture_basisu\"]; PNG or JPEG",
        "\"extensionsRequired\":[\"ACME_secret\"]; ACME_secret",
        "\"scenes\":[{\"nodes\":[0]}],\"nodes\":[{\"children\":[0]}]; damaged",
        "\"nodes\":[{\"mesh\":0}],\"meshes\":[{\"primitives\":[{\"attributes\":{\"POSITION\":7}}]}]; damaged",
        "\"nodes\":[]; no surfaces"})
    void refusesByName(String members, String words) {
        byte[] glb = new Glb().triangle().bytes(members);
        assertThatThrownBy(() -> read(glb)).isInstanceOf(ImportException.class).hasMessageContaining(words).hasMessageContaining("model.glb");
    }

    @ParameterizedTest
    @CsvSource({"../outside.bin, false", "/etc/hostname, false", "in%20side.bin, true", "http://example.org/x.bin, false"})
    void opensOnlyBuffersBesideIt(String uri, boolean opens) throws Exception {
        byte[] floats = new byte[36];
        floats[14] = (byte) 0x80;
        floats[15] = 0x3F;
        floats[30] = (byte) 0x80;
        floats[31] = 0x3F;
        Files.write(folder.getParent().resolve("outside.bin"), floats);
        Files.write(folder.resolve("in side.bin"), floats);
        String text = "{\"asset\":{\"version\":\"2.0\"},\"buffers\":[{\"uri\":\"" + uri + "\",\"byteLength\":36}],\"bufferViews\":[{\"buffer\":0,"
                + "\"byteLength\":36}],\"accessors\":[{\"bufferView\":0,\"componentType\":5126,\"count\":3,\"type\":\"VEC3\"}]," + NODE
                + Glb.TRIANGLE_MESH + "}";
        Path file = Files.writeString(folder.resolve("model.gltf"), text);
        if (opens) {
            assertThat(RecordingSink.read(new GltfImporter(), file, ReadOptions.DEFAULT).solids("glTF").polygons().polygonCount()).isEqualTo(1);
        } else {
            assertThatThrownBy(() -> RecordingSink.read(new GltfImporter(), file, ReadOptions.DEFAULT)).isInstanceOf(ImportException.class);
        }
    }

    /** As Kvarter's own export writes it. */
    @Test
    void aSceneThatSaysItsPlaceStandsThere() throws Exception {
        String scene = "\"scenes\":[{\"nodes\":[0],\"extras\":{\"crs\":\"EPSG:3011\",\"originEast\":153000,\"originNorth\":6579000,\"originHeight\":7}}],";
        RecordingSink sink = read(new Glb().triangle().bytes(scene + "\"nodes\":[{\"mesh\":0,\"translation\":[10,20,30]}]," + Glb.TRIANGLE_MESH));
        assertThat(sink.description.crs()).contains("EPSG:3011");
        assertThat(corner(sink.solids("glTF").polygons(), 1)).containsExactly(153_011, 6_578_970, 27);
        assertThat(SurfaceKind.of(sink.solids("glTF").polygons().polygonKind()[0])).as("upright").isEqualTo(SurfaceKind.WALL);
    }

    /** Linear colours of corners, with and without one for all. */
    @ParameterizedTest
    @CsvSource({"1 0.2158605 0 1 0.2158605 0 1 0.2158605 0, 0xFFFF8000", "1 0 0 0 0 0 0 0 0, 0xFFA00000"})
    void cornersHaveColours(String colours, String argb) throws Exception {
        Glb glb = new Glb().triangle();
        String[] words = colours.split(" ");
        float[] values = new float[words.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.parseFloat(words[i]);
        }
        int accessor = glb.floats("VEC3", values);
        PolygonSet set = polygons(glb.bytes(NODE + "\"meshes\":[{\"primitives\":[{\"attributes\":{\"POSITION\":0,\"COLOR_0\":" + accessor + "}}]}]"));
        assertThat(set.polygonArgb()[0]).isEqualTo((int) Long.decode(argb).longValue());
    }
}
