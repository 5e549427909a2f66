package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.city.Lods;
import org.kvarter.importing.textures.TextureFiles;
import org.kvarter.model.Bounds;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;

/** The city model under way: the first document with what all share, the one being read, and the layers so far. */
final class Model {

    private static final double EXTENT_TOLERANCE = 1;
    private static final int SHOWN = 12;

    private final MemoryBudget budget;
    private final ReadOptions options;
    private final DiagnosticTally problems;
    private final TextureFiles pictures;
    private final ModelBuilder builder;
    private final DocumentReader reader;
    private Document first;
    private Document current;
    private boolean sequence;
    private boolean anyComplete;
    private final Map<LayerBuilder, Integer> sizesBefore = new HashMap<>();

    Model(MemoryBudget budget, ReadOptions options, TextureFiles pictures, DiagnosticTally problems, Progress progress, Runnable report) {
        this.pictures = pictures;
        this.budget = budget;
        this.options = options;
        this.problems = problems;
        this.builder = new ModelBuilder(budget, options, problems);
        this.reader = new DocumentReader(budget, problems, builder, options, progress, report);
    }

    int objectCount() {
        return builder.objectCount();
    }

    /** Reads the next document; {@code false} where there is none. */
    boolean read(JsonParser p) throws IOException {
        if (first == null) {
            first = new Document(budget, pictures);
            current = first;
        } else if (current == first) {
            current = new Document(budget, pictures);
        } else {
            current.clear();
        }
        sizesBefore.clear();
        builder.layers().forEach(layer -> sizesBefore.put(layer, layer.size()));
        if (!reader.read(p, current)) {
            return false;
        }
        sequence |= current != first;
        return true;
    }

    /** Whether a further line of a sequence is worth reading: one whose vertices all lie outside the box asked for is not. */
    boolean wants(JsonParser p, boolean templates) throws IOException {
        if (options.bbox().isEmpty() || first == null || templates) {
            return true;
        }
        Bounds box = LineBox.of(p, first.transform == null ? Transform.IDENTITY : first.transform);
        return box.isEmpty() || options.accepts(box.minEast(), box.minNorth(), box.maxEast(), box.maxNorth());
    }

    /** Whether a document that was cut off left something that can be placed. */
    boolean isUseful() {
        return builder.objectCount() > 0 && (anyComplete || current.vertices.count() > 0
                && (transformOrNull() != null || first.version.equals("1.0")));
    }

    /** Settles the geometry of the document just read. */
    void endDocument(boolean truncated) throws RefusedException {
        if (current == first && !truncated) {
            checkRoot();
        }
        Transform transform = transformOrNull();
        VertexSource vertices = VertexSource.of(current.vertices, transform == null ? Transform.IDENTITY : transform);
        Appearance appearance = current.appearance.isEmpty() ? first.appearance : current.appearance;
        Templates templates = current.templates == null ? first.templates : current.templates;
        Appearance templateAppearance = current.templates == null ? first.appearance : current.appearance;
        double metres = current.vertices.count() == 0 ? 1
                : Crs.metresPerHorizontalUnit(Metadata.referenceSystem(first.metadata), vertices.get(0, 0), vertices.get(0, 1));
        Resolver resolver = new Resolver(vertices, appearance, metres, truncated, problems);
        FlatResolver flats = new FlatResolver(vertices, problems);
        InstanceResolver instances = new InstanceResolver(vertices, templates, options.lod(), problems,
                placed -> new Resolver(placed, templateAppearance, metres, false, problems));
        BoxCut cut = options.bbox().isPresent() && !sequence ? new BoxCut(options, vertices, builder) : null;
        for (LayerBuilder layer : builder.layers()) {
            if (cut != null) {
                cut.cut(layer);
            }
            resolver.settle(layer);
            instances.settle(layer);
            flats.settle(layer);
        }
        anyComplete |= !truncated;
    }

