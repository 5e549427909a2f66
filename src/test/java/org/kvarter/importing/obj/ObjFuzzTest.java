package org.kvarter.importing.obj;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SoundReading;

/** A valid model and its materials with lines and bytes changed at random: whatever comes of it is sound, or refused in a sentence. */
class ObjFuzzTest {

    private static final String MODEL = """
            # a house
            mtllib fuzz.mtl
            o house
            v 0 0 0
            v 10 0 0
            v 10 8 0
            v 0 8 0
            v 0 0 6
            v 10 0 6
            v 10 8 6
            v 0 8 6
            vt 0 0
            vn 0 0 1
            usemtl brick
            f 4 3 2 1
            f 1/1 2/1 6/1/1 5/1/1
            usemtl tile
            f -4 -3 -2 -1
            g shed
            s off
            f 1//1 2//1 3//1
            l 1 2 3
            f 1 2 \\
             3 4
            """;
    private static final String MATERIALS = """
            newmtl brick
            Kd 0.6 0.2 0.1
            d 0.5
            map_Kd brick.png
            newmtl tile
            Kd xyz 0.1 0.2 0.3
            Tr 0.2
            """;
    private static final String[] LINES = {"f", "f 1", "f 0 0 0", "f 1 2 999999999", "f -99 -98 -97", "v", "v nan 1 2", "v 1e400 0 0",
        "v 1e308 1e308 -1e308", "f 1/2/3/4 2 3", "f 99999999999999999999 1 2", "mtllib", "mtllib ../../../etc/passwd", "mtllib .", "usemtl",
        "o", "g", "v 1 2", "f 1 2 3 \\", "\u0000\u0000", "f 1 2 3 # note", "o " + "x".repeat(5_000), "call other.obj"};

    private static Path folder;

    @BeforeContainer
    static void start() throws IOException {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        folder = Files.createTempDirectory("fuzz");
    }

    @AfterContainer
    static void end() throws IOException {
        Files.deleteIfExists(folder.resolve("fuzz.obj"));
        Files.deleteIfExists(folder.resolve("fuzz.mtl"));
        Files.delete(folder);
    }

    @Property(tries = 300, seed = "20261125", shrinking = ShrinkingMode.OFF)
    void bearsStrangeLinesAndBytesAnywhere(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Files.write(folder.resolve("fuzz.mtl"), random.nextBoolean() ? damaged(MATERIALS, random) : MATERIALS.getBytes(StandardCharsets.UTF_8));
        Path file = Files.write(folder.resolve("fuzz.obj"), damaged(MODEL, random));

        SoundReading.of(new ObjImporter(), file, ReadOptions.DEFAULT);
        SoundReading.of(new ObjImporter(), file,
                new ReadOptions(Optional.of("2"), Optional.of(new double[] {0, 0, 5, 5}), Map.of("up", random.nextBoolean() ? "y" : "sideways")));
    }

    private static byte[] damaged(String text, Random random) {
        List<String> lines = new java.util.ArrayList<>(text.lines().toList());
        for (int n = random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(3)) {
                case 0 -> lines.add(at, LINES[random.nextInt(LINES.length)]);
                case 1 -> lines.remove(at);
                default -> lines.set(at, lines.get(random.nextInt(lines.size())));
            }
            if (lines.isEmpty()) {
                return new byte[0];
            }
        }
        byte[] bytes = String.join(random.nextBoolean() ? "\n" : "\r\n", lines).getBytes(StandardCharsets.UTF_8);
        for (int n = random.nextInt(5); n > 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return random.nextInt(4) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
