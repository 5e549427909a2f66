package org.kvarter.series.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.series.MeanOfDoubles;
import org.kvarter.series.SeriesException;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.TimeAxis;
import org.kvarter.task.Progress;
import org.kvarter.task.WorkCancelledException;
import org.kvarter.text.LocalText;
import org.kvarter.text.Texts;

/**
 * Reads a regular series from CSV in two passes: one to know times and places, one to fill a single array.
 *
 * <p>Where several rows give the same place and time, the last one stays. Instances read one file, on one thread.
 */
public final class CsvSeriesReader {

    /** Values of one table kept in memory: 1.2 GB. */
    private static final long MAXIMUM_VALUES = 300_000_000L;

    private static final Texts TEXTS = Texts.in(CsvSeriesReader.class);

    private final Path file;
    private final String name;
    private final CsvFormat format;
    private final CsvScan scan;
    private final TimeAxis axis;
    private final String[] keys;
    private final int[] columns;
    private final float[] values;
    private final Set<String> doubledSeen = new HashSet<>();
    private final boolean[] intervalSeen;
    private final MeanOfDoubles means = new MeanOfDoubles();
    private long duplicates;
    private long offGrid;
    private long ragged;
    private long raggedLine;
    private long unreadable;
    private String unreadableExample = "";

    private CsvSeriesReader(Path file, CsvFormat format, Progress progress) throws SeriesException, IOException {
        this.file = file;
        this.name = file.getFileName().toString();
        this.format = format;
        this.scan = CsvScan.of(file, format, progress);
        this.axis = scan.axis();
        this.keys = scan.keys();
        this.columns = scan.columns();
        long size = (long) axis.count() * keys.length;
        if (size > MAXIMUM_VALUES || size * Float.BYTES > Runtime.getRuntime().maxMemory() * 3 / 4) {
            throw new SeriesException(TEXTS.get("csv.tooLarge", name, axis.count(), keys.length));
        }
        this.values = new float[(int) size];
        Arrays.fill(values, Float.NaN);
        this.intervalSeen = new boolean[axis.count()];
    }

    /**
     * Reads {@code file} as {@code format} says.
     *
     * @param id       id of the series in the project
     * @param title    what people call it
     * @param quantity what is measured, free text
     * @throws SeriesException        where nothing honest can be read
     * @throws WorkCancelledException when cancelled
     */
    public static CsvSeries read(Path file, CsvFormat format, String id, String title, String quantity, Progress progress)
            throws SeriesException {
        return read(file, format, id, LocalText.of(title), quantity, progress);
    }

    /** The same, called by words in several languages. */
    public static CsvSeries read(Path file, CsvFormat format, String id, LocalText titles, String quantity, Progress progress)
            throws SeriesException {
        try {
            CsvSeriesReader reader = new CsvSeriesReader(file, format, progress);
            reader.fill(progress);
            return reader.result(id, titles, quantity);
        } catch (WorkCancelledException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw CsvSource.unreadable(file, e);
        } catch (OutOfMemoryError e) {
            throw new SeriesException(TEXTS.get("csv.outOfMemory", file.getFileName()), e);
        }
    }

    private void fill(Progress progress) throws IOException, SeriesException {
        try (CsvReader<CsvRecord> reader = CsvSource.reader(file, Charset.forName(format.charset()), format.delimiter())) {
            long line = 0;
            for (CsvRecord record : reader) {
                if (line++ <= format.headerRow()) {
                    continue;
                }
                row(record);
                if ((line & 0xFFF) == 0) {
                    progress.report((double) line / Math.max(1, scan.rows()), TEXTS.get("csv.reading", name, line));
                    progress.checkCancelled();
                }
            }
        }
    }

    private void row(CsvRecord record) {
        if (record.getFieldCount() <= format.timeColumn()) {
            ragged(record);
            return;
        }
        String time = record.getField(format.timeColumn());
        boolean isLong = format.layout() == CsvFormat.Layout.LONG;
        if (isLong && record.getFieldCount() <= Math.max(format.keyColumn(), format.valueColumn())) {
            ragged(record);
            return;
        }
        Optional<Instant> instant = scan.instant(time);
        if (instant.isEmpty()) {
            return;
        }
        Optional<Instant> later = scan.laterInstant(time);
        if (later.isPresent() && !doubledSeen.add(isLong ? time + '\0' + format.key(record.getFields()) : time)) {
            instant = later;
        }
        int interval = interval(instant.get());
        if (isLong) {
            set(interval, scan.place(format.key(record.getFields())), record, format.valueColumn());
        } else {
            if (intervalSeen[interval]) {
                duplicates++;
            }
            for (int place = 0; place < columns.length; place++) {
                if (columns[place] < record.getFieldCount()) {
                    set(interval, place, record, columns[place]);
                }
            }
            if (record.getFieldCount() <= columns[columns.length - 1]) {
                ragged(record);
            }
        }
        intervalSeen[interval] = true;
    }

