package org.kvarter.importing.osm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.kvarter.importing.SoundReading;

/** Sound extracts of both forms with bytes changed at random: whatever comes of them is sound, or refused in a sentence. */
class OsmFuzzTest {

    private static final OsmDraft DRAFT = OsmDraft.sound().box(20, 50, 0, 90, 40, "building=yes", "roof:shape=hipped").box(21, 60, 10, 80, 30)
            .box(22, 50, 0, 60, 9, "building:part=yes", "min_height=3", "roof:shape=dome").way(23, "1 2 3", "railway=tram")
            .relation(30, List.of("w20 outer", "w21 inner"), "type=multipolygon", "building=yes", "roof:shape=pyramidal")
            .relation(31, List.of("r30 outline", "w22 part"), "type=building");
    private static final String[] STRANGE = {"-1", "99999999999999999999", "NaN", "1e999", "", "gabled", "dome", "1 1 1", "&bomb;", "<node>", "0"};

    private static Path folder;

    @BeforeContainer
    static void start() throws IOException {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        folder = Files.createTempDirectory("fuzz");
    }

    @AfterContainer
    static void end() throws IOException {
        Files.deleteIfExists(folder.resolve("fuzz.osm"));
        Files.deleteIfExists(folder.resolve("fuzz.osm.pbf"));
        Files.delete(folder);
    }

    @Property(tries = 300, seed = "20261128", shrinking = ShrinkingMode.OFF)
    void bearsDamagedPbf(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = DRAFT.pbf(random.nextInt(8) == 0);
        for (int flips = random.nextInt(6); flips >= 0; flips--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        SoundReading.of(new OsmImporter(), Files.write(folder.resolve("fuzz.osm.pbf"),
                random.nextInt(4) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes));
    }

    @Property(tries = 300, seed = "20261128", shrinking = ShrinkingMode.OFF)
    void bearsStrangeXml(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        String[] lines = DRAFT.xml().split("\n");
        for (int changes = random.nextInt(6); changes >= 0; changes--) {
            int at = random.nextInt(lines.length);
            switch (random.nextInt(4)) {
                case 0 -> lines[at] = lines[random.nextInt(lines.length)];
                case 1 -> lines[at] = lines[at].replaceFirst("\"[^\"]*\"", "\"" + STRANGE[random.nextInt(STRANGE.length)] + "\"");
                case 2 -> lines[at] = lines[at].replaceFirst("v=\"[^\"]*\"", "v=\"" + STRANGE[random.nextInt(STRANGE.length)] + "\"");
                default -> lines[at] = lines[at].substring(0, random.nextInt(lines[at].length() + 1));
            }
        }
        SoundReading.of(new OsmImporter(), Files.write(folder.resolve("fuzz.osm"), String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }
}
