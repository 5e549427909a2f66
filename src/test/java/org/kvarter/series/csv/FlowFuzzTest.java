package org.kvarter.series.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.kvarter.series.SeriesException;
import org.kvarter.task.Progress;

/** Counts and matrices with cells, lines and bytes changed at random: a sound table, none at all, or a sentence that names the file. */
class FlowFuzzTest {

    private static final String[] CELLS = {"", "\"", "NaN", "-", "1e999", "-7", "2025-02-30T00:00", "9999-12-31T23:00Z", "x".repeat(2_000), "\u0000",
        "N", "|", ";;", "\t", "site", "origin"};
    private static Path folder;

    @BeforeContainer
    static void start() throws IOException {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        folder = Files.createTempDirectory("flows");
    }

    @AfterContainer
    static void end() throws IOException {
        Files.deleteIfExists(folder.resolve("count.csv"));
        Files.delete(folder);
    }

    private static List<String> lines(int kind) {
        List<String> lines = new ArrayList<>(List.of(kind == 0 ? "site,direction,class,time,count,lon,lat" : kind == 1 ? "time,A|N|car,A|S|car,B|E|bike"
                : "origin,destination,mode,trips"));
        for (int i = 0; i < 40; i++) {
            String hour = String.format(Locale.ROOT, "2025-03-%02d %02d:00", 29 + i / 24, i % 24);
            lines.add(kind == 0 ? "K" + i % 3 + "," + (i % 2 == 0 ? "N" : "S") + ",car," + hour + "," + i + ",18." + i % 3 + ",59.3"
                    : kind == 1 ? hour + "," + i + "," + 2 * i + "," + 3 * i : "Z" + i % 5 + ",Z" + i % 7 + ",bus," + i);
        }
        return lines;
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void isReadOrRefusedInASentence(@ForAll Random random) throws IOException {
        List<String> lines = lines(random.nextInt(3));
        for (int change = random.nextInt(6); change > 0; change--) {
            int at = random.nextInt(lines.size());
            String[] cells = lines.get(at).split(",", -1);
            cells[random.nextInt(cells.length)] = CELLS[random.nextInt(CELLS.length)];
            switch (random.nextInt(4)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.set(at, String.join(",", Arrays.copyOf(cells, random.nextInt(cells.length + 1))).replace("null", ""));
                default -> lines.set(at, String.join(",", cells));
            }
            if (lines.isEmpty()) {
                break;
            }
        }
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(3) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
        }
        Path file = Files.write(folder.resolve("count.csv"), bytes);
        Optional<FlowSniffer.Look> look = FlowSniffer.look(file, ZoneOffset.UTC);
        if (look.isEmpty()) {
            return;
        }
        try {
            FlowTable table = FlowReader.read(file, look.get().format(), null, Progress.NONE);
            assertThat(table.keys()).isNotEmpty();
            if (table.series() == null) {
                assertThat(table.constants()).hasSameSizeAs(table.keys());
                assertThat(Arrays.stream(table.constants())).allMatch(v -> v >= 0 && Double.isFinite(v));
            } else {
                assertThat(table.series().keys()).hasSameSizeAs(table.keys());
                for (float v : table.series().values()) {
                    assertThat(Float.isNaN(v) || v >= 0).isTrue();
                }
            }
        } catch (SeriesException e) {
            assertThat(e.getMessage()).contains("count.csv").endsWith(".");
        }
    }
}
