package org.kvarter.series.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.series.SeriesException;
import org.kvarter.series.TimeAxis;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/** The first pass over a table: which times and places there are, so that the second pass can fill one array. */
final class CsvScan {

    /** Distinct times beyond this are no regular series a person works with. */
    private static final int MAXIMUM_TIMES = 4_000_000;

    private static final Texts TEXTS = Texts.in(CsvScan.class);

    private final String name;
    private final CsvFormat format;
    private final TimeFormat timeFormat;
    private final ZoneId zone;
    private final Map<String, TimeFormat.Written> times = new HashMap<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<Integer> columns = new ArrayList<>();
    private final List<String> repeatedHeaders = new ArrayList<>();
    private LocalTimes localTimes;
    private long rows;
    private long unreadableTimes;
    private String unreadableTime = "";

    private CsvScan(Path file, CsvFormat format) {
        this.name = file.getFileName().toString();
        this.format = format;
        this.timeFormat = TimeFormat.of(format.timePattern());
        this.zone = ZoneId.of(format.zone());
    }

    static CsvScan of(Path file, CsvFormat format, Progress progress) throws SeriesException, IOException {
        CsvScan scan = new CsvScan(file, format);
        try (CsvReader<CsvRecord> reader = CsvSource.reader(file, Charset.forName(format.charset()), format.delimiter())) {
            long line = 0;
            for (CsvRecord record : reader) {
                if (line == format.headerRow() || line == 0 && format.headerRow() < 0) {
                    scan.header(record, format.headerRow() < 0);
                }
                if (line++ > format.headerRow()) {
                    scan.row(record);
                    if ((line & 0xFFF) == 0) {
                        progress.report(Double.NaN, TEXTS.get("csv.scanning", scan.name, line));
                        progress.checkCancelled();
                    }
                }
            }
        }
        if (scan.times.isEmpty() || scan.places.isEmpty()) {
            throw new SeriesException(TEXTS.get("csv.noValues", scan.name));
        }
        scan.findZone();
        return scan;
    }

    private void header(CsvRecord record, boolean numbered) {
        if (format.layout() == CsvFormat.Layout.LONG) {
            return;
        }
        for (int column = 0; column < record.getFieldCount(); column++) {
            String key = numbered ? Integer.toString(column + 1) : record.getField(column).strip();
            if (column != format.timeColumn() && !key.isEmpty()) {
                if (places.containsKey(key)) {
                    repeatedHeaders.add(key);
                    key = key + " (" + (column + 1) + ")";
                }
                places.put(key, places.size());
                columns.add(column);
            }
        }
    }

    private void row(CsvRecord record) throws SeriesException {
        String text = record.getFieldCount() > format.timeColumn() ? record.getField(format.timeColumn()) : "";
        TimeFormat.Written known = times.get(text);
        if (known == null) {
            Optional<TimeFormat.Written> written = timeFormat.parse(text);
            if (written.isEmpty()) {
                unreadableTimes++;
                unreadableTime = unreadableTime.isEmpty() ? text : unreadableTime;
                return;
            }
            times.put(text, written.get());
            if (times.size() > MAXIMUM_TIMES) {
                throw new SeriesException(TEXTS.get("csv.tooManyTimes", name, MAXIMUM_TIMES));
            }
        }
        rows++;
        if (format.layout() == CsvFormat.Layout.LONG && record.getFieldCount() > format.keyColumn()) {
            places.putIfAbsent(format.key(record.getFields()), places.size());
        }
    }

    private void findZone() {
        LocalDateTime sample = times.values().iterator().next().local();
        localTimes = new LocalTimes(zone, sample);
        times.values().stream().filter(w -> w.offset().isEmpty()).map(TimeFormat.Written::local).sorted().forEach(localTimes::notice);
    }

    /** The instant a time text names; of a doubled hour, the earlier. */
    Optional<Instant> instant(String text) {
        TimeFormat.Written written = times.get(text);
        return written == null ? Optional.empty() : Optional.of(instant(written));
    }

    private Instant instant(TimeFormat.Written written) {
        return written.offset().map(o -> written.local().toInstant(o)).orElseGet(() -> localTimes.instant(written.local()));
    }

    /** The later instant of a time text in autumn's doubled hour; empty for every other. */
    Optional<Instant> laterInstant(String text) {
        TimeFormat.Written written = times.get(text);
        return written != null && written.offset().isEmpty() && localTimes.isDoubled(written.local())
                ? Optional.of(localTimes.laterInstant(written.local())) : Optional.empty();
    }

    /** The axis that holds all times: its step is the commonest distance between neighbours. */
    TimeAxis axis() throws SeriesException {
        long[] seconds = times.keySet().stream()
                .flatMap(t -> java.util.stream.Stream.concat(instant(t).stream(), laterInstant(t).stream()))
                .mapToLong(Instant::getEpochSecond).sorted().distinct().toArray();
        if (seconds.length < 2) {
            throw new SeriesException(TEXTS.get("csv.oneTime", name));
        }
        long step = commonestStep(seconds);
        long count = (seconds[seconds.length - 1] - seconds[0]) / step + 1;
        if (count > Integer.MAX_VALUE / 4) {
            throw new SeriesException(TEXTS.get("csv.irregular", name));
        }
        Instant start = Instant.ofEpochSecond(seconds[0]);
        Duration length = Duration.ofSeconds(step);
        return new TimeAxis(format.label() == CsvFormat.Label.INTERVAL_END ? start.minus(length) : start, length, (int) count, zone);
    }

    private static long commonestStep(long[] sorted) {
        Map<Long, Integer> counts = new HashMap<>();
        for (int i = 1; i < sorted.length; i++) {
            counts.merge(sorted[i] - sorted[i - 1], 1, Integer::sum);
        }
        return counts.entrySet().stream().max(Map.Entry.<Long, Integer>comparingByValue()
                .thenComparing(Map.Entry.<Long, Integer>comparingByKey().reversed())).orElseThrow().getKey();
    }

    String[] keys() {
        return places.keySet().toArray(String[]::new);
    }

    /** Place of a key in a long table; {@code null} for an unknown one. */
    Integer place(String key) {
        return places.get(key);
    }

    /** Column of each place in a wide table. */
    int[] columns() {
        return columns.stream().mapToInt(Integer::intValue).toArray();
    }

    long rows() {
        return rows;
    }

    LocalTimes localTimes() {
        return localTimes;
    }

    List<String> repeatedHeaders() {
        return repeatedHeaders;
    }

    long unreadableTimes() {
        return unreadableTimes;
    }

    String unreadableTime() {
        return unreadableTime;
    }

}
