package org.kvarter.importing.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kvarter.geo.store.GeometryTexts;
import org.kvarter.geo.store.MemoryStore;
import org.kvarter.geo.store.MemoryTable;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.vector.TableImporter;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.series.SeriesException;
import org.kvarter.series.csv.PlaceFormat;
import org.kvarter.series.csv.PlaceReader;
import org.kvarter.series.csv.PlaceSniffer;
import org.kvarter.task.Progress;
import org.kvarter.text.FileNames;
import org.kvarter.text.Texts;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Reads CSV whose columns are coordinates (longitude and latitude; east and north) or geometries (well-known text, or binary in
 * hexadecimal digits as databases write it) as a layer; the other columns become attributes. Columns of longitude and latitude are degrees
 * on WGS 84; other coordinates say their reference system in the columns' names or in a geometry's {@code SRID}, or the person is asked.
 *
 * <p>Settings: {@code x}, {@code y}, {@code geometry}, names of columns.
 */
public final class CsvPlacesImporter extends TableImporter {

    private static final Texts TEXTS = Texts.in(CsvPlacesImporter.class);
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final String NAMES = "(?i)\\.(csv|tsv)(\\.gz|\\.zip)?$";
    private static final long BYTES_PER_ROW = 200;
    private static final long BYTES_PER_CELL = 56;
    private static final int LONGEST = 5_000;

    public CsvPlacesImporter() {
        super("CSV (places)", ".csv", ".tsv");
    }

    @Override
    public double probe(SourceHead head) {
        boolean table = head.name().matches(".*" + NAMES);
        return table && Files.isRegularFile(head.file()) && PlaceSniffer.look(head.file(), GeometryTexts::looksLike).isPresent() ? 0.9 : 0;
    }

    @Override
    protected Tables tables(SourceHead head, ReadOptions options, Consumer<Diagnostic> notes, MemoryBudget budget, Progress progress)
            throws ImportException, IOException {
        String name = head.file().getFileName().toString();
        PlaceFormat format = chosen(PlaceSniffer.look(head.file(), GeometryTexts::looksLike)
                .orElseThrow(() -> new ImportException(TEXTS.get("notPlaces", name))), options);
        DiagnosticTally tally = new DiagnosticTally(name, TEXTS, notes);
        String stem = name.replaceFirst(NAMES, "");
        MemoryTable table = new MemoryTable(stem, FileNames.readable(stem));
        Map<Integer, Integer> srids = new HashMap<>();
        try {
            PlaceReader.read(head.file(), format, (cells, x, y, line) -> {
                Geometry geometry = format.geometry() < 0 ? point(x, y) : geometry(cells, format.geometry(), srids);
                if (geometry == null) {
                    tally.add(Severity.WARNING, format.geometry() < 0 ? "noPlace" : "noGeometry", Long.toString(line), line);
                    return;
                }
                budget.claim(BYTES_PER_ROW + BYTES_PER_CELL * cells.size() + 24L * geometry.getNumPoints());
                table.row(Integer.toString(table.size() + 1), geometry);
                for (int column = 0; column < Math.min(cells.size(), format.columns().size()); column++) {
                    String value = PlaceReader.plain(cells.get(column), format);
                    if (column != format.geometry() && column != format.x() && column != format.y() && !value.isEmpty()) {
                        budget.claim(2L * value.length());
                        table.set(format.columns().get(column), value.length() > LONGEST ? value.substring(0, LONGEST) : value);
                    }
                }
            }, progress);
        } catch (SeriesException e) {
            if (table.size() == 0) {
                throw new ImportException(e.getMessage(), e);
            }
            tally.add(Severity.ERROR, "cut", "", table.size());
        }
        tally.finish();
        if (table.size() == 0) {
            throw new ImportException(TEXTS.get("notPlaces", name));
        }
        return new Tables(new MemoryStore(head.file(), "CSV", "", crs(format, srids, table), List.of(table)), List.of());
    }

    private static Geometry point(double x, double y) {
        return Double.isFinite(x) && Double.isFinite(y) ? FACTORY.createPoint(new Coordinate(x, y)) : null;
    }

    private static Geometry geometry(List<String> cells, int column, Map<Integer, Integer> srids) {
        if (column >= cells.size() || cells.get(column).isBlank()) {
            return null;
        }
        GeometryTexts.srid(cells.get(column)).ifPresent(srid -> srids.merge(srid, 1, Integer::sum));
        return GeometryTexts.read(cells.get(column)).orElse(null);
    }

    /** The system that the table states; a single one is believed. */
    private static Optional<String> crs(PlaceFormat format, Map<Integer, Integer> srids, MemoryTable table) {
        if (srids.size() == 1) {
            return Optional.of("EPSG:" + srids.keySet().iterator().next());
        }
        var box = table.bounds();
        boolean degrees = format.axes() == PlaceFormat.Axes.DEGREES && Math.abs(box.getMinX()) <= 180 && Math.abs(box.getMaxX()) <= 180
                && Math.abs(box.getMinY()) <= 90 && Math.abs(box.getMaxY()) <= 90;
        return Optional.of(format.axes() == PlaceFormat.Axes.DEGREES && !degrees ? "" : format.crs()).filter(c -> !c.isEmpty());
    }

    private static PlaceFormat chosen(PlaceFormat format, ReadOptions options) throws ImportException {
        int geometry = column(format, options, "geometry");
        int x = column(format, options, "x");
        int y = column(format, options, "y");
        if (geometry >= 0) {
            return new PlaceFormat(format.charset(), format.delimiter(), format.decimalComma(), format.headerRow(), format.columns(), -1, -1, geometry,
                    PlaceFormat.Axes.PLANE, "");
        }
        boolean same = (x < 0 || x == format.x()) && (y < 0 || y == format.y());
        return same ? format : new PlaceFormat(format.charset(), format.delimiter(), format.decimalComma(), format.headerRow(), format.columns(),
                x < 0 ? format.x() : x, y < 0 ? format.y() : y, -1, PlaceFormat.Axes.PLANE, "");
    }

    private static int column(PlaceFormat format, ReadOptions options, String setting) throws ImportException {
        Optional<String> name = options.setting(setting).filter(s -> !s.isBlank());
        if (name.isPresent() && !format.columns().contains(name.get())) {
            throw new ImportException(TEXTS.get("setting", name.get(), String.join(", ", format.columns().subList(0, Math.min(20, format.columns().size())))));
        }
        return name.map(format.columns()::indexOf).orElse(-1);
    }
}
