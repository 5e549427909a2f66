package org.kvarter.importing.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvarter.TestPictures;
import org.kvarter.importing.Importer;
import org.kvarter.importing.SoundReading;
import org.kvarter.importing.gltf.GltfImporter;
import org.kvarter.importing.ply.PlyImporter;
import org.kvarter.importing.stl.StlImporter;

/** Damage anywhere in binary models: a sound batch or one sentence, never anything else. */
class ModelFuzzTest {

    private static final int ROUNDS = 250;

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static byte[] glb() {
        Glb glb = new Glb().triangle();
        int uv = glb.floats("VEC2", 0, 0, 1, 0, 0, 1);
        int indices = glb.indices(0, 1, 2, 2, 1, 0);
        int png = glb.view(TestPictures.png(new int[] {0xFF0000FF}));
        return glb.bytes("\"nodes\":[{\"children\":[1],\"scale\":[2,2,2]},{\"mesh\":0,\"rotation\":[0,0,0,1]}],"
                + "\"images\":[{\"bufferView\":" + png + ",\"mimeType\":\"image/png\"}],\"textures\":[{\"source\":0}],"
                + "\"materials\":[{\"pbrMetallicRoughness\":{\"baseColorTexture\":{\"index\":0}}}],"
                + "\"meshes\":[{\"primitives\":[{\"attributes\":{\"POSITION\":0,\"TEXCOORD_0\":" + uv + "},\"indices\":" + indices
                + ",\"material\":0}]}]");
    }

    static Stream<Arguments> models() {
        return Stream.of(Arguments.of(new GltfImporter(), "a.glb", glb()), Arguments.of(new StlImporter(), "a.stl", PlainMeshesTest.binaryStl(2, 5, "x")),
                Arguments.of(new PlyImporter(), "a.ply", PlainMeshesTest.ply("binary_little_endian")),
                Arguments.of(new PlyImporter(), "b.ply", PlainMeshesTest.ply("ascii")));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("models")
    void bearsDamage(Importer importer, String name, byte[] sound) throws IOException {
        Random random = new Random(20_261_128);
        Path file = folder.resolve(name);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = round % 5 == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
            for (int n = random.nextInt(6); n >= 0 && damaged.length > 0; n--) {
                int at = random.nextInt(damaged.length);
                damaged[at] = (byte) (random.nextBoolean() ? random.nextInt() : "0123456789-e.\"{}[],:"
                        .charAt(random.nextInt(20)));
            }
            Files.write(file, damaged);
            SoundReading.of(importer, file);
        }
    }
}
