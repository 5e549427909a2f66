package org.kvarter.series.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.Diagnostic;
import org.kvarter.series.SeriesException;
import org.kvarter.series.SeriesTable;
import org.kvarter.task.Progress;

class CsvSeriesTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines));
    }

    private CsvSeries read(Path file) throws SeriesException {
        return CsvSeriesReader.read(file, CsvSniffer.look(file, STOCKHOLM).format(), "s", "S", "electricity", Progress.NONE);
    }

    private static List<String> messages(CsvSeries series) {
        return series.diagnostics().stream().map(Diagnostic::message).toList();
    }

    @Test
    void wideWithPointAndComma() throws Exception {
        CsvSeries series = read(file("wide.csv", "time,A,B", "2025-01-01T00:00Z,1.5,2", "2025-01-01T01:00Z,3,", "2025-01-01T02:00Z,5,6.25"));
        SeriesTable table = series.table();
        assertThat(table.keys()).containsExactly("A", "B");
        assertThat(table.axis().start()).isEqualTo("2025-01-01T00:00:00Z");
        assertThat(table.axis().step()).isEqualTo(Duration.ofHours(1));
        assertThat(table.trace(0)).containsExactly(1.5f, 3, 5);
        assertThat(table.trace(1)).containsExactly(2, Float.NaN, 6.25f);
        assertThat(series.diagnostics()).isEmpty();
    }

    @Test
    void longWithSemicolonDecimalCommaAndUnit() throws Exception {
        CsvSeries series = read(file("long.csv", "Byggnad;Tid;Förbrukning [kWh]", "B1;01.02.2025 00:00;1 234,5", "B1;01.02.2025 01:00;2,0",
                "B2;01.02.2025 00:00;-3,25", "B2;01.02.2025 01:00;4"));
        assertThat(series.table().unit()).isEqualTo("kWh");
        assertThat(series.table().keys()).containsExactly("B1", "B2");
        assertThat(series.table().trace(0)).containsExactly(1234.5f, 2);
        assertThat(series.table().trace(1)).containsExactly(-3.25f, 4);
        assertThat(series.table().axis().start()).isEqualTo("2025-01-31T23:00:00Z");
    }

    @Test
    void numericKeysInALongTableAreKeys() throws Exception {
        CsvSeries series = read(file("meters.csv", "meter,time,kWh", "1001,2025-01-01 00:00,1", "1001,2025-01-01 01:00,2",
                "1002,2025-01-01 00:00,3", "1002,2025-01-01 01:00,4"));
        assertThat(series.table().keys()).containsExactly("1001", "1002");
        assertThat(series.table().trace(1)).containsExactly(3, 4);
    }

    @Test
    void springSkipsAnHourWithoutAGap() throws Exception {
        CsvSeries series = read(file("spring.csv", "time;A", "2025-03-30 00:00;1", "2025-03-30 01:00;2", "2025-03-30 03:00;3",
                "2025-03-30 04:00;4"));
        assertThat(series.table().trace(0)).containsExactly(1, 2, 3, 4);
        assertThat(series.diagnostics()).isEmpty();
    }

    @Test
    void autumnsDoubledHourIsTwoHours() throws Exception {
        CsvSeries series = read(file("autumn.csv", "time;A", "2025-10-26 01:00;1", "2025-10-26 02:00;2", "2025-10-26 02:00;3",
                "2025-10-26 03:00;4"));
        assertThat(series.table().axis().count()).isEqualTo(4);
        assertThat(series.table().trace(0)).containsExactly(1, 2, 3, 4);
        assertThat(series.diagnostics()).isEmpty();
    }

    @Test
    void autumnsDoubledHourInALongTableCountsForEachPlace() throws Exception {
        CsvSeries series = read(file("autumn.csv", "id;time;v", "A;2025-10-26 01:00;1", "A;2025-10-26 02:00;2", "A;2025-10-26 02:00;3",
                "A;2025-10-26 03:00;4", "B;2025-10-26 01:00;5", "B;2025-10-26 02:00;6", "B;2025-10-26 02:00;7", "B;2025-10-26 03:00;8"));
        assertThat(series.table().trace(0)).containsExactly(1, 2, 3, 4);
        assertThat(series.table().trace(1)).containsExactly(5, 6, 7, 8);
    }

    @Test
    void aFileWithTheSkippedHourIsInStandardTime() throws Exception {
        CsvSeries series = read(file("normal.csv", "time;A", "2025-03-30 01:00;1", "2025-03-30 02:00;2", "2025-03-30 03:00;3"));
        assertThat(series.table().axis().start()).isEqualTo("2025-03-30T00:00:00Z");
        assertThat(series.table().trace(0)).containsExactly(1, 2, 3);
        assertThat(messages(series)).singleElement().asString().contains("standard time").contains("2025-03-30T02:00");
    }

    @Test
    void aYearOfLocalHoursHas8760Intervals() throws Exception {
        StringBuilder text = new StringBuilder("time;A\n");
        for (Instant t = LocalDateTime.parse("2025-01-01T00:00").atZone(STOCKHOLM).toInstant();
             t.isBefore(LocalDateTime.parse("2026-01-01T00:00").atZone(STOCKHOLM).toInstant()); t = t.plusSeconds(3600)) {
            text.append(t.atZone(STOCKHOLM).toLocalDateTime()).append(";1,0\n");
        }
        CsvSeries series = read(file("year.csv", text.toString()));
        assertThat(series.table().axis().count()).isEqualTo(8760);
        assertThat(series.table().trace(0)).doesNotContain(Float.NaN);
        assertThat(series.diagnostics()).isEmpty();
    }

    @Test
    void gapsDuplicatesRaggedRowsAndBadCellsAreTold() throws Exception {
        CsvSeries series = read(file("bad.csv", "time;A;B", "2025-01-01 00:00;1;1", "2025-01-01 01:00;2;2", "2025-01-01 02:00;3;oops",
                "2025-01-01 02:00;4;4", "2025-01-01 05:00;6", "2025-01-01 06:00;7;7", "2025-01-01 06:20;8;8"));
        assertThat(series.table().axis().count()).isEqualTo(7);
        assertThat(series.table().trace(0)).containsExactly(1, 2, 3.5f, Float.NaN, Float.NaN, 6, 7.5f);
        assertThat(messages(series)).anyMatch(m -> m.contains("2 of 7 intervals") && m.contains("2025-01-01 03:00"))
                .anyMatch(m -> m.contains("come twice")).anyMatch(m -> m.contains("too few cells") && m.contains("line 6"))
                .anyMatch(m -> m.contains("oops") && m.contains("line 4")).anyMatch(m -> m.contains("60-minute"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2025-12-31T23:00:00+01:00 | 2025-12-31T22:00:00Z",
        "2025-12-31 23:00          | 2025-12-31T22:00:00Z",
        "31.12.2025 23:00          | 2025-12-31T22:00:00Z",
        "31/12/2025 23:00:00       | 2025-12-31T22:00:00Z",
        "12/31/2025 23:00          | 2025-12-31T22:00:00Z",
        "2025/12/31 23:00          | 2025-12-31T22:00:00Z",
        "202512312300              | 2025-12-31T22:00:00Z",
        "2025-12-31 24:00          | 2025-12-31T23:00:00Z",
        "2025-12-31T22:00Z         | 2025-12-31T22:00:00Z",
        "2025-12-31T23:00+0100     | 2025-12-31T22:00:00Z",
    })
    void timesInManyHands(String written, Instant expected) {
        TimeFormat.Written time = TimeFormat.recognise(List.of(written)).orElseThrow().parse(written).orElseThrow();
        Instant instant = time.offset().map(o -> time.local().toInstant(o)).orElseGet(() -> time.local().atZone(STOCKHOLM).toInstant());
        assertThat(instant).isEqualTo(expected);
    }

    @Test
    void encodingsAndPacking() throws Exception {
        String text = "tid;Hörnhuset\n2025-01-01 00:00;1\n2025-01-01 01:00;2\n";
        for (String charset : List.of("UTF-8", "windows-1252", "UTF-16LE")) {
            String marked = charset.startsWith("UTF") ? "\ufeff" + text : text;
            Path file = Files.write(folder.resolve(charset + ".csv"), marked.getBytes(Charset.forName(charset)));
            assertThat(read(file).table().keys()).as(charset).containsExactly("Hörnhuset");
        }
        Path gz = folder.resolve("t.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Path zip = folder.resolve("t.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("inside/t.csv"));
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(gz).table().trace(0)).containsExactly(1, 2);
        assertThat(read(zip).table().trace(0)).containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''                          | is empty",
        "a;b                         | no column of dates",
        "x                           | no column of dates",
        "time;A                      | no column of dates",
    })
    void refusalsNameTheFileAndTheWayOut(String text, String reason) throws Exception {
        Path file = file("odd.csv", text);
        assertThatThrownBy(() -> read(file)).isInstanceOf(SeriesException.class).hasMessageContaining("odd.csv").hasMessageContaining(reason);
    }

    @Test
    void endLabelledHoursBeginEarlier() throws Exception {
        Path file = file("end.csv", "time,A", "2025-01-01T01:00Z,1", "2025-01-01T02:00Z,2");
        CsvFormat format = CsvSniffer.look(file, STOCKHOLM).format().withLabel(CsvFormat.Label.INTERVAL_END);
        assertThat(CsvSeriesReader.read(file, format, "s", "S", "", Progress.NONE).table().axis().start())
                .isEqualTo("2025-01-01T00:00:00Z");
    }

    @Property(tries = 300)
    void brokenFilesAreRefusedInOneSentence(@ForAll @ByteRange byte[] noise, @ForAll byte at) throws IOException {
        Path file = Files.createTempFile("noise", ".csv");
        try {
            byte[] text = "time;A;B\n2025-01-01 00:00;1;2\n2025-01-01 01:00;3;4\n".getBytes(StandardCharsets.UTF_8);
            int cut = Math.floorMod(at, text.length);
            byte[] mixed = new byte[text.length + noise.length];
            System.arraycopy(text, 0, mixed, 0, cut);
            System.arraycopy(noise, 0, mixed, cut, noise.length);
            System.arraycopy(text, cut, mixed, cut + noise.length, text.length - cut);
            Files.write(file, mixed);
            try {
                assertThat(read(file).table().keys()).isNotEmpty();
            } catch (SeriesException e) {
                assertThat(e.getMessage()).contains(file.getFileName().toString()).doesNotContain("Exception");
            }
        } finally {
            Files.delete(file);
        }
    }
}
