package org.kvarter.importing.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.HeightReference;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.textures.TextureFiles;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.PolygonSetBuilder;
import org.kvarter.model.Severity;
import org.kvarter.model.SurfaceKind;
import org.kvarter.task.Progress;
import org.kvarter.text.FileNames;
import org.kvarter.text.Texts;

/**
 * The one layer of a model file while it is read: features with attributes, their polygons in the file's own axes and units. One reading
 * thread.
 */
public final class ModelLayer {

    /** Longitude and latitude on WGS 84. */
    public static final String CRS84 = "OGC:CRS84";

    private static final Texts TEXTS = Texts.in(ModelLayer.class);
    private static final int MOST_FEATURES = 500_000;
    /** What a polygon of three corners takes here and on its way to the mesh. */
    private static final long POLYGON_BYTES = 60;
    private static final long VERTEX_BYTES = 48;
    private static final long FEATURE_BYTES = 300;

    private final String format;
    private final SourceHead source;
    private final ReadOptions options;
    private final LayerSink sink;
    private final Progress progress;
    private final DiagnosticTally problems;
    private final TextureFiles pictures;
    private final MemoryBudget budget = MemoryBudget.ofHeap();
    private final PolygonSetBuilder polygons = new PolygonSetBuilder();
    private final AttributeTableBuilder attributes = new AttributeTableBuilder();
    private final List<String> ids = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final Map<String, Integer> idUses = new HashMap<>();
    private boolean emitted;

    ModelLayer(String format, SourceHead source, ReadOptions options, LayerSink sink, Progress progress) {
        this.format = format;
        this.source = source;
        this.options = options;
        this.sink = sink;
        this.progress = progress;
        this.problems = new DiagnosticTally(fileName(), TEXTS, sink::diagnostic);
        this.pictures = new TextureFiles(source.file(), sink::diagnostic);
    }

    /** The file. */
    public Path file() {
        return source.file();
    }

    /** The file's name for sentences. */
    public String fileName() {
        return source.file().getFileName().toString();
    }

    public ReadOptions options() {
        return options;
    }

    public Progress progress() {
        return progress;
    }

    /** Memory for what is read beside the layer. */
    public MemoryBudget budget() {
        return budget;
    }

    /** Notes a complaint; sentences are those of this package. */
    public void problem(Severity severity, String kind, String object, Object... arguments) {
        problems.add(severity, kind, object, arguments);
    }

    /** The picture files that it names. */
    public TextureFiles pictures() {
        return pictures;
    }

    /**
     * Adds a feature; a name that is taken gets a number.
     *
     * @param parent row of the feature it is part of, −1 for none
     * @return its row
     * @throws DamagedModelException where there are too many
     */
    public int feature(String name, String type, int parent) throws DamagedModelException {
        if (ids.size() >= MOST_FEATURES) {
            throw new DamagedModelException("> " + MOST_FEATURES);
        }
        budget.claim(FEATURE_BYTES);
        String id = name.isBlank() ? type : name.length() > 200 ? name.substring(0, 200) : name;
        String distinct = id;
        for (int times = idUses.merge(id, 1, Integer::sum); times > 1; times = idUses.merge(id, 1, Integer::sum)) {
            distinct = id + " (" + times + ")";
            if (idUses.putIfAbsent(distinct, 1) == null) {
                break;
            }
        }
        ids.add(distinct);
        types.add(type);
        parents.add(parent);
        return ids.size() - 1;
    }

    /** Gives a feature a value: text, a number or a truth value. */
    public void attribute(int row, String name, Object value) {
        attributes.set(row, name, value);
    }

    /** Adds a vertex in the file's axes. */
    public int vertex(double x, double y, double z) {
        budget.claim(VERTEX_BYTES);
        return polygons.vertex(x, y, z);
    }

    /** Where rings and polygons go; see {@link #endPolygon} for ending them. */
    public PolygonSetBuilder polygons() {
        return polygons;
    }

    /** Ends the polygon under way. Its kind of surface follows from its slope when all is upright. Answers whether it is one. */
    public boolean endPolygon(int feature, int argb) {
        budget.claim(POLYGON_BYTES);
        if (polygons.polygonCount() % 65_536 == 0) {
            progress.checkCancelled();
        }
        return polygons.endPolygon(feature, SurfaceKind.OTHER, argb);
    }

    /** Adds a triangle of three vertices. */
    public void triangle(int feature, int argb, int a, int b, int c) {
        polygons.corner(a);
        polygons.corner(b);
        polygons.corner(c);
        if (polygons.endRing()) {
            endPolygon(feature, argb);
        }
    }

    /** How much has been read, 0 … 1. */
    public void report(double share) {
        progress.report(Math.min(1, share), TEXTS.get("progress", fileName()));
    }

    /** A model in metres or the unit asked for, with no place of its own, as the file has it or as a setting says. */
    public void emitLocal(String version, Optional<UpAxis> up, double metresPerUnit) throws ImportException {
        emit(new SourceDescription(format, version, Optional.empty(), List.of(), title(), ""), up, true, metresPerUnit,
                HeightReference.ABSOLUTE);
    }

    /** A model whose coordinates are already east, north and up of {@code description}'s system; degrees where that is {@link #CRS84}. */
    public void emitPlaced(SourceDescription description, HeightReference heights) throws ImportException {
        emit(description, Optional.of(UpAxis.Z), false, 1, heights);
    }

    private void emit(SourceDescription description, Optional<UpAxis> up, boolean local, double metresPerUnit, HeightReference heights)
            throws ImportException {
        if (polygons.polygonCount() == 0) {
            throw new ImportException(TEXTS.get("refused.nothing", fileName(), format));
        }
        emitted = true;
        FeatureTable features = new FeatureTable(ids.toArray(String[]::new), types.toArray(String[]::new),
                parents.stream().mapToInt(i -> i).toArray(), attributes.build(ids.size()));
        PolygonSet set = polygons.build();
        Upright upright = new Upright(set, problems, format);
        if (local) {
            upright.turn(up, options.setting("up"));
            upright.scale(options.setting("unit"), metresPerUnit);
        }
        SolidBatch batch = upright.batch(format, title(), kind(), heights, features, options,
                description.crs().filter(CRS84::equals).isEmpty());
        if (batch.polygons().polygonCount() == 0 && options.bbox().isEmpty()) {
            problems.add(Severity.WARNING, "nothingToSee", "");
        }
        sink.source(description);
        sink.solids(batch);
    }

    private String title() {
        return FileNames.readable(fileName().replaceFirst("\\.[A-Za-z0-9]{1,6}$", ""));
    }

    private LayerKind kind() {
        Optional<String> wish = options.setting("kind").map(k -> k.trim().toUpperCase(Locale.ROOT));
        for (LayerKind kind : LayerKind.values()) {
            if (wish.isPresent() && kind.name().equals(wish.get())) {
                return kind;
            }
        }
        return LayerKind.BUILDINGS;
    }

    void finish() throws ImportException {
        if (!emitted) {
            throw new ImportException(TEXTS.get("refused.nothing", fileName(), format));
        }
        problems.finish();
        pictures.finish();
        report(1);
    }
}
