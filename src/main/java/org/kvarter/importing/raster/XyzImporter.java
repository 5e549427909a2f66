package org.kvarter.importing.raster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            try (PointText text = new PointText(file, comma)) {
                ElevationBatch batch = new PointGround(name, options, sink, progress).of(text, survey);
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

    private static void note(LayerSink sink, Severity severity, String name, String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = name;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        sink.diagnostic(new Diagnostic(severity, name, "", TEXTS.get(key, all)));
    }
}
