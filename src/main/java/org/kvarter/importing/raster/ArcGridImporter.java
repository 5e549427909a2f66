package org.kvarter.importing.raster;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
 * Reads ArcGrid text (ESRI ASCII raster, {@code .asc} and {@code .grd}) as ground heights, with the {@code .prj} beside it.
 *
 * <p>GeoTools' own reader of the format wants the whole grid and answers bad text with exceptions that name no line; this one
 * streams, thins grids of more than 4096 cells along a side while reading, and keeps the good part of a file that ends early.
 * Stateless and thread-safe.
 */
public final class ArcGridImporter implements Importer {

    private final Texts texts = Texts.in(ArcGridImporter.class);

    @Override
    public String format() {
        return "ArcGrid";
    }

    @Override
    public List<String> extensions() {
        return List.of(".asc", ".grd");
    }

    @Override
    public double probe(SourceHead head) {
        String start = new String(head.bytes(), 0, Math.min(head.bytes().length, 200), java.nio.charset.StandardCharsets.ISO_8859_1)
                .strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("ncols") || start.startsWith("nrows")) {
            return 0.95;
        }
        return extensions().stream().anyMatch(head.name()::endsWith) && !Files.isDirectory(head.file()) ? 0.3 : 0;
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        Path file = source.file();
        String name = file.getFileName().toString();
        if (source.bytes().length == 0) {
            throw new ImportException(texts.get("raster.empty", name));
        }
        if (source.text().startsWith("DSAA") || source.text().startsWith("DSBB") || source.text().startsWith("DSRB")) {
            throw new ImportException(texts.get("grid.surfer", name));
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            GridText text = new GridText(in);
            GridHeader header = GridHeader.read(text);
            String crs = Sidecars.projection(file).orElse("");
            sink.source(new SourceDescription("ArcGrid", "", Optional.of(crs).filter(c -> !c.isEmpty()), List.of(), FileNames.stem(name), ""));
            Window window = Window.of(header.columns(), header.rows(), header.affine(), options.bbox().orElse(null));
            if (window == null) {
                note(sink, Severity.WARNING, "raster.outsideBox", name);
                return;
            }
            if (window.step() > 1) {
                note(sink, Severity.INFO, "raster.thinned", name, header.columns(), header.rows(), window.columns(), window.rows());
            }
            float[] heights = values(text, header, window, name, sink, progress);
            sink.elevation(new ElevationBatch(FileNames.stem(name), FileNames.readable(FileNames.stem(name)), window.affine(header.affine()), window.columns(),
                    window.rows(), heights));
        } catch (GridHeader.BadHeaderException e) {
            throw new ImportException(texts.get("grid.header", name, e.getMessage()), e);
        } catch (IOException e) {
            throw new ImportException(texts.get("grid.unreadable", name), e);
        } catch (OutOfMemoryError e) {
            throw new ImportException(texts.get("raster.memory", name), e);
        }
    }

    private float[] values(GridText text, GridHeader header, Window window, String name, LayerSink sink, Progress progress)
            throws IOException, ImportException {
        HeightValues rule = new HeightValues(header.noData(), 1, 0);
        float[] heights = new float[window.columns() * window.rows()];
        Arrays.fill(heights, Float.NaN);
        String message = texts.get("raster.reading", name);
        boolean hasAny = false;
        // The header's reader stands on the first value already.
        boolean more = !text.text().isEmpty();
        int row = 0;
        int column = 0;
        for (; row < header.rows() && more; row++) {
            if (row % 64 == 0) {
                progress.checkCancelled();
                progress.report((double) row / header.rows(), message);
            }
            int kept = kept(row - window.y(), window.step(), window.rows());
            for (column = 0; column < header.columns() && more; column++) {
                int at = kept < 0 ? -1 : kept(column - window.x(), window.step(), window.columns());
                double stored = number(text, name);
                if (at >= 0) {
                    float height = rule.height(stored);
                    heights[kept * window.columns() + at] = height;
                    hasAny |= !Float.isNaN(height);
                }
                more = text.next();
            }
        }
        boolean complete = row == header.rows() && column == header.columns();
        if (!hasAny) {
            throw new ImportException(texts.get(complete ? "raster.allNoData" : "grid.truncated", name));
        }
        if (!complete) {
            long values = (long) Math.max(0, row - 1) * header.columns() + column;
            note(sink, Severity.WARNING, "grid.partly", name, values, (long) header.rows() * header.columns());
        } else if (more) {
            note(sink, Severity.WARNING, "grid.more", name, header.rows(), header.columns());
        }
        return heights;
    }

    /** Index of a kept cell at that distance from the first kept one; −1 where it is not kept. */
    private static int kept(int distance, int step, int count) {
        return distance >= 0 && distance % step == 0 && distance / step < count ? distance / step : -1;
    }

    private double number(GridText text, String name) throws ImportException {
        try {
            return text.number();
        } catch (NumberFormatException e) {
            throw new ImportException(texts.get("grid.word", name, text.line(), text.text()), e);
        }
    }

    private void note(LayerSink sink, Severity severity, String key, Object... arguments) {
        sink.diagnostic(new Diagnostic(severity, (String) arguments[0], "", texts.get(key, arguments)));
    }
}
