package org.kvarter.series.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.series.SeriesException;
import org.kvarter.series.SeriesTable;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/**
 * Reads counts at sites, or trips between zones, with the care of {@link CsvSeriesReader} for times, gaps and cells. Negative numbers
 * count as missing. Stateless.
 */
public final class FlowReader {

    private static final List<String> SITE_ENDINGS = List.of("-sites", "_sites", "-stations", "_stations", "-platser", "_platser", "-locations",
            "_locations", "-points", "_points");
    private static final Texts TEXTS = Texts.in(FlowReader.class);

    private FlowReader() {
    }

    /**
     * Reads a table.
     *
     * @param sites table of the sites' places; {@code null} where they stand in the same table or nowhere
     * @throws SeriesException where nothing honest can be read
     */
    public static FlowTable read(Path file, FlowFormat format, Path sites, Progress progress) throws SeriesException {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Map<String, FlowTable.Site> places = sites == null ? inside(file, format, diagnostics) : SiteTable.read(sites, diagnostics);
        FlowTable table = format.csv().timeColumn() < 0 ? constants(file, format, places, diagnostics)
                : series(file, format, places, diagnostics, progress);
        if (table.keys().isEmpty()) {
            throw new SeriesException(TEXTS.get("csv.noValues", file.getFileName()));
        }
        return table;
    }

    /** The table of sites that lies beside a table of counts under its name: {@code counts.csv}, {@code counts-sites.csv}. */
    public static Optional<Path> sitesBeside(Path file) {
        String name = file.getFileName().toString().replaceFirst("(?i)\\.(csv|tsv)(\\.gz|\\.zip)?$", "");
        return SITE_ENDINGS.stream().map(e -> file.resolveSibling(name + e + ".csv")).filter(Files::isRegularFile).findFirst();
    }

    private static FlowTable series(Path file, FlowFormat format, Map<String, FlowTable.Site> sites, List<Diagnostic> diagnostics, Progress progress)
            throws SeriesException {
        String name = file.getFileName().toString();
        CsvSeries read = CsvSeriesReader.read(file, format.keyed(), name, name, "", progress);
        SeriesTable table = read.table();
        boolean wide = format.csv().layout() == CsvFormat.Layout.WIDE;
        List<FlowKey> keys = Arrays.stream(table.keys()).map(k -> wide ? FlowKey.ofHeader(k, FlowWords::isDirection, FlowWords::isMode)
                : FlowKey.ofJoined(k)).toList();
        read.diagnostics().forEach(d -> diagnostics.add(new Diagnostic(d.severity(), d.source(), text(d.object()), text(d.message()))));
        negatives(name, table, keys, diagnostics);
        return new FlowTable(keys, table, new double[0], sites, read.rows(), diagnostics);
    }

    private static String text(String text) {
        return text.replaceAll(CsvFormat.KEY_SEPARATOR + "+$", "").replace(String.valueOf(CsvFormat.KEY_SEPARATOR), " · ");
    }

    private static void negatives(String name, SeriesTable table, List<FlowKey> keys, List<Diagnostic> diagnostics) {
        long negative = 0;
        int first = -1;
        for (int at = 0; at < table.values().length; at++) {
            if (table.values()[at] < 0) {
                first = negative++ == 0 ? at : first;
                table.values()[at] = Float.NaN;
            }
        }
        if (negative > 0) {
            FlowKey key = keys.get(first % keys.size());
            String when = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(table.axis().at(first / keys.size()).atZone(table.axis().zone()));
            diagnostics.add(new Diagnostic(Severity.WARNING, name, key.place(), TEXTS.get("flow.negative", name, negative, key.text(), when)));
        }
    }

    private static Map<String, FlowTable.Site> inside(Path file, FlowFormat format, List<Diagnostic> diagnostics) throws SeriesException {
        if (format.x() < 0 || format.y() < 0 || format.place() < 0) {
            return Map.of();
        }
        SiteTable.Gathering gathering = new SiteTable.Gathering(file.getFileName().toString(), format.place(), format.x(), format.y(), -1, diagnostics);
        each(file, format, gathering::row);
        return gathering.finish();
    }

    private static FlowTable constants(Path file, FlowFormat format, Map<String, FlowTable.Site> sites, List<Diagnostic> diagnostics)
            throws SeriesException {
        String name = file.getFileName().toString();
        Map<FlowKey, Double> sums = new LinkedHashMap<>();
        Map<String, long[]> troubles = new HashMap<>();
        int column = format.csv().valueColumn();
        long[] rows = {0};
        each(file, format, (row, line) -> {
            rows[0]++;
            if (row.size() <= Math.max(format.place(), Math.max(format.other(), column))) {
                trouble(troubles, "flow.ragged", line);
                return;
            }
            double value = Numbers.isMissing(row.get(column)) ? 0 : Numbers.parse(row.get(column), format.csv().decimalComma());
            if (Double.isNaN(value) || value < 0) {
                trouble(troubles, Double.isNaN(value) ? "flow.noNumber" : "flow.negativeRow", line);
                return;
            }
            FlowKey key = new FlowKey(row.get(format.place()).strip(), cell(row, format.other()), cell(row, format.mode()));
            sums.merge(key, value, Double::sum);
        });
        troubles.forEach((key, count) -> diagnostics.add(new Diagnostic(Severity.WARNING, name, "", TEXTS.get(key, name, count[0], count[1]))));
        return new FlowTable(new ArrayList<>(sums.keySet()), null, sums.values().stream().mapToDouble(Double::doubleValue).toArray(), sites, rows[0],
                diagnostics);
    }

    private static String cell(List<String> row, int column) {
        return column >= 0 && column < row.size() ? row.get(column).strip() : "";
    }

    /** Counts a trouble and keeps the line where it was first. */
    private static void trouble(Map<String, long[]> troubles, String key, long line) {
        troubles.computeIfAbsent(key, k -> new long[] {0, line})[0]++;
    }

    /** What takes a row. */
    private interface Row {
        void take(List<String> row, long line);
    }

    private static void each(Path file, FlowFormat format, Row taker) throws SeriesException {
        try (CsvReader<CsvRecord> reader = CsvSource.reader(file, Charset.forName(format.csv().charset()), format.csv().delimiter())) {
            long line = 0;
            for (CsvRecord record : reader) {
                if (line++ > format.csv().headerRow()) {
                    taker.take(record.getFields(), record.getStartingLineNumber());
                }
            }
        } catch (IOException | RuntimeException e) {
            throw CsvSource.unreadable(file, e);
        }
    }
}
