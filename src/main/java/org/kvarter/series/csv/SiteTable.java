package org.kvarter.series.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.series.SeriesException;
import org.kvarter.text.Texts;

/** Where sites lie, by id in lower case, out of the table of counts or one beside it. Stateless. */
final class SiteTable {

    private static final Texts TEXTS = Texts.in(SiteTable.class);

    private SiteTable() {
    }

    /** The sites of a table of its own. */
    static Map<String, FlowTable.Site> read(Path file, List<Diagnostic> diagnostics) throws SeriesException {
        String name = file.getFileName().toString();
        try {
            byte[] head;
            try (InputStream in = CsvSource.open(file)) {
                head = in.readNBytes(64 * 1024);
            }
            Charset charset = CsvSniffer.charset(head);
            char delimiter = CsvSniffer.delimiter(new String(head, charset));
            try (CsvReader<CsvRecord> reader = CsvSource.reader(file, charset, delimiter)) {
                var rows = reader.iterator();
                Optional<FlowSniffer.SiteColumns> columns = rows.hasNext() ? FlowSniffer.sites(rows.next().getFields()) : Optional.empty();
                if (columns.isEmpty()) {
                    throw new SeriesException(TEXTS.get("flow.noSites", name));
                }
                Gathering gathering = new Gathering(name, columns.get().site(), columns.get().x(), columns.get().y(), columns.get().name(), diagnostics);
                while (rows.hasNext()) {
                    CsvRecord row = rows.next();
                    gathering.row(row.getFields(), row.getStartingLineNumber());
                }
                return gathering.finish();
            }
        } catch (IOException | RuntimeException e) {
            throw CsvSource.unreadable(file, e);
        }
    }

    /** Takes sites out of rows, the first row of each. */
    static final class Gathering {
        private final String file;
        private final int site;
        private final int x;
        private final int y;
        private final int name;
        private final List<Diagnostic> diagnostics;
        private final Map<String, FlowTable.Site> sites = new HashMap<>();
        private long unreadable;
        private String first = "";

        Gathering(String file, int site, int x, int y, int name, List<Diagnostic> diagnostics) {
            this.file = file;
            this.site = site;
            this.x = x;
            this.y = y;
            this.name = name;
            this.diagnostics = diagnostics;
        }

        void row(List<String> row, long line) {
            if (row.size() <= site || row.get(site).isBlank()) {
                return;
            }
            String id = row.get(site).strip().toLowerCase(Locale.ROOT);
            if (sites.containsKey(id)) {
                return;
            }
            double east = number(row, x);
            double north = number(row, y);
            if (Double.isNaN(east) || Double.isNaN(north)) {
                first = unreadable++ == 0 ? row.get(site).strip() : first;
                return;
            }
            sites.put(id, new FlowTable.Site(east, north, name >= 0 && name < row.size() ? row.get(name).strip() : ""));
        }

        /** A number with a point or a comma: coordinates have no thousands separators that matter. */
        private static double number(List<String> row, int column) {
            if (column < 0 || column >= row.size()) {
                return Double.NaN;
            }
            String cell = row.get(column);
            return Numbers.parse(cell, cell.indexOf(',') >= 0 && cell.indexOf('.') < 0);
        }

        Map<String, FlowTable.Site> finish() {
            if (unreadable > 0) {
                diagnostics.add(new Diagnostic(Severity.WARNING, file, first, TEXTS.get("flow.unplacedSites", file, unreadable, first)));
            }
            return sites;
        }
    }
}
