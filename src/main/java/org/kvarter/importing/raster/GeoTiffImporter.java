package org.kvarter.importing.raster;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kvarter.importing.ElevationBatch;
import org.kvarter.importing.ImageBatch;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.raster.TiffLayout.Content;
import org.kvarter.importing.raster.TiffLayout.Decision;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.FileNames;
import org.kvarter.text.Texts;

/**
 * Reads GeoTIFF (OGC 19-008r4) and TIFF with a world file: one band of numbers as ground heights, colours as a picture.
 *
 * <p>The setting {@code kind} ({@code elevation} or {@code image}) overrules what the layout says. Rasters of more than 4096 cells
 * along a side are thinned while reading, from an overview where the file has one. Stateless and thread-safe.
 */
public final class GeoTiffImporter implements Importer {


    private final Texts texts = Texts.in(GeoTiffImporter.class);

    @Override
    public String format() {
        return "GeoTIFF";
    }

    @Override
    public List<String> extensions() {
        return List.of(".tif", ".tiff", ".gtiff");
    }

    @Override
    public double probe(SourceHead head) {
        if (TiffTags.isTiff(head.bytes())) {
            return 0.95;
        }
        return extensions().stream().anyMatch(head.name()::endsWith) && !Files.isDirectory(head.file()) ? 0.4 : 0;
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        Path file = source.file();
        String name = file.getFileName().toString();
        try {
            new Reading(file, name, options, sink, progress).read(directories(file, name));
        } catch (IOException e) {
            throw new ImportException(texts.get("tiff.unreadable", name), e);
        } catch (OutOfMemoryError e) {
            throw new ImportException(texts.get("raster.memory", name), e);
        }
    }

    private List<TiffDirectory> directories(Path file, String name) throws ImportException {
        try {
            if (Files.size(file) == 0) {
                throw new ImportException(texts.get("raster.empty", name));
            }
            return TiffTags.read(file);
        } catch (EOFException e) {
            throw new ImportException(texts.get("tiff.truncated", name), e);
        } catch (IOException e) {
            throw new ImportException(texts.get("tiff.unreadable", name), e);
        }
    }

    private static void copy(BufferedImage block, float[] heights, int columns, int column, int row, HeightValues values) {
        int width = block.getWidth();
        double[] stored = new double[width];
        for (int y = 0; y < block.getHeight(); y++) {
            block.getRaster().getSamples(block.getMinX(), block.getMinY() + y, width, 1, 0, stored);
            for (int x = 0; x < width; x++) {
                heights[(row + y) * columns + column + x] = values.height(stored[x]);
            }
        }
    }

    /** One reading of one file. */
    private final class Reading {

        private final Path file;
        private final String name;
        private final ReadOptions options;
        private final LayerSink sink;
        private final Progress progress;

        Reading(Path file, String name, ReadOptions options, LayerSink sink, Progress progress) {
            this.file = file;
            this.name = name;
            this.options = options;
            this.sink = sink;
            this.progress = progress;
        }

        void read(List<TiffDirectory> directories) throws ImportException, IOException {
            TiffDirectory tags = directories.get(0);
            Optional<String> refusal = TiffLayout.refusal(tags);
            if (refusal.isPresent()) {
                throw new ImportException(texts.get("tiff.refused", name, refusal.get()));
            }
            GeoReference place = georeference(tags);
            sink.source(new SourceDescription("GeoTIFF", "", Optional.of(place.crs()).filter(c -> !c.isEmpty()), List.of(),
                    stem(), tags.text(TiffDirectory.COPYRIGHT).strip()));
            if (place.isAssumed()) {
                note(Severity.INFO, "tiff.sphere");
            }
            Window window = Window.of(tags.width(), tags.height(), place.affine(), options.bbox().orElse(null));
            if (window == null) {
                note(Severity.WARNING, "raster.outsideBox");
                return;
            }
            Decision decision = decision(tags);
            TiffDirectory image = tags;
            double[] affine = place.affine();
            if (window.step() > 1) {
                image = overview(directories, window.step());
                affine = GeoReference.thinned(affine, (tags.width() / (double) image.width() - 1) / 2,
                        (tags.height() / (double) image.height() - 1) / 2, tags.width() / (double) image.width(),
                        tags.height() / (double) image.height());
                window = Window.of(image.width(), image.height(), affine, options.bbox().orElse(null));
                note(Severity.INFO, "raster.thinned", tags.width(), tags.height(), window.columns(), window.rows());
            }
            if (decision.content() == Content.ELEVATION) {
                elevation(image, tags, place, window, window.affine(affine));
            } else {
                image(image, tags, window, window.affine(affine));
            }
        }

