package org.kvarter.importing.raster;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.kvarter.importing.ElevationBatch;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.FileNames;
import org.kvarter.text.Texts;

/** Makes a grid of heights of points that were surveyed: their own grid where they lie on one, else triangles or cells. Used once. */
final class PointGround {

    private static final Texts TEXTS = Texts.in(PointGround.class);

    private final String name;
    private final ReadOptions options;
    private final LayerSink sink;
    private final Progress progress;

    PointGround(String name, ReadOptions options, LayerSink sink, Progress progress) {
        this.name = name;
        this.options = options;
        this.sink = sink;
        this.progress = progress;
    }

    /** The grid; {@code null} where it lies outside of the box that is asked for, which is told. */
    ElevationBatch of(HeightPoints text, PointSurvey survey) throws IOException, ImportException {
        PointSurvey.Grid grid = survey.grid();
        return grid != null ? grid(text, grid) : scattered(text, survey);
    }

    private ElevationBatch grid(HeightPoints text, PointSurvey.Grid grid) throws IOException {
        Window window = Window.of(grid.columns(), grid.rows(), grid.affine(), options.bbox().orElse(null));
        if (window == null) {
            note(Severity.WARNING, "raster.outsideBox");
            return null;
        }
        if (window.step() > 1) {
            note(Severity.INFO, "raster.thinned", grid.columns(), grid.rows(), window.columns(), window.rows());
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

    private ElevationBatch scattered(HeightPoints text, PointSurvey survey) throws IOException, ImportException {
        String stem = FileNames.stem(name);
        Optional<Double> chosen = cell(survey);
        if (chosen.isEmpty() && survey.count() <= ScatteredHeights.MOST_TRIANGULATED) {
            ElevationBatch batch = ScatteredHeights.triangulated(text, survey, stem, FileNames.readable(stem), progress);
            if (batch == null) {
                throw new ImportException(TEXTS.get("xyz.line", name));
            }
            note(Severity.INFO, "xyz.triangulated", survey.count(), batch.affine()[0]);
            return batch;
        }
        double cell = chosen.orElseGet(() -> ScatteredHeights.cell(survey));
        note(Severity.INFO, "xyz.cells", survey.count(), cell);
        return ScatteredHeights.cells(text, survey, cell, stem, FileNames.readable(stem), progress);
    }

    private Optional<Double> cell(PointSurvey survey) throws ImportException {
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

    private void note(Severity severity, String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = name;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        sink.diagnostic(new Diagnostic(severity, name, "", TEXTS.get(key, all)));
    }
}