    private int interval(Instant time) {
        Instant begin = format.label() == CsvFormat.Label.INTERVAL_END ? time.minus(axis.step()) : time;
        int interval = axis.indexOf(begin);
        if (!axis.at(interval).equals(begin)) {
            offGrid++;
        }
        return Math.max(0, Math.min(axis.count() - 1, interval));
    }

    private void set(int interval, int place, CsvRecord record, int column) {
        String cell = record.getField(column);
        if (Numbers.isMissing(cell)) {
            return;
        }
        double value = Numbers.parse(cell, format.decimalComma());
        if (Double.isNaN(value)) {
            if (unreadable++ == 0) {
                unreadableExample = TEXTS.get("csv.cell", cell, record.getStartingLineNumber(), column + 1);
            }
            return;
        }
        int at = interval * keys.length + place;
        if (format.layout() == CsvFormat.Layout.LONG && !Float.isNaN(values[at])) {
            duplicates++;
        }
        means.put(values, at, value);
    }

    private void ragged(CsvRecord record) {
        if (ragged++ == 0) {
            raggedLine = record.getStartingLineNumber();
        }
    }

    private CsvSeries result(String id, LocalText titles, String quantity) throws SeriesException {
        List<Diagnostic> diagnostics = new ArrayList<>();
        boolean[] hasValues = new boolean[keys.length];
        int present = 0;
        for (int at = 0; at < values.length; at++) {
            if (!Float.isNaN(values[at])) {
                hasValues[at % keys.length] = true;
                present++;
            }
        }
        if (present == 0) {
            throw new SeriesException(TEXTS.get("csv.noValues", name));
        }
        for (int place = 0; place < keys.length; place++) {
            if (!hasValues[place]) {
                diagnostics.add(new Diagnostic(Severity.WARNING, name, keys[place], TEXTS.get("csv.emptyPlace", name, keys[place])));
            }
        }
        addGaps(diagnostics);
        if (scan.localTimes().isStandardTimeOnly()) {
            say(diagnostics, Severity.INFO, "csv.standardTime", name, scan.localTimes().skippedHour(), format.zone());
        }
        sayIf(diagnostics, duplicates, "csv.duplicates", name, duplicates);
        sayIf(diagnostics, offGrid, "csv.offGrid", name, offGrid, axis.step().toMinutes());
        sayIf(diagnostics, ragged, "csv.ragged", name, ragged, raggedLine);
        sayIf(diagnostics, unreadable, "csv.unreadableCells", name, unreadable, unreadableExample);
        sayIf(diagnostics, scan.unreadableTimes(), "csv.unreadableTimes", name, scan.unreadableTimes(), scan.unreadableTime());
        sayIf(diagnostics, scan.repeatedHeaders().size(), "csv.repeatedHeaders", name, String.join(", ", scan.repeatedHeaders()));
        return new CsvSeries(new SeriesTable(id, titles, quantity, format.unit(), axis, keys, values), scan.rows(), diagnostics);
    }

    private void addGaps(List<Diagnostic> diagnostics) {
        int missing = 0;
        int first = -1;
        for (int i = 0; i < intervalSeen.length; i++) {
            if (!intervalSeen[i]) {
                missing++;
                first = first < 0 ? i : first;
            }
        }
        if (missing > 0) {
            String when = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(axis.at(first).atZone(axis.zone()));
            // a table with more gaps than rows was counted in campaigns: that is how it is meant
            say(diagnostics, missing > intervalSeen.length / 2 ? Severity.INFO : Severity.WARNING, "csv.gaps", name, missing, axis.count(), when);
        }
    }

    private void sayIf(List<Diagnostic> diagnostics, long count, String key, Object... arguments) {
        if (count > 0) {
            say(diagnostics, Severity.WARNING, key, arguments);
        }
    }

    private void say(List<Diagnostic> diagnostics, Severity severity, String key, Object... arguments) {
        diagnostics.add(new Diagnostic(severity, name, "", TEXTS.get(key, arguments)));
    }
}
