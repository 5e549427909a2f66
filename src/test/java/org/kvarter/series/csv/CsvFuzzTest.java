package org.kvarter.series.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Assertions;
import org.kvarter.series.SeriesException;
import org.kvarter.series.SeriesTable;
import org.kvarter.task.Progress;

/** Series with cells, lines and bytes changed at random: a sound table, or a sentence that names the file. */
class CsvFuzzTest {

    private static final String[] CELLS = {"", "\"", "\"\"\"", "NaN", "-", "1e999", "99999999999999", "2025-02-30T00:00", "2025-03-30T02:30",
        "0000-00-00", "9999-12-31T23:00Z", "1,2,3", "x".repeat(2_000), "\u0000", "-1", "25:00", "1.1.1", "2025", ";;;;", "\t"};
    private static Path folder;

    @BeforeContainer
    static void start() throws IOException {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        folder = Files.createTempDirectory("fuzz");
    }

    @AfterContainer
    static void end() throws IOException {
        Files.deleteIfExists(folder.resolve("fuzz.csv"));
        Files.deleteIfExists(folder.resolve("fuzz.zip"));
        Files.delete(folder);
    }

    private static List<String> wide() {
        List<String> lines = new ArrayList<>(List.of("time;A;B;C [kWh]"));
        for (int hour = 0; hour < 48; hour++) {
            lines.add(String.format(Locale.ROOT, "2025-03-%02d %02d:00;%d,5;%d;", 29 + hour / 24, hour % 24, hour, -hour));
        }
        return lines;
    }

    private static List<String> longTable() {
        List<String> lines = new ArrayList<>(List.of("building,timestamp,value"));
        for (int i = 0; i < 60; i++) {
            lines.add(String.format(Locale.ROOT, "B%d,2025-01-01T%02d:00:00+01:00,%d.25", i % 3, i / 3, i));
        }
        return lines;
    }

    private static byte[] damaged(List<String> lines, Random random) {
        String separator = lines.get(0).contains(";") ? ";" : ",";
        for (int n = random.nextInt(5); n > 0; n--) {
            int at = random.nextInt(lines.size());
            String[] cells = lines.get(at).split(separator, -1);
            switch (random.nextInt(4)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                case 2 -> lines.set(at, lines.get(at) + separator.repeat(random.nextInt(300)));
                default -> {
                    cells[random.nextInt(cells.length)] = CELLS[random.nextInt(CELLS.length)];
                    lines.set(at, String.join(separator, cells));
                }
            }
        }
        Charset charset = random.nextInt(4) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        byte[] bytes = String.join(random.nextBoolean() ? "\n" : "\r\n", lines).getBytes(charset);
        for (int n = random.nextInt(3); n > 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static void read(Path file) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            try {
                CsvFormat format = CsvSniffer.look(file, ZoneId.of("Europe/Stockholm")).format();
                SeriesTable table = CsvSeriesReader.read(file, format, "s", "S", "heat", Progress.NONE).table();
                for (int place = 0; place < table.keys().length; place++) {
                    assertThat(table.trace(place)).hasSize(table.axis().count());
                }
            } catch (SeriesException e) {
                assertThat(e.getMessage()).contains(file.getFileName().toString()).hasSizeLessThan(600)
                        .doesNotContain("Exception", "java.", "null");
            }
        });
    }

    @Property(tries = 250, seed = "20261125", shrinking = ShrinkingMode.OFF)
    void bearsStrangeTables(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        read(Files.write(folder.resolve("fuzz.csv"), damaged(random.nextBoolean() ? wide() : longTable(), random)));
    }

    @Property(tries = 60, seed = "20261125", shrinking = ShrinkingMode.OFF)
    void bearsStrangeArchives(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(random.nextBoolean() ? "../fuzz.csv" : "fuzz.csv"));
            zip.write(damaged(wide(), random));
            zip.closeEntry();
        }
        byte[] packed = bytes.toByteArray();
        for (int n = random.nextInt(4); n > 0; n--) {
            packed[random.nextInt(packed.length)] = (byte) random.nextInt();
        }
        read(Files.write(folder.resolve("fuzz.zip"), random.nextInt(4) == 0 ? Arrays.copyOf(packed, random.nextInt(packed.length)) : packed));
    }
}
