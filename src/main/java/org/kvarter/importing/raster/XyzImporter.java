package org.kvarter.importing.raster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kvarter.importing.ElevationBatch;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.SourceHead;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.FileNames;
import org.kvarter.text.Texts;

/**
 * Reads points as text, one per line with east, north and height, as ground heights, with the {@code .prj} beside it. Points on a regular grid,
 * in any order, keep it; others are triangulated or, from {@value ScatteredHeights#MOST_TRIANGULATED} on, gathered in cells. Read twice, in
 * memory bounded by the grid. Stateless and thread-safe.
 *
 * <p>Settings: {@code cell}, the size of the cells of scattered points in units of their coordinates.
 */
public final class XyzImporter implements Importer {

    private static final Texts TEXTS = Texts.in(XyzImporter.class);

    @Override
    public String format() {
        return "XYZ";
    }

    @Override
    public List<String> extensions() {
        return List.of(".xyz", ".pts", ".txt");
    }

    @Override
    public double probe(SourceHead head) {
        boolean named = head.name().matches(".*\\.(xyz|pts|txt|asc|dat)");
        return named && PointText.looksLike(head) ? 0.9 : head.bytes().length == 0 && head.name().endsWith(".xyz") ? 0.3 : 0;
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        Path file = source.file();
        String name = file.getFileName().toString();
        progress.checkCancelled();
        if (Files.isDirectory(file)) {
            throw new ImportException(TEXTS.get("xyz.unreadable", name));
        }
        boolean comma = PointText.hasDecimalCommas(source);
        try {
            PointSurvey survey;
            try (PointText text = new PointText(file, comma)) {
                survey = PointSurvey.of(text, progress, TEXTS.get("raster.reading", name));
            }
            if (survey.count() < 3) {
                throw new ImportException(TEXTS.get("xyz.nothing", name));
            }
            sink.source(new SourceDescription(format(), "", Sidecars.projection(file), List.of(), FileNames.stem(name), ""));
            if (survey.others() > 3) {
                note(sink, Severity.WARNING, name, "xyz.lines", survey.others());
            }
            PointSurvey.Grid grid = survey.grid();
            try (PointText text = new PointText(file, comma)) {
                ElevationBatch batch = grid != null ? grid(text, grid, options, name, sink, progress) : scattered(text, survey, options, name, sink, progress);
                if (batch != null) {
                    sink.count("Point", (int) Math.min(Integer.MAX_VALUE, survey.count()));
                    sink.elevation(batch);
                }
            }
        } catch (IOException e) {
            throw new ImportException(TEXTS.get("xyz.unreadable", name), e);
        } catch (OutOfMemoryError e) {
            throw new ImportException(TEXTS.get("raster.memory", name), e);
        }
    }

    private ElevationBatch grid(PointText text, PointSurvey.Grid grid, ReadOptions options, String name, LayerSink sink, Progress progress)
            throws IOException {
        Window window = Window.of(grid.columns(), grid.rows(), grid.affine(), options.bbox().orElse(null));
        if (window == null) {
            note(sink, Severity.WARNING, name, "raster.outsideBox");
            return null;
        }
        if (window.step() > 1) {
            note(sink, Severity.INFO, name, "raster.thinned", grid.columns(), grid.rows(), window.columns(), window.rows());
        }
        float[] heights = new float[window.columns() * window.rows()];
        Arrays.fill(heights, Float.NaN);
        double[] affine = grid.affine();
        long all = (long) grid.columns() * grid.rows();
        while (text.next()) {
            if (text.points() % 100_000 == 0) {
                progress.checkCancelled();
                progress.report((double) text.points() / all, TEXTS.get("raster.reading", name));
            }
            int column = (int) Math.floor((text.east() - affine[4]) / affine[0]) - window.x();
            int row = (int) Math.floor((text.north() - affine[5]) / affine[3]) - window.y();
            if (column % window.step() == 0 && row % window.step() == 0) {
                int c = column / window.step();
                int r = row / window.step();
                if (column >= 0 && row >= 0 && c < window.columns() && r < window.rows()) {
                    heights[r * window.columns() + c] = (float) text.height();
                }
            }
        }
        return new ElevationBatch(FileNames.stem(name), FileNames.readable(FileNames.stem(name)), window.affine(affine), window.columns(), window.rows(), heights);
    }

    private ElevationBatch scattered(PointText text, PointSurvey survey, ReadOptions options, String name, LayerSink sink, Progress progress)
            throws IOException, ImportException {
        String stem = FileNames.stem(name);
        Optional<Double> chosen = cell(options, survey, name);
        if (chosen.isEmpty() && survey.count() <= ScatteredHeights.MOST_TRIANGULATED) {
            ElevationBatch batch = ScatteredHeights.triangulated(text, survey, stem, FileNames.readable(stem), progress);
            if (batch == null) {
                throw new ImportException(TEXTS.get("xyz.line", name));
            }
            note(sink, Severity.INFO, name, "xyz.triangulated", survey.count(), batch.affine()[0]);
            return batch;
        }
        double cell = chosen.orElseGet(() -> ScatteredHeights.cell(survey));
        note(sink, Severity.INFO, name, "xyz.cells", survey.count(), cell);
        return ScatteredHeights.cells(text, survey, cell, stem, FileNames.readable(stem), progress);
    }

    private static Optional<Double> cell(ReadOptions options, PointSurvey survey, String name) throws ImportException {
        Optional<String> setting = options.setting("cell").filter(s -> !s.isBlank());
        if (setting.isEmpty()) {
            return Optional.empty();
        }
        try {
            double cell = Double.parseDouble(setting.get().replace(',', '.'));
            if (cell > 0 && Math.max(survey.width(), survey.height()) / cell < Window.MAX_SIDE) {
                return Optional.of(cell);
            }
        } catch (NumberFormatException e) {
            throw new ImportException(TEXTS.get("xyz.cell", name, setting.get()), e);
        }
        throw new ImportException(TEXTS.get("xyz.cell", name, setting.get()));
    }

    private static void note(LayerSink sink, Severity severity, String name, String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = name;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        sink.diagnostic(new Diagnostic(severity, name, "", TEXTS.get(key, all)));
    }
}