    /** Takes back the objects of a document that broke off. */
    void abandonDocument() throws RefusedException {
        for (LayerBuilder layer : builder.layers()) {
            layer.lost.set(sizesBefore.getOrDefault(layer, 0), Math.max(layer.size(), sizesBefore.getOrDefault(layer, 0)));
        }
        if (first != null && current != null) {
            endDocument(true);
            first = current == first ? null : first;
        }
    }

    private Transform transformOrNull() {
        return current.transform != null ? current.transform : first.transform;
    }

    private void checkRoot() throws RefusedException {
        if (!first.hasObjects && !first.type.startsWith("CityJSON")) {
            throw new RefusedException("refused.notCityJson");
        }
        if (first.type.equals("CityJSONFeature")) {
            throw new RefusedException("refused.featureWithoutHead");
        }
        if (!first.type.equals("CityJSON")) {
            problems.add(Severity.WARNING, "root.type", "", first.type);
        }
        if (first.version.isEmpty()) {
            problems.add(Severity.WARNING, "root.noVersion", "");
        }
        if (!first.hasVertices && hasPending()) {
            throw new RefusedException("refused.noVertices");
        }
        if (first.transform == null && !first.version.equals("1.0") && first.vertices.count() > 0) {
            problems.add(Severity.WARNING, "root.noTransform", "");
        }
    }

    private boolean hasPending() {
        return StreamSupport.stream(builder.layers().spliterator(), false).anyMatch(layer -> layer.surfaces.polygonCount() > 0);
    }

    /** Hands everything to the sink. */
    void finish(LayerSink sink) {
        builder.link();
        reportSource();
        sink.source(new SourceDescription(sequence ? "CityJSONSeq" : "CityJSON", first.version,
                Metadata.referenceSystem(first.metadata), builder.lods(), Metadata.title(first.metadata),
                Metadata.licence(first.metadata)));
        LayerEmitter emitter = new LayerEmitter(options, sink, problems, Metadata.referenceSystem(first.metadata));
        List<LayerBuilder> layers = StreamSupport.stream(builder.layers().spliterator(), false)
                .sorted(java.util.Comparator.comparing(layer -> layer.type.kind())).collect(Collectors.toList());
        layers.forEach(emitter::emit);
        reportExtent(emitter.extent());
    }

    private void reportSource() {
        List<String> lods = builder.lods();
        options.lod().filter(wish -> lods.stream().noneMatch(lod -> Lods.meets(lod, wish)))
                .ifPresent(wish -> problems.add(Severity.INFO, "lod.absent", "", wish, String.join(", ", lods)));
        builder.unknownTypes().forEach((type, count) -> problems.add(type.startsWith("+") ? Severity.INFO : Severity.WARNING,
                type.startsWith("+") ? "type.extension" : "type.unknown", "", type, count));
        if (builder.isExtended() && first.extensions.isEmpty()) {
            problems.add(Severity.INFO, "extension.undeclared", "");
        }
        Set<String> surfaces = new TreeSet<>();
        builder.layers().forEach(layer -> surfaces.addAll(layer.means.names()));
        if (!surfaces.isEmpty()) {
            problems.add(Severity.INFO, "surfaces.attributes", "", surfaces.size(),
                    surfaces.stream().limit(SHOWN).collect(Collectors.joining(", ")));
        }
        first.extraProperties.forEach((name, words) -> problems.add(Severity.INFO, "root.extra", "", name, words));
    }

    private void reportExtent(Bounds extent) {
        if (extent.isEmpty()) {
            problems.add(Severity.WARNING, options.bbox().isPresent() ? "nothingInBox" : "nothingToSee", "", builder.objectCount());
            return;
        }
        double[] stated = first.extent;
        if (stated == null || options.bbox().isPresent() || sequence) {
            return;
        }
        double[] found = {extent.minEast(), extent.minNorth(), extent.minUp(), extent.maxEast(), extent.maxNorth(), extent.maxUp()};
        for (int i = 0; i < 6; i++) {
            if (!(Math.abs(stated[i] - found[i]) <= EXTENT_TOLERANCE)) {
                problems.add(Severity.INFO, "extent.mismatch", "");
                return;
            }
        }
    }
}
