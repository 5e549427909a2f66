package org.kvarter.series.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kvarter.series.SeriesException;
import org.kvarter.text.Texts;

/**
 * Recognises how a CSV file holds a series, from its first rows: encoding, delimiter, decimal sign, header, time format, wide or long.
 */
public final class CsvSniffer {

    private static final int HEAD_BYTES = 256 * 1024;
    private static final int ROWS = 60;
    private static final char[] DELIMITERS = {';', '\t', ',', '|'};
    private static final Pattern COMMA_NUMBER = Pattern.compile("[-+]?\\d+,\\d+([eE][-+]?\\d+)?");
    private static final Pattern POINT_NUMBER = Pattern.compile("[-+]?\\d*\\.\\d+([eE][-+]?\\d+)?");
    private static final Pattern UNIT = Pattern.compile(".*[\\[(]\\s*([^\\])]{1,12})\\s*[\\])]\\s*$");
    private static final Pattern KEY_NAME = Pattern.compile(
            "(?i)\\b(id|key|meter|building|house|byggnad|m\u00e4tare|anl\u00e4ggning|rakennus|mittari|geb\u00e4ude|z\u00e4hler|gebouw)");
    private static final Texts TEXTS = Texts.in(CsvSniffer.class);

    private CsvSniffer() {
    }

    /**
     * Looks at a file's head.
     *
     * @param zone zone proposed for local times: the district's
     * @throws SeriesException where it cannot be read or holds no column of times
     */
    public static CsvPreview look(Path file, ZoneId zone) throws SeriesException {
        String name = file.getFileName().toString();
        try (InputStream in = CsvSource.open(file)) {
            byte[] head = in.readNBytes(HEAD_BYTES);
            if (head.length == 0) {
                throw new SeriesException(TEXTS.get("csv.empty", name));
            }
            Charset charset = charset(head);
            String text = new String(head, charset);
            char delimiter = delimiter(text);
            return propose(name, rows(file, charset, delimiter), charset, delimiter, zone);
        } catch (IOException | RuntimeException e) {
            throw CsvSource.unreadable(file, e);
        }
    }

