package org.kvarter.importing.raster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
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
 * Reads LAS 1.0 to 1.4 and LAZ (laszip4j) as ground heights: the points classified as ground (ASPRS class 2) or, where there are none, all but
 * noise. As {@link XyzImporter}, read twice, in memory bounded by the grid. Stateless and thread-safe.
 *
 * <p>Settings: {@code cell} as for XYZ; {@code classes}, numbers with commas between, or {@code all}.
 */
public final class LasImporter implements Importer {

    private static final Texts TEXTS = Texts.in(LasImporter.class);
    private static final int GROUND = 2;
    /** Classes of points that lie nowhere: low and high noise. */
    private static final List<Integer> NOISE = List.of(7, 18);

    @Override
    public String format() {
        return "LAS";
    }

    @Override
    public List<String> extensions() {
        return List.of(".las", ".laz");
    }

    @Override
    public double probe(SourceHead head) {
        return head.text().startsWith("LASF") && head.bytes().length > 200 ? 1 : head.bytes().length == 0 && head.name().matches(".*\\.la[sz]") ? 0.3 : 0;
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        Path file = source.file();
        String name = file.getFileName().toString();
        progress.checkCancelled();
        if (!Files.isRegularFile(file) || !source.text().startsWith("LASF") || source.bytes().length <= 200) {
            throw new ImportException(TEXTS.get("las.unreadable", name));
        }
        try {
            IntPredicate classes = chosen(options, name).orElse(c -> c == GROUND);
            PointSurvey survey = survey(file, classes, name, progress);
            if (survey.count() < 3 && chosen(options, name).isEmpty()) {
                classes = c -> !NOISE.contains(c);
                survey = survey(file, classes, name, progress);
                sink.diagnostic(new Diagnostic(Severity.WARNING, name, "", TEXTS.get("las.unclassified", name)));
            }
            if (survey.count() < 3) {
                throw new ImportException(TEXTS.get("las.nothing", name));
            }
            try (LasPoints points = new LasPoints(file, classes)) {
                String version = points.header().getVersionMajor() + "." + points.header().getVersionMinor();
                sink.source(new SourceDescription(format(), version, LasCrs.of(points.header()), List.of(), FileNames.stem(name), ""));
                ElevationBatch batch = new PointGround(name, options, sink, progress).of(points, survey);
                if (batch != null) {
                    sink.count("Point", (int) Math.min(Integer.MAX_VALUE, survey.count()));
                    sink.elevation(batch);
                }
            }
        } catch (IOException e) {
            throw new ImportException(TEXTS.get("las.unreadable", name), e);
        } catch (OutOfMemoryError e) {
            throw new ImportException(TEXTS.get("raster.memory", name), e);
        }
    }

    private static PointSurvey survey(Path file, IntPredicate classes, String name, Progress progress) throws IOException {
        try (LasPoints points = new LasPoints(file, classes)) {
            return PointSurvey.of(points, progress, TEXTS.get("raster.reading", name));
        }
    }

    private static Optional<IntPredicate> chosen(ReadOptions options, String name) throws ImportException {
        Optional<String> setting = options.setting("classes").map(String::strip).filter(s -> !s.isEmpty());
        if (setting.isEmpty()) {
            return Optional.empty();
        }
        if (setting.get().equals("all")) {
            return Optional.of(c -> true);
        }
        try {
            List<Integer> wanted = Stream.of(setting.get().split("[,\\s]+")).map(Integer::valueOf).toList();
            return Optional.of(wanted::contains);
        } catch (NumberFormatException e) {
            throw new ImportException(TEXTS.get("las.classes", name, setting.get()), e);
        }
    }
}