        private Decision decision(TiffDirectory tags) {
            Optional<String> kind = options.setting("kind." + stem()).or(() -> options.setting("kind"));
            if (kind.isPresent() && kind.get().equalsIgnoreCase("elevation") || kind.isPresent() && kind.get().equalsIgnoreCase("terrain")) {
                return new Decision(Content.ELEVATION, false);
            }
            if (kind.isPresent() && kind.get().equalsIgnoreCase("image")) {
                return new Decision(Content.IMAGE, false);
            }
            Decision decision = TiffLayout.decide(tags, name);
            if (decision.isUnsure()) {
                note(Severity.INFO, decision.content() == Content.ELEVATION ? "tiff.takenForHeights" : "tiff.takenForImage");
            }
            return decision;
        }

        private void elevation(TiffDirectory image, TiffDirectory tags, GeoReference place, Window window, double[] affine)
                throws ImportException, IOException {
            String quantity = HeightValues.otherQuantity(tags);
            if (!quantity.isEmpty()) {
                note(Severity.WARNING, "tiff.otherQuantity", quantity);
            }
            HeightValues values = HeightValues.of(tags, place.metresPerHeightUnit());
            float[] heights = new float[window.columns() * window.rows()];
            Arrays.fill(heights, Float.NaN);
            String message = texts.get("raster.reading", name);
            if (PlainHeights.canRead(image)) {
                try (PlainHeights plain = new PlainHeights(file, image, window, values)) {
                    plain.read(heights, progress, message);
                    tellDamage(plain.blocksRead(), plain.blocksLost());
                }
            } else {
                try (TiffPixels pixels = new TiffPixels(file, image, window)) {
                    pixels.read((block, column, row) -> copy(block, heights, window.columns(), column, row, values), progress, message);
                    tellDamage(pixels.blocksRead(), pixels.blocksLost());
                }
            }
            boolean hasAny = false;
            for (int i = 0; i < heights.length && !hasAny; i++) {
                hasAny = !Float.isNaN(heights[i]);
            }
            if (!hasAny) {
                throw new ImportException(texts.get("raster.allNoData", name));
            }
            sink.elevation(new ElevationBatch(stem(), FileNames.readable(stem()), affine, window.columns(), window.rows(), heights));
        }

        private void image(TiffDirectory image, TiffDirectory tags, Window window, double[] affine)
                throws ImportException, IOException {
            PixelColours colours = new PixelColours(tags);
            int[] argb = new int[window.columns() * window.rows()];
            try (TiffPixels pixels = new TiffPixels(file, image, window)) {
                pixels.read((block, column, row) -> colours.copy(block, argb, window.columns(), column, row), progress,
                        texts.get("raster.reading", name));
                tellDamage(pixels.blocksRead(), pixels.blocksLost());
            }
            sink.image(new ImageBatch(stem(), FileNames.readable(stem()), affine, window.columns(), window.rows(), argb));
        }

        private void tellDamage(int blocksRead, int blocksLost) throws ImportException {
            if (blocksRead == 0) {
                throw new ImportException(texts.get("tiff.damaged", name));
            }
            if (blocksLost > 0) {
                note(Severity.WARNING, "tiff.partlyDamaged", blocksLost);
            }
        }

        private GeoReference georeference(TiffDirectory tags) throws ImportException {
            GeoKeys keys = new GeoKeys(tags);
            if (keys.isGeocentric()) {
                throw new ImportException(texts.get("tiff.geocentric", name));
            }
            Optional<double[]> affine = keys.affine().or(() -> Sidecars.worldFile(file));
            if (affine.isEmpty()) {
                throw new ImportException(texts.get(keys.hasControlPointsOnly() ? "tiff.controlPoints" : "tiff.noPlace", name));
            }
            GeoReference stated = new GeoReference(affine.get(), keys.crs(), keys.metresPerHeightUnit(), false);
            if (!stated.crs().isEmpty()) {
                return stated;
            }
            Optional<String> beside = Sidecars.projection(file);
            if (beside.isPresent()) {
                return stated.withCrs(beside.get());
            }
            if (keys.isUnnamedGeographic()) {
                return new GeoReference(affine.get(), "EPSG:4326", keys.metresPerHeightUnit(), true);
            }
            return keys.isUserDefined() ? stated.withCrs(DescribedCrs.read(file).orElse("")) : stated;
        }

        /** The image itself or the smallest overview that still has the cells wanted, at a full image's layout. */
        private TiffDirectory overview(List<TiffDirectory> directories, int step) {
            TiffDirectory full = directories.get(0);
            TiffDirectory best = full;
            for (TiffDirectory d : directories) {
                boolean reduced = (d.number(TiffDirectory.SUBFILE, 0) & 5) == 1;
                if (reduced && d.samples() == full.samples() && d.bits() == full.bits() && TiffLayout.refusal(d).isEmpty()
                        && (long) d.width() * step >= full.width() && d.width() < best.width()) {
                    best = d;
                }
            }
            return best;
        }

        private void note(Severity severity, String key, Object... arguments) {
            Object[] all = new Object[arguments.length + 1];
            all[0] = name;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            sink.diagnostic(new Diagnostic(severity, name, "", texts.get(key, all)));
        }

        private String stem() {
            return FileNames.stem(name);
        }
    }
}