    static List<List<String>> rows(Path file, Charset charset, char delimiter) throws IOException, SeriesException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvSource.reader(file, charset, delimiter)) {
            for (CsvRecord record : reader) {
                rows.add(record.getFields());
                if (rows.size() == ROWS) {
                    break;
                }
            }
        }
        return rows;
    }

    private static CsvPreview propose(String name, List<List<String>> rows, Charset charset, char delimiter, ZoneId zone)
            throws SeriesException {
        int timeColumn = -1;
        int firstData = 0;
        Optional<TimeFormat> time = Optional.empty();
        for (int start = 0; start < Math.min(6, rows.size()) && time.isEmpty(); start++) {
            for (int column = 0; column < Math.min(8, rows.get(start).size()) && time.isEmpty(); column++) {
                time = TimeFormat.recognise(samples(rows, start, column));
                timeColumn = column;
                firstData = start;
            }
        }
        if (time.isEmpty()) {
            throw new SeriesException(TEXTS.get("csv.noTime", name));
        }
        List<List<String>> data = rows.subList(firstData, rows.size());
        List<String> header = header(rows, firstData);
        boolean decimalComma = delimiter != ',' && count(data, COMMA_NUMBER) > count(data, POINT_NUMBER);
        CsvFormat base = new CsvFormat(charset.name(), delimiter, decimalComma, firstData - 1, CsvFormat.Layout.WIDE, timeColumn, -1, -1,
                zone.getId(), time.get().name(), CsvFormat.Label.INTERVAL_START, "");
        CsvFormat format = layout(base, header, data);
        List<String> reasons = new ArrayList<>();
        reasons.add(TEXTS.get(format.layout() == CsvFormat.Layout.WIDE ? "csv.reason.wide" : "csv.reason.long",
                format.layout() == CsvFormat.Layout.WIDE ? header.size() - 1 : header.get(format.keyColumn())));
        reasons.add(TEXTS.get("csv.reason.time", header.get(timeColumn), time.get().name()));
        if (decimalComma) {
            reasons.add(TEXTS.get("csv.reason.decimalComma"));
        }
        return new CsvPreview(format, header, data, reasons);
    }

    /** Long where times repeat from row to row or a column of names stands beside the time; wide otherwise. */
    private static CsvFormat layout(CsvFormat base, List<String> header, List<List<String>> data) {
        int key = -1;
        int value = -1;
        int numeric = 0;
        for (int column = 0; column < header.size(); column++) {
            if (column == base.timeColumn()) {
                continue;
            }
            boolean numbers = isNumeric(data, column, base.decimalComma());
            numeric += numbers ? 1 : 0;
            if (!numbers && key < 0) {
                key = column;
            } else if (numbers) {
                value = column;
            }
        }
        if (key < 0 && numeric == 2) {
            int candidate = base.timeColumn() == 0 ? 1 : 0;
            key = KEY_NAME.matcher(header.get(candidate)).find() || timesRepeat(data, base.timeColumn()) ? candidate : -1;
        }
        boolean isLong = key >= 0 && value >= 0 && value != key && header.size() <= 8;
        CsvFormat format = isLong ? base.asLong(base.timeColumn(), key, value) : base;
        String valueHeader = header.get(isLong ? value : Math.min(header.size() - 1, base.timeColumn() + 1));
        var unit = UNIT.matcher(valueHeader);
        return unit.matches() ? format.withUnit(unit.group(1))
                : valueHeader.toLowerCase(Locale.ROOT).endsWith("kwh") ? format.withUnit("kWh") : format;
    }

    /** Whether many rows share their time; a doubled row or autumn's doubled hour alone does not make a table long. */
    private static boolean timesRepeat(List<List<String>> data, int column) {
        List<String> times = samples(data, 0, column);
        return new HashSet<>(times).size() < 0.7 * times.size();
    }

    static boolean isNumeric(List<List<String>> data, int column, boolean decimalComma) {
        int numbers = 0;
        int texts = 0;
        for (List<String> row : data) {
            if (column < row.size() && !Numbers.isMissing(row.get(column))) {
                if (Double.isNaN(Numbers.parse(row.get(column), decimalComma))) {
                    texts++;
                } else {
                    numbers++;
                }
            }
        }
        return numbers > 2 * texts || numbers + texts == 0;
    }

    static List<String> samples(List<List<String>> rows, int from, int column) {
        List<String> samples = new ArrayList<>();
        for (List<String> row : rows.subList(from, rows.size())) {
            if (column < row.size() && !row.get(column).isBlank()) {
                samples.add(row.get(column));
            }
        }
        return samples;
    }

    private static long count(List<List<String>> data, Pattern pattern) {
        return data.stream().flatMap(List::stream).filter(c -> pattern.matcher(c.strip()).matches()).count();
    }

    /** The row above the data, filled up with column numbers where it is shorter than the data or missing. */
    private static List<String> header(List<List<String>> rows, int firstData) {
        List<String> names = numbered(rows.subList(firstData, rows.size()).stream().mapToInt(List::size).max().orElse(0));
        if (firstData > 0) {
            List<String> given = rows.get(firstData - 1);
            for (int i = 0; i < Math.min(given.size(), names.size()); i++) {
                names.set(i, given.get(i));
            }
        }
        return names;
    }

    private static List<String> numbered(int columns) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            names.add(Integer.toString(i));
        }
        return names;
    }

    /** The encoding of a head: UTF-16 by its mark, UTF-8 where it is valid, else Windows' Latin-1. */
    public static Charset charset(byte[] head) {
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        // a multi-byte character cut by the end of the head is not an error
        int end = head.length == HEAD_BYTES ? head.length - 4 : head.length;
        try {
            while (end < head.length && (head[end] & 0xC0) == 0x80) {
                end++;
            }
            StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(head, 0, end));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return Charset.forName("windows-1252");
        }
    }

    /** The delimiter that most lines of a head agree on. */
    public static char delimiter(String head) {
        List<String> lines = head.lines().filter(l -> !l.isBlank()).limit(20).toList();
        char best = ',';
        double bestScore = 0;
        for (char candidate : DELIMITERS) {
            long[] counts = lines.stream().mapToLong(l -> l.chars().filter(c -> c == candidate).count()).toArray();
            long typical = counts.length == 0 ? 0 : counts[counts.length / 2];
            long agreeing = java.util.Arrays.stream(counts).filter(c -> c == typical).count();
            // a decimal comma makes commas as regular as the true delimiter: the order of candidates decides
            double score = typical == 0 ? 0 : (double) agreeing / counts.length;
            if (score > bestScore + 1e-9) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }
}
